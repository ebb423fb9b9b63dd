"""The edges of state returns: records, ages, and lines that explain themselves."""

import pytest

from calc.parameters import load_rules, state_names
from calc.taxes import Household, tax_bill
from calc.taxes.states.record import state_record

RULES = load_rules(2026)


def test_a_table_is_not_a_number() -> None:
    """Steps read as one number, or one number read as steps, is an error that names it."""
    record = state_record("CA", RULES)
    assert record is not None
    with pytest.raises(TypeError, match="CA surtax_rate has steps"):
        record.amount("surtax_rate")
    with pytest.raises(TypeError, match="CA credit_earned_income_adjustment_factor has no steps"):
        record.steps("credit_earned_income_adjustment_factor")
    assert record.amount("no such number") == 0.0


def test_a_year_without_a_record() -> None:
    """There is none for 2025."""
    assert state_record("CA", load_rules(2025)) is None


def test_rules_in_words_say_of_which_year_they_are() -> None:
    """Those of 2026 that are kept in 2027 say so; those of the year itself, or none, do not."""
    ahead = load_rules(2027)
    california, indiana = state_record("CA", ahead), state_record("IN", ahead)
    assert california is not None
    assert indiana is not None
    assert california.told("special_rule").startswith("As in 2026: Exemptions are credits")
    assert indiana.told("special_rule").startswith("Flat 2.9%")
    assert indiana.told("no such rule") == ""


@pytest.mark.parametrize(("age", "credit"), [(18, False), (30, True)])
def test_minnesota_working_family_credit_asks_for_age(age: int, credit: bool) -> None:
    """Without a child the credit is for adults from the age the law names."""
    bill = tax_bill(Household(state="MN", age=age, wages=9_000.0), RULES)
    assert (float(bill.find("taxes.state.refundable").amount) < 0.0) == credit


@pytest.mark.parametrize("state", state_names())
def test_every_state_line_can_be_checked(state: str) -> None:
    """Each line of a state's tax says in words how it came about, or shows the law behind it."""
    bill = tax_bill(Household(state=state, profit=80_000.0), RULES)
    for _, line in bill.state.walk():
        assert line.how or line.source is not None, line.key
        assert line.label
    if bill.state.kind == "sum" and state != "WA":
        tax = bill.find("taxes.state.tax")
        assert tax.source is not None
        assert tax.source.key == f"states.{state}.income_tax_rate"
