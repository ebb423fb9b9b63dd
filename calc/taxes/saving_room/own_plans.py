"""Plans of one's own practice: a solo 401(k), a SEP and a SIMPLE IRA."""

from __future__ import annotations

import datetime

import numpy as np

from calc.number import Flag, Number, at_least_zero, step_value
from calc.parameters import Parameter, Rules
from calc.taxes import contributions
from calc.taxes.saving import half_of_self_employment_tax
from calc.taxes.saving_room import formulas
from calc.taxes.saving_room.days import deadlines_of, sources_of
from calc.taxes.saving_room.saver import Room, Saver, closed, reasons_that_hold


def plan_pay(saver: Saver, rules: Rules) -> Number:
    """What a plan of one's own is reckoned on: pay, or profit less half the self-employment tax."""
    if saver.form == "sole_proprietor":
        return net_earnings(saver, rules)
    return at_least_zero(saver.pay)


def net_earnings(saver: Saver, rules: Rules) -> Number:
    """A proprietor's profit less half the self-employment tax; never below nothing."""
    half = half_of_self_employment_tax(saver.profit, saver.other_wages, rules)
    return at_least_zero(saver.profit - half)


def solo_401k(saver: Saver, rules: Rules, credit_rate: Number) -> Room:
    """A 401(k) of a practice without employees: a deferral and an employer part."""
    if saver.form == "employee":
        return closed("solo_401k", "no_practice")
    if saver.employees:
        return closed("solo_401k", "has_employees")
    limit, further = deferral_limits(rules, saver.age)
    pay, used = plan_pay(saver, rules), saver.deferred_elsewhere
    own = formulas.own_part_most(pay, limit, used)
    catch_up = formulas.catch_up_most(pay, own, further, limit, used)
    employer = _employer_part(saver, rules)
    beside = employer
    if saver.form == "sole_proprietor":
        beside = formulas.beside_deferral(employer, pay, own)
    *_, additions = _employer_part_sources(saver, rules)
    total = formulas.together_most(own, catch_up, beside, additions.number, pay)
    must_be_roth = catch_up_is_roth(saver.pay_last_year, rules) & np.greater(catch_up, 0.0)
    earns = np.greater(pay, 0.0)
    return Room(
        plan="solo_401k",
        own_part=own,
        catch_up=catch_up,
        employer_part=employer,
        total=total,
        deductible=total - np.where(must_be_roth, catch_up, 0.0)[()],
        catch_up_must_be_roth=must_be_roth,
        savers_credit_rate=credit_rate,
        reasons=reasons_that_hold(
            ("no_earnings", ~earns),
            ("earnings", earns & np.greater_equal(total, pay)),
            ("deferred_elsewhere", np.less(own + catch_up, np.minimum(limit + further, pay))),
            ("additions_limit", np.greater(own + employer, additions.number)),
        ),
        deadlines=deadlines_of("solo_401k", saver.form, rules),
        sources=(
            *contributions.deferral_sources(rules),
            *_employer_part_sources(saver, rules),
            *roth_sources(rules),
            *sources_of("solo_401k", saver.form, rules),
        ),
    )


def sep(saver: Saver, rules: Rules) -> Room:
    """A SEP-IRA: an employer's part alone. Employees get the same share of their pay."""
    if saver.form == "employee":
        return closed("sep", "no_practice")
    pay, part = plan_pay(saver, rules), _employer_part(saver, rules)
    *_, most = _employer_part_sources(saver, rules)
    earns = np.greater(pay, 0.0)
    return Room(
        plan="sep",
        own_part=0.0,
        catch_up=0.0,
        employer_part=part,
        total=part,
        deductible=part,
        catch_up_must_be_roth=False,
        savers_credit_rate=0.0,
        reasons=reasons_that_hold(
            ("no_earnings", ~earns),
            ("additions_limit", np.greater_equal(part, most.number)),
        ),
        deadlines=deadlines_of("sep", saver.form, rules),
        sources=(
            *_employer_part_sources(saver, rules),
            *sources_of("sep", saver.form, rules),
        ),
    )


def simple_ira(saver: Saver, rules: Rules, credit_rate: Number) -> Room:
    """A SIMPLE IRA of the practice: a deferral with its own limits, and a match on top.

    The match is beside pay, not out of it: a small profit may be deferred whole.
    """
    if saver.form == "employee":
        return closed("simple_ira", "no_practice")
    if saver.employees > rules["retirement.simple_most_employees"].number:
        return closed("simple_ira", "too_many_employees")
    few = rules["retirement.simple_few_employees"].number
    size = "few" if saver.employees <= few else "more"
    pay, used = _simple_pay(saver, rules), saver.deferred_elsewhere
    limit = rules["retirement.simple_deferral_limit"].of(size)
    by_age = rules["retirement.simple_catch_up"]
    further = float(step_value(float(saver.age), by_age.row("from_age"), by_age.row(size)))
    person, _ = deferral_limits(rules, saver.age)
    left = formulas.own_part_most(pay, person, used)
    own = np.minimum(left, limit)
    catch_up = formulas.catch_up_most(pay, own, further, person, used)
    share = rules["retirement.simple_match_share"].number
    employer = formulas.match_most(pay, share, own + catch_up)
    total = own + catch_up + employer
    earns = np.greater(pay, 0.0)
    return Room(
        plan="simple_ira",
        own_part=own,
        catch_up=catch_up,
        employer_part=employer,
        total=total,
        deductible=total,
        catch_up_must_be_roth=False,
        savers_credit_rate=credit_rate,
        reasons=reasons_that_hold(
            ("no_earnings", ~earns),
            ("earnings", earns & np.less(pay, limit + further)),
            ("deferred_elsewhere", np.less(own + catch_up, np.minimum(limit + further, pay))),
        ),
        deadlines=deadlines_of("simple_ira", saver.form, rules),
        sources=(
            *_simple_sources(saver, rules),
            *sources_of("simple_ira", saver.form, rules),
        ),
    )


def deferral_limits(rules: Rules, age: int) -> tuple[float, float]:
    """A person's limit over all 401(k) plans, and what age adds to it."""
    limit, _ = contributions.deferral_sources(rules)
    return limit.number, contributions.deferral_limit(rules, age) - limit.number


def catch_up_is_roth(pay_last_year: Number, rules: Rules) -> Flag:
    """Whether a catch-up must be out of taxed income: after high pay from the same employer."""
    above, since = roth_sources(rules)
    first = datetime.date.fromisoformat(str(since.value)).year
    return np.greater(pay_last_year, above.number) & (rules.tax_year >= first)


def roth_sources(rules: Rules) -> tuple[Parameter, Parameter]:
    """The law behind it: the pay, and since when."""
    return rules["retirement.roth_catch_up_pay"], rules["retirement.roth_catch_up_from"]


def _employer_part(saver: Saver, rules: Rules) -> Number:
    if saver.form == "sole_proprietor":
        share, most = contributions.employer_part_sources(rules)
        half = half_of_self_employment_tax(saver.profit, saver.other_wages, rules)
        return contributions.employer_part_limit(saver.profit, half, share.number, most.number)
    share, counted, most = _employer_part_sources(saver, rules)
    return formulas.corporation_part_most(saver.pay, share.number, counted.number, most.number)


def _employer_part_sources(saver: Saver, rules: Rules) -> tuple[Parameter, ...]:
    """The law behind the employer's part, the most last."""
    if saver.form == "sole_proprietor":
        return contributions.employer_part_sources(rules)
    return (
        rules["retirement.employer_contribution_share"],
        rules["retirement.compensation_limit"],
        rules["us_federal.annual_additions_limit_solo_401k_and_sep"],
    )


def _simple_pay(saver: Saver, rules: Rules) -> Number:
    """Pay, or net earnings from self-employment, which half the tax is not taken from."""
    if saver.form == "sole_proprietor":
        factor = rules["us_federal.se_net_earnings_factor"].number
        return at_least_zero(saver.profit) * factor
    return at_least_zero(saver.pay)


def _simple_sources(saver: Saver, rules: Rules) -> tuple[Parameter, ...]:
    limits = (
        rules["retirement.simple_most_employees"],
        rules["retirement.simple_few_employees"],
        rules["retirement.simple_deferral_limit"],
        rules["retirement.simple_catch_up"],
        rules["retirement.simple_match_share"],
        *contributions.deferral_sources(rules),
    )
    if saver.form == "sole_proprietor":
        return (*limits, rules["us_federal.se_net_earnings_factor"])
    return limits
