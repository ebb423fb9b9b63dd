"""The credits of an income tax return as lines: rules in words, parts and law."""

from __future__ import annotations

from calc.ledger import Line, given, less, parameter
from calc.number import Number
from calc.parameters import Parameter, Rules
from calc.taxes import credit_rules
from calc.taxes.credits import (
    Credits,
    child_law,
    earned_law,
    paid_out_law,
    savers_law,
    saving_counted,
)
from calc.taxes.earnings import Earnings
from calc.taxes.household import Household

OTHERS = "Credit for other dependants"
NOT_APART = "none on the separate return of one of a couple (IRC 32(d))"


def credit_lines(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Line, found: Credits
) -> tuple[Line, ...]:
    """Credits as negative lines, in the order in which they use up the tax."""
    child: tuple[Line, ...] = ()
    if household.children_under_17 or household.dependents_of_17:
        child = (_child_line(household, rules, found),)
    if household.children_under_17:
        child = (*child, _paid_out_line(rules, found))
    return (
        less(_savers_line(household, rules, found)),
        *(less(line) for line in child),
        less(_earned_line(household, rules, earnings, adjusted, found)),
    )


def _savers_line(household: Household, rules: Rules, found: Credits) -> Line:
    steps, cap = rules.once(savers_law)
    saved = saving_counted(household)
    uses = (
        given("taxes.savers_credit.saved", "401(k) deferrals, Roth too", saved, "money_per_year"),
        parameter(
            "taxes.savers_credit.rate", "Rate at this income", found.savers_rate, "share", steps
        ),
    )
    how = f"deferral up to {cap.dollars()} x rate at this adjusted income, at most the tax"
    return _line("savers_credit", "Saver's credit", found.savers, how, uses, steps, cap)


def _child_line(household: Household, rules: Rules, found: Credits) -> Line:
    law, other, start, step, loss = sources = rules.once(child_law)
    children, others = household.children_under_17, household.dependents_of_17
    full = credit_rules.child_credit_in_full(children, law.number, others, other.number)
    from_income = start.dollars(household.limits_status)
    label, each = "Child tax credit", f"{law.dollars()} for each child under 17"
    if others:
        label = "Credit for children and other dependants" if children else OTHERS
        each = f"{each}, {other.dollars()} for each other dependant"
    return _line(
        "child_credit",
        label,
        found.child,
        "credit in full, less what income takes off, at most the tax that is left",
        (
            _line("child_credit.full", "In full", full, each),
            _line(
                "child_credit.lost",
                "What income takes off",
                found.child_lost,
                f"{loss.dollars()} for each {step.dollars()} begun of adjusted income above "
                f"{from_income}",
            ),
        ),
        *sources,
    )


def _paid_out_line(rules: Rules, found: Credits) -> Line:
    most, floor, rate = sources = rules.once(paid_out_law)
    return _line(
        "child_credit_paid_out",
        "Child tax credit paid out",
        found.child_paid_out,
        f"what the tax leaves unused, at most {most.dollars()} a child and the share of earnings",
        (
            _line(
                "child_credit_paid_out.unused",
                "Left unused",
                found.child_unused,
                "credit after what income takes off, less what lowers the tax",
            ),
            _line(
                "child_credit_paid_out.by_earnings",
                "Share of earnings",
                found.child_by_earnings,
                f"{rate.percent} of earnings above {floor.dollars()}",
            ),
        ),
        *sources,
    )


def _earned_line(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Line, found: Credits
) -> Line:
    most, rate, start, addition, out_rate, least, greatest, limit = rules.once(earned_law)
    earned = _line(
        "earned",
        "Earnings that count",
        earnings.earned,
        "taxable wages and profit, less half of self-employment tax",
    )
    uses = (
        _line(
            "earned_income_credit.rising",
            "Rising with earnings",
            found.earned_rising,
            "earnings x the share for this number of children, up to the most",
            (earned,),
            rate,
            most,
        ),
        _line(
            "earned_income_credit.falling",
            "Falling with income",
            found.earned_falling,
            "the most, less a share of what earnings or adjusted income, the greater, "
            "is above the start",
            (earned, adjusted),
            out_rate,
            start,
            addition,
        ),
    )
    return _line(
        "earned_income_credit",
        "Earned income credit",
        found.earned,
        NOT_APART if household.is_separate else rules.once(_earned_rule),
        uses,
        most,
        least,
        greatest,
        limit,
    )


def _earned_rule(rules: Rules) -> str:
    """How the two sides of the earned income credit make one, and who has none."""
    *_, least, greatest, limit = rules.once(earned_law)
    return (
        f"the lower of the two; without children at {least.number:.0f} to {greatest.number:.0f} "
        f"only; none where investment income is above {limit.dollars()}"
    )


def _line(
    name: str,
    label: str,
    amount: Number,
    how: str,
    uses: tuple[Line, ...] = (),
    *sources: Parameter,
) -> Line:
    key = f"taxes.{name}"
    return Line(key, label, amount, "money_per_year", "formula", how, uses, sources)
