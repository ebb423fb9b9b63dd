"""Filing apart in words: only what was computed, in the direction it goes."""

from dataclasses import replace
from typing import Any

import pytest

from calc import Result
from calc.ledger import given
from calc.questions.apart import FilingApart, NotCompared, filing_apart
from calc.questions.repayment import Filing
from tests.calc.questions.test_apart import compared, couple
from ui.telling import apart_words, loan_words


def told(result: Result, **changes: Any) -> str:
    """Every sentence, of the answer as it is or with some of it replaced."""
    found = replace(compared(result), **changes) if changes else compared(result)
    return " ".join(apart_words.told(found, result))


def cost(amount: float) -> dict[str, Any]:
    """The cost of filing apart, and with it the sum."""
    return {
        "cost": given("apart", "Cost", amount, "money_per_year"),
        "gain": given("gain", "Sum", 8_350.0 - amount, "money_per_year"),
    }


def test_a_couple_with_a_loan() -> None:
    """Cost, payments, the sum and where it turns; the fold says the first two."""
    result = couple({})
    found = compared(result)
    said = told(result)
    assert "Filing apart costs **\\$300** a year in tax." in said
    assert (
        "It saves **\\$8,350** a year of payments on your federal loans: \\$912 a month together, "
        "\\$217 apart." in said
    )
    assert "In all it leaves **\\$8,050** a year more." in said
    assert "it comes out even at **\\$" in said
    title = apart_words.fold_title(found, "USD")
    assert title == "**Filing apart** · costs \\$300 of tax, saves \\$8,350 of payments"


def test_each_direction() -> None:
    """What saves tax, costs none, or leaves less in all, is told as that."""
    result = couple({})
    assert "Filing apart saves **\\$200** a year in tax" in told(result, **cost(-200.0))
    assert "Filing apart costs nothing in tax." in told(result, **cost(0.0))
    less = told(result, **cost(9_000.0), is_stated=True)
    assert "a year in tax, as you stated." in less
    assert "In all it leaves **\\$650** a year less: payments would have to fall by \\$750" in less
    dearer = replace(compared(result), paid_apart=12_000.0)
    assert "It adds **\\$1,050** a year" in " ".join(apart_words.told(dearer, result))
    assert "adds \\$1,050 of payments" in apart_words.fold_title(dearer, "USD")
    found = compared(result)
    assert "costs no tax" in apart_words.fold_title(replace(found, **cost(0.0)), "USD")
    assert "saves \\$5 of tax" in apart_words.fold_title(replace(found, **cost(-5.0)), "USD")


def test_without_a_payment() -> None:
    """The cost, and what a payment would have to fall by; nothing of that where it costs none."""
    result = couple(spouse_wages_per_year=0.0)
    found = compared(result)
    assert apart_words.fold_title(found, "USD").endswith("of tax")
    assert "payments on loans by income by more than" in told(result)
    assert "payments" not in told(couple())
    assert apart_words.NO_SPOUSE in apart_words.unsure(found, result)


def test_community_property_is_marked_uncertain() -> None:
    """Halves are told as a reading, and what is paid where the servicer takes the own pay."""
    result = couple({}, state="TX", children_under_17=1)
    found = compared(result)
    assert "a year more in all: ask." in told(result)
    assert "a year less in all: ask." in told(result, **cost(20_000.0))
    said = apart_words.unsure(found, result)
    assert said == [
        apart_words.CHILDREN["you"],
        apart_words.COMMUNITY,
        apart_words.HEAD_OF_HOUSEHOLD,
    ]
    assert apart_words.unsure(compared(couple({})), couple({})) == [apart_words.HEAD_OF_HOUSEHOLD]


@pytest.mark.parametrize("why", ["not_joint", "no_return"])
def test_why_it_is_not_worked_out(why: Any) -> None:
    """A sentence for each reason, with what to do."""
    assert "choose" in apart_words.why_not(NotCompared(why))


def test_the_table_adds_up() -> None:
    """Apart, more: both separate returns less the joint one; its last row is the cost."""
    result = couple({}, state="NY", spouse_wages_per_year=180_000.0)
    found = filing_apart(result)
    assert isinstance(found, FilingApart)
    table = apart_words.returns_table(found, "USD")
    for _, joint, own, spouse, more in table.rows:
        assert more == pytest.approx(own + spouse - joint)
    assert table.rows[-1][4] == pytest.approx(float(found.cost.amount))
    short = apart_words.short_table(found, "USD").rows
    assert [row[2] for row in short] == [own + spouse for _, _, own, spouse, _ in table.rows]
    labels = [row[0] for row in table.rows]
    assert "Additional Medicare tax" in labels
    assert "Local income tax" not in labels


def test_both_ways_in_the_heading_of_loans() -> None:
    """A payment each way, and the tax beside it: more, less or none, stated or worked out."""
    result, stated = couple({}), couple({"separate_cost_per_year": 0.0})
    together, apart = loan_words.ways_of_filing(Filing(900.0, 200.0, 25.0), result)
    assert together == "Together: **\\$900** a month."
    assert apart == "Apart: **\\$200** a month, and \\$25.00 a month more tax."
    _, apart = loan_words.ways_of_filing(Filing(900.0, 200.0, -25.0), result)
    assert apart.endswith("and \\$25.00 a month less tax.")
    _, apart = loan_words.ways_of_filing(Filing(900.0, 200.0, 0.0), stated)
    assert apart.endswith("and no more tax, as you stated.")
