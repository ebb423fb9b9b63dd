"""Retirement and health saving of a year: what is put in, and what of it is deducted."""

from __future__ import annotations

import numpy as np

from calc.ledger import Line, formula, total
from calc.number import Number, at_least_zero
from calc.parameters import Parameter, Rules
from calc.scenario import Employee, HealthSavings, Scenario
from calc.statements import Saving, SavingLimit
from calc.taxes import contributions, federal


def saving_of_year(
    scenario: Scenario, rules: Rules, taxable: Number, employer_saving: Line
) -> Saving:
    """Saving out of this work; the deducted parts never exceed the law's limits or the earnings.

    `taxable` is profit, or an employee's pay less the premium taken from it before tax.
    """
    work, age = scenario.work, scenario.household.age
    deferral_most = contributions.deferral_limit(rules, age)
    if isinstance(work, Employee):
        deferral = work.saving.deferral_401k_per_year
        hsa, hsa_most = _hsa(rules, work.saving.health_savings, age)
        hsa_room = np.minimum(hsa_most, at_least_zero(taxable))
        hsa_in = np.minimum(hsa, hsa_room)
        room = np.minimum(deferral_most, at_least_zero(taxable - hsa_in))
        deferral_in, roth = np.minimum(deferral, room), work.saving.roth_deferral_per_year
        roth_room = room - deferral_in
        rows = (
            _put_in(
                "set_aside.deferral",
                "401(k) deferral",
                deferral,
                *contributions.deferral_sources(rules),
            ),
            _roth_row(rules, roth),
            _hsa_row(rules, work.saving.health_savings),
            *employer_saving.parts,
        )
        return Saving(
            set_aside=total("set_aside", "Of which set aside", *rows),
            half_tax=0.0,
            employer_part_deducted=0.0,
            deferral_deducted=deferral_in,
            roth_counted=np.minimum(roth, roth_room),
            hsa_deducted=hsa_in,
            limits=(
                SavingLimit("work.saving.deferral_401k_per_year", deferral, room),
                SavingLimit("work.saving.roth_deferral_per_year", roth, roth_room),
                SavingLimit("work.saving.health_savings.contribution_per_year", hsa, hsa_room),
            ),
        )
    return _self_employed(scenario, rules, taxable, deferral_most)


def _self_employed(
    scenario: Scenario, rules: Rules, profit: Number, deferral_most: float
) -> Saving:
    work, home = scenario.work, scenario.household
    assert not isinstance(work, Employee)
    saving = work.saving
    half = half_of_self_employment_tax(profit, home.own_other_wages_per_year, rules)
    net = at_least_zero(profit - half)
    of_employer = contributions.employer_part_sources(rules)
    all_most = contributions.additions_limit(rules, home.age)
    employer_most = contributions.employer_part_limit(
        profit, half, *(source.number for source in of_employer)
    )
    employer = saving.sep_per_year + saving.solo_401k_employer_per_year
    employer_in = np.minimum(employer, employer_most)
    deferral = saving.solo_401k_deferral_per_year
    room = np.minimum(np.minimum(deferral_most, net), at_least_zero(all_most - employer_in))
    # All but the catch-up within the earnings that the employer's part leaves (IRC 415(c)(3)(B)).
    catch_up = deferral_most - contributions.deferral_sources(rules)[0].number
    left = at_least_zero(net - employer_in)
    room = np.minimum(room, np.minimum(left, at_least_zero(left - employer_in) + catch_up))
    deferral_in, roth = np.minimum(deferral, room), saving.roth_deferral_per_year
    roth_room = room - deferral_in  # one limit for both kinds (IRC 402A(c)(2))
    hsa, hsa_room = _hsa(rules, saving.health_savings, home.age)
    rows = _rows(scenario, rules, *of_employer)
    return Saving(
        set_aside=total("set_aside", "Of which set aside", *rows),
        half_tax=half,
        employer_part_deducted=employer_in,
        deferral_deducted=deferral_in,
        roth_counted=np.minimum(roth, roth_room),
        hsa_deducted=np.minimum(hsa, hsa_room),
        limits=(
            SavingLimit(_largest_employer_field(scenario), employer, employer_most),
            SavingLimit("work.saving.solo_401k_deferral_per_year", deferral, room),
            SavingLimit("work.saving.roth_deferral_per_year", roth, roth_room),
            SavingLimit("work.saving.health_savings.contribution_per_year", hsa, hsa_room),
        ),
    )


def saving_of_owner(scenario: Scenario, rules: Rules, salary: Number) -> Saving:
    """Saving of an S corporation's owner: the deferral out of the salary, a quarter of it beside.

    All that goes in is within the salary, the catch-up apart (IRC 415(c)(1)(B), 414(v)(3)(A)).
    """
    work, home = scenario.work, scenario.household
    assert not isinstance(work, Employee)
    saving = work.saving
    share = rules["retirement.employer_contribution_share"]
    deferral_most = contributions.deferral_limit(rules, home.age)
    deferral = saving.solo_401k_deferral_per_year
    room = np.minimum(deferral_most, salary)
    deferral_in, roth = np.minimum(deferral, room), saving.roth_deferral_per_year
    roth_room = room - deferral_in
    own = deferral_in + np.minimum(roth, roth_room)
    of_age = deferral_most - contributions.deferral_sources(rules)[0].number
    counted = at_least_zero(own - of_age)
    additions = contributions.employer_part_sources(rules)[1]
    most = np.minimum(salary * share.number, np.minimum(salary, additions.number) - counted)
    employer = saving.sep_per_year + saving.solo_401k_employer_per_year
    hsa, hsa_room = _hsa(rules, saving.health_savings, home.age)
    return Saving(
        set_aside=total(
            "set_aside", "Of which set aside", *_rows(scenario, rules, share, additions)
        ),
        half_tax=0.0,
        employer_part_deducted=np.minimum(employer, at_least_zero(most)),
        deferral_deducted=deferral_in,
        roth_counted=np.minimum(roth, roth_room),
        hsa_deducted=np.minimum(hsa, hsa_room),
        limits=(
            SavingLimit(_largest_employer_field(scenario), employer, at_least_zero(most)),
            SavingLimit("work.saving.solo_401k_deferral_per_year", deferral, room),
            SavingLimit("work.saving.roth_deferral_per_year", roth, roth_room),
            SavingLimit("work.saving.health_savings.contribution_per_year", hsa, hsa_room),
        ),
    )


def half_of_self_employment_tax(profit: Number, other_wages: Number, rules: Rules) -> Number:
    """Half the self-employment tax on a profit, beside wages from another job.

    >>> from calc.parameters import load_rules
    >>> round(float(half_of_self_employment_tax(150_000.0, 0.0, load_rules(2026))), 2)
    10597.16
    """
    earnings = federal.net_earnings(
        profit,
        rules["us_federal.se_net_earnings_factor"].number,
        rules["us_federal.se_minimum_net_earnings"].number,
    )
    tax = federal.self_employment_tax(
        earnings,
        other_wages,
        rules["us_federal.social_security_wage_base"].number,
        rules["us_federal.se_social_security_rate"].number,
        rules["us_federal.se_medicare_rate"].number,
    )
    return tax * rules["us_federal.half_se_tax_deduction_share"].number


def _rows(scenario: Scenario, rules: Rules, *of_employer: Parameter) -> tuple[Line, ...]:
    """What the self-employed put in, place by place; `of_employer` limits the employer's part."""
    work = scenario.work
    assert not isinstance(work, Employee)
    saving = work.saving
    return (
        _put_in("set_aside.sep", "SEP", saving.sep_per_year, *of_employer),
        _put_in(
            "set_aside.solo_401k",
            "Solo 401(k)",
            saving.solo_401k_deferral_per_year + saving.solo_401k_employer_per_year,
            *of_employer,
            *contributions.deferral_sources(rules),
        ),
        _roth_row(rules, saving.roth_deferral_per_year),
        _hsa_row(rules, saving.health_savings),
    )


def _put_in(key: str, label: str, amount: Number, *limits: Parameter) -> Line:
    """What is put in, as stated; the law's limits say how much of it is deducted."""
    how = "as stated; deducted up to the law's limit"
    return formula(key, label, amount, "money_per_year", how, (), *limits)


def _roth_row(rules: Rules, amount: Number) -> Line:
    how = "as stated, out of taxed income; it lowers no tax"
    limits = contributions.deferral_sources(rules)
    return formula("set_aside.roth", "Roth deferral", amount, "money_per_year", how, (), *limits)


def _hsa_row(rules: Rules, saving: HealthSavings) -> Line:
    limits = contributions.hsa_sources(rules, saving)
    return _put_in("set_aside.hsa", "Health savings account", saving.contribution_per_year, *limits)


def _hsa(rules: Rules, saving: HealthSavings, age: int) -> tuple[Number, float]:
    return saving.contribution_per_year, contributions.hsa_limit(rules, saving, age)


def _largest_employer_field(scenario: Scenario) -> str:
    work = scenario.work
    assert not isinstance(work, Employee)
    if np.any(np.greater(work.saving.sep_per_year, 0.0)):
        return "work.saving.sep_per_year"
    return "work.saving.solo_401k_employer_per_year"
