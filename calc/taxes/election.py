"""A tax that an S corporation may choose to pay on what it leaves its owner, and what comes of it.

The corporation deducts it from federal income without the limit on state tax (Notice 2020-75); the
owner's state return gives it back by a credit, or leaves the income out. So adjusted income falls
by the tax. A proprietor or a company of one owner that is taxed as one cannot choose it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.errors import Problem, ScenarioError
from calc.ledger import Line, formula, given, less, total
from calc.number import Number, added, at_least_zero, tax_in_brackets
from calc.parameters import Parameter, Rules
from calc.scenario import SCorporation
from calc.taxes.dates import Instalments
from calc.taxes.entity import KEY, CorporationYear
from calc.taxes.household import StateElection
from calc.taxes.instalments import day_of

PATH = "work.form.elects_pte"
RATE = "work.form.pte_rate"
SHARE = "work.form.pte_credit_share"
FILE = "pass_through"
BY_ELECTION = "Tax by election"  # who asks, beside the nation and the state


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """That a corporation pays the tax; both rates count only where no plain rate is recorded."""

    rate: Number | None = None
    credit_share: Number | None = None


def election_in(form: SCorporation) -> Election | None:
    """The election of a plan's corporation; None where it has made none.

    >>> election_in(SCorporation()) is None
    True
    """
    if not form.elects_pte:
        return None
    return Election(rate=form.pte_rate, credit_share=form.pte_credit_share)


@dataclass(frozen=True, slots=True)
class ElectionYear:
    """What an election changes: the tax, what is left to the owner after it, and the state's part.

    `income` is business income of the owner on the federal return, after the tax.
    """

    tax: Line
    income: Line
    state: StateElection


def election_year(
    year: CorporationYear, election: Election, rules: Rules, state: str
) -> ElectionYear:
    """The tax by election on a corporation's year, by the law of a state or at rates of one's own.

    It is on what the corporation leaves, as the state counts it: before the corporation's own tax
    where that is added back. `ScenarioError` where a place has no such election, and where a rate
    is needed and not given.
    """
    if problems := election_refused(election, rules, state):
        raise ScenarioError(problems)
    law = rules.get(f"{FILE}.{state}")
    counted = at_least_zero(year.income.amount + year.added_back)
    base = formula(
        f"{KEY}.election.base",
        "What the corporation leaves, as the state counts it",
        counted,
        "money_per_year",
        "what it leaves, with its own tax where the state adds that back",
        (year.income,),
    )
    if law is None:
        return _at_own_rate(year, base, election, rules, state)
    tax = formula(
        f"{KEY}.election",
        law.label,
        tax_in_brackets(counted, law.row("above"), law.row("rates")),
        "money_per_year",
        in_words(law),
        (base,),
        law,
    )
    given_back = StateElection(
        added_back=tax.amount,
        credit=tax.amount * law.of("credit_share"),
        refunded=law.text("refundable") == "yes",
    )
    return ElectionYear(tax, _left(year, tax), given_back)


def election_refused(election: Election, rules: Rules, state: str) -> tuple[Problem, ...]:
    """Why a corporation of a state cannot choose the tax, or which rate is needed for it."""
    name = rules["states.name"].text(state)
    if state in rules[f"{FILE}.none"].words_of_list:
        return (Problem(PATH, "no_election", True, name),)
    if f"{FILE}.{state}" in rules:
        return ()
    needed = {RATE: election.rate}
    if state not in rules[f"{FILE}.left_out"].words_of_list:
        needed[SHARE] = election.credit_share
    missing = [path for path, stated in needed.items() if stated is None]
    return tuple(Problem(path, "no_plain_rate", None, name) for path in missing)


def _at_own_rate(
    year: CorporationYear, base: Line, election: Election, rules: Rules, state: str
) -> ElectionYear:
    """The tax at a rate of one's own; the credit, as far as the owner's state tax goes."""
    leaves_out = state in rules[f"{FILE}.left_out"].words_of_list
    name = rules["states.name"].text(state)
    assert election.rate is not None
    rate = given(f"{KEY}.election.rate", "Your rate", election.rate, "share")
    tax = formula(
        f"{KEY}.election",
        f"Tax by election, {name}, at your rate",
        base.amount * election.rate,
        "money_per_year",
        "what it leaves, as the state counts it, x your rate",
        (base, rate),
        rules[f"{FILE}.asked"],
    )
    income = _left(year, tax)
    if leaves_out:
        return ElectionYear(tax, income, StateElection(left_out=income.amount + year.added_back))
    assert election.credit_share is not None
    credit = tax.amount * election.credit_share
    return ElectionYear(tax, income, StateElection(added_back=tax.amount, credit=credit))


def _left(year: CorporationYear, tax: Line) -> Line:
    label = "What the corporation leaves after its tax by election"
    return total(f"{KEY}.election.income", label, year.income, less(tax))


def in_words(law: Parameter) -> str:
    """How a tax by election comes about, and what the owner's state return gives back.

    >>> from calc.parameters import load_rules
    >>> rules = load_rules(2026)
    >>> in_words(rules["pass_through.MA"])
    '5 % of what it leaves; 90 % of it is credited, and paid out beyond state tax'
    """
    steps = zip(law.percents_of("rates"), law.row("above"), strict=True)
    rates = ", ".join(f"{rate} above ${start:,.0f}" if start else rate for rate, start in steps)
    beyond = "paid out beyond state tax"
    if law.text("refundable") != "yes":
        beyond = f"what is beyond state tax is kept for {law.of('carried_years'):.0f} years"
    share = law.percent_of("credit_share")
    return f"{rates} of what it leaves; {share} of it is credited, and {beyond}"


def dates_of_election(
    law: Parameter, tax: Number, tax_year: int, last_year: Number | None = None
) -> Instalments:
    """What a corporation's tax by election asks for by its own dates, dollars.

    The part that California wants first is of last year's such tax, which this year's stands in for
    where it is not given, and at least an amount; the rest goes with the corporation's return.
    """
    dates = tuple(day_of(written, tax_year) for written in law.words("due"))
    shares, least = law.row("shares"), law.of("least_first")
    base = tax if last_year is None or not least else last_year
    amounts = tuple(np.minimum(np.maximum(base * share, least), tax) for share in shares)
    return Instalments(
        BY_ELECTION,
        dates,
        amounts,
        with_return=tax - added(amounts),
        year=tax,
        least=None,
        asked="shares",
        basis="read" if law.certainty == "confirmed" else "secondary",
        record=law,
        shares=shares,
    )


def unused_credit(state: StateElection, used: Number) -> Number:
    """What an owner's state tax left unused of a credit that is not paid out, dollars a year.

    >>> float(unused_credit(StateElection(credit=5_000.0), 4_000.0))
    1000.0
    >>> float(unused_credit(StateElection(credit=5_000.0, refunded=True), 4_000.0))
    0.0
    """
    return state.credit * 0.0 if state.refunded else np.maximum(state.credit - used, 0.0)
