"""What a practice takes in, costs and takes of time in each month, before taxes on persons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.months.calendar import Windows, added_up, windows_of
from calc.months.counting import Counts
from calc.months.fee_changes import fee_factors
from calc.months.filling import PARTS_PER_WEEK, lag_in_parts
from calc.months.prices import (
    CARD,
    CARD_FLAT,
    CHARGES,
    FEE,
    FLAT,
    HOURS,
    PAID_HOURS,
    Prices,
    prices_of,
)
from calc.months.setting import Setting
from calc.months.stated import by_leave, leave_income, set_up_of
from calc.months.weeks import WeeksAhead
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray
from calc.scenario import Contractor, OwnPractice, Scenario, SplitOfCollections
from calc.scenario.ahead import Ahead
from calc.scenario.ahead_rows import Leave
from calc.taxes.practice import practice_of, practice_taxes, without_a_proprietors_taxes
from calc.year.costs import costs_per_month
from calc.year.money_in.pay import split_by_steps


@dataclass(frozen=True, slots=True)
class PracticeMonths:
    """Months of a practice in rows, paths in columns; money in the plan's currency, hours.

    `earned` are fees (or rates) of the month's sessions whenever they are paid, `receipts` what
    arrives of them with other receipts; `other_receipts` are those alone. `costs` hold cover during
    a leave and not set-up; `deducted` is what of both lowers taxable profit, `set_up` is apart.
    `practice_taxes` of the costs fall on the practice itself. `owed` is what insurers still owe at
    the end, `owed_at_start` at the beginning.
    """

    sessions: FloatArray
    hours: FloatArray
    earned: FloatArray
    receipts: FloatArray
    other_receipts: float
    costs: FloatArray
    practice_taxes: FloatArray
    deducted: FloatArray
    set_up: FloatArray
    leave_income: FloatArray
    leave_income_taxed: FloatArray
    owed_at_start: float

    @property
    def owed(self) -> FloatArray:
        """What insurers still owe at the end: what was owed and earned, less what arrived."""
        fees = self.receipts - self.other_receipts
        found: FloatArray = self.owed_at_start + added_up(self.earned) - added_up(fees)
        return found


@dataclass(frozen=True, slots=True)
class _Flow:
    """What comes of sessions in each month, of one payer: as it is earned, or as it is paid."""

    fees: FloatArray
    card_charges: FloatArray


def practice_months(setting: Setting, counts: Counts) -> PracticeMonths:
    """The months of a practice from who was seen in its weeks."""
    scenario, ahead, existing = setting.scenario, setting.ahead, setting.existing
    plan, work = counts.plan, scenario.work
    assert isinstance(work, OwnPractice | Contractor)
    prices = prices_of(scenario, plan)
    now = windows_of(plan.months)
    factors = fee_factors(ahead, plan)
    steady = _steady_week(scenario, plan)
    earned = [
        _flow(scenario, prices.of_payer[place], now, _of_payer(counts, place), factors[place], None)
        for place in range(len(plan.payers))
    ]
    paid = list(earned)
    late = lag_in_parts(float(ahead.payer_lag_weeks))
    for place, payer in enumerate(plan.payers):
        if late and payer.name == "insurer":
            before = steady[:, place] if existing else None
            weekly = _of_payer(counts, place)
            later = windows_of(plan.months, late)
            paid[place] = _flow(
                scenario, prices.of_payer[place], later, weekly, factors[place], before
            )
    hours, paid_hours = _hours(ahead, counts, prices, now)
    by_hours = prices.rate_per_hour * paid_hours
    other = float(getattr(work, "other_receipts_per_year", None) or 0.0) / MONTHS_PER_YEAR
    receipts = _person_part(scenario, _together(paid)) + by_hours
    costs = _costs(setting, counts, prices, now) + sum(one.card_charges for one in paid)
    costs = costs + _outside_billing(scenario, plan, paid)
    business = float(costs_per_month([cost for cost in scenario.costs if cost.business]))
    private = float(costs_per_month(scenario.costs)) - business
    set_up, of_business = set_up_of(ahead)
    on_leave, taxed = leave_income(ahead, plan, now)
    owed = 0.0
    if existing and late:
        owed = _owed(scenario, plan, prices, steady, late)
    shape = hours.shape
    receipts = receipts + other
    deducted = costs - private + of_business[:, None]
    taxes, taxes_deducted = _practice_taxes(setting, receipts, deducted)
    return PracticeMonths(
        sessions=now.sums(counts.booked.sum(axis=1)),
        hours=hours,
        earned=_person_part(scenario, _together(earned)) + by_hours,
        receipts=receipts,
        other_receipts=other,
        costs=costs + taxes,
        practice_taxes=taxes,
        deducted=deducted + taxes_deducted,
        set_up=np.broadcast_to(set_up[:, None], shape),
        leave_income=np.broadcast_to(on_leave[:, None], shape),
        leave_income_taxed=np.broadcast_to(taxed[:, None], shape),
        owed_at_start=owed,
    )


def _of_payer(counts: Counts, place: int) -> tuple[FloatArray, ...]:
    """Weekly counts of a payer's sessions, in the order of `ENDINGS`."""
    booked, lost = counts.booked[:, place], counts.lost[:, place]
    late, missed = counts.late_charged[:, place], counts.missed_charged[:, place]
    return booked, booked - lost, lost, late, missed


def _steady_week(scenario: Scenario, plan: WeeksAhead) -> FloatArray:
    """Sessions of the mean week of the steady year: a row an ending, a column a payer."""
    worked = WEEKS_PER_YEAR - float(scenario.work.time.weeks_off)
    booked = sum(float(kind.booked_per_week) for kind in scenario.work.session_kinds)
    booked *= worked / WEEKS_PER_YEAR
    rows = []
    for payer in plan.payers:
        of_payer = booked * payer.share
        lost = of_payer * payer.lost_share
        late = lost * payer.late_charged_share
        missed = (lost - late) * payer.missed_charged_share
        rows.append((of_payer, of_payer - lost, lost, late, missed))
    return np.array(rows).T


def _flow(
    scenario: Scenario,
    prices: FloatArray,
    windows: Windows,
    weekly: tuple[FloatArray, ...],
    factor: FloatArray,
    before: FloatArray | None,
) -> _Flow:
    """Fees and card charges of one payer's sessions in each window."""
    work = scenario.work
    moves = bool(np.any(factor != 1.0))
    shape = (len(windows.weeks), weekly[0].shape[1])
    moving, fixed, charges = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    card = work if isinstance(work, OwnPractice) else None
    share = float(card.card_fee_share) if card else 0.0
    each = float(card.card_fee_per_charge) if card else 0.0
    for place, row in enumerate(prices):
        if not row[[FEE, FLAT, CHARGES]].any():
            continue
        known = 0.0 if before is None else float(before[place])
        plain = windows.sums(weekly[place], known)
        moved = windows.sums(weekly[place] * factor[:, None], known) if moves else plain
        moving += row[FEE] * moved
        fixed += row[FLAT] * plain
        charges += share * (row[CARD] * moved + row[CARD_FLAT] * plain)
        charges += each * row[CHARGES] * plain
    return _Flow(moving + fixed, charges)


def _together(flows: list[_Flow]) -> FloatArray:
    """The fees of all payers."""
    found = flows[0].fees
    for flow in flows[1:]:
        found = found + flow.fees
    return found


def _person_part(scenario: Scenario, collected: FloatArray) -> FloatArray:
    """What of a month's fees is the person's: all, or a contractor's part by the split's steps."""
    pay = scenario.work.pay
    if not isinstance(pay, SplitOfCollections):
        return collected
    steps = [(step.after_next_per_month, step.beyond_share) for step in pay.steps]
    return np.asarray(split_by_steps(collected, pay.share, steps))


def _outside_billing(scenario: Scenario, plan: WeeksAhead, paid: list[_Flow]) -> FloatArray:
    """What a billing service keeps of what insurers pay."""
    work = scenario.work
    share = float(work.outside_billing_share) if isinstance(work, OwnPractice) else 0.0
    found = np.zeros_like(paid[0].fees)
    for payer, flow in zip(plan.payers, paid, strict=True):
        if payer.name == "insurer":
            found += share * flow.fees
    return found


def _practice_taxes(
    setting: Setting, receipts: FloatArray, deducted: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Taxes on the practice itself in each month, and what of them is deducted.

    They are of a calendar year's receipts and profit, one that is cut made whole, and fall on its
    months by their share of receipts.
    """
    every, lowers = np.zeros_like(receipts), np.zeros_like(receipts)
    rules = setting.rules
    if setting.scenario.corporation:
        rules = without_a_proprietors_taxes(rules)
    was = 1.0 if setting.existing else 0.0
    before_receipts = was * setting.steady_receipts_per_month
    before_profit = was * setting.steady_profit_before_its_taxes
    for year in setting.calendar.years:
        here, whole = year.months, MONTHS_PER_YEAR / year.known
        taken = added_up(receipts[here]) + year.before * before_receipts
        profit = added_up(receipts[here] - deducted[here] - setting.therapy_deducted_per_month)
        profit = profit + year.before * before_profit
        practice = practice_of(setting.scenario, taken * whole, profit * whole)
        found = practice_taxes(practice, rules) if practice else None
        if found is None:
            continue
        safe = np.where(taken > 0.0, taken * whole, 1.0)
        share = np.where(taken > 0.0, receipts[here] / safe, 0.0)
        every[here], lowers[here] = found.line.amount * share, found.deducted * share
    return every, lowers


def _owed(
    scenario: Scenario, plan: WeeksAhead, prices: Prices, steady: FloatArray, late: int
) -> float:
    """What insurers owe an existing practice as the plan begins: the last weeks' fees."""
    owed = 0.0
    for place, payer in enumerate(plan.payers):
        if payer.name == "insurer":
            row = prices.of_payer[place]
            owed += float(steady[:, place] @ (row[:, FEE] + row[:, FLAT]))
    pay = scenario.work.pay
    part = float(pay.share) if isinstance(pay, SplitOfCollections) else 1.0
    return owed * part * late / PARTS_PER_WEEK


def _hours(
    ahead: Ahead, counts: Counts, prices: Prices, now: Windows
) -> tuple[FloatArray, FloatArray]:
    """Working hours of each month, and those paid at a rate of theirs."""
    plan = counts.plan
    weeks = now.sums(counts.worked_share)
    hours = np.zeros((plan.months, counts.booked.shape[-1]))
    paid = np.zeros_like(hours)
    for place, of_payer in enumerate(prices.of_payer):
        for row, weekly in zip(of_payer, _of_payer(counts, place), strict=True):
            if row[HOURS] or row[PAID_HOURS]:
                sums = now.sums(weekly)
                hours += row[HOURS] * sums
                paid += row[PAID_HOURS] * sums
    hours += prices.per_week * weeks + prices.per_year / MONTHS_PER_YEAR
    paid += prices.paid_per_week * weeks + prices.paid_per_year / MONTHS_PER_YEAR
    filling = ahead.marketing_hours_while_filling
    if filling is not None:
        free = now.sums(np.where(counts.full, 0.0, counts.worked_share))
        hours += (float(filling) - prices.marketing) * free
    return hours, paid


def _costs(setting: Setting, counts: Counts, prices: Prices, now: Windows) -> FloatArray:
    """Costs that hang on no session: rows of the plan, bought hours, cover during a leave."""
    own = setting.scenario.corporation
    running = float(own.running_costs_per_year) / MONTHS_PER_YEAR if own else 0.0
    every = float(costs_per_month(setting.scenario.costs)) + running
    fixed = np.full(counts.plan.months, every)
    for row in setting.ahead.away:
        if isinstance(row, Leave):
            fixed += by_leave(counts.plan, now, row, float(row.cover_cost_per_month))
    return fixed[:, None] + prices.bought_per_week * now.sums(counts.worked_share)
