"""What of the next $100 of profit, or of pay, is one's own, over a range of them.

Taxes, the premium credit and payments on loans are worked out together at every $100, in one run.
Each curve is continuous but for its steps, which are looked for and named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.number import FloatArray, at_least_zero
from calc.questions.levels import CREDIT, LOANS, Levels, as_row, earned_now, levels_at
from calc.scenario import Employee
from calc.taxes import Household
from calc.taxes.bill import tax_bill
from calc.year.evaluate import Result

HUNDRED = 100.0  # dollars from one point of the curve to the next
FEWEST = 1_500  # points: up to $150,000 is looked at, whatever is earned
HALVINGS = 16  # of $100, until what is left of a slope is less than a cent
AROUND = 11  # points that a mean is taken of
LEAST_STEP = 25.0  # dollars a year: a smaller one is told as part of the slope
HALF = 0.5
FEDERAL = "taxes.federal_income"
STATE = "taxes.state"

StepName = Literal[
    "credit_begins",
    "credit_ends",
    "credit_share",
    "loan_share",
    "loan_interest",
    "savers_credit",
    "child_credit",
    "earned_income_credit",
    "federal_tax",
    "state_tax",
    "payroll_tax",
]
OF_CREDIT: Mapping[str, StepName] = {
    "taxes.savers_credit": "savers_credit",
    "taxes.earned_income_credit": "earned_income_credit",
    "taxes.child_credit": "child_credit",
}
OF_PART: Mapping[str, StepName] = {
    LOANS: "loan_share",
    FEDERAL: "federal_tax",
    STATE: "state_tax",
    "taxes.local": "state_tax",
}


@dataclass(frozen=True, slots=True)
class Step:
    """Where the next dollar costs a part of a year's money at once, or brings it: then below 0."""

    name: StepName
    at: float
    costs: float


@dataclass(frozen=True, slots=True, eq=False)
class NextDollar:
    """What of the next $100 goes where, at each amount earned; `here` is the place of the plan's.

    The last point has no next one. `base_full_at` is what must be earned until the social security
    base is full; None outside United States law, and of a corporation.
    """

    levels: Levels
    here: int
    steps: tuple[Step, ...]
    base_full_at: float | None
    labels: Mapping[str, str]

    @property
    def earned(self) -> FloatArray:
        """The amounts that have a next $100."""
        return self.levels.earned[:-1]

    @property
    def kept_of_next(self) -> FloatArray:
        """What of the next $100 is one's own; more than $100 where a credit begins."""
        return np.diff(self.levels.kept)

    def taken_of_next(self, key: str) -> FloatArray:
        """What of the next $100 one part takes."""
        return np.diff(self.levels.taken[key])

    @property
    def between_steps(self) -> FloatArray:
        """The same, not a number where a step lies in the next $100."""
        found = self.kept_of_next
        places = np.searchsorted(self.levels.earned, [step.at for step in self.steps]) - 1
        found[places] = np.nan
        return found

    @property
    def smoothed(self) -> FloatArray:
        """The same as a mean of $1,000 around each place, by which small steps are part of it."""
        found = self.between_steps
        known = ~np.isnan(found)
        around = np.ones(AROUND)
        sums = np.convolve(np.where(known, found, 0.0), around, mode="same")
        mean = sums / np.maximum(np.convolve(known, around, mode="same"), 1.0)
        return np.where(known, mean, np.nan)

    @property
    def ahead(self) -> Step | None:
        """The first step above what is earned now."""
        now = float(self.levels.earned[self.here])
        return next((step for step in self.steps if step.at > now), None)


def next_dollar(result: Result) -> NextDollar:
    """The curve for a single plan, from little to twice its profit or pay, at least to $150,000.

    Costs of the work, premium and saving stay; taxes on what a practice takes in are among costs.
    `ScenarioError` as `calc.questions.cover.cover_year`.

    >>> from calc.parameters import load_rules
    >>> from calc.scenario import Scenario
    >>> from calc.year.evaluate import evaluate
    >>> plan = Scenario.parse({"work": {"kind": "own_practice"}})
    >>> found = next_dollar(evaluate(plan, load_rules(2026)))
    >>> float(found.levels.earned[1] - found.levels.earned[0])
    100.0
    """
    now = max(float(earned_now(result)), 0.0)
    here = int(now // HUNDRED)
    points = max(FEWEST, here + here) + 1
    grid = now - here * HUNDRED + HUNDRED * np.arange(points, dtype=np.float64)
    levels, labels = levels_at(result, grid)
    return NextDollar(levels, here, tuple(_steps(result, levels)), _base_full_at(result), labels)


def kept_of_next_hundred(result: Result) -> float:
    """What of the next $100 of a single plan is one's own, without the curve.

    >>> from calc.parameters import load_rules
    >>> from calc.scenario import Scenario
    >>> from calc.year.evaluate import evaluate
    >>> untaxed = {"tax": {"mode": "none"}}
    >>> plan = Scenario.parse({"work": {"kind": "own_practice"}, "household": untaxed})
    >>> round(kept_of_next_hundred(evaluate(plan, load_rules(2026))), 2)
    100.0
    """
    now = max(float(earned_now(result)), 0.0)
    levels, _ = levels_at(result, np.array([now, now + HUNDRED]))
    return float(np.diff(levels.kept)[0])


def _steps(result: Result, levels: Levels) -> Iterator[Step]:
    """The steps of a part of which one is at least `LEAST_STEP`, in the order of what is earned.

    Every interval is halved at once, and of each the half is kept in which the parts move more.
    """
    low, high = _part_of(levels, slice(None, -1)), _part_of(levels, slice(1, None))
    for _ in range(HALVINGS):
        middle, _labels = levels_at(result, (low.earned + high.earned) * HALF)
        below = np.greater(_moved(low, middle), _moved(middle, high))
        low = _levels_where(below, low, middle)
        high = _levels_where(below, middle, high)
    jumps = np.flatnonzero(_moved(low, high) >= LEAST_STEP)
    if not jumps.size:
        return
    before, _ = levels_at(result, low.earned[jumps])
    after, _ = levels_at(result, high.earned[jumps])
    for place in range(len(jumps)):
        yield from _named(result, before, after, place)


def _part_of(levels: Levels, places: slice) -> Levels:
    taken = {key: amount[places] for key, amount in levels.taken.items()}
    return Levels(levels.earned[places], taken, None)


def _levels_where(flag: FloatArray, one: Levels, other: Levels) -> Levels:
    keys = {**one.taken, **other.taken}
    taken = {key: np.where(flag, _of(one, key), _of(other, key)) for key in keys}
    return Levels(np.where(flag, one.earned, other.earned), taken, None)


def _of(levels: Levels, key: str) -> FloatArray:
    return levels.taken.get(key, np.zeros_like(levels.earned))


def _moved(low: Levels, high: Levels) -> FloatArray:
    """How far all parts move together between two rows of amounts."""
    moved = np.zeros_like(low.earned)
    for key in {**low.taken, **high.taken}:
        moved = moved + np.abs(_of(high, key) - _of(low, key))
    return moved


def _named(result: Result, before: Levels, after: Levels, place: int) -> Iterator[Step]:
    """The steps at one place, each part that moves by itself; what follows a credit is with it."""
    at = float(after.earned[place])
    moves = {
        key: float(_of(after, key)[place] - _of(before, key)[place])
        for key in {**before.taken, **after.taken}
    }
    costs = sum(moves.values())
    if abs(moves.get(CREDIT, 0.0)) >= LEAST_STEP:
        yield Step(_of_the_credit(before, after, place), at, costs)
        return
    for key, move in moves.items():
        if abs(move) >= LEAST_STEP:
            yield Step(_name_of(result, before, after, place, key), at, move)


def _of_the_credit(before: Levels, after: Levels, place: int) -> StepName:
    if _of(before, CREDIT)[place] == 0.0:
        return "credit_begins"
    return "credit_ends" if _of(after, CREDIT)[place] == 0.0 else "credit_share"


def _name_of(result: Result, before: Levels, after: Levels, place: int, key: str) -> StepName:
    """What a tax or payment steps by: the interest or the credit that moves there, else itself."""
    if key in (FEDERAL, STATE) and before.home is not None and after.home is not None:
        homes = before.home, after.home
        paid = [as_row(home.student_loan_interest, before.earned) for home in homes]
        if _gap(paid, place) >= LEAST_STEP:
            return "loan_interest"
        rows = [_credits(home, result, before.earned) for home in homes]
        for credit, name in OF_CREDIT.items():  # what a credit leaves of the tax, the next takes
            if key == FEDERAL and _gap([row[credit] for row in rows], place) >= LEAST_STEP:
                return name
    return OF_PART.get(key, "payroll_tax")


def _gap(rows: Sequence[FloatArray], place: int) -> float:
    """How far two rows lie apart at one place."""
    return abs(float(rows[1][place] - rows[0][place]))


def _credits(home: Household, result: Result, like: FloatArray) -> Mapping[str, FloatArray]:
    """The federal credits of a row of returns; nothing where the law has none for them."""
    found = {line.key: line.amount for line in tax_bill(home, result.rules).income_tax.parts}
    return {key: as_row(found.get(key, 0.0), like) for key in OF_CREDIT}


def _base_full_at(result: Result) -> float | None:
    """What must be earned until the social security base is full."""
    home, rules = result.household, result.rules
    if home is None or result.corporation:  # a salary that stays fills no more of it
        return None
    base = rules["us_federal.social_security_wage_base"].number
    left = float(at_least_zero(base - result.scenario.household.own_other_wages_per_year))
    if isinstance(result.scenario.work, Employee):
        return left
    return left / rules["us_federal.se_net_earnings_factor"].number
