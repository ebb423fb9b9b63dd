"""Sentences of the page Taxes and saving, made without a screen."""

from __future__ import annotations

from calc import Result, load_rules
from calc.parameters import Parameter, state_names
from calc.parameters.labour import NATION
from calc.scenario import Employee, Scenario
from calc.scenario.entity import OCCUPATIONS
from ui.taxes.view import Forms, own_form
from ui.telling import limits, listings, numbers
from ui.telling.words import escape, joined

PAGE = "Taxes and saving"
FORM = "Form of your practice"
CURVE = "Corporation or not"
CURVE_LINE = "What an S corporation leaves you more in a year, over the salary it pays you."
BOTH = "Both forms"
BOTH_LINE = "The same practice, two complete returns."
DATES = "Tax dates"
NOT_DRAWN = "There is no salary that the practice could pay, so there is nothing to draw."
EMPTY_SALARY = "An empty salary is the median pay of the occupation in your state, for your hours."
SWITCHES = "Not every corporation owes the same"
CONTRACTOR = (
    "Tried out here only: a plan keeps the form of a practice of your own, not of work for another "
    "practice."
)
NO_SHARE = (
    "No law names a share of profit. The grey bar is a quarter to three quarters of what others in "
    "the occupation are paid, for your hours."
)
EMPLOYEE = "An S corporation is for a practice of one's own: it does not apply to an employee."
EMPLOYEE_LINE = "What is withheld or asked for by date stands below."
OTHER_TAX = "Both forms are worked out under United States tax law, and this plan has another tax."
OTHER_TAX_LINE = "Under Household > Tax it can be set to the law of a state."
NO_PROFIT = "The practice leaves nothing that a corporation could pay as a salary."
NO_PROFIT_LINE = (
    "Once it leaves more than a corporation costs to run, both forms stand side by side here."
)
ALSO = "What else moves with the form"
ELECTING = "How one becomes one"
SURE = "How sure these taxes are"
HOW = "Both returns, line by line"
HOW_LINE = (
    "All taxes of the household as a sole proprietor, less all taxes of the owner and of the "
    "corporation, less what it costs to run."
)
ASK = "Which form a licence may use is state law: ask your board."
UPPER_BEND = 1


def employee_or_other(plan: Scenario) -> tuple[str, str]:
    """Heading and line where the two forms cannot be compared."""
    return (
        (EMPLOYEE, EMPLOYEE_LINE)
        if isinstance(plan.work, Employee)
        else (OTHER_TAX, OTHER_TAX_LINE)
    )


def money(amount: float, currency: str) -> str:
    """Whole money, as markdown."""
    return escape(numbers.money(amount, currency, cents=False))


def headline(found: Forms, plan: Scenario) -> str:
    """What a corporation leaves more at the salary, and where that ends."""
    if found.most <= 0.0:
        return NO_PROFIT
    currency = plan.currency
    whose = "your S corporation" if own_form(plan) else "an S corporation"
    salary, turns = money(found.salary, currency), found.curve.turns_at
    if found.both is None:
        most = money(found.most, currency)
        return f"A salary of {salary} is more than the practice could pay: {most} is the most."
    gain = round(found.gain)
    if not gain:
        return f"At a salary of {salary} {whose} leaves you as much as no corporation does."
    at = f"At a salary of {salary} {whose} leaves you {money(abs(gain), currency)}"
    if gain > 0:
        ends = f"above {money(turns, currency)} it leaves you less" if turns is not None else NEVER
        return f"{at} more a year; {ends}."
    if turns is None:
        return f"{at} less a year, and no salary makes it pay."
    return f"{at} less a year; it leaves you more only below {money(turns, currency)}."


NEVER = "at no salary that it could pay it leaves you less"


def premise(found: Forms, plan: Scenario) -> str:
    """The profit and the state, and the guess that the answer hangs on."""
    if found.most <= 0.0:
        return NO_PROFIT_LINE
    place = state_names()[plan.household.state]
    profit = money(float(found.practice.profit), plan.currency)
    said = f"A profit of {profit} in {place}, before anything that is its owner's."
    if found.asked.salary is None:
        return f"{said} The salary is a guess: the median pay of {_whose(found)} for your hours."
    return said


def _whose(found: Forms) -> str:
    names = {
        "counselors": "counselors",
        "marriage_and_family_therapists": "marriage and family therapists",
        "social_workers": "clinical social workers",
        "psychologists": "psychologists",
    }
    assert names.keys() == OCCUPATIONS.keys()
    area = found.pay.band.area
    where = "the nation" if area == NATION else state_names()[area]
    return f"{names[found.asked.occupation]} in {where}"


def bar(result: Result) -> str:
    """What stays in sight: the wage and the taxes of a year."""
    currency = result.scenario.currency
    wage = escape(numbers.wage(float(result.wage.amount), currency))
    return f"**{wage}** an hour · tax **{money(float(result.taxes.amount), currency)}**"


def salary_line(found: Forms, currency: str) -> str:
    """What the grey bar is, with its ends, and where the salary lies beside it."""
    pay = found.pay
    low, high = (money(float(end), currency) for end in (pay.quarter, pay.three_quarters))
    share = numbers.percent(float(pay.of_full_time))
    said = f"{NO_SHARE} It goes from {low} to {high}: {_whose(found)}, {share} of full time."
    if found.salary < float(pay.quarter):
        said += " The salary is below that bar: expect to be asked why."
    return said


def salary_sources(found: Forms) -> str:
    """Where comparable pay and the measure of courts were read."""
    told = load_rules(found.practice.rules.tax_year)["corporation.reasonable_pay"]
    survey = found.pay.band.source
    return (
        f"{escape(str(told.value))} {listings.source_line(told)}. "
        f"Pay: {listings.source_line(survey)}."
    )


def difference(found: Forms, currency: str) -> str:
    """The difference of both columns, and the profit at which it turns."""
    if found.both is None:
        return ""
    gain = round(found.gain)
    if not gain:
        return f"Both forms come to the same. {_turns(found, currency)}"
    less = "less" if gain > 0 else "more"
    said = f"**{money(abs(gain), currency)} {less}** to pay as a corporation."
    return f"{said} {_turns(found, currency)}"


def _turns(found: Forms, currency: str) -> str:
    at = found.turns_at_profit
    if at is None:
        to = money(found.looked_to, currency)
        return f"At this salary no profit up to {to} makes it pay."
    return f"At this salary no profit below about {money(round(at, -2), currency)} makes it pay."


def household_line(found: Forms) -> str:
    """That the taxes are the household's, where it has other income; else nothing."""
    home = found.practice.home
    if not float(home.wages) and not float(home.spouse_wages):
        return ""
    return "Taxes are those of the whole household, with its other pay in both columns."


def election_line(found: Forms, plan: Scenario) -> str:
    """What a tax of the state by election would leave more on top; nothing where none is known."""
    elected = found.both.elected if found.both else None
    if elected is None:
        return ""
    currency, gain = plan.currency, round(float(elected.gain.amount))
    tax = money(float(elected.year.tax.amount), currency)
    form = own_form(plan)
    chosen = form is not None and form.elects_pte
    what = f"{tax} a year ({escape(elected.year.tax.label)})"
    more = f"{money(abs(gain), currency)} {'more' if gain >= 0 else 'less'}"
    if chosen:
        return f"By election it also pays {what}: that leaves you {more}, in no row above."
    return f"It may choose to pay {what}: that would leave you {more}, in no row above."


def entity_sources(found: Forms) -> list[str]:
    """Each law behind the corporation's own tax, and how surely it was read."""
    if found.both is None:
        return []
    rows = list(found.both.corporation.entity_tax.parts)
    if found.both.elected:
        rows.append(found.both.elected.year.tax)
    laws = {law.key: law for row in rows for law in row.sources}
    return [f"{escape(law.label)}: {_sure(law)}" for law in laws.values()]


def unread(found: Forms) -> list[Parameter]:
    """Laws behind the corporation's own tax that nobody has read in a source of first hand."""
    if found.both is None:
        return []
    laws = {law.key: law for row in found.both.corporation.entity_tax.parts for law in row.sources}
    return [law for law in laws.values() if not law.confirmed]


def to_check(found: Forms, plan: Scenario) -> str:
    """That the corporation's own tax, which the answer rests on, is to be checked; else nothing."""
    if not unread(found):
        return ""
    assert found.both is not None
    if not float(found.both.corporation.entity_tax.amount):
        return NO_TAX_UNREAD.format(place=state_names()[plan.household.state])
    names = joined([escape(law.label) for law in unread(found)])
    return (
        f"{names}: remembered, or read on one page of second hand. Check it before you rely on it."
    )


NO_TAX_UNREAD = (
    "That {place} takes nothing of a corporation of this size is remembered, or read on one page "
    "of second hand. Check it before you rely on it."
)


def not_computed() -> str:
    """The matters that are left out, as the fold's summary."""
    said = limits.short("taxes").removesuffix(".")
    return f"{said[:1].lower()}{said[1:]}"


def _sure(law: Parameter) -> str:
    note = f" {escape(law.note)}" if law.note else ""
    return f"{listings.source_line(law)}.{note}"


def also(found: Forms, plan: Scenario) -> list[str]:
    """What else moves: pension, adjusted income and what looks at it, saving, who looks at pay."""
    if found.also is None:
        return []
    return [*_pension(found, plan.currency), _adjusted(found, plan), _saving(found), OTHERS]


OTHERS = (
    "Lenders, disability insurers and workers' compensation look at the salary. No form shields "
    "from a claim for one's own malpractice."
)


def _pension(found: Forms, currency: str) -> list[str]:
    moves = found.also
    assert moves is not None
    lost = float(moves.no_longer_covered)
    if not round(lost):
        return []
    middle, high = (
        money(float(one), currency) for one in (moves.pension_if_middle, moves.pension_if_high)
    )
    bend = money(moves.bends[UPPER_BEND], currency)
    law = found.practice.rules["corporation.pension_bends"]
    return [
        f"**Pension.** {money(lost, currency)} less of earnings is under social security. Each "
        f"such year lowers the yearly pension by about {middle} for life, or by {high} where the "
        f"mean of 35 years is above {bend} a month. {listings.source_line(law)}."
    ]


def _adjusted(found: Forms, plan: Scenario) -> str:
    moves = found.also
    assert moves is not None
    rise = round(float(moves.adjusted_income))
    word = "higher" if rise > 0 else "lower"
    said = f"**Adjusted income** is {money(abs(rise), plan.currency)} {word}"
    said = said if rise else "**Adjusted income** stays as it is"
    return f"{said}: a loan payment by income, the premium credit and limits of saving look at it."


def _saving(found: Forms) -> str:
    of_pay = found.practice.rules["retirement.employer_contribution_share"].percent
    return (
        f"**Saving.** The employer's part of a retirement plan is at most {of_pay} of the salary; "
        "the owner's own part has to go through pay by 31 December."
    )


def electing(found: Forms, plan: Scenario) -> list[str]:
    """How one elects, how late, and which form the state lets a licence have."""
    rules = found.practice.rules
    names = ["election", "late_election"]
    own = f"form_{plan.household.state}"
    names += [own] if f"corporation.{own}" in rules else []
    told = [_told(rules[f"corporation.{name}"]) for name in names]
    return [*told, ASK]


def _told(law: Parameter) -> str:
    return f"**{escape(law.label)}.** {escape(str(law.value))} {listings.source_line(law)}."
