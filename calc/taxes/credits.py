"""Federal credits of one return: what each came to by its steps, and its law."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from calc.number import Flag, Number, at_least_zero, where
from calc.parameters import Parameter, Rules
from calc.taxes import credit_rules
from calc.taxes.earnings import Earnings
from calc.taxes.household import Household


class Credits(NamedTuple):
    """The credits of a return, positive, each after the steps that led to it."""

    savers_rate: Number
    savers: Number
    child_lost: Number
    child: Number
    child_unused: Number
    child_by_earnings: Number
    child_paid_out: Number
    earned_rising: Number
    earned_falling: Number
    earned: Number
    earned_at_any_age: Number

    @property
    def against_tax(self) -> Number:
        """The credits that only lower tax: nothing of them is paid out."""
        return self.savers + self.child


def credits_of(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number, tax: Number
) -> Credits:
    """All credits, in the order in which they use up the tax."""
    rate, savers = _savers_credit(household, rules, adjusted, tax)
    lost, child, unused, by_earnings, paid_out = _child_credit(
        household, rules, earnings, adjusted, tax - savers
    )
    rising, falling, earned, at_any_age = _earned_income_credit(
        household, rules, earnings, adjusted
    )
    return Credits(
        savers_rate=rate,
        savers=savers,
        child_lost=lost,
        child=child,
        child_unused=unused,
        child_by_earnings=by_earnings,
        child_paid_out=paid_out,
        earned_rising=rising,
        earned_falling=falling,
        earned=earned,
        earned_at_any_age=at_any_age,
    )


def saving_counted(household: Household) -> Number:
    """Saving that the saver's credit is for."""
    return household.deferral_401k + household.solo_401k_deferral + household.roth_deferral


def _savers_credit(
    household: Household, rules: Rules, adjusted: Number, tax: Number
) -> tuple[Number, Number]:
    """The rate and the credit, both nothing where nothing is saved."""
    saved = saving_counted(household)
    if not np.any(np.greater(saved, 0.0)):
        return 0.0, 0.0
    steps, cap = rules.once(savers_law)
    rate = credit_rules.savers_rate(
        adjusted, steps.row(household.limits_status), steps.row("rates")
    )
    rate = where(np.greater(saved, 0.0), rate, 0.0)
    return rate, np.minimum(credit_rules.savers_credit(saved, cap.number, rate), tax)


def _child_credit(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number, tax: Number
) -> tuple[Number, Number, Number, Number, Number]:
    """What income takes off, what is used, left unused and due by earnings, and what is paid out.

    Nothing at all without dependants, whatever the income. Only what is for children under 17 is
    paid out; income takes of both together (Schedule 8812).
    """
    children, others = household.children_under_17, household.dependents_of_17
    if not children and not others:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    full, other, start, step, loss = rules.once(child_law)
    lost = credit_rules.child_credit_lost(
        adjusted, start.of(household.limits_status), step.number, loss.number
    )
    in_full = credit_rules.child_credit_in_full(children, full.number, others, other.number)
    found = at_least_zero(in_full - lost)
    used = np.minimum(found, tax)
    if not children:
        return lost, used, found - used, 0.0, 0.0
    most, floor, rate = rules.once(paid_out_law)
    by_earnings = credit_rules.child_credit_by_earnings(earnings.earned, floor.number, rate.number)
    paid_out = credit_rules.child_credit_paid_out(found - used, children, most.number, by_earnings)
    return lost, used, found - used, by_earnings, paid_out


def _earned_income_credit(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number
) -> tuple[Number, Number, Number, Number]:
    """How it rises and falls, what is due, and what were due without its limits of age."""
    *_, least, greatest, _ = rules.once(earned_law)
    schedules = rules.once(_earned_schedules)
    rate, most, start, addition, out_rate = schedules[
        min(household.children_at_home, len(schedules) - 1)
    ]
    joint = household.filing_status == "joint"
    ages = (household.age, household.spouse_age) if joint else (household.age,)
    of_age = any(least.number <= age <= greatest.number for age in ages)
    rising = credit_rules.earned_income_credit_rising(earnings.earned, rate, most)
    falling = credit_rules.earned_income_credit_falling(
        earnings.earned, adjusted, most, start + (addition if joint else 0.0), out_rate
    )
    entitled = 1.0 if household.children_at_home or of_age else 0.0
    over = has_too_much_investment(household, rules) | household.is_separate
    at_any_age = where(over, 0.0, np.minimum(rising, falling))
    return rising, falling, at_any_age * entitled, at_any_age


def has_too_much_investment(household: Household, rules: Rules) -> Flag:
    """Whether income from investment ends the earned income credit: IRC 32(i)(2), a closed list."""
    *_, limit = rules.once(earned_law)
    return np.greater(household.other_income, limit.number)


def savers_law(rules: Rules) -> tuple[Parameter, Parameter]:
    """Rates by income, and the most that counts."""
    return (
        rules["us_federal.savers_credit"],
        rules["us_federal.savers_credit_contribution_cap_each"],
    )


def child_law(rules: Rules) -> tuple[Parameter, ...]:
    """The amounts for a child and another; start, step and loss by which income lowers them."""
    return (
        rules["us_federal.child_tax_credit"],
        rules["us_federal.other_dependent_credit"],
        rules["us_federal.child_tax_credit_phase_out_start"],
        rules["us_federal.child_tax_credit_phase_out_increment"],
        rules["us_federal.child_tax_credit_phase_out_amount"],
    )


def paid_out_law(rules: Rules) -> tuple[Parameter, Parameter, Parameter]:
    """The most that is paid out for each child; the floor and the share of earnings."""
    return (
        rules["us_federal.child_tax_credit_refundable_maximum"],
        rules["us_federal.child_tax_credit_refundable_earnings_floor"],
        rules["us_federal.child_tax_credit_refundable_rate"],
    )


def earned_law(rules: Rules) -> tuple[Parameter, ...]:
    """The most and the share of earnings; start, later start of couples and share lost; limits."""
    return (
        rules["us_federal.earned_income_credit_maximum"],
        rules["us_federal.earned_income_credit_phase_in_rate"],
        rules["us_federal.earned_income_credit_phase_out_start"],
        rules["us_federal.earned_income_credit_joint_addition"],
        rules["us_federal.earned_income_credit_phase_out_rate"],
        rules["us_federal.earned_income_credit_childless_age_minimum"],
        rules["us_federal.earned_income_credit_childless_age_maximum"],
        rules["us_federal.earned_income_credit_investment_limit"],
    )


def _earned_schedules(rules: Rules) -> tuple[tuple[float, ...], ...]:
    """For each number of children: share of earnings, most, start, later start and share lost."""
    most, rate, start, addition, out_rate, *_ = rules.once(earned_law)
    laws = (rate, most, start, addition, out_rate)
    return tuple(zip(*(law.row("by_children") for law in laws), strict=True))
