"""Formulas of load: shares of log-odds, pay over needs and debt over income."""

import numpy as np
import pytest

from calc.burnout.formulas import debt_over_income, pay_over_needs, share_per_log_odds


def test_contributions_that_cancel_are_told_as_at_typical() -> None:
    """Where log-odds cancel but for rounding, each is worth the slope there: 0.4 x 0.6 = 0.24."""
    for log_odds in (0.0, 5e-17, -1e-12, 9e-10):
        assert share_per_log_odds(log_odds, 0.4 - 6e-17, 0.4) == pytest.approx(0.24)
    assert share_per_log_odds(0.5, 0.5, 0.4) == pytest.approx(0.2)


def test_pay_over_needs() -> None:
    """No needs: as typical. A loss stays a loss, and a row is looked at one by one."""
    found = pay_over_needs(np.array([60_000.0, 60_000.0, -6_000.0]), np.array([5e4, 0.0, 5e4]), 1.2)
    assert found == pytest.approx([1.2, 1.2, -0.12])


def test_debt_over_income() -> None:
    """Debt without income is 3 times income; no debt is none, whatever the income."""
    debt, income = np.array([6e4, 6e4, 6e4, 0.0, 0.0]), np.array([6e4, 0.0, -1.0, -1.0, 6e4])
    assert debt_over_income(debt, income, 3.0) == pytest.approx([1.0, 3.0, 3.0, 0.0, 0.0])
