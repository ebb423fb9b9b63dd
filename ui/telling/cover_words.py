"""The premium credit in words: what it is, where it ends, what April asks, what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from calc import Result
from calc.number import HALF_A_CENT
from calc.parameters.premium_credit import cover_years
from calc.questions.cover import CoverYear, Edge, Missing
from calc.questions.cover_saving import SavingForCredit, Way
from calc.taxes.cover import state_money
from ui.telling.numbers import money, percent
from ui.telling.words import escape, joined

WAYS: dict[Way, str] = {
    "solo_401k": "a solo 401(k)",
    "sep": "a SEP",
    "employer_401k": "your 401(k)",
    "health_savings": "a health savings account",
}
MISSING: dict[Missing, str] = {
    "not_stated": (
        "Enter the second-cheapest silver plan, and your premium, to see the premium credit: "
        "without that benchmark it is not known."
    ),
    "no_return": "The premium credit is worked out for a United States return only.",
    "year_not_read": "",
    "filed_apart": (
        "The loans are worked out for spouses who file apart. Then there is no premium credit, but "
        "in hardship that the law names."
    ),
    "premium_of_employer": (
        "Your premium is taken from pay before tax, so it is that of an employer's plan, which has "
        "no premium credit."
    ),
}
OUTSIDE = (
    "The credit is not in take-home or in the wage: they count the whole premium, and its whole "
    "deduction."
)
EMPLOYER_PLAN = (
    "An employer's health plan is open to you. If it is affordable as the law counts it, there is "
    "no credit; the figures here take it that it is not. The premium is not deducted either way."
)
EMPLOYED = (
    "You are employed: if your employer offers an affordable health plan, there is no credit. Of "
    "pay, no premium is deducted."
)
NOT_KNOWN = (
    "Nobody covered is taken to have Medicaid or Medicare, which end the credit: many states give "
    "Medicaid at a low income."
)
AT_THE_EDGE = (
    "The whole premium deducted would bring income below that, but the credit would then leave "
    "less to deduct: no deduction and credit fit together."
)


def missing(why: Missing, result: Result) -> str:
    """Why a plan has no year of cover, and what to do where something can be done."""
    if why == "year_not_read":
        years = joined([str(year) for year in cover_years()])
        return f"The premium credit is worked out for {years}; the plan is for the tax year " + (
            f"{result.rules.tax_year}."
        )
    return MISSING[why]


def told(found: CoverYear, edge: Edge | None, result: Result) -> Iterator[str]:
    """The credit or why there is none, where it ends, April's bill, and what is not known."""
    yield credit(found)
    if edge is not None:
        yield ends(edge, employed=found.employed)
    yield from april(found)
    if found.employer_plan:
        yield EMPLOYER_PLAN
    elif found.employed:
        yield EMPLOYED
    yield from beside(found, result)


def credit(found: CoverYear) -> str:
    """The credit of the year, or why there is none."""
    cover = found.cover
    income, line = _money(cover.income), _money(found.most_income)
    if has_credit(found):
        return (
            f"The credit is **{_money(cover.credit)}** a year at an income of {income}, "
            f"{float(cover.percent):g} % of the poverty line. It leaves "
            f"{_money(cover.premium_after_credit)} of the premium to pay."
        )
    if float(cover.percent) > cover.law.most_percent:
        most = f"{cover.law.most_percent:g} %"
        said = (
            f"There is no credit at an income of {income}: it ends at {line}, {most} of the "
            "poverty line, with a dollar more."
        )
        return f"{said} {AT_THE_EDGE}" if bool(cover.just_above) else said
    if float(cover.percent) < cover.law.least_percent:
        return (
            f"There is no credit at an income of {income}: it begins at {_money(cover.line)}, the "
            "poverty line of your household."
        )
    share = percent(float(cover.figure))
    return (
        f"There is no credit at an income of {income}: {share} of it, "
        f"{_money(cover.contribution)}, is for the household to pay, and the benchmark is no more."
    )


def has_credit(found: CoverYear) -> bool:
    """Whether there is a credit worth a word: half a cent or more."""
    return float(found.cover.credit) >= HALF_A_CENT


def ends(edge: Edge, *, employed: bool) -> str:
    """Where more profit or pay ends the credit."""
    of = "pay" if employed else "profit"
    if edge.loses < 1.0:
        return f"With {_money(edge.more)} more {of} it has shrunk to nothing."
    if edge.at_the_next_dollar:
        return f"One dollar more {of} ends it, and takes {_money(edge.loses)}."
    return f"With {_money(edge.more)} more {of} it ends at once, and {_money(edge.loses)} is lost."


def april(found: CoverYear) -> Iterator[str]:
    """What the return asks of a credit that was paid in advance."""
    advance, owed = float(found.cover.marketplace.advance_per_year), float(found.cover.april)
    if advance < HALF_A_CENT:
        return
    paid = _money(advance)
    if owed > HALF_A_CENT:
        yield f"Of the {paid} paid in advance, **{_money(owed)}** is owed with the return in April."
    elif owed < -HALF_A_CENT:
        yield f"{paid} is paid in advance; the return pays the other {_money(-owed)}."
    else:
        yield f"The {paid} paid in advance is the credit: in April nothing is owed."


def beside(found: CoverYear, result: Result) -> Iterator[str]:
    """Medicaid, money of the state, and a year whose shares were not read in the law."""
    year = result.rules.tax_year
    yield NOT_KNOWN
    if paid := state_money(result.scenario.household.state, year):
        yield f"{escape(paid)}; that is in no figure here."
    if found.cover.law.figure.certainty == "single":
        yield f"The shares of income for {year} are those of one tax model, not read in the law."


def saving(found: SavingForCredit) -> str:
    """What the least saving that brings a credit costs in hand, or that none does."""
    way = WAYS[found.way.way]
    if not found.reached:
        return f"No saving that may still go into {way} brings a credit: the most is " + (
            f"{_money(found.amount)}."
        )
    parts = [f"{_money(found.taxes)} less tax"] if found.taxes >= 1.0 else []
    if found.loan_payments >= 1.0:
        parts.append(f"{_money(found.loan_payments)} less on loans")
    parts.append(f"{_money(found.credit)} of credit")
    into = f"{_money(found.amount)} saved in {way}"
    if found.cash >= 0.0:
        return f"{into} costs **{_money(found.cash)}** in hand: {', '.join(parts)}."
    return f"{into} leaves **{_money(-found.cash)}** more in hand: {', '.join(parts)}."


def in_short(found: SavingForCredit) -> str:
    """The least saving that brings a credit; nothing where none is needed, or none does."""
    if not found.reached or found.amount < 1.0:
        return ""
    into = f"Saving {_money(found.amount)} in {WAYS[found.way.way]}"
    return f"{into} would bring a premium credit of {_money(found.credit)}."


def curve_line(way: Way) -> str:
    """What the curve over what is saved shows."""
    return f"What is in hand at the year's end, by what goes into {WAYS[way]}."


def on_your_hour(found: CoverYear) -> str:
    """The line on the page Your hour; empty where there is no credit, or an employer's plan is."""
    if not has_credit(found) or found.employer_plan:
        return ""
    return (
        f"At this income the marketplace credit is {_money(found.cover.credit)} a year; it is not "
        "in the figures above."
    )


def _money(amount: object) -> str:
    return escape(money(float(amount)))  # type: ignore[arg-type]
