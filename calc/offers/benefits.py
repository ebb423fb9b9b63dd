"""What an offer gives beside pay, each valued in a line of its own."""

from __future__ import annotations

import numpy as np

from calc.ledger import Line, formula, given, total
from calc.number import WEEKS_PER_YEAR, Number, added, at_least_zero, ratio_of, where
from calc.scenario import Employee, Hourly, OwnPractice, Salary
from calc.year.evaluate import Result, evaluate


def benefits_of(result: Result) -> Line:
    """Benefits of a year, line by line; what is provided is priced as if one had to buy it.

    Match, stipends, bonus and awards are in take-home; leave is in the salary; the rest is a cost
    the person does not have.
    """
    work = result.scenario.work
    rows: list[Line] = []
    if isinstance(work, Employee):
        paths = ("money_in.stipends", "money_in.sign_on", "money_in.match", "money_in.award")
        rows.extend(result.money_in.find(key) for key in paths)
        rows.append(paid_leave(result))
        for index, benefit in enumerate(work.benefits.in_kind):
            rows.append(
                given(
                    f"benefits.in_kind.{index}",
                    benefit.label,
                    benefit.worth_per_year,
                    "money_per_year",
                )
            )
    if result.scenario.currency == "USD":  # its price is known in dollars
        rows.append(supervision_provided(result))
    return total("benefits", "Benefits", *rows, unit="money_per_year", how="each in a year")


def paid_leave(result: Result) -> Line:
    """Pay of weeks in which nothing is worked."""
    work = result.scenario.work
    amount: Number = 0.0
    if isinstance(work, Employee) and isinstance(work.pay, Hourly):
        amount = result.money_in.find("money_in.leave").amount
    if isinstance(work, Employee) and isinstance(work.pay, Salary):
        amount = work.pay.salary_per_year / WEEKS_PER_YEAR * work.time.weeks_off
    return formula(
        "benefits.leave",
        "Paid time off",
        amount,
        "money_per_year",
        "pay of a week x weeks off, where they are paid",
    )


def supervision_provided(result: Result) -> Line:
    """What the supervision an employer provides would cost to buy."""
    support, work = result.scenario.support, result.scenario.work
    price = result.rules["typical.supervision_price_per_hour"]
    free = where(np.equal(support.supervision_price_per_hour, 0.0), 1.0, 0.0)
    if isinstance(work, OwnPractice):
        free = free * 0.0
    hours = support.supervision_hours_per_week * result.year.worked_weeks.amount * free
    return formula(
        "benefits.supervision",
        "Supervision provided",
        hours * price.number,
        "money_per_year",
        "hours a year x the price of an hour bought",
        (),
        price,
    )


def net_per_paycheck(result: Result, pay_periods_per_year: int) -> Line | None:
    """What reaches the bank each payday, the same all year; None where nobody withholds.

    Pay and stipends, less what is withheld: the taxes of this work, a premium of the employer's
    plan, and what is saved from pay, as far as the law and the pay allow. A sign-on bonus and
    awards come apart, and so do credits that are paid out with the tax return.
    """
    work = result.scenario.work
    if not isinstance(work, Employee):
        return None
    even = _without_single_payments(result, work)
    withheld = added(at_least_zero(tax.amount) for tax in even.taxes.parts)
    premium = even.health_cover.amount * (1.0 if work.premium_before_tax else 0.0)
    room = even.money.taxable.amount - withheld - premium
    deferred = even.saving.deferral_deducted + even.saving.roth_counted
    net = room - np.minimum(deferred, at_least_zero(room))
    return formula(
        "paycheck",
        "Net pay per paycheck",
        ratio_of(net, float(pay_periods_per_year)),
        "money",
        "pay and stipends, less taxes, the employer's premium and deferral / paychecks a year",
        (even.money.taxable, even.taxes, even.health_cover),
    )


def _without_single_payments(result: Result, work: Employee) -> Result:
    """The same year without a sign-on bonus or an award."""
    benefits = work.benefits
    if not (np.any(benefits.sign_on_bonus) or np.any(benefits.loan_award_per_year)):
        return result
    stem = "work.benefits"
    none = {f"{stem}.sign_on_bonus": 0.0, f"{stem}.loan_award_per_year": 0.0}
    return evaluate(result.scenario.with_values(none), result.rules)
