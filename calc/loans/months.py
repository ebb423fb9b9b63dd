"""The months of a projection: every row of it at once, one month after the other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calc.loans.rows import PaidByAward, Row
from calc.number import MONTHS_PER_YEAR, FloatArray, at_least_zero

TOTALS = ("interest", "waived", "matched", "awarded", "forgiven")
TWELVE = int(MONTHS_PER_YEAR)


class State:
    """The rows of a run, stacked: arrays of shape (rows, n), changed month by month."""

    def __init__(self, rows: Sequence[Row], width: int) -> None:
        self.width = width
        self.years = max(len(one.due) for row in rows for one in (row, row.after) if one)
        self.rows = rows
        self.principal = self._stacked([row.principal for row in rows])
        self.unpaid = np.zeros_like(self.principal)
        self.rate = self._stacked([row.monthly_rate for row in rows])
        self.settles_at = self._stacked([row.settles_at for row in rows])
        self.forgives_at = self._stacked([row.forgives_at for row in rows])
        self.waiver = self._stacked([np.atleast_1d(row.waiver) for row in rows])
        self.waiver_months = np.array([[row.waiver_months] for row in rows])
        self.match = np.array([[row.match] for row in rows])
        self.due = np.stack([self._by_year(row.due) for row in rows], axis=1)
        self.totals = {name: np.zeros_like(self.principal) for name in TOTALS}
        self.taxed_awards = np.zeros_like(self.principal)
        self.changes = {row.after_month: index for index, row in enumerate(rows) if row.after}
        plans = [row.plan for row in rows]
        self.starts = [plans.index(plan) for plan in dict.fromkeys(plans)]
        self.forgive(0)

    def _stacked(self, arrays: Sequence[FloatArray]) -> FloatArray:
        return np.stack([np.broadcast_to(array, (self.width,)) for array in arrays]).copy()

    def _by_year(self, due: FloatArray) -> FloatArray:
        """Payments of every year there is; the last year's hold on."""
        held = np.concatenate([due, np.repeat(due[-1:], self.years - len(due), axis=0)])
        return np.broadcast_to(held, (self.years, self.width)).copy()

    def owed(self) -> FloatArray:
        """What is owed under each plan."""
        return self.by_plan(self.principal + self.unpaid)

    def by_plan(self, amounts: FloatArray) -> FloatArray:
        """Rows added up for each plan."""
        return np.asarray(np.add.reduceat(amounts, self.starts, axis=0))

    def totals_of(self, plan: int) -> dict[str, FloatArray]:
        """What one plan has come to."""
        return {name: self.by_plan(amounts)[plan] for name, amounts in self.totals.items()}

    def change_plan(self, month: int) -> None:
        """A plan that ends by law gives way to the one that follows."""
        index = self.changes.get(month)
        after = None if index is None else self.rows[index].after
        if index is None or after is None:
            return
        self.due[:, index] = self._by_year(after.due)
        self.forgives_at[index] = after.forgives_at
        self.waiver[index] = after.waiver
        self.waiver_months[index] = after.waiver_months
        self.match[index] = after.match

    def award(self, award: PaidByAward) -> None:
        """Pays an award to the loans of each plan in proportion, unpaid interest first."""
        owed = self.principal + self.unpaid
        sizes = np.diff([*self.starts, len(self.rows)])
        together = np.repeat(self.by_plan(owed), sizes, axis=0)
        # What pays off a loan leaves nothing of it, not even what rounding would; so below.
        all_of_it = together <= award.amount
        share = owed / np.where(together, together, 1.0)
        given = np.where(all_of_it, owed, award.amount * share)
        to_interest = np.minimum(given, self.unpaid)
        self.unpaid = self.unpaid - to_interest
        self.principal = np.where(all_of_it, 0.0, self.principal - (given - to_interest))
        self.totals["awarded"] += given
        self.taxed_awards += given * float(award.taxable)

    def pay(self, month: int) -> FloatArray:
        """One month: interest accrues, the payment is made, RAP waives and matches."""
        interest = self.principal * self.rate
        charged = self.unpaid + interest
        owed = self.principal + charged
        paid = np.minimum(self.due[min(month // TWELVE, self.years - 1)], owed)
        paid = np.where(month + 1 >= self.settles_at, owed, paid)
        to_interest = np.minimum(paid, charged)
        to_principal = np.where(paid >= owed, self.principal, paid - to_interest)
        short = charged - to_interest
        waives = self.waiver * (month < self.waiver_months)
        waived = np.minimum(short, interest) * waives
        matched = np.minimum(
            at_least_zero(np.minimum(self.match, paid) - to_principal),
            self.principal - to_principal,
        )
        self.unpaid = short - waived
        self.principal = self.principal - to_principal - matched
        self.totals["interest"] += interest
        self.totals["waived"] += waived
        self.totals["matched"] += matched
        self.forgive(month + 1)
        return paid

    def forgive(self, month: int) -> None:
        """Cancels what is left of the rows that have made their payments."""
        done = self.forgives_at <= month
        if done.any():
            self.totals["forgiven"] += np.where(done, self.principal + self.unpaid, 0.0)
            self.principal = np.where(done, 0.0, self.principal)
            self.unpaid = np.where(done, 0.0, self.unpaid)
