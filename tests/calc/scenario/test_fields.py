"""Fields describe themselves: bounds, unit, step, typical value and the words of choices."""

import pytest

from calc.parameters import typical
from calc.scenario import HouseholdInputs, InsurerSessions, LoansByPlan, PrivateSessions, UsTax
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
