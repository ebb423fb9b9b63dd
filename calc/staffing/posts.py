"""What each post brings, costs and leaves its clinician."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from calc.number import MONTHS_PER_YEAR, added, ratio_of
from calc.parameters import Rules
from calc.scenario import Employee, Scenario
from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing.batches import batches
from calc.staffing.books import books_of, rates_of
from calc.staffing.earners import Earner, earners_of
from calc.year.evaluate import Result, evaluate


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one kind of session of a post brings in a year; its payer is none for other receipts."""

    label: str
    payer: str
    amount: float


@dataclass(frozen=True)
class PostResult:
    """One post in a year: what it brings, what it costs, and the clinician's own figures.

    Money is a year's. `cost` is pay, the employer's load, other costs of the post and what card
    processors and billing services keep; `contribution` is receipts less cost. `fixed_cost` does
    not hang on sessions, `other_receipts` are not of sessions. An owner's pay is 0: `cost` is that
    of the practice, and `earner` has the clinic's margin in it. `practice_taxes` are what the
    owner's sessions alone would owe as a practice: in the owner's figures, in no cost here.
    """

    label: str
    post: Post
    scenario: Scenario
    rules: Rules
    receipts: tuple[Receipt, ...]
    pay: float
    employer_load: float
    other_cost: float
    processing: float
    fixed_cost: float
    other_receipts: float
    practice_taxes: float
    booked_per_week: float
    held_per_year: float
    client_hours: float
    worked_weeks: float
    supervision_given_per_week: float
    earner: Earner

    @property
    def brings(self) -> float:
        """Receipts of a year."""
        return float(added(receipt.amount for receipt in self.receipts))

    @property
    def cost(self) -> float:
        """Everything the post costs in a year."""
        return self.pay + self.employer_load + self.other_cost + self.processing

    @property
    def contribution(self) -> float:
        """Receipts less cost: what the post leaves for shared costs and margin."""
        return self.brings - self.cost

    @property
    def by_session(self) -> float:
        """The part of pay and its load that comes and goes with sessions."""
        return self.pay + self.employer_load + self.other_cost - self.fixed_cost

    @property
    def kept_share(self) -> float:
        """Contribution as a share of receipts; NaN without receipts."""
        return float(ratio_of(self.contribution, self.brings))

    @property
    def utilisation(self) -> float:
        """Hours with clients as a share of all working hours; NaN without hours."""
        return float(ratio_of(self.client_hours, self.earner.hours))

    @cached_property
    def result(self) -> Result:
        """Every statement of this post alone, as on any other page."""
        return evaluate(self.scenario, self.rules)


def post_results(
    clinic: Clinic,
    rules: Rules,
    posts: Sequence[Post],
    labels: Sequence[str],
    scenarios: Sequence[Scenario] | None = None,
    between: Callable[[], None] = lambda: None,
) -> tuple[PostResult, ...]:
    """Every post of a clinic on its own, in the order given; `scenarios` replaces their own.

    Posts alike in kind are worked out together; `between` is called after each such batch.
    """
    if scenarios is None:
        scenarios = clinic.scenarios_of(posts)
    rates = rates_of(clinic, rules)
    found: dict[int, PostResult] = {}
    for batch in batches(scenarios, rules):
        members = [posts[place] for place in batch.places]
        money = books_of(clinic, rates, batch, members)
        earners = earners_of(batch)
        columns = {name: batch.each(amount) for name, amount in money.amounts.items()}
        for draw, place in enumerate(batch.places):
            rows = zip(money.rows, money.row_amounts, strict=True)
            found[place] = PostResult(
                label=labels[place],
                post=posts[place],
                scenario=scenarios[place],
                rules=rules,
                receipts=tuple(
                    Receipt(_label(scenarios[place], index, label), payer, amounts[draw])
                    for index, ((label, payer), amounts) in enumerate(rows)
                ),
                earner=earners[draw],
                **{name: values[draw] for name, values in columns.items()},
            )
        between()
    return tuple(found[place] for place in range(len(posts)))


def contributions_of(clinic: Clinic, rules: Rules, posts: Sequence[Post]) -> tuple[float, ...]:
    """What each post leaves, in the order given: the books alone, without anybody's load."""
    rates = rates_of(clinic, rules)
    found: dict[int, float] = {}
    for batch in batches(clinic.scenarios_of(posts), rules):
        money = books_of(clinic, rates, batch, [posts[place] for place in batch.places])
        brings = added(np.asarray(amounts) for amounts in money.row_amounts)
        costs = [money.amounts[name] for name in ("pay", "employer_load", "other_cost")]
        left = batch.each(brings - added([*costs, money.amounts["processing"]]))
        found |= dict(zip(batch.places, left, strict=True))
    return tuple(found[place] for place in range(len(posts)))


def _label(scenario: Scenario, index: int, label: str) -> str:
    """A batch has the names of its first scenario; each post has its own."""
    kinds = scenario.work.session_kinds
    return kinds[index].name if index < len(kinds) else label


def before_tax_of(post: PostResult) -> float:
    """The premium and the HSA that an employee's pay loses before payroll tax, in a year."""
    work = post.scenario.work
    if not isinstance(work, Employee):
        return 0.0
    premium = float(work.health_premium_per_month) * MONTHS_PER_YEAR
    return float(post.result.saving.hsa_deducted) + (premium if work.premium_before_tax else 0.0)
