"""Filing apart: both returns itemise or neither does, and who is 65 has no deduction for it."""

from dataclasses import replace

import numpy as np
import pytest

from calc.parameters import load_rules
from calc.taxes import Household, tax_bill
from calc.taxes.apart import filed_apart

RULES = load_rules(2026)
OREGON = Household(filing_status="joint", state="OR", wages=250_000.0, spouse_wages=250_000.0)
SMALL = replace(OREGON, wages=60_000.0, spouse_wages=60_000.0)


def test_both_itemise_where_that_is_the_lower_sum() -> None:
    """With 250,000 each, Oregon's tax is above 16,100 each; with 60,000 each it is not."""
    assert filed_apart(OREGON, RULES).itemised
    assert not filed_apart(SMALL, RULES).itemised
    forced = filed_apart(replace(SMALL, deduction="itemised"), RULES)
    assert forced.itemised
    assert forced.own.deduction.amount < 16_100
    free, plain = (
        filed_apart(replace(OREGON, deduction=way), RULES) for way in ("lowest", "standard")
    )
    both = [sum(float(one.total.amount) for one in (it.own, it.spouse)) for it in (free, plain)]
    assert both[0] < both[1]
    assert not plain.itemised


def test_one_itemises_and_so_must_the_other() -> None:
    """One of 240,000, one of 20,000: state tax of the first is above its standard deduction.

    The second would lose 16,100 for its little state tax, so neither itemises unless that pays.
    """
    couple = replace(OREGON, wages=240_000.0, spouse_wages=20_000.0)
    found = filed_apart(couple, RULES)
    ways = [filed_apart(replace(couple, deduction=way), RULES) for way in ("standard", "itemised")]
    due = [float(one.own.total.amount + one.spouse.total.amount) for one in ways]
    assert found.itemised == (due[1] < due[0])
    assert float(found.own.total.amount + found.spouse.total.amount) == pytest.approx(min(due))


def test_draws_take_each_its_own_deduction() -> None:
    """Of two draws one itemises: each is as it is alone, its lines too."""
    wages = np.array([60_000.0, 250_000.0])
    found = filed_apart(replace(OREGON, wages=wages, spouse_wages=wages), RULES)
    assert np.asarray(found.itemised).tolist() == [False, True]
    for place, alone in enumerate((SMALL, OREGON)):
        single = filed_apart(alone, RULES)
        assert found.cost.at(place).amount == pytest.approx(float(single.cost.amount))
        line = found.own.income_tax.find("taxes.taxable_income").at(place)
        assert line.amount == pytest.approx(float(single.own.taxable_income.amount))


def test_a_separate_return_has_neither_senior_deduction_nor_earned_income_credit() -> None:
    """At 67 with 20,000 of wages and a child: 16,100 + 1,650 deducted, no credit on earnings."""
    home = Household(
        filing_status="separate", state="TX", age=67, wages=20_000.0, children_under_17=1
    )
    bill = tax_bill(home, RULES)
    assert float(bill.deduction.amount) == 17_750
    assert float(bill.find("taxes.earned_income_credit").amount) == 0.0
    assert bill.find("taxes.earned_income_credit").how.startswith("none on the separate return")
    with pytest.raises(KeyError):
        bill.find("taxes.senior_deduction")
    assert float(tax_bill(replace(home, student_loan_interest=2_500.0), RULES).total.amount) == (
        float(bill.total.amount)
    )


@pytest.mark.parametrize(
    ("state", "home", "wanted"),
    [
        # CalEITC, New York's household credit, D.C.'s childless credit: none is left
        ("CA", {"wages": 12_000.0, "children_under_17": 1}, 0.0),
        ("DC", {"wages": 12_000.0}, 0.0),
        ("OK", {"wages": 12_000.0, "children_under_17": 1}, None),
        ("MN", {"wages": 12_000.0, "children_under_17": 1}, 0.0),
        # New Mexico halves its child credit: 433.61 / 2 at 30,000
        ("NM", {"wages": 30_000.0, "children_under_17": 1}, 433.61 / 2),
    ],
)
def test_state_credits_of_a_separate_return(
    state: str, home: dict[str, float], wanted: float | None
) -> None:
    """What a state pays out on a separate return, and never more than to a single person."""
    found = [
        float(
            tax_bill(Household(filing_status=status, state=state, **home), RULES)  # type: ignore[arg-type]
            .find("taxes.state.refundable")
            .amount
        )
        for status in ("separate", "single")
    ]
    assert abs(found[0]) < abs(found[1])
    if wanted is not None:
        assert abs(found[0]) == pytest.approx(wanted, abs=0.01)


def test_states_with_brackets_of_their_own() -> None:
    """West Virginia's brackets are halved: 2.11 % of 5,000, 2.81 % of 7,500, and so on.

    Wages of 32,000 less an exemption of 2,000: 105.50 + 210.75 + 237 (3.16 % of 7,500) + 422
    (4.22 % of 10,000).
    """
    bill = tax_bill(Household(filing_status="separate", state="WV", wages=32_000.0), RULES)
    assert float(bill.state.amount) == pytest.approx(105.5 + 210.75 + 237 + 422)
    little = Household(filing_status="separate", state="NY", wages=15_000.0)
    assert float(tax_bill(little, RULES).find("taxes.state.credits").amount) == 0.0
