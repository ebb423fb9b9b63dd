"""The table of what is not computed says so in whole sentences, and is true of the code.

A row goes, or is put right, on the day when what it says becomes computed: then a test here fails.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from calc import Scenario, evaluate
from calc.errors import ScenarioError
from calc.parameters import cities, load_rules
from calc.parameters.limits import limit_rows
from calc.parameters.student_loans import loan_rules
from calc.scenario import Offers
from calc.scenario.clinic import Plans
from calc.scenario.loans import LAST_DAY
from calc.taxes import Household
from ui.telling.limits import AREAS

ROOT = Path(__file__).parents[2]
ROWS = {found.key.removeprefix("limits."): found for found in limit_rows()}
KEYS = {"area", "who", "instead", "also"}
# Parts of names that no input, no figure of the data and no part of a return has. One that has it
# is computed, or nearly: then look at the row.
NOWHERE = {
    "part_year": ("months_worked", "part_year", "half_time"),
    "leave_benefits": ("leave_benefit",),
    "seasons": ("quarterly",),
    "claims": ("deductible_per", "copay", "denied", "denial"),
    "worth_of_practice": ("goodwill", "sale_price"),
    "sales_tax": ("sales_tax_rate", "use_tax"),
    "depreciation": ("depreciation", "mileage", "home_office"),
    "business_loan": ("business_loan",),
    "yearly_fees": ("annual_report", "business_licence_fee"),
    "medicare_premium": ("medicare_premium", "part_b"),
    "corporation": ("corporation", "partnership", "entity"),
    "capital_gains": ("capital_gain", "qualified_dividend"),
    "social_security": ("social_security_benefit",),
    "itemised": ("mortgage", "charit", "gifts", "medical_cost"),
    "new_deductions": ("overtime_deduction", "car_loan", "charit", "tips"),
    "premium_credit": ("premium_credit", "premium_tax_credit", "marketplace"),
    "other_credits": ("education_credit", "dependent_care", "child_care_credit", "adoption"),
    "minimum_tax": ("alternative_minimum",),
    "penalties": ("carryover", "penalty"),
    "by_quarter": ("annualised", "annualized", "first_quarter"),
    "withholding": ("withheld_per", "withholding"),
    "other_saving": ("traditional_ira", "ira_per_year", "simple_ira", "defined_benefit"),
    "spending_accounts": ("flexible_spending", "fsa", "commuter_benefit"),
    "pay_of_others": ("spouse_deferral", "spouse_premium", "other_job_deferral"),
    "two_states": ("work_state", "second_state", "nonresident_state"),
    "state_pensions": ("taxable_pension_exclusion", "social_security_subtraction"),
    "city_commuters": ("city_of_work", "work_city", "resident_credit"),
    "nyc_credit": ("unincorporated_credit", "ubt_credit"),
    "commerce_tax": ("NV_commerce",),
    "joining_programmes": ("opted_in", "joins_programme"),
    "moving_a_licence": ("endorsement", "compact"),
    "city_wages": ("minimum_wage_city", "city_minimum_wage"),
    "clauses": ("non_compete", "competition", "notice_weeks", "tail_cover"),
    "living_elsewhere": ("cost_of_living", "moving_cost", "relocation"),
    "payroll": ("pay_slip", "payslip"),
    "clinic_as_company": ("clinic_income_tax", "corporate_tax"),
}


def models_in(kind: Any) -> Iterator[type[BaseModel]]:
    """Every model that a type is made of."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    elif get_origin(kind) is not None or isinstance(kind, UnionType):
        for part in get_args(kind):
            yield from models_in(part)


def inputs() -> dict[type[BaseModel], None]:
    """The models of a plan, offers and a clinic, and all that they are made of."""
    found: dict[type[BaseModel], None] = dict.fromkeys((Scenario, Offers, Plans))
    left = list(found)
    while left:
        for info in left.pop().model_fields.values():
            for model in models_in(info.annotation):
                if model not in found:
                    found[model] = None
                    left.append(model)
    return found


FIELDS = {name for model in inputs() for name in model.model_fields}
FIGURES = {key.partition(".")[2] for key in load_rules(2026)} | set(loan_rules(LAST_DAY))
NAMES = FIELDS | FIGURES | {field.name for field in dataclasses.fields(Household)}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_whole(name: str) -> None:
    """An area that has a heading; a name without a stop; sentences with one; other words for it."""
    found = ROWS[name]
    assert isinstance(found.value, Mapping)
    assert KEYS <= set(found.value) <= KEYS | {"shown_in"}
    assert found.text("area") in AREAS
    assert not found.label.endswith(".")
    assert not found.text("who").endswith(".")
    assert found.text("who")[0].isupper()
    assert re.fullmatch(r"[A-Z].*\.", found.text("instead"))
    assert len(found.text("instead")) < 200
    assert found.text("also") == found.text("also").lower().strip()


@pytest.mark.parametrize("name", ROWS)
def test_a_row_says_where_its_limit_lies(name: str) -> None:
    """Its source is a place in the code that exists, or a text that was read."""
    source = ROWS[name].source
    assert source.link.startswith("https://") or (ROOT / source.title).exists()


def test_no_matter_stands_twice() -> None:
    """Each has a name of its own, whatever data it comes from."""
    names = [found.label for found in ROWS.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", NOWHERE)
def test_what_is_not_computed_is_nowhere_in_the_code(name: str) -> None:
    """No input, figure or part of a return is named for it: else its row is out of date."""
    assert name in ROWS
    assert {found for found in NAMES for part in NOWHERE[name] if part in found} == set()


def test_the_search_for_names_can_fail() -> None:
    """Names of each kind are among those that are looked through."""
    assert {"fee_per_session", "repaid_on_leaving", "roster_columns"} <= FIELDS
    assert {"standard_deduction", "pslf_payments", "NH_business_profits"} <= FIGURES
    assert "premium_before_tax" in NAMES - FIGURES


def test_a_return_filed_apart_is_refused() -> None:
    """By name: where that has become otherwise, the row on it goes."""
    with pytest.raises(ScenarioError, match="not_supported"):
        Scenario.parse({"household": {"filing_status": "separate"}})


def test_kinds_of_own_work_are_those_of_a_sole_proprietor() -> None:
    """One that is an entity would make the row on corporations untrue."""
    work = Scenario.model_fields["work"].annotation
    kinds = {model.model_fields["kind"].default for model in models_in(work)}
    assert kinds == {"own_practice", "contractor", "employee"}


def test_cities_that_are_named_cannot_be_chosen() -> None:
    """San Francisco, Seattle, Denver: their taxes are rows because no city record has them."""
    names = {city.name for city in cities().values()}
    assert names.isdisjoint({"San Francisco", "Seattle", "Denver"})
    assert {city.state for city in cities().values()}.isdisjoint({"NV", "WV", "SC"})


LONG_WEEKS: dict[str, dict[str, Any]] = {
    "hourly": {"kind": "hourly", "rate_per_hour": 30.0},
    "salary": {"kind": "salary", "salary_per_year": 30_000.0},
    "per_session": {"kind": "per_session", "rates_per_session": (45.0,)},
    "split": {"kind": "split", "share": 0.5},
}


@pytest.mark.parametrize("form", LONG_WEEKS)
def test_overtime_is_of_pay_by_the_hour_alone(form: str) -> None:
    """Weeks of far more than 40 hours: every other form of pay has none, as its row says."""
    kinds = ({"payer": "private", "booked_per_week": 50.0, "minutes_per_session": 60.0},)
    work = {"kind": "employee", "pay": LONG_WEEKS[form], "session_kinds": kinds}
    result = evaluate(Scenario.parse({"work": work}), load_rules(2026))
    assert float(result.hours.amount) > 45.0 * 52
    keys = {line.key for _, line in result.money_in.walk()}
    assert ("money_in.overtime" in keys) == (form == "hourly")
    assert {"long_days", "other_overtime"} <= set(ROWS)
