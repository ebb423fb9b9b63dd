"""The input models: bounds, paths, changes and what was assumed."""

from typing import Any

import numpy as np
import pytest

from calc import Scenario
from calc.errors import ScenarioError
from calc.parameters import typical
from calc.scenario import (
    Contractor,
    Cost,
    Employee,
    Hourly,
    HouseholdInputs,
    InsurerSessions,
    LoansByPlan,
    OwnPractice,
    OwnTherapy,
    PrivateSessions,
    Time,
    UsTax,
)
from calc.scenario.fields import (
    Inputs,
    Share,
    Weeks,
    bounds_of,
    chosen,
    entry,
    is_whole,
    step_of,
    typical_of,
    unit_of,
    words_of,
)

OWN = Scenario(work=OwnPractice(session_kinds=(PrivateSessions(), InsurerSessions())))
FEE = "work.session_kinds.0.fee_per_session"


def problem_of(changes: dict[str, Any]) -> tuple[str, str]:
    """Path and kind of what a change is refused for."""
    with pytest.raises(ScenarioError) as caught:
        OWN.with_values(changes)
    return caught.value.problems[0].path, caught.value.problems[0].kind


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "nothing",
        "work.nothing",
        "work.session_kinds.2",
        "work.session_kinds.-1",
        "work.session_kinds.first",
        "work.session_kinds.0.fee_per_session.more",
        "title.more",
        "model_fields",
        "work.session_kinds.0.held_share",
    ],
)
def test_a_bad_path_is_refused(path: str) -> None:
    """A path leads to a field that exists; properties and methods are no fields."""
    with pytest.raises(ScenarioError) as caught:
        OWN.value_at(path)
    assert caught.value.problems[0].kind == "unknown_field"
    assert problem_of({path: 1.0})[1] == "unknown_field"


def test_a_path_cannot_be_value_and_way_at_once() -> None:
    """One change may not reach into what another change replaces."""
    assert problem_of({"household": {"age": 30}, "household.age": 50}) == (
        "household.age",
        "unknown_field",
    )
    assert problem_of({"household.age": 50, "household": {"age": 30}}) == (
        "household",
        "unknown_field",
    )


def test_a_changed_value_is_checked() -> None:
    """`with_values` refuses what a file may not say, with the full path."""
    assert problem_of({FEE: -1.0}) == (FEE, "too_small")
    assert problem_of({FEE: np.array([1.0, np.nan])}) == (FEE, "not_a_number")
    assert problem_of({"tax_year": "x"}) == ("tax_year", "wrong_type")
    assert problem_of({"work.session_kinds.0.missed_share": 0.97}) == (
        "work.session_kinds.0.late_cancelled_share",
        "shares_exceed_one",
    )


def test_a_table_can_be_a_value() -> None:
    """A whole row, or a whole arrangement, is changed by its path too."""
    changed = OWN.with_values({"work.session_kinds.1": {"payer": "private", "label": "Group"}})
    assert changed.value_at("work.session_kinds.1.label") == "Group"
    assert OWN.with_values({"work": {"kind": "employee"}}).work == Employee()
    assert OWN.with_values({}) == OWN


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (np.array([]), "wrong_type"),
        (np.zeros((2, 2)), "wrong_type"),
        (np.array(["a"]), "wrong_type"),
        (np.array([True]), "wrong_type"),
        (np.array([1.0, np.inf]), "not_a_number"),
        (np.array([1.0, -0.01]), "too_small"),
        (np.array([1.0, 2e9]), "too_large"),
        ([1.0, 2.0], "wrong_type"),
        (None, "wrong_type"),
    ],
    ids=str,
)
def test_a_row_of_numbers_is_checked(row: Any, kind: str) -> None:
    """An array is one-dimensional, of numbers, each within the bounds of the field."""
    assert problem_of({FEE: row}) == (FEE, kind)


def test_rows_have_one_length() -> None:
    """A batch has as many draws in each of its fields."""
    changes = {FEE: np.ones(2), "loans.payment_per_month": np.ones(3)}
    with pytest.raises(ScenarioError) as caught:
        OWN.with_values(changes)
    (problem,) = caught.value.problems
    assert (problem.path, problem.kind, problem.bound) == ("", "mixed_lengths", [2, 3])


def test_rows_keep_the_rules_over_several_fields() -> None:
    """Weeks and shares are judged draw by draw."""
    assert problem_of({"work.time.holiday_weeks": np.array([5.0, 52.0])})[1] == "too_large"
    lost = {"work.session_kinds.0.late_cancelled_share": np.array([0.1, 0.97])}
    assert problem_of(lost)[1] == "shares_exceed_one"


def test_a_row_is_a_copy() -> None:
    """What the caller does to an array later does not change the scenario."""
    row = np.array([100, 200])
    changed = OWN.with_values({FEE: row})
    row[0] = 7
    assert changed.value_at(FEE).tolist() == [100.0, 200.0]
    with pytest.raises(ValueError, match="read-only"):
        changed.value_at(FEE)[0] = 1.0


def test_assumptions_name_default_and_source() -> None:
    """Fields left alone are listed with title, default, unit and source; stated ones are not."""
    stated = Scenario.parse(
        {
            "work": {"kind": "own_practice", "session_kinds": [{"payer": "private"}]},
            "costs": [{"kind": "rent"}],
        }
    )
    found = {item.path: item for item in stated.assumptions()}
    fee = found[FEE]
    assert (fee.title, fee.value, fee.unit) == ("Fee per session", 145.0, "money_per_session")
    assert fee.source is not None
    assert fee.source.key == "typical.fee_private"
    rent = found["costs.0.amount"]
    assert rent.value == 1_000.0
    assert rent.source is not None
    assert rent.source.key == "work_costs.rent"
    assert FEE not in {a.path for a in stated.with_values({FEE: 145.0}).assumptions()}
    assert not {"format", "work.kind", "costs.0.kind"} & set(found)


def test_two_scenarios_can_be_compared_and_hashed() -> None:
    """Equal plans are equal and can be keys; a frozen one cannot be changed."""
    assert {OWN: 1}[Scenario(work=OWN.work)] == 1
    assert Contractor() != Employee()
    with pytest.raises(ValueError, match="frozen"):
        OWN.title = "x"  # type: ignore[misc]


def test_fields_describe_themselves() -> None:
    """Bounds, unit, step and typical value are read from the field, and only where they are."""
    fee, label = (PrivateSessions.model_fields[name] for name in ("fee_per_session", "label"))
    bounds, typical = bounds_of(fee), typical_of(fee)
    assert bounds is not None
    assert typical is not None
    assert (bounds.most, unit_of(fee), step_of(fee), typical.high) == (
        1e9,
        "money_per_session",
        5.0,
        200.0,
    )
    assert (bounds_of(label), step_of(label), typical_of(label)) == (None, None, None)

    class Bare(Inputs):
        plain: int = 0

    bare = Bare.model_fields["plain"]
    assert (unit_of(bare), step_of(bare), typical_of(bare)) == ("", None, None)


@pytest.mark.parametrize("name", [None, "sickness_weaks", "typical.sickness_weaks"])
def test_a_typical_value_that_is_not_there_is_an_error(name: str | None) -> None:
    """A field that states no default has a typical value, by its own name or by another."""
    with pytest.raises((KeyError, RuntimeError)) as caught:  # wrapped before Python 3.12

        class Misspelt(Inputs):
            weaks: Weeks = entry("Weeks", "Weeks of a year.", "weeks_per_year", typical_name=name)

    reason = caught.value.__cause__ or caught.value
    assert isinstance(reason, KeyError)
    assert reason.args == (f"clinic.{name or 'weaks'}",)


def test_a_typical_value_is_found_by_the_name_of_the_field() -> None:
    """In the file of working life, else in that of clinics; a default of its own has none."""

    class Found(Inputs):
        sickness_weeks: Weeks = entry("Sick", "Weeks.", "weeks_per_year")
        vacancy_weeks: Weeks = entry("Vacant", "Weeks.", "weeks_per_year")
        ill: Weeks = entry("Ill", "Weeks.", "weeks_per_year", typical_name="sickness_weeks")
        holiday_weeks: Weeks = entry("Holiday", "Weeks.", "weeks_per_year", 1.0)

    fields = Found.model_fields.values()
    sick, vacant = typical("sickness_weeks"), typical("clinic.vacancy_weeks")
    assert [typical_of(field) for field in fields] == [sick, vacant, sick, None]
    assert [field.default for field in fields] == [sick.number, vacant.number, sick.number, 1.0]


def test_a_choice_is_read_in_its_words() -> None:
    """The words stand on the field; a tag has those of all its types, in the order to offer."""
    assert chosen(HouseholdInputs(), "filing_status") == "Single"
    assert chosen(InsurerSessions(), "payer") == "Insurer"
    for kind in (PrivateSessions, InsurerSessions):
        assert list(words_of(kind.model_fields["payer"])) == ["private", "insurer"]
    assert words_of(PrivateSessions.model_fields["label"]) == {}


def test_several_choices_are_bounded_by_their_words() -> None:
    """No more can be chosen than there are, and an assumption says a choice in words."""
    with pytest.raises(ValueError, match="at most 11"):
        Hourly(paid_buckets=("notes",) * 12)
    said = {found.path: found.said for found in OWN.assumptions()}
    assert said["household.filing_status"] == "Single"
    assert said["household.state"] is None


@pytest.mark.parametrize(
    ("model", "name", "whole"),
    [
        (HouseholdInputs, "age", True),
        (LoansByPlan, "family_size", True),
        (PrivateSessions, "fee_per_session", False),
        (UsTax, "state_rate", False),
    ],
)
def test_a_field_of_whole_numbers_says_so(model: type[Inputs], name: str, whole: bool) -> None:
    """Also one that may be left empty."""
    assert is_whole(model.model_fields[name]) is whole


def test_a_step_is_that_of_the_unit_unless_stated() -> None:
    """One unit has one step on the screen; a field unlike the others says so."""

    class Stepped(Inputs):
        usual: Share = entry("Share", "A share.", "share", 0.5)
        fine: Share = entry("Share", "A share.", "share", 0.5, step=0.01)
        counted: Weeks = entry("Weeks", "Weeks.", "weeks", 1.0)

    assert [step_of(field) for field in Stepped.model_fields.values()] == [0.05, 0.01, None]


@pytest.mark.parametrize(
    ("per", "years", "payments"),
    [("month", 1.0, 12.0), ("quarter", 1.0, 4.0), ("year", 1.0, 1.0), ("years", 2.0, 0.5)],
)
def test_a_cost_is_paid_so_often(per: Any, years: float, payments: float) -> None:
    """Monthly, quarterly, yearly, or every so many years."""
    assert Cost(per=per, years=years).payments_per_year == payments


def test_a_cost_not_stated_is_typical_of_its_kind() -> None:
    """Label, amount and period come from the kind."""
    rent, dues = Cost(kind="rent"), Cost(kind="dues")
    assert (rent.label, rent.amount, rent.per) == ("Office rent", 1_000.0, "month")
    assert (dues.amount, dues.per, dues.typical.number) == (216.0, "year", 216.0)
    assert Cost(kind="rent", amount=5.0).amount == 5.0


@pytest.mark.parametrize(
    ("option", "price", "minutes"),
    [
        ("full", 100.0, 80.0),
        ("telehealth", 100.0, 50.0),
        ("courtesy", 85.0, 80.0),
        ("sliding", 60.0, 80.0),
        ("group", 47.0, 80.0),
    ],
)
def test_own_therapy_costs_what_its_option_says(option: Any, price: float, minutes: float) -> None:
    """Each option has its share of the full price; telehealth saves the way."""
    therapy = OwnTherapy(
        full_price_per_session=100.0, price_option=option, travel_minutes_per_session=30.0
    )
    assert therapy.price_per_session == pytest.approx(price)
    assert therapy.minutes_of_day_per_session == minutes


def test_weeks_off_are_added() -> None:
    """Holiday, sickness, training and others; a whole year off is lawful."""
    time = Time(holiday_weeks=40.0, sickness_weeks=6.0, training_weeks=5.0, other_weeks_off=1.0)
    assert time.weeks_off == 52.0


def test_insurers_have_defaults_of_their_own() -> None:
    """No card and no fee for a lost session; a practice taxed by law is the default."""
    kind = InsurerSessions()
    assert (kind.card_paid_share, kind.missed_charged_share, kind.fee_per_session) == (0, 0, 122.0)
    assert OWN.household.tax == UsTax()


def test_a_local_rate_of_forty_percent_is_refused() -> None:
    """No city takes two fifths of income: the most we model is a fifth."""
    assert problem_of({"household.tax.local_rate": 0.4}) == (
        "household.tax.local_rate",
        "too_large",
    )
