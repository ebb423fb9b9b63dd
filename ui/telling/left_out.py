"""What is often asked and not answered here: matters of docs/limits.md, found by a search.

The report names those that concern a tax return from the same list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.telling.words import escape

NOT_YET = "**{title}.** This tool does not answer that yet: {said}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One matter: its name, what stands in for it, other words for it, and its place in the limits.

    `limit` is what docs/limits.md says of it. `of_return` is whether a tax return may need it.
    """

    title: str
    said: str
    also: str
    limit: str
    of_return: bool = True


MATTERS = (
    LeftOut(
        "S corporation, partnership, C corporation",
        "profit is taxed as that of a sole proprietor. What a corporation would save or cost is "
        "not worked out.",
        "s corp scorp llc pllc incorporate incorporation reasonable salary",
        "No S corporation, partnership or C corporation",
    ),
    LeftOut(
        "Part of a year: parental leave, half time, a sabbatical",
        "a plan is one full year at one pace. Half time is a plan with the sessions of such a "
        "year; a leave is only weeks off, without pay from others.",
        "maternity paternity baby birth part time half-time leave of absence pregnancy",
        "no part-years, no move or change of work within the year",
        of_return=False,
    ),
    LeftOut(
        "Months until a new practice is full",
        "a plan has all its sessions from the first week. How fast a caseload fills is asked in "
        "Job offers and Clinic.",
        "ramp fill build up months ahead new start starting out reserve",
        "How fast a caseload fills is asked of offers and clinics only",
        of_return=False,
    ),
    LeftOut(
        "Married filing separately",
        "its tax is not worked out. Loans takes what filing apart costs as a figure of yours.",
        "mfs apart separate return spouse",
        "Married filing separately is refused by name",
    ),
    LeftOut(
        "Capital gains, qualified dividends",
        "income from investment is taxed as ordinary income here.",
        "stocks shares investments",
        "no capital gains, no qualified dividends",
    ),
    LeftOut(
        "Itemised deductions beyond state and local tax",
        "mortgage interest, gifts and medical costs are left out.",
        "itemized mortgage charity donations schedule a",
        "no mortgage interest, gifts or medical costs",
    ),
    LeftOut(
        "Premium credit of the marketplace",
        "health cover is the premium you enter; enter it after the credit.",
        "aca obamacare subsidy premium tax credit ptc insurance exchange",
        "No premium credit of the marketplace",
    ),
    LeftOut(
        "Credits for education and the care of children",
        "the credits worked out are those for children and dependants, earned income and saving.",
        "daycare childcare tuition dependent care",
        "for education or the care of children",
    ),
    LeftOut(
        "Alternative minimum tax, penalties, losses of other years",
        "none of them is worked out.",
        "amt penalty carryover loss carried",
        "No alternative minimum tax, no penalties, and no losses carried",
    ),
    LeftOut(
        "Instalments by the income of each quarter",
        "instalments are shares of the year's tax.",
        "annualised annualized quarterly estimated seasonal uneven",
        "No income by quarter (the annualised method)",
    ),
    LeftOut(
        "Two states in one year, work across state lines",
        "you live and work in one state. Clients elsewhere are a field under Clients, and told.",
        "telehealth other state move nonresident reciprocity",
        "You live and work in one state",
    ),
    LeftOut(
        "Taxes of cities, counties and school districts",
        "enter the rate of your place under Household > Tax.",
        "city county school local wage tax",
        "County, city and school taxes are a rate of your own everywhere",
    ),
    LeftOut(
        "Taxes on a practice in most cities and counties, and on a clinic",
        "a state's are a cost of the practice where they are a plain rate.",
        "business licence license privilege gross receipts occupation franchise",
        "Taxes on a practice itself are worked out where they are a plain rate",
    ),
    LeftOut(
        "Deferment, default and refinancing of loans, Parent PLUS and FFEL loans",
        "what they change is not worked out.",
        "refinance forbearance private student loan",
        "deferment, default and refinancing are not computed",
        of_return=False,
    ),
    LeftOut(
        "ICR, Graduated and SAVE",
        "these plans of repayment are not worked out.",
        "income contingent saving on a valuable education repayment plan",
        "ICR, Graduated and SAVE are refused by name",
        of_return=False,
    ),
    LeftOut(
        "Tax outside the United States",
        "it is a rate you know, or two, under Household > Tax.",
        "abroad foreign canada uk europe",
        "Outside the United States the tax is a rate you know, or two",
        of_return=False,
    ),
)


def matching(search: str | None) -> list[LeftOut]:
    """The matters in which every word of the search stands; none without a search."""
    wanted = _plain(search or "").split()
    return [
        matter
        for matter in MATTERS
        if wanted and all(word in _plain(f"{matter.title} {matter.also}") for word in wanted)
    ]


def told(found: Sequence[LeftOut]) -> list[str]:
    """Each matter in a sentence: that it is not answered, and what stands in for it."""
    return [NOT_YET.format(title=escape(one.title), said=escape(one.said)) for one in found]


def of_a_return() -> str:
    """The matters that a tax return may need, in one sentence."""
    names = [matter.title for matter in MATTERS if matter.of_return]
    first, *others = names
    return f"{'; '.join([first, *(f'{name[:1].lower()}{name[1:]}' for name in others)])}."


def _plain(text: str) -> str:
    """Words as they are compared: small letters, no hyphens or stops."""
    return text.lower().replace("-", " ").replace(".", "").replace(",", " ")
