"""Pay, the cost of an employee and taxes as other calculators work them out."""

from typing import Any

import pytest

from calc import Result
from calc.offers import compare, equal_pay
from calc.questions.solve import Reached
from calc.scenario import Offers
from calc.taxes import Household, TaxBill, tax_bill
from calc.taxes.contributions import employer_part_limit
from calc.taxes.payroll import employer_load, loaded_cost, payroll_rates
from tests.peers.assumed import GUIDES_RULES, NONE, RULES, caseload, evaluated, inputs_of, monthly


def clearbrook(**work: Any) -> Result:
    """A salary of $6,000 a month under payroll tax alone, 7.65 %."""
    return evaluated(
        {
            "kind": "employee",
            **caseload(20, 100, 48),
            "pay": {"kind": "salary", "salary_per_year": 6_000 * 12},
            **work,
        },
        tax={"mode": "separate", "income_tax_rate": 0, "social_rate": 0.0765},
    )


def clearbrook_after_payroll_tax() -> float:
    """That salary after payroll tax, per month."""
    result = clearbrook()
    by_law = tax_bill(Household(wages=72_000.0), RULES).fica.amount
    assert float(result.taxes.amount) == pytest.approx(float(by_law))
    return monthly(result, result.take_home)


def clearbrook_effective_value_month() -> float:
    """With $400 a month of health cover in kind: the worth of the package."""
    result = clearbrook(benefits={"in_kind": [{"label": "Health", "worth_per_year": 4_800}]})
    return monthly(result, result.package)


def advisor_gross_1() -> float:
    """A salary of $75,000, whatever is held."""
    work = {
        "kind": "employee",
        **caseload(20, 150, 48, missed_share=0.15),
        "pay": {"kind": "salary", "salary_per_year": 75_000},
    }
    return float(evaluated(work, tax=NONE).money_in.amount)


def advisor_gross_2() -> float:
    """40 % of $150 for 25 sessions booked in 48 weeks, 85 % of them kept."""
    kinds = caseload(25, 150, 48, missed_share=0.15, missed_charged_share=0)
    work = {"kind": "employee", **kinds, "pay": {"kind": "split", "share": 0.4}}
    return float(evaluated(work, tax=NONE).money_in.amount)


def associate(name: str) -> float:
    """A row of the loaded cost of $70,000 in California: workers' compensation at 1.65 %."""
    rates = payroll_rates(GUIDES_RULES, "CA", workers_compensation_share=0.0165)
    load = employer_load(70_000.0, rates, other_per_year=100.0)
    if name in ("total", "multiplier"):
        cost = float(loaded_cost(70_000.0, load).amount)
        return cost / 70_000.0 if name == "multiplier" else cost
    return float(load.find(f"load.{name}").amount)


def bill(profit: float = 0.0, wages: float = 0.0, **household: Any) -> TaxBill:
    """A single person's return of 2026."""
    return tax_bill(Household(profit=profit, wages=wages, **household), RULES)


def sep_room(profit: float) -> float:
    """The most that may go into a SEP."""
    half = float(bill(profit).self_employment_tax.amount) / 2
    return float(
        employer_part_limit(
            profit,
            half,
            RULES["us_federal.self_employed_contribution_share"].number,
            RULES["us_federal.annual_additions_limit_solo_401k_and_sep"].number,
        )
    )


def per_dollar(name: str, **household: Any) -> float:
    """Tax saved by a dollar of business cost at a profit of $130,000, in the 22 % bracket."""
    tax = getattr(bill(130_000.0, **household), name).amount
    less = getattr(bill(129_000.0, **household), name).amount
    return float(tax - less) / 1_000


def share_of_what_is_left(name: str) -> float:
    """The split of 60 % of the fees, less rent and expenses, that pays what $50 a session does."""
    given = inputs_of(name)
    left = given["n"] * given["f"] * 0.6 - given["r"] - given["e"]
    row = caseload(given["n"] / 4, left / given["n"], 48.0)
    offers = Offers.parse(
        {
            "offers": [
                {"label": kind, "work": {"kind": "contractor", "pay": pay, **row}}
                for kind, pay in (
                    ("split", {"kind": "split", "share": 0.5}),
                    ("rate", {"kind": "per_session", "rates_per_session": [given["p"]]}),
                )
            ],
            "household": {"tax": NONE},
        }
    )
    split, rate = compare(offers).compared
    found = equal_pay(split, rate, "take_home_per_month")
    assert isinstance(found, Reached)
    return 100 * found.value
