"""What an employee costs an employer: payroll taxes, programmes and shares of pay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from calc.ledger import Line, formula, given, total
from calc.number import Number, at_least_zero
from calc.parameters import Parameter, Rules
from calc.taxes.paid_leave import employer_leave, leave_rate


def tax_up_to_base(pay: Number, wage_base: Number, rate: Number) -> Number:
    """A payroll tax on the part of pay below a yearly wage base.

    >>> float(tax_up_to_base(70_000.0, 7_000.0, 0.006))
    42.0
    """
    return np.minimum(pay, wage_base) * rate


def employer_fica(
    pay: Number, wage_base: Number, social_security_rate: Number, medicare_rate: Number
) -> Number:
    """Social security up to the wage base, and Medicare on all pay: the employer's half.

    26 USC 3111. Above the base only Medicare is left; the additional Medicare tax is the
    employee's alone.

    >>> round(float(employer_fica(70_000.0, 184_500.0, 0.062, 0.0145)), 2)
    5355.0
    >>> round(float(employer_fica(200_000.0, 184_500.0, 0.062, 0.0145)), 2)
    14339.0
    """
    return tax_up_to_base(pay, wage_base, social_security_rate) + pay * medicare_rate


def share_of_pay(pay: Number, share: Number) -> Number:
    """What goes with pay as a share of it: benefits, workers' compensation.

    >>> share_of_pay(70_000.0, 0.18)
    12600.0
    """
    return pay * share


@dataclass(frozen=True, slots=True)
class PayrollRates:
    """The payroll taxes of an employer: rates, and the pay that each applies to.

    `sources` are the parameters behind each row of `employer_load`, by the row's name.
    """

    social_security_rate: Number = 0.0
    social_security_base: Number = 0.0
    medicare_rate: Number = 0.0
    federal_unemployment_rate: Number = 0.0
    federal_unemployment_base: Number = 0.0
    state_unemployment_rate: Number = 0.0
    state_unemployment_base: Number = 0.0
    state_tax_rate: Number = 0.0
    workers_compensation_share: Number = 0.0
    leave_rate: Number = 0.0
    leave_base: Number = 0.0
    sources: Mapping[str, tuple[Parameter, ...]] = field(default_factory=dict)

    @property
    def bases(self) -> tuple[float, float, float, float]:
        """The pay a year at which social security, both unemployment taxes and paid leave stop."""
        return (
            float(self.social_security_base),
            float(self.federal_unemployment_base),
            float(self.state_unemployment_base),
            float(self.leave_base),
        )


def payroll_rates(
    rules: Rules,
    state: str,
    *,
    state_unemployment_rate: Number | None = None,
    state_unemployment_base: Number | None = None,
    workers_compensation_share: Number | None = None,
    federal_unemployment: bool = True,
    employees: float = 1.0,
    paid_leave: bool = True,
) -> PayrollRates:
    """What the law of a state and the federal law take from an employer, for a new employer.

    The employer's own unemployment rate and base and its own workers' compensation take the place
    of the typical ones where they are stated. `federal_unemployment` is False for a 501(c)(3). How
    many `employees` there are decides the employer's part of a state's paid leave; `paid_leave` is
    False where the employer states that part itself.

    >>> from calc.parameters import load_rules
    >>> payroll_rates(load_rules(2026), "CA").state_unemployment_rate
    0.034
    """

    def law(name: str) -> Parameter:
        return rules[f"payroll_tax.{name}"]

    social_security, medicare = law("employer_social_security_rate"), law("employer_medicare_rate")
    base = rules["us_federal.social_security_wage_base"]
    federal, federal_base = law("federal_unemployment_rate"), law("federal_unemployment_wage_base")
    reduction = law(f"federal_unemployment_credit_reduction_{rules.tax_year}")
    added = _of_few(reduction, state)
    state_tax = law("state_employer_tax_rate")
    insurance = _state_insurance(rules, state, state_unemployment_rate, state_unemployment_base)
    compensation: tuple[Parameter, ...] = ()
    if workers_compensation_share is None:
        compensation = (law("workers_compensation_share"),)
        workers_compensation_share = compensation[0].number
    leave = employer_leave(rules, state) if paid_leave else None
    return PayrollRates(
        social_security_rate=social_security.number,
        social_security_base=base.number,
        medicare_rate=medicare.number,
        federal_unemployment_rate=federal.number + added if federal_unemployment else 0.0,
        federal_unemployment_base=federal_base.number,
        state_unemployment_rate=insurance.rate,
        state_unemployment_base=insurance.base,
        state_tax_rate=_of_few(state_tax, state),
        workers_compensation_share=workers_compensation_share,
        leave_rate=leave_rate(leave, employees) if leave else 0.0,
        leave_base=leave.of("wage_base") if leave else 0.0,
        sources={
            "social_security": (social_security, base),
            "medicare": (medicare,),
            "federal_unemployment": (federal, federal_base, reduction),
            "state_unemployment": (*insurance.of_rate, *insurance.of_base),
            "state_tax": (state_tax, *insurance.of_base),
            "paid_leave": (leave,) if leave else (),
            "workers_compensation": compensation,
        },
    )


@dataclass(frozen=True, slots=True)
class _Insurance:
    """State unemployment insurance, and the law behind its rate and its base where it is ours."""

    rate: Number
    base: Number
    of_rate: tuple[Parameter, ...]
    of_base: tuple[Parameter, ...]


def _state_insurance(
    rules: Rules, state: str, rate: Number | None, base: Number | None
) -> _Insurance:
    """An employer's own rate and base, each else that of a new employer of the state."""
    of_rate: tuple[Parameter, ...] = ()
    of_base: tuple[Parameter, ...] = ()
    if rate is None:
        typical_rate = rules["payroll_tax.state_unemployment_rate"]
        rate, of_rate = typical_rate.of(state), (typical_rate,)
    if base is None:
        typical_base = rules["payroll_tax.state_unemployment_wage_base"]
        base, of_base = typical_base.of(state), (typical_base,)
    return _Insurance(rate, base, of_rate, of_base)


def _of_few(table: Parameter, state: str) -> float:
    """A figure that few states have; the others add nothing."""
    assert not isinstance(table.value, float | str | tuple)
    return table.of(state) if state in table.value else 0.0


def employer_load(
    pay: Number,
    rates: PayrollRates,
    *,
    taxed_pay: Number | None = None,
    benefits_share: Number = 0.0,
    benefits_per_year: Number = 0.0,
    retirement_per_year: Number = 0.0,
    other_per_year: Number = 0.0,
) -> Line:
    """What an employee costs on top of pay in a year, row by row.

    `taxed_pay` is the pay that payroll taxes apply to, where a premium before tax makes it less
    than `pay`. `retirement_per_year` is a match, `benefits_per_year` what benefits in kind cost,
    `other_per_year` liability cover and the like. Workers' compensation and `benefits_share` go
    with all pay.
    """
    base = given("load.pay", "Pay", pay, "money_per_year")
    taxed = at_least_zero(pay if taxed_pay is None else taxed_pay)
    return total(
        "load",
        "Employer's costs on top of pay",
        *_payroll_taxes(base, taxed, rates),
        _row(
            "workers_compensation",
            "Workers' compensation",
            share_of_pay(pay, rates.workers_compensation_share),
            "pay x share",
            base,
            rates,
        ),
        _row(
            "benefits",
            "Benefits",
            share_of_pay(pay, benefits_share) + benefits_per_year,
            "pay x share, and benefits by the year",
            base,
            rates,
        ),
        _row("retirement", "Retirement match", retirement_per_year, "as stated", base, rates),
        _row("other", "Other costs of the post", other_per_year, "as stated", base, rates),
    )


def _payroll_taxes(base: Line, taxed: Number, rates: PayrollRates) -> tuple[Line, ...]:
    """What is owed to the country and to the state, on taxed pay."""

    def tax(name: str, label: str, amount: Number, how: str) -> Line:
        return _row(name, label, amount, how, base, rates)

    state_base = rates.state_unemployment_base
    return (
        tax(
            "social_security",
            "Social security",
            tax_up_to_base(taxed, rates.social_security_base, rates.social_security_rate),
            "pay up to the wage base x rate",
        ),
        tax("medicare", "Medicare", share_of_pay(taxed, rates.medicare_rate), "pay x rate"),
        tax(
            "federal_unemployment",
            "Federal unemployment tax",
            tax_up_to_base(taxed, rates.federal_unemployment_base, rates.federal_unemployment_rate),
            "pay up to the wage base x rate",
        ),
        tax(
            "state_unemployment",
            "State unemployment insurance",
            tax_up_to_base(taxed, state_base, rates.state_unemployment_rate),
            "pay up to the state's wage base x rate",
        ),
        tax(
            "state_tax",
            "Other state payroll tax",
            tax_up_to_base(taxed, state_base, rates.state_tax_rate),
            "pay up to the state's wage base x rate",
        ),
        tax(
            "paid_leave",
            "Paid leave, the employer's part",
            tax_up_to_base(taxed, rates.leave_base, rates.leave_rate),
            "pay up to its wage base x rate",
        ),
    )


def _row(name: str, label: str, amount: Number, how: str, base: Line, rates: PayrollRates) -> Line:
    """A row of the load, with the parameters behind it."""
    sources = rates.sources.get(name, ())
    return formula(f"load.{name}", label, amount, "money_per_year", how, (base,), *sources)


def loaded_cost(pay: Number, load: Line) -> Line:
    """Pay and what comes on top of it: what an employee costs in a year.

    >>> rates = PayrollRates(0.062, 184_500.0, 0.0145, 0.006, 7_000.0, 0.027, 9_000.0)
    >>> float(loaded_cost(70_000.0, employer_load(70_000.0, rates, benefits_share=0.18)).amount)
    88240.0
    """
    return total("cost", "Cost of the post", given("cost.pay", "Pay", pay, "money_per_year"), load)
