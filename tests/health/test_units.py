"""A name says its unit."""

import inspect
from collections.abc import Iterator
from typing import Literal, get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

from calc import scenario
from calc.scenario import ahead, ahead_rows, clinic, clinic_ahead, clinic_parts, loans, posts
from calc.scenario.fields import Inputs, bounds_of, unit_of, words_of
from calc.scenario.walk import tags_of

SUFFIXES = {
    "points": ("_points",),
    "points_of_8": ("colleagues_points",),
    "share": ("_share", "_share_per_week", "_rate", "rate_per_year", "_growth_per_year"),
    "hours_per_week": ("_hours_per_week",),
    "hours_per_year": ("_hours_per_year",),
    "minutes": ("minutes_per_session",),
    "money_per_charge": ("_per_charge",),
    "money_per_hour": ("_per_hour",),
    "money_per_month": ("_per_month",),
    "money_per_session": ("_per_session",),
    "money_per_year": ("_per_year",),
    "sessions_per_week": ("_per_week",),
    "clients_per_week": ("clients_per_week",),
    "enquiries_per_month": ("enquiries_per_month",),
    "factor": ("_factor",),
    "weeks": ("_weeks",),
    "sessions_per_year": ("sessions_per_year",),
    "weeks_per_year": ("_weeks",),
    "years": ("age", "years"),
    "count": (
        "_per_session",
        "_posts",
        "rooms",
        "group_size",
        "administrators",
        "_per_administrator",
        "clients_waiting",
        "_per_seat",
    ),
    "money": ("_per_payment", "balance", "_cost", "_cash"),
    "months": ("months",),
    "hours": ("_hours",),
}
# Names that the sentence around them makes plain.
EXCEPTIONS = {
    "Holiday.weeks": "the model is named for them",
    "FeeChange.factor": "the model is named for it",
    "Job.share": "the model is named for it",
    "SetUp.amount": "paid once",
    "Ahead.weeks_until_settled": "weeks until when",
    "Ahead.weeks_once_settled": "weeks from when",
    "Ahead.illness_chance_per_year": "a chance is a share of the years",
    "Ahead.shock_chance_per_year": "a chance is a share of the years",
    "KnownPayment.owed": "all of it, today",
    "Cost.amount": "its period stands beside it, in `per`",
    "Award.amount": "all of it together",
    "FederalLoan.months_before_repayment": "says months of what",
    "Benefits.sign_on_bonus": "paid once",
    "Letter.repaid_on_leaving": "paid back once",
    "EffectiveRate.rate": "the model is named for it",
    "SplitOfCollections.share": "the model is named for it",
    "MixRow.share": "the model is named for it",
    "PrivateSessions.late_cancelled_fee_part": "a part of the fee, not of the sessions",
    "PrivateSessions.missed_fee_part": "a part of the fee, not of the sessions",
    "InsurerSessions.late_cancelled_fee_part": "a part of the fee, not of the sessions",
    "InsurerSessions.missed_fee_part": "a part of the fee, not of the sessions",
    "Time.other_weeks_off": "weeks a year",
    "Time.after_hours_per_week": "hours a week",
    "Salary.bonus_per_session_above_quota": "says above what",
    "Salary.cut_per_session_below_quota": "says below what",
}
# Choices whose words stand elsewhere.
WITHOUT_WORDS = {
    "LoansByPlan.plan": "in its record in calc/loans/plans.py",
    "LoansByPlan.plan_now": "in those records too",
    "Cost.kind": "in calc/data/work_costs.toml",
    "Requirement.family": "on LicenceInputs.family, of which it is a copy",
    "Offers.horizon_years": "a number of years says itself",
}
# Numbers that may be left empty.
OPTIONAL = (
    "state_rate",
    "other_receipts_per_year",
    "state_unemployment_rate",
    "clients_in_other_states_share",
    "state_unemployment_base_per_year",
    "other_payroll_rate",
)
CLASSES = {
    name: found
    for module in (scenario, ahead, ahead_rows, loans, clinic, clinic_ahead, clinic_parts, posts)
    for name, found in vars(module).items()
}.values()
MODELS = [model for model in CLASSES if inspect.isclass(model) and issubclass(model, Inputs)]


def number_fields() -> Iterator[tuple[str, FieldInfo]]:
    """Every number field of every input model."""
    for model in MODELS:
        for name, field in model.model_fields.items():
            if bounds_of(field) is not None or name in OPTIONAL:
                yield f"{model.__name__}.{name}", field


@pytest.mark.parametrize(("name", "field"), list(number_fields()), ids=lambda item: str(item)[:60])
def test_a_number_field_is_named_for_its_unit(name: str, field: FieldInfo) -> None:
    """`quantity_unit[_per_period]`: whoever reads a plan file knows what its numbers mean."""
    unit = unit_of(field)
    assert unit in SUFFIXES
    assert name.endswith(SUFFIXES[unit]) or name in EXCEPTIONS


def choices() -> Iterator[tuple[str, FieldInfo, tuple[object, ...]]]:
    """Every field that takes one or several of a few words, with all it takes."""
    for model in MODELS:
        for name, field in model.model_fields.items():
            literal = next(iter(get_args(field.annotation)), None)
            kind = literal if get_origin(field.annotation) is tuple else field.annotation
            if get_origin(kind) is Literal and name not in ("format", "document"):
                yield f"{model.__name__}.{name}", field, get_args(kind)


@pytest.mark.parametrize(("name", "field", "values"), list(choices()), ids=lambda i: str(i)[:60])
def test_a_choice_has_words_for_each_value(
    name: str, field: FieldInfo, values: tuple[object, ...]
) -> None:
    """The words of a choice stand on its field; of a tag those of its sisters too."""
    words = words_of(field)
    if name in WITHOUT_WORDS:
        assert not words
    elif len(values) == 1:
        assert values[0] in words
    else:
        assert tuple(words) == values


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_explains_itself(model: type[Inputs]) -> None:
    """Title and help stand on the field, for whoever draws a widget."""
    for name, field in model.model_fields.items():
        tag = name in tags_of(model) and field.title is None
        nested = isinstance(field.default, Inputs) or name in ("work", "pay")
        if not (tag or nested):
            assert field.title, name
            assert field.description, name


def test_exceptions_exist() -> None:
    """No exception outlives its field."""
    assert set(EXCEPTIONS) <= {name for name, _ in number_fields()}
    assert set(WITHOUT_WORDS) <= {name for name, _, _ in choices()}
