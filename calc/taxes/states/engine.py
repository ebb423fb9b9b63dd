"""State income tax: seven steps that every state shares, each replaced by name where it differs.

A step reads the state's record and what the steps before it found; which parameters it read is
noted, so that its line can cite them. One that a state has no rule for gives None: it counts as
nothing and is not shown. `calc.taxes.states.own_rules` holds the steps that are a state's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from calc.number import Flag, Number, at_least_zero
from calc.taxes.household import Household
from calc.taxes.states.record import StateRecord

StepName = Literal["base", "deduction", "exemption", "taxable", "tax", "credits", "refundable"]


@dataclass(frozen=True, slots=True)
class FederalFigures:
    """What a state takes from the federal return: plain numbers, dollars a year.

    `own_wages` and `spouse_wages` are taxable wages, after deferral and premium; `deduction` is
    what lowered federal taxable income (0 where it was state tax itemised, which states add back).
    `earned_income_credit_at_any_age` is what it were without its limits of age.
    `tax_after_credits` is after credits that are not paid out, before the earned income credit.
    Both taxes on profit are a couple's; the spouse's own part of each, as the spouse's wages and
    profit, is 0 but on a joint return.
    """

    adjusted_income: Number
    taxable_income: Number
    deduction: Number
    qbi_deduction: Number
    senior_deduction: Number
    student_loan_deduction: Number
    half_tax: Number
    spouse_half_tax: Number
    self_employment_tax: Number
    spouse_self_employment_tax: Number
    own_fica: Number
    spouse_fica: Number
    additional_medicare: Number
    tax_before_credits: Number
    tax_after_credits: Number
    tax_after_all_credits: Number
    net_investment_income_tax: Number
    earned_income_credit: Number
    child_credit: Number
    own_wages: Number
    spouse_wages: Number
    spouse_profit: Number
    earned_income: Number
    earned_income_credit_at_any_age: Number
    has_too_much_investment: Flag
    itemised: bool = False


class Piece(NamedTuple):
    """One of the amounts that a step adds up, with its rule in words."""

    label: str
    amount: Number
    how: str


@dataclass(slots=True)
class StateReturn:
    """One state return while it is worked out: what goes in, and what each step found.

    `read` and `pieces` are those of the step at work.
    """

    household: Household
    federal: FederalFigures
    record: StateRecord
    found: dict[StepName, Number] = field(default_factory=dict)
    read: dict[str, None] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def status(self) -> str:
        """Whose figures are taken: a filing status that every record knows."""
        return self.record.status_of(self.household.filing_status, self.read)

    @property
    def filers(self) -> int:
        """One, or two on a joint return."""
        return 2 if self.household.filing_status == "joint" else 1

    @property
    def dependents(self) -> int:
        """Children under 17."""
        return self.household.children_under_17

    @property
    def people(self) -> int:
        """Filers and dependents."""
        return self.filers + self.dependents

    @property
    def agi(self) -> Number:
        """Federal adjusted income."""
        return self.federal.adjusted_income

    @property
    def ages(self) -> tuple[int, ...]:
        """Ages of the filers at the end of the year, the practice owner's first."""
        return (self.household.age, self.household.spouse_age)[: self.filers]

    def of_age(self, start: str = "aged_from") -> tuple[bool, ...]:
        """Whether each filer is as old as an age of the record."""
        least = self.amount(start)
        return tuple(age >= least for age in self.ages)

    def for_aged(self, key: str, kept: float = 1.0) -> Number:
        """An amount for each filer of the state's age, by adjusted income where it has steps.

        `kept` is 0 where it is lost with the deduction it belongs to.
        """
        if not (self.record.has(key) and any(self.of_age())):
            return 0.0
        has_steps = self.record.has_steps(key, self.status)
        each = self.step(key, self.agi, above=True) if has_steps else self.amount(key)
        found = each * (sum(self.of_age()) * kept)
        how = f"an amount for each filer of {self.amount('aged_from'):.0f} or over"
        return self.piece("For age", found, how)

    def standard_deduction(self, kept: float = 1.0) -> Number:
        """The state's own standard deduction, with what filers of its age add to it."""
        return self.amount("standard_deduction") * kept + self.for_aged("deduction_aged", kept)

    def has(self, key: str) -> bool:
        """Whether the state has such a number at all."""
        self.read[key] = None
        return self.record.has(key)

    def amount(self, key: str, status: str = "") -> float:
        """A number of the record, for this filing status or another; 0 where there is none."""
        self.read[key] = None
        return self.record.amount(key, status or self.status)

    def step(self, key: str, at: Number, *, above: bool = False, status: str = "") -> Number:
        """A step of the record, for this filing status or another."""
        self.read[key] = None
        return self.record.step(key, at, status or self.status, above=above)

    def steps(self, key: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """The lower bounds and values of a table of steps for this filing status."""
        self.read[key] = None
        return self.record.steps(key, self.status)

    def brackets(self, income: Number, status: str = "", *, key: str = "income_tax_rate") -> Number:
        """Tax by the record's brackets, or by another table of rates."""
        self.read[key] = None
        return self.record.bracket_tax(income, status or self.status, key)

    def piece(self, label: str, amount: Number, how: str) -> Number:
        """The amount, kept as a piece of the step at work."""
        self.pieces.append(Piece(label, amount, how))
        return amount


EXEMPTIONS = (
    "personal_exemption",
    "dependent_exemption",
    "exemption_each_person",
    "exemption_aged",
)
ELECTED = "Tax of your corporation"
BY_ELECTION = "a tax by election added back, or the income it was paid on left out"
Step: TypeAlias = Callable[[StateReturn], "Number | None"]


@dataclass(frozen=True, slots=True)
class StateBill:
    """What each step found; `tax` is due before refundable credits, `net` after them.

    `elected` is the part of `net` that an own corporation's tax by election pays.
    `taken` are the steps that the state has a rule or a number for; the others found 0. `read`
    names the parameters that each step read, `pieces` are what it added up.
    """

    taken: tuple[StepName, ...]
    found: Mapping[StepName, Number]
    tax: Number
    refundable: Number
    elected: Number
    net: Number
    read: Mapping[StepName, tuple[str, ...]]
    pieces: Mapping[StepName, tuple[Piece, ...]]


def state_bill(
    household: Household,
    federal: FederalFigures,
    record: StateRecord,
    own_rules: Mapping[str, Mapping[StepName, Step]],
) -> StateBill:
    """One state return, step by step."""
    working = StateReturn(household, federal, record)
    own = own_rules.get(record.code, {})
    taken: list[StepName] = []
    read: dict[StepName, tuple[str, ...]] = {}
    pieces: dict[StepName, tuple[Piece, ...]] = {}
    for name, shared in SHARED.items():
        found = own.get(name, shared)(working)
        if found is not None:
            taken.append(name)
        working.found[name] = 0.0 if found is None else found
        if name == "base" and household.election:
            change = working.piece(ELECTED, household.change_by_election, BY_ELECTION)
            working.found[name] = working.found[name] + change
        read[name], pieces[name] = tuple(working.read), tuple(working.pieces)
        working.read.clear()
        working.pieces.clear()
    tax = at_least_zero(working.found["tax"] - working.found["credits"])
    refundable, elected = working.found["refundable"], household.elected_credit(tax)
    net = tax - refundable - elected
    return StateBill(tuple(taken), working.found, tax, refundable, elected, net, read, pieces)


def base(r: StateReturn) -> Number:
    """Where the state starts, less what it takes off for each filer of an age."""
    return start(r) - r.for_aged("subtraction_aged")


def start(r: StateReturn) -> Number:
    """Federal adjusted or taxable income, unless the state has its own rule."""
    match r.record.word("starting_base"):
        case "federal_taxable_income":
            return r.federal.taxable_income
        case "federal_agi_plus_half_se":
            return r.agi + r.federal.half_tax
        case "none":
            return r.agi * 0.0
        case _:
            return r.agi


def deduction(r: StateReturn) -> Number | None:
    """The state's own standard deduction, or the federal one where the state follows it."""
    basis = r.record.word("standard_deduction_basis")
    if basis == "none" or r.record.word("starting_base") == "federal_taxable_income":
        return None
    if basis == "federal_amount":
        return r.federal.deduction
    is_lost = r.federal.itemised and r.has("deduction_follows_federal_choice")
    return r.standard_deduction(0.0 if is_lost else 1.0)


def exemption(r: StateReturn) -> Number | None:
    """Exemptions for filers, dependents and each person; one stated by status is for all filers."""
    if not any(map(r.has, EXEMPTIONS)):
        return None
    key = "personal_exemption"
    each_filer = r.amount(key)
    by_status = r.record.has(key) and r.record.depends_on_status(key)
    filers = each_filer if by_status else each_filer * r.filers
    dependents = r.amount("dependent_exemption") * r.dependents
    people = r.amount("exemption_each_person") * r.people
    return filers + dependents + people + r.for_aged("exemption_aged")


def taxable(r: StateReturn) -> Number:
    """Base less deduction and exemptions."""
    return at_least_zero(r.found["base"] - r.found["deduction"] - r.found["exemption"])


def tax(r: StateReturn) -> Number:
    """Brackets on taxable income."""
    if not r.has("income_tax_rate"):
        return r.found["taxable"] * 0.0
    return r.brackets(r.found["taxable"])


def credits_for_age(r: StateReturn) -> Number | None:
    """Credits that are not paid out: in common only those for age."""
    return r.for_aged("credit_aged") if r.has("credit_aged") else None


def refundable(r: StateReturn) -> Number | None:
    """A share of the federal earned income credit, paid out."""
    if not r.has("credit_eitc_match"):
        return None
    found, share = r.federal.earned_income_credit, r.amount("credit_eitc_match")
    return r.piece("Federal earned income credit", found, "as on the federal return") * share


SHARED: dict[StepName, Step] = {
    "base": base,
    "deduction": deduction,
    "exemption": exemption,
    "taxable": taxable,
    "tax": tax,
    "credits": credits_for_age,
    "refundable": refundable,
}
