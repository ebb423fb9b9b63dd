"""What a bill reads, its lines cite: no figure of a law works unseen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from calc import Scenario
from calc.ledger import Line, total
from calc.parameters import Parameter, Rules, load_rules, state_names, tax_years
from calc.scenario.household import FilingStatus
from calc.taxes import Household, tax_bill
from calc.taxes.household import Deduction
from calc.taxes.payroll import employer_load, payroll_rates
from calc.taxes.saving import saving_of_year
from tests.health.test_states import WORDS, Watched

STATUSES: tuple[FilingStatus, ...] = get_args(FilingStatus)
DEDUCTIONS: tuple[Deduction, ...] = get_args(Deduction)
# Names of states are no figures; a state's rules in words are what its lines say of themselves.
NO_FIGURES = {"states.name"}
# Read when saving is limited (below) and dates are set, before or beside a bill.
BESIDE_A_BILL = {
    "elective_deferral_limit_401k",
    "annual_additions_limit_solo_401k_and_sep",
    "self_employed_contribution_share",
    "hsa_limit_self_only",
    "hsa_limit_family",
    "catch_up_401k",
    "hsa_catch_up",
    "estimated_tax_due",
    "qbi_wage_share",  # of an owner's return, below
    "start_up_costs_at_once",  # these are told of, where months ahead begin with costs
    "start_up_costs_high",
    "start_up_costs_months",
}


class Recording(Rules):
    """The rules of a year, and the keys of those parameters that were read."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(rules.tax_year, rules)
        self.keys_read: set[str] = set()
        self.states_read: dict[str, Watched] = {}

    def __getitem__(self, key: str) -> Parameter:
        """The parameter, noted."""
        self.keys_read.add(key)
        return super().__getitem__(key)

    def state(self, code: str) -> Watched | None:
        """A state's parameters, each noted when it is read."""
        found = super().state(code)
        return None if found is None else self.states_read.setdefault(code, Watched(found))

    def payroll_programmes(self, code: str) -> tuple[Parameter, ...]:
        """The programmes of a state, noted as read."""
        found = super().payroll_programmes(code)
        self.keys_read.update(programme.key for programme in found)
        return found

    def programme_wages(self, name: str) -> Parameter:
        """What wages mean to a programme, noted as read."""
        found = super().programme_wages(name)
        self.keys_read.add(found.key)
        return found

    def read(self) -> set[str]:
        """Every figure that was read, by its key."""
        of_states = {
            f"states.{code}.{name}"
            for code, watched in self.states_read.items()
            for name in watched.read - set(WORDS)
        }
        return (self.keys_read | of_states) - NO_FIGURES


def cited(line: Line) -> set[str]:
    """The keys of all parameters that a statement cites."""
    return {source.key for _, part in line.walk() for source in part.sources}


def households(state: str) -> Iterator[Household]:
    """Every filing status, deduction and age that a rule asks for, at every income.

    With and without children, saving, interest and the least business income deduction.
    """
    incomes = np.concatenate([np.linspace(0.0, 60_000.0, 25), np.geomspace(7e4, 2e6, 40)])
    for status in STATUSES:
        for deduction in DEDUCTIONS:
            for children, age, rate in ((0, 40, 0.0), (3, 70, 0.02)):
                yield Household(
                    filing_status=status,
                    state=state,
                    age=age,
                    children_under_17=children,
                    older_children=children // 3,
                    profit=incomes,
                    wages=incomes / 2,
                    spouse_wages=incomes if status == "joint" else 0.0,
                    other_income=incomes / 8 if children else 0.0,
                    spouse_profit=incomes / 3 if status == "joint" and children else 0.0,
                    deferral_401k=np.minimum(incomes, 2_000.0),
                    student_loan_interest=2_000.0,
                    payroll_programme_rate=rate,
                    deduction=deduction,
                    qbi_minimum=bool(children),
                )


@pytest.mark.parametrize("year", tax_years())
def test_a_federal_bill_cites_what_it_reads(year: int) -> None:
    """Through every credit and phase-out no law is read that no line cites, nor the other way."""
    met: set[str] = set()
    for household in households("TX"):
        rules = Recording(load_rules(year))
        lines = tax_bill(household, rules).total
        assert cited(lines) == rules.read()
        met |= rules.read()
    federal = {key for key in load_rules(year) if key.startswith("us_federal.")}
    assert federal - met == {f"us_federal.{name}" for name in BESIDE_A_BILL}


@pytest.mark.parametrize("year", tax_years())
def test_an_owners_return_cites_what_it_reads(year: int) -> None:
    """The return of a corporation's owner reads its own limit besides, and cites it."""
    for household in households("TX"):
        rules = Recording(load_rules(year))
        owner = replace(household, corporate_pay=40_000.0, corporate_income=60_000.0)
        assert cited(tax_bill(owner, rules).total) == rules.read()
        assert "us_federal.qbi_wage_share" in rules.read()


def test_the_households_reach_every_credit_and_phase_out() -> None:
    """Each credit and deduction is had by somebody and not by everybody of the grid."""
    bills = [tax_bill(household, load_rules(2026)).total for household in households("TX")]
    for name in (
        "savers_credit",
        "child_credit",
        "child_credit_paid_out",
        "child_credit.lost",
        "earned_income_credit",
        "earned_income_credit.falling",
        "qbi_deduction",
        "student_loan_interest",
        "senior_deduction",
        "additional_medicare",
    ):
        found = [part for bill in bills for _, part in bill.walk() if part.key == f"taxes.{name}"]
        amounts = np.concatenate([np.ravel(line.amount) for line in found])
        assert np.any(amounts != 0.0), name
        assert np.any(amounts == 0.0), name


@pytest.mark.parametrize("state", state_names())
def test_a_states_bill_cites_what_it_reads(state: str) -> None:
    """No figure of a state or of its programmes is read that no line cites."""
    for household in households(state):
        rules = Recording(load_rules(2026))
        lines = tax_bill(household, rules).total
        assert rules.read() - cited(lines) == set()


@pytest.mark.parametrize("rate", [None, 0.03])
def test_a_bill_at_other_rates_cites_what_it_reads(rate: float | None) -> None:
    """Nor where the year of a state is not recorded, left out or at the user's rate."""
    for household in (
        Household(state="PA", wages=50_000.0, state_rate=rate),
        Household(state="TX", profit=50_000.0, state_rate=rate),
    ):
        rules = Recording(load_rules(2025))
        lines = tax_bill(household, rules).total
        assert cited(lines) == rules.read()


@pytest.mark.parametrize("own", [None, 0.01])
@pytest.mark.parametrize("state", state_names())
def test_an_employers_costs_cite_what_they_read(state: str, own: float | None) -> None:
    """Each payroll tax cites its rate and its base; an own rate in place of one cites none."""
    rules = Recording(load_rules(2026))
    rates = payroll_rates(rules, state, state_unemployment_rate=own, workers_compensation_share=own)
    assert cited(employer_load(80_000.0, rates)) == rules.read()


@pytest.mark.parametrize("cover", ["self_only", "family"])
@pytest.mark.parametrize(
    ("name", "kind"), [("solo_private_pay", "own_practice"), ("graduate_with_loans", "employee")]
)
def test_saving_cites_the_limits_it_reads(name: str, kind: str, cover: str) -> None:
    """What is put in cites the law that limits its deduction; the bill cites taxes on profit."""
    path = Path(__file__).parents[2] / "scenarios" / f"{name}.toml"
    plan = Scenario.from_toml(path.read_text(encoding="utf-8"))
    assert plan.work.kind == kind
    plan = plan.with_values({"work.saving.health_savings.cover": cover})
    rules = Recording(load_rules(2026))
    nothing = total("benefits", "Benefits", unit="money_per_year")
    saving = saving_of_year(plan, rules, 90_000.0, nothing)
    bill = tax_bill(Household(profit=90_000.0), load_rules(2026))
    of_profit = cited(bill.total)
    assert rules.read() - of_profit == cited(saving.set_aside)
    own = {"self_employed_contribution_share", "annual_additions_limit_solo_401k_and_sep"}
    always = {"elective_deferral_limit_401k", "catch_up_401k", "hsa_catch_up", f"hsa_limit_{cover}"}
    expected = always | own if kind == "own_practice" else always
    assert cited(saving.set_aside) == {f"us_federal.{one}" for one in expected}
