"""Examples that the IRS, laws and pages of states print: corporations, premium credit, dates."""

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from calc.parameters import load_rules
from calc.taxes import Household, tax_bill
from calc.taxes.cover.credit import owed_in_april, percent_of_line
from calc.taxes.cover.law import credit_law, figure_within
from calc.taxes.entity import Corporation, corporation_year
from calc.taxes.instalments import ASKED_SHARE, annualised_income
from calc.taxes.payroll import payroll_rates

FILE = Path(__file__).parent / "entity_and_cover_examples.csv"
LINES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
ROWS = {row["id"]: row for row in csv.DictReader(LINES)}
# No practice of a therapist is of this kind: it is a specified service, with no property to count.
NOT_OURS = ("EX022", "EX023")
RULES = load_rules(2026)
LINE = 15_650.0
Given = Mapping[str, Any]


def figure(given: Given) -> dict[str, float]:
    """The share of income at a percent of one band."""
    band = (given["from"], given["to"], given["initial"], given["final"])
    return {"applicable_figure": float(figure_within(given["fpl_percent"], *band, 0.0001))}


def percent(given: Given) -> dict[str, float]:
    """Whole percents of the poverty line."""
    law = credit_law(2026)
    return {"fpl_percent": float(percent_of_line(given["ratio"] * LINE, LINE, law))}


def reconciled(given: Given) -> dict[str, float]:
    """The credit, and all of the advance beyond it."""
    credit = given["benchmark_premium"] - given["expected_contribution"]
    repaid = credit_law(2026).repayment.number
    return {"credit": credit, "excess": float(owed_in_april(given["advance"], credit, repaid))}


def whole_year(given: Given) -> dict[str, float]:
    """Income so far as that of a year, in whole dollars."""
    months = round(12.0 / given["factor"])
    return {"annualised": round(float(annualised_income(given["income_to_date"], months)))}


def share(given: Given) -> dict[str, float]:
    """The share of the annualised tax that is asked for by each of four dates."""
    return {"share_of_annualised_tax": given["period"] / 4.0 * ASKED_SHARE}


def premium(given: Given) -> dict[str, float]:
    """A premium without pay: it is in box 1, bears no payroll tax, and nothing is deducted."""
    owner = Household(
        corporate_income=1.0,  # the practice leaves a dollar: without it there is no corporation
        corporate_pay=given["cash_wages"],
        corporate_premium=given["premium"],
    )
    bill = tax_bill(owner, RULES)
    deducted = float(owner.corporate_premium_deducted)
    return {
        "box_1": float(bill.adjusted_income.amount) - 1.0 + deducted,
        "box_3": float(bill.fica.amount),
        "box_5": float(bill.additional_medicare.amount),
        "deduction": deducted,
    }


def entity_tax(state: str) -> Callable[[Given], dict[str, float]]:
    """The tax of a state on a corporation that pays no salary."""

    def found(given: Given) -> dict[str, float]:
        left = given.get("net_income", 10_000.0)
        corporation = Corporation(profit=left, receipts=given.get("receipts", left), salary=0.0)
        rates = payroll_rates(RULES, state)
        return {"tax": float(corporation_year(corporation, rates, RULES, state).entity_tax.amount)}

    return found


def unemployment(given: Given) -> dict[str, float]:
    """Federal unemployment tax on a salary."""
    rules = load_rules(given["year"])
    corporation = Corporation(profit=1e5, receipts=1e5, salary=given["salary"])
    year = corporation_year(corporation, payroll_rates(rules, given["state"]), rules, "TX")
    return {"futa": float(year.payroll_tax.find("corporation.federal_unemployment").amount)}


OURS: dict[str, Callable[[Given], dict[str, float]]] = {
    "applicable_percentage": figure,
    "fpl_percent": percent,
    "reconcile": reconciled,
    "annualised_income": whole_year,
    "annualised_share": share,
    "health_premium": premium,
    "NY": entity_tax("NY"),
    "NJ": entity_tax("NJ"),
    "CA": entity_tax("CA"),
    "futa": unemployment,
}


@pytest.mark.parametrize("name", [name for name in ROWS if name not in NOT_OURS])
def test_an_example_that_is_printed_is_found(name: str) -> None:
    """Every figure of the example."""
    row = ROWS[name]
    expected = json.loads(row["expected"])
    assert OURS[row["rule"]](json.loads(row["inputs"])) == pytest.approx(expected, abs=1e-6)


def test_only_what_no_practice_has_is_left_out() -> None:
    """Both rows are of businesses that are no specified service."""
    assert {row["rule"] for row in ROWS.values()} - set(OURS) == {"qbi_deduction"}
    assert all(json.loads(ROWS[name]["inputs"])["sstb"] == 0 for name in NOT_OURS)
