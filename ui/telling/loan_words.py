"""Words of student loans: choices, headings, how a plan ends, and the income steps of RAP."""

from __future__ import annotations

import datetime
import math

from calc import Result
from calc.loans import BY_INCOME, NAMES, RECORDS, Outlook, Projection, Serving
from calc.number import Number
from calc.questions.cliff import Cliff, FallBelow
from calc.questions.repayment import Filing, ServiceWorth, cost_of_an_hour, payment_per_month
from calc.scenario import KnownPayment
from calc.scenario.fields import chosen
from calc.scenario.loans import LoansByPlan
from ui.telling import numbers
from ui.telling.words import escape

NO_PLAN = "None of these"
SAVING = {
    "work.saving.sep_per_year": "SEP contribution",
    "work.saving.deferral_401k_per_year": "401(k) or 403(b) deferral",
}
OFFER = (
    "Each plan open to you: what it asks, until when, what it forgives and what that costs.",
    "How near you are to the next income step of RAP, where one more dollar raises the payment.",
    "What public service is worth to you a year, and what leaving it gives up.",
)
START = "Enter what you owe: the plans open to you then stand side by side, to their end."
START_KNOWN = (
    "Type the payment you know, or work it out from the loan: then the plans open to you stand "
    "side by side, to their end."
)
KNOWN = "You entered the payment. From the loan this page works out what each plan asks."
OF_EXAMPLE = "It comes from the fees and hours of the worked example until you enter yours."
PRIVATE = "A private loan asks a level payment over its years, whatever you earn."


def full_plan_name(plan: str) -> str:
    """A plan by its full name; "none" where no plan of today opens a door."""
    names = {str(name): record.full_name for name, record in RECORDS.items()}
    return NO_PLAN if plan == "none" else names[plan]


def plan_name(plan: str) -> str:
    """A plan by its short name.

    >>> plan_name("ibr_10")
    'IBR (10 %)'
    """
    return {str(name): short for name, short in NAMES.items()}[plan]


def money(amount: Number, result: Result) -> str:
    """An amount as Markdown takes it."""
    return escape(numbers.money(float(amount), result.scenario.currency))


def ways_of_filing(found: Filing, result: Result) -> list[str]:
    """A couple's payment a month by each way of filing, and what filing apart costs in tax."""
    loans = result.scenario.loans
    stated = isinstance(loans, LoansByPlan) and loans.separate_cost_per_year is not None
    cost = float(found.cost_per_month)
    amount = f"{money(abs(cost), result)} a month" if cost else "no"
    more = f"{amount} {'less' if cost < 0.0 else 'more'} tax{', as you stated' if stated else ''}"
    return [
        f"Together: **{money(found.together, result)}** a month.",
        f"Apart: **{money(found.apart, result)}** a month, and {more}.",
    ]


def month(day: datetime.date) -> str:
    """A month in words.

    >>> month(datetime.date(2037, 5, 1))
    'May 2037'
    """
    return f"{day:%B %Y}"


def summary(result: Result) -> str:
    """What the folded group says: the plan and the payment a month."""
    paid = float(payment_per_month(result))
    if result.loan_year.plan is None:
        return f"{money(paid, result)} a month" if paid else "none"
    asked = float(result.find("loans.month").amount)
    return f"{NAMES[result.loan_year.plan]}, {money(asked, result)} a month"


def heading(result: Result, found: Outlook | None) -> tuple[str, str]:
    """The heading and the sentence of the page: what the loans ask, and how they end."""
    if not float(result.loans.amount) and found is None:
        by_payment = isinstance(result.scenario.loans, KnownPayment)
        return "What do your student loans ask of an hour?", START_KNOWN if by_payment else START
    hour = _of_an_hour(result)
    if found is None:
        rest = KNOWN if isinstance(result.scenario.loans, KnownPayment) else PRIVATE
        return f"Your loans ask {money(payment_per_month(result), result)} a month{hour}", rest
    ends = ending(result, found)
    if not plan_is_chosen(found.loans):
        return none_chosen(result, found), f"{_counted(result, found, hour)} {ends}"
    plan = NAMES[found.chosen]
    asked = float(result.find("loans.month").amount)
    if len(result.loans.parts) > 1:
        together = money(payment_per_month(result), result)
        part = f"{plan} asks {money(asked, result)} of it."
        return f"Your loans cost {together} a month in all{hour}", f"{part} {ends}"
    if not asked:
        return f"{plan} asks nothing a month on this income.", ends
    return f"{plan} asks {money(asked, result)} a month{hour}", ends


def plan_is_chosen(loans: LoansByPlan) -> bool:
    """Whether a document states a repayment plan; else RAP counts, which nobody chose."""
    return "plan" in loans.model_fields_set


def none_chosen(result: Result, found: Outlook) -> str:
    """That no plan is chosen, and from what to what the open ones ask in the first month."""
    asked = sorted(float(plan.first_payment) for plan in found.projections)
    least, most = money(asked[0], result), money(asked[-1], result)
    span = f"{least} to {most}" if least != most else least
    open_now = "the one open to you asks"
    if len(asked) > 1:
        open_now = f"the {len(asked)} open to you ask"
    return f"No repayment plan is chosen yet: {open_now} {span} a month."


def _counted(result: Result, found: Outlook, hour: str) -> str:
    """Which plan counts until one is chosen, and what all loans take with it."""
    asked = money(result.find("loans.month").amount, result)
    said = f"Until you choose one, {NAMES[found.chosen]} counts: {asked} a month"
    if len(result.loans.parts) == 1:
        return f"{said}{hour.replace(':', ',', 1)}"
    return f"{said}, and {money(payment_per_month(result), result)} for all loans{hour}"


def _of_an_hour(result: Result) -> str:
    """What they take of an hour, to the cent by which the two wages shown differ."""
    before, after = float(result.wage.amount), float(result.wage_after_loans.amount)
    if not math.isfinite(float(cost_of_an_hour(result).amount)):
        return "."
    cost = round(before, 2) - round(after, 2)
    return f": {escape(numbers.wage(cost, result.scenario.currency))} of every hour you work."


def ending(result: Result, found: Outlook) -> str:
    """When the plan chosen ends, and what is paid and cancelled until then."""
    plan = found.of(found.chosen)
    paid, forgiven = money(plan.total_paid, result), money(plan.forgiven, result)
    last = month(found.last_month(found.chosen))
    if not plan.months:
        return f"All payments that count are made: {forgiven} is cancelled now."
    match plan.outcome:
        case "pslf_forgiven":
            return (
                f"Public service ends it in {last}: {paid} paid, {forgiven} cancelled, "
                "free of federal tax."
            )
        case "forgiven":
            tax = money(plan.tax_on_forgiveness, result)
            return (
                f"It ends in {last}: {paid} paid, and {forgiven} cancelled, "
                f"with about {tax} of tax on it."
            )
        case _:
            return f"It is repaid in {last}, after {paid} in all."


def what_is_asked(result: Result) -> str:
    """What the payment looks at, in a sentence."""
    if result.loan_year.plan in BY_INCOME:
        return "What the plan asks of the income of a year, a twelfth of it each month."
    if result.loan_year.plan is not None:
        return "The same each month, whatever you earn."
    return "What you pay on student loans in a year."


def gifts_of_rap(plan: Projection, result: Result) -> str:
    """What a plan such as RAP does not charge and what it adds."""
    waived = f"{money(plan.waived, result)} of interest is not charged"
    matched = f"the government adds {money(plan.matched, result)} to principal"
    said = [text for text, amount in ((waived, plan.waived), (matched, plan.matched)) if amount > 0]
    return f"Under {NAMES[plan.plan]} {' and '.join(said)}."


def outcome(plan: Projection) -> str:
    """How a plan ends, in a word or two."""
    return {"paid_off": "repaid", "forgiven": "forgiven", "pslf_forgiven": "by PSLF"}[plan.outcome]


def lines_of_rap(
    found: Cliff,
    profit: float | None,
    fall: FallBelow | None,
    result: Result,
    *,
    of_example: bool = False,
) -> list[str]:
    """Where an income stands among the steps of RAP, and what crossing into another one does.

    `of_example` says that fees and hours are those of a worked example, and nobody's own.
    """
    loans = result.scenario.loans
    last_return = isinstance(loans, LoansByPlan) and loans.adjusted_income_per_year is not None
    whose = "The adjusted income by this plan"
    whose = "Your adjusted income on your last return" if last_return else whose
    said = [f"{whose} is **{money(found.income, result)}**."]
    if of_example and not last_return:
        said[0] += f" {OF_EXAMPLE}"
    if found.line_above is None:
        said.append("It is in the highest step already.")
    elif found.costs_per_month > 0:
        said.append(_line_above(found, found.line_above, profit, result))
    if found.line_below is not None and found.saves_per_month > 0:
        said.append(_line_below(found, found.line_below, fall, result))
    return said


def _line_above(found: Cliff, above: Number, profit: float | None, result: Result) -> str:
    line, cost = money(above, result), money(found.costs_per_month, result)
    if found.room < 1.0:
        return f"It is at the top of its step, {line}: one more dollar costs **{cost} a month**."
    earned = "pay" if result.scenario.work.kind == "employee" else "profit"
    if profit is None:
        of_profit = ""
    elif abs(profit - found.room) < 1.0:
        of_profit = f" {earned}"
    else:
        of_profit = f", about {money(profit, result)} of {earned},"
    return (
        f"{money(found.room, result)} more{of_profit} takes you to {line}, the top of this step. "
        f"One dollar beyond it costs **{cost} a month**."
    )


def _line_below(found: Cliff, below: Number, fall: FallBelow | None, result: Result) -> str:
    line = money(below, result)
    over = f"It is {money(found.above_by, result)} above {line}, the top of the step below"
    if fall is None:
        return f"{over}. There the payment is {money(found.saves_per_month, result)} a month less."
    saving = SAVING[fall.path]
    if not fall.reached:
        return f"{over}: no {saving} that the law lets you deduct takes you there."
    return (
        f"{over}. A further {saving} of **{money(fall.amount, result)} a year** takes you there "
        f"and lowers the payment by **{money(fall.saves_per_month, result)} a month**. "
        "That money is saved, and still yours."
    )


def group_of_loans(loans: LoansByPlan, result: Result) -> str:
    """What is owed, in a few words."""
    count = len(loans.federal) + len(loans.private)
    balances = [loan.balance for loan in loans.federal] + [loan.balance for loan in loans.private]
    owed = sum(map(float, balances))
    return f"{count} loan{'' if count == 1 else 's'}, {money(owed, result)}" if count else "none"


def worth_of_service(worth: ServiceWorth, result: Result) -> str:
    """What public service is worth a year while it lasts, at the belief that it pays out."""
    own = worth.believed
    belief = "" if own.share == 1.0 else f" if you believe in it at {numbers.percent(own.share, 0)}"
    return (
        f"Staying is worth about **{money(own.per_year, result)} a year** after tax while you "
        f"stay{belief}, for {worth.months_left:g} more payments: {money(own.worth, result)} in "
        f"today's money, against {NAMES[worth.compared_with]} without PSLF."
    )


def break_even(worth: ServiceWorth, extra: float, result: Result) -> str:
    """From when on staying beats a job that pays more, by its loans alone."""
    more = money(extra, result)
    year = worth.break_even_year(extra)
    alone = "This counts the loans only; a higher income would raise the payments too."
    if year is None:
        return f"At {more} more a year, leaving is ahead at any time before the end. {alone}"
    if not year:
        return f"At {more} more a year, staying is ahead from today on. {alone}"
    years = f"{year} year{'' if year == 1 else 's'}"
    return (
        f"At {more} more a year, leaving within the first {years} is ahead; "
        f"from then on staying to the end is. {alone}"
    )


def award(found: Serving, result: Result) -> str:
    """An award: what it pays, for how long you serve, and what leaving before costs."""
    given = found.award
    paid = (
        f"**{escape(given.label)}**: {money(given.amount, result)}, {chosen(given, 'paid').lower()}"
    )
    taxed = "taxed as income" if given.taxable else "free of tax, as entered"
    back = float(found.paid_back)
    leaving = (
        f"Who leaves before {month(found.until)} is taken to pay back {money(back, result)}."
        if back
        else f"Leaving before {month(found.until)} costs nothing, as entered."
    )
    return f"{paid}, for {given.months} months of service, {taxed}. {leaving}"
