"""What is open beside a plan of one's own: an employer's plan, IRAs, a health savings account."""

from __future__ import annotations

import numpy as np

from calc.number import Flag, Number, at_least_zero
from calc.parameters import Parameter, Rules
from calc.scenario import HealthSavings
from calc.taxes import contributions
from calc.taxes.saving_room import formulas
from calc.taxes.saving_room.days import deadlines_of, sources_of
from calc.taxes.saving_room.own_plans import (
    catch_up_is_roth,
    deferral_limits,
    net_earnings,
    roth_sources,
)
from calc.taxes.saving_room.saver import (
    Form,
    Plan,
    Reason,
    Room,
    Saver,
    closed,
    reasons_that_hold,
)


def employer_401k(saver: Saver, rules: Rules, credit_rate: Number) -> Room:
    """A deferral into an employer's 401(k) or 403(b): of this work, or of the other job."""
    here = saver.form == "employee"
    pay = at_least_zero(saver.pay if here else saver.other_wages)
    used = saver.deferred_elsewhere if here else saver.deferred_here
    last_year = saver.pay_last_year if here else saver.other_wages_last_year
    earns = np.greater(pay, 0.0)
    limit, further = deferral_limits(rules, saver.age)
    own = formulas.own_part_most(pay, limit, used)
    catch_up = formulas.catch_up_most(pay, own, further, limit, used)
    must_be_roth = catch_up_is_roth(last_year, rules) & np.greater(catch_up, 0.0)
    form: Form = "employee"
    return Room(
        plan="employer_401k",
        own_part=own,
        catch_up=catch_up,
        employer_part=0.0,
        total=own + catch_up,
        deductible=own + np.where(must_be_roth, 0.0, catch_up)[()],
        catch_up_must_be_roth=must_be_roth,
        savers_credit_rate=credit_rate,
        reasons=reasons_that_hold(
            ("no_pay_from_an_employer", ~earns),
            ("earnings", earns & np.less(pay, limit + further)),
            ("deferred_elsewhere", np.less(own + catch_up, np.minimum(limit + further, pay))),
        ),
        deadlines=deadlines_of("employer_401k", form, rules),
        sources=(
            *contributions.deferral_sources(rules),
            *roth_sources(rules),
            *sources_of("employer_401k", form, rules),
        ),
    )


def traditional_ira(saver: Saver, rules: Rules, credit_rate: Number) -> Room:
    """An IRA: what may go in, and what of it a plan at work and income leave deductible."""
    limit, earned = _ira_limit(rules, saver.age), _earned(saver, rules)
    total = np.minimum(limit, earned)
    covered = _covered(saver)
    if not covered:
        return _ira("traditional_ira", saver, rules, credit_rate, total, total, (), ())
    start, width, rounding = _deduction_law(rules)
    bounds = start.of(covered), width.of(covered)
    left = _after_income(limit, saver.adjusted_income, bounds, rounding)
    return _ira(
        "traditional_ira",
        saver,
        rules,
        credit_rate,
        total,
        np.minimum(left, earned),
        _by_income(saver.adjusted_income, bounds),
        (start, width, rounding),
    )


def roth_ira(saver: Saver, rules: Rules, credit_rate: Number) -> Room:
    """A Roth IRA, out of taxed income: income closes it."""
    start, width, rounding = _roth_law(rules)
    bounds = start.of(saver.ira_status), width.of(saver.ira_status)
    left = _after_income(_ira_limit(rules, saver.age), saver.adjusted_income, bounds, rounding)
    total = np.minimum(left, _earned(saver, rules))
    return _ira(
        "roth_ira",
        saver,
        rules,
        credit_rate,
        total,
        total * 0.0,
        _by_income(saver.adjusted_income, bounds),
        (start, width, rounding),
    )


def health_savings(saver: Saver, rules: Rules) -> Room:
    """A health savings account beside a high-deductible plan; no earnings are needed for it."""
    if saver.cover == "none":
        return closed("health_savings", "no_high_deductible_cover")
    account = HealthSavings(cover=saver.cover)
    most = contributions.hsa_limit(rules, account, saver.age)
    limit, _ = contributions.hsa_sources(rules, account)
    return Room(
        plan="health_savings",
        own_part=limit.number,
        catch_up=most - limit.number,
        employer_part=0.0,
        total=most,
        deductible=most,
        catch_up_must_be_roth=False,
        savers_credit_rate=0.0,
        reasons=(),
        deadlines=deadlines_of("health_savings", saver.form, rules),
        sources=(
            *contributions.hsa_sources(rules, account),
            *sources_of("health_savings", saver.form, rules),
        ),
    )


def _ira(
    plan: Plan,
    saver: Saver,
    rules: Rules,
    credit_rate: Number,
    total: Number,
    deductible: Number,
    by_income: tuple[Reason, ...],
    law: tuple[Parameter, ...],
) -> Room:
    """An IRA of either kind, once its limits are known."""
    earned = _earned(saver, rules)
    limit, catch_up = _ira_sources(rules)
    own = np.minimum(limit.number, earned)
    further = np.minimum(_ira_limit(rules, saver.age) - limit.number, at_least_zero(earned - own))
    earns = np.greater(earned, 0.0)
    return Room(
        plan=plan,
        own_part=own,
        catch_up=further,
        employer_part=0.0,
        total=total,
        deductible=deductible,
        catch_up_must_be_roth=False,
        savers_credit_rate=credit_rate,
        reasons=(
            *reasons_that_hold(
                ("no_earnings", ~earns),
                ("earnings", earns & np.less(earned, _ira_limit(rules, saver.age))),
            ),
            *by_income,
        ),
        deadlines=deadlines_of(plan, saver.form, rules),
        sources=(limit, catch_up, *law, *sources_of(plan, saver.form, rules)),
    )


def _earned(saver: Saver, rules: Rules) -> Number:
    """What an IRA may come from: pay and net earnings, on a joint return the spouse's too.

    A loss takes nothing from pay (Publication 590-A). What is deferred before tax, which lowers it,
    is not taken off: it matters only to who defers nearly all.
    """
    own = net_earnings(saver, rules) if saver.form == "sole_proprietor" else 0.0
    joint = saver.filing_status == "joint"
    spouse = at_least_zero(saver.spouse_earned) if joint else 0.0
    pay = 0.0 if saver.form == "sole_proprietor" else at_least_zero(saver.pay)
    return own + pay + at_least_zero(saver.other_wages) + spouse


def _covered(saver: Saver) -> str:
    """Whose start and width the deduction has; empty where no plan at work shortens it."""
    if saver.covered:
        return saver.ira_status
    if saver.spouse_covered and saver.filing_status == "joint":
        return "spouse"
    if saver.spouse_covered and saver.filing_status == "separate":
        return "separate"
    return ""


def _after_income(
    limit: float, income: Number, bounds: tuple[float, float], rounding: Parameter
) -> Number:
    start, width = bounds
    step, least = rounding.of("step"), rounding.of("least")
    return formulas.after_phase_out(limit, income, start, width, step, least)


def _by_income(income: Number, bounds: tuple[float, float]) -> tuple[Reason, ...]:
    start, width = bounds
    ended: Flag = formulas.ends(income, start, width)
    return reasons_that_hold(
        ("income", np.greater(income, start) & ~np.asarray(ended)), ("income_ends", ended)
    )


def _ira_limit(rules: Rules, age: int) -> float:
    limit, catch_up = _ira_sources(rules)
    further = catch_up.of("amount") if age >= catch_up.of("from_age") else 0.0
    return limit.number + further


def _ira_sources(rules: Rules) -> tuple[Parameter, Parameter]:
    return rules["retirement.ira_limit"], rules["retirement.ira_catch_up"]


def _deduction_law(rules: Rules) -> tuple[Parameter, Parameter, Parameter]:
    return (
        rules["retirement.ira_deduction_phase_out_start"],
        rules["retirement.ira_deduction_phase_out_width"],
        rules["retirement.ira_phase_out_rounding"],
    )


def _roth_law(rules: Rules) -> tuple[Parameter, Parameter, Parameter]:
    return (
        rules["retirement.roth_ira_phase_out_start"],
        rules["retirement.roth_ira_phase_out_width"],
        rules["retirement.ira_phase_out_rounding"],
    )
