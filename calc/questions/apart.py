"""Filing apart: what a couple's two separate returns cost in tax, and what loan payments fall by.

The cost is both separate returns less the joint one, on which loan interest is deducted. Payments
by income look at both incomes of a joint return, and at the borrower's own of separate ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.crossing import edge
from calc.ledger import Line, formula, less
from calc.number import MONTHS_PER_YEAR, FloatArray, Number
from calc.scenario import LoansByPlan, Scenario
from calc.taxes.apart import Claimant, FiledApart, filed_apart
from calc.year.apart import ROW
from calc.year.evaluate import Result, evaluate

MOST_PAY = 400_000.0  # of a spouse, up to which a turn is looked for
GRID = 161  # pays that are looked at: every 2,500
Why: TypeAlias = Literal["not_joint", "no_return"]


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Why filing apart is not worked out: nobody to file apart from, or no United States return."""

    why: Why


@dataclass(frozen=True, slots=True)
class FilingApart:
    """What filing apart costs and saves in a year.

    `returns` are all three returns. `cost` is their difference in tax, or what the person stated;
    `paid_together` and `paid_apart` are a year's payments on federal loans, None where no payment
    is worked out. `gain` is what filing apart leaves: what payments fall by, less the cost. `turns`
    are the spouse's pays, up to 400,000, at which it changes sign. `paid_on_own_pay` is what is
    paid apart where the servicer takes the borrower's own pay, in a state of community property;
    None elsewhere. `spouse_earns` is False where no pay and no profit of the spouse is stated.
    """

    returns: FiledApart
    cost: Line
    is_stated: bool
    paid_together: Number | None
    paid_apart: Number | None
    paid_on_own_pay: Number | None
    gain: Line
    turns: tuple[float, ...]
    spouse_earns: bool
    children: Claimant

    @property
    def saved(self) -> Number:
        """What a year's loan payments fall by; 0 where none are worked out."""
        if self.paid_together is None or self.paid_apart is None:
            return 0.0
        return self.paid_together - self.paid_apart

    @property
    def must_fall_per_month(self) -> Number:
        """What a month's payments must fall by for filing apart to cost nothing in all."""
        return np.maximum(self.cost.amount, 0.0) / MONTHS_PER_YEAR


def filing_apart(
    result: Result, children: Claimant | None = None, *, look_for_turns: bool = True
) -> FilingApart | NotCompared:
    """What filing apart costs a couple and saves of its loan payments; why not, for all others.

    `children` says whose return has the children, where it is not as the plan says.

    >>> from calc import Scenario, load_rules
    >>> work = {"kind": "own_practice", "session_kinds": []}
    >>> home = {"filing_status": "joint", "state": "FL", "own_other_wages_per_year": 60_000}
    >>> home["spouse_wages_per_year"] = 60_000
    >>> plan = Scenario.parse({"work": work, "household": home})
    >>> found = filing_apart(evaluate(plan, load_rules(2026)))
    >>> round(float(found.cost.amount), 2)
    0.0
    """
    home = result.scenario.household
    if home.filing_status != "joint":
        return NotCompared("not_joint")
    if result.household is None:
        return NotCompared("no_return")
    plan, claimant = result.scenario, children or home.children_claimed_by
    plan = plan.with_values({"household.children_claimed_by": claimant})
    together, apart = _both_ways(plan, result)
    assert together.household is not None
    returns = filed_apart(together.household, result.rules, claimant)
    stated = plan.loans.separate_cost_per_year if isinstance(plan.loans, LoansByPlan) else None
    cost = returns.cost if stated is None else apart.find(ROW)
    paid = _paid(together), _paid(apart)
    return FilingApart(
        returns=returns,
        cost=cost,
        is_stated=stated is not None,
        paid_together=paid[0],
        paid_apart=paid[1],
        paid_on_own_pay=_on_own_pay(plan, result) if returns.community else None,
        gain=_gain(cost, together, apart),
        turns=_turns(plan, result) if look_for_turns and paid[0] is not None else (),
        spouse_earns=bool(
            np.any(np.not_equal(home.spouse_wages_per_year, 0.0))
            or np.any(np.not_equal(home.spouse_profit_per_year, 0.0))
        ),
        children=claimant,
    )


def _both_ways(plan: Scenario, result: Result) -> tuple[Result, Result]:
    """The same plan with a payment on both incomes, and on one."""
    if not isinstance(plan.loans, LoansByPlan):
        return result, result
    together, apart = (
        evaluate(plan.with_values({"loans.filing": way}), result.rules)
        for way in ("as_household", "separate")
    )
    return together, apart


def _federal(result: Result) -> Line | None:
    """The row of a year's payments on federal loans."""
    return next((part for part in result.loans.parts if part.key == "loans.federal"), None)


def _paid(result: Result) -> Number | None:
    row = _federal(result)
    return None if row is None else row.amount


def _on_own_pay(plan: Scenario, result: Result) -> Number | None:
    """What is paid apart where the servicer takes the borrower's own pay and profit."""
    if not isinstance(plan.loans, LoansByPlan):
        return None
    asked = {"loans.filing": "separate", "loans.apart_income": "own_pay"}
    return _paid(evaluate(plan.with_values(asked), result.rules))


def _gain(cost: Line, together: Result, apart: Result) -> Line:
    """What filing apart leaves in a year, in all."""
    rows = [less(cost)]
    saved: Number = 0.0
    before, after = _federal(together), _federal(apart)
    if before is not None and after is not None:
        saved = before.amount - after.amount
        fall = formula(
            f"{ROW}.saved",
            "What loan payments fall by",
            saved,
            "money_per_year",
            "payments on both incomes, less those on your own",
            (before, less(after)),
        )
        rows.insert(0, fall)
    return formula(
        f"{ROW}.gain",
        "What filing apart leaves",
        saved - cost.amount,
        "money_per_year",
        "what loan payments fall by, less what it costs in tax",
        tuple(rows),
    )


def _turns(plan: Scenario, result: Result) -> tuple[float, ...]:
    """The spouse's pays at which filing apart begins to leave something, or ends to."""
    gain = _gain_over_pay(plan, result)
    pays = np.linspace(0.0, MOST_PAY, GRID)
    better = gain(pays) > 0.0
    found = []
    for place in np.flatnonzero(better[1:] != better[:-1]):
        wanted = bool(better[place + 1])
        _, at = edge(lambda row, to=wanted: (gain(row) > 0.0) == to, pays[place], pays[place + 1])  # type: ignore[misc]
        found.append(at)
    return tuple(found)


def _gain_over_pay(plan: Scenario, result: Result) -> Callable[[FloatArray], FloatArray]:
    """What filing apart leaves at each pay of the spouse."""

    def gain(pays: FloatArray) -> FloatArray:
        paid = plan.with_values({"household.spouse_wages_per_year": pays})
        together, apart = _both_ways(paid, result)
        assert together.household is not None
        claimant = plan.household.children_claimed_by
        cost = filed_apart(together.household, result.rules, claimant).cost
        stated = any(part.key == ROW and part.kind == "given" for part in apart.loans.parts)
        line = apart.find(ROW) if stated else cost
        return np.asarray(_gain(line, together, apart).amount) + np.zeros_like(pays)

    return gain
