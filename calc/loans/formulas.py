"""Arithmetic of loans: level payments, payments by income, and the cent a lender rounds to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calc.number import MONTHS_PER_YEAR, Number, at_least_zero, where

CENTS_PER_DOLLAR = 100.0
HALF_AND_A_HAIR = 0.5 + 1e-7  # half goes up, also where binary fractions fall just short of it


def to_cents(amount: Number) -> Number:
    """An amount to the cent, as a lender bills it; half a cent goes up.

    >>> float(to_cents(33.335)), float(to_cents(258.8908))
    (33.34, 258.89)
    """
    return np.floor(amount * CENTS_PER_DOLLAR + HALF_AND_A_HAIR) / CENTS_PER_DOLLAR


def level_payment(balance: Number, rate_per_year: Number, months: Number) -> Number:
    """The equal monthly payment that repays a balance in so many months: B i / (1 - (1 + i)^-n).

    Interest is a twelfth of the yearly rate a month; a lender counts days.

    >>> float(level_payment(35_000.0, 0.04, 180.0))
    258.8908
    >>> float(level_payment(12_000.0, 0.0, 120.0))
    100.0
    """
    rate = rate_per_year / MONTHS_PER_YEAR
    free = np.equal(rate, 0.0)
    paid_off = -np.expm1(-months * np.log1p(rate))
    per_dollar = where(free, 1.0 / months, rate / where(free, 1.0, paid_off))
    return balance * per_dollar


def balance_at_start(borrowed: Number, rate_per_year: Number, months_before: Number) -> Number:
    """What is owed when repayment starts: simple interest from disbursement, added once.

    >>> float(balance_at_start(60_000.0, 0.08, 18.0))
    67200.0
    """
    return borrowed * (1.0 + rate_per_year * months_before / MONTHS_PER_YEAR)


def tiered_months(
    total_owed: Number, owed_from: Sequence[float], months: Sequence[float]
) -> Number:
    """The term of Tiered Standard; a total on a border has the longer term.

    >>> table = (0.0, 25_000.0, 50_000.0, 100_000.0), (120.0, 180.0, 240.0, 300.0)
    >>> float(tiered_months(24_999.99, *table)), float(tiered_months(25_000.0, *table))
    (120.0, 180.0)
    """
    term: Number = months[0]
    for start, value in zip(owed_from[1:], months[1:], strict=True):
        term = where(np.greater_equal(total_owed, start), value, term)
    return term


def rap_rate(adjusted_income: Number, above: Sequence[float], rates: Sequence[float]) -> Number:
    """The share RAP asks of the whole income; an income on a border has the lower share.

    >>> bands = (50_000.0, 60_000.0), (0.05, 0.06)
    >>> float(rap_rate(60_000.0, *bands)), float(rap_rate(60_001.0, *bands))
    (0.05, 0.06)
    """
    share: Number = 0.0
    for border, rate in zip(above, rates, strict=True):
        share = where(np.greater(adjusted_income, border), rate, share)
    return share


def rap_base(
    adjusted_income: Number, low_amount: float, above: Sequence[float], rates: Sequence[float]
) -> Number:
    """What RAP asks for a year before dependants: a fixed amount, or a share of all income.

    >>> float(rap_base(9_000.0, 120.0, (10_000.0,), (0.01,)))
    120.0
    """
    low = np.less_equal(adjusted_income, above[0])
    return where(low, low_amount, rap_rate(adjusted_income, above, rates) * adjusted_income)


def rap_payment(
    base_per_year: Number, dependents: Number, reduction: float, share: Number, least: float
) -> Number:
    """The monthly payment of RAP: a twelfth, less an amount a dependant, of it the own share.

    >>> float(rap_payment(12_000.0, 2.0, 50.0, 1.0, 10.0))
    900.0
    """
    before = (base_per_year / MONTHS_PER_YEAR - dependents * reduction) * share
    return to_cents(np.maximum(before, least))


def discretionary_income(adjusted_income: Number, guideline: Number, multiple: float) -> Number:
    """Adjusted income above a multiple of the poverty guideline.

    >>> float(discretionary_income(52_000.0, 15_960.0, 1.5))
    28060.0
    """
    return at_least_zero(adjusted_income - guideline * multiple)


def payment_by_income(
    discretionary: Number,
    rate: float,
    share: Number,
    standard: Number,
    nothing_below: float,
    least: float,
) -> Number:
    """The monthly payment of IBR and PAYE: a share of discretionary income, at most the standard.

    Below `nothing_below` nothing is asked, from there on at least `least`.

    >>> float(payment_by_income(1_060.0, 0.10, 1.0, 222.04, 5.0, 10.0))
    10.0
    """
    before = np.minimum(discretionary * rate / MONTHS_PER_YEAR * share, standard)
    stepped = where(np.less(before, nothing_below), 0.0, np.maximum(before, least))
    return to_cents(stepped)


def present_value_factor(rate_per_year: Number, months: Number) -> Number:
    """What a dollar paid in so many months is worth today.

    >>> float(present_value_factor(0.04, 0.0))
    1.0
    """
    return (1.0 + rate_per_year / MONTHS_PER_YEAR) ** -months


def annuity_factor(rate_per_year: Number, months: Number) -> Number:
    """What a dollar a month for so many months is worth today.

    >>> float(annuity_factor(0.0, 120.0))
    120.0
    """
    return 1.0 / level_payment(1.0, rate_per_year, months)


def paid_in_a_year(
    balance: Number, rate_per_year: Number, payment_per_month: Number
) -> tuple[Number, Number]:
    """What twelve payments come to, and the interest in them; a loan paid off asks no more.

    >>> paid, interest = paid_in_a_year(12_000.0, 0.06, 1_000.0)
    >>> float(paid), float(interest)
    (12000.0, 404.57)
    """
    paid: Number = 0.0
    interest: Number = 0.0
    for _ in range(int(MONTHS_PER_YEAR)):
        accrued = balance * (rate_per_year / MONTHS_PER_YEAR)
        payment = np.minimum(payment_per_month, balance + accrued)
        to_interest = np.minimum(payment, accrued)
        balance = balance - (payment - to_interest)
        paid, interest = paid + payment, interest + to_interest
    return paid, interest
