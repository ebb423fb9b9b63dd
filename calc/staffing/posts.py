"""What each post brings, costs and leaves its clinician."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from calc.burnout import Load
from calc.costs import card_fees_per_year, cost_per_year
from calc.employer import PayrollRates, employer_load, payroll_rates, share_of_pay
from calc.evaluate import Result, evaluate
from calc.hours.paid import summed
from calc.money_in.fees import fees_of
from calc.number import MONTHS_PER_YEAR, Number, ratio_of
from calc.parameters import Rules
from calc.scenario import Bucket, Employee, Hourly, OwnPractice, Scenario, UsTax
from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing.batches import Batch, batches
from calc.tax_return import premium_before_tax

# Hours that come and go with sessions.
WITH_SESSIONS: tuple[Bucket, ...] = ("sessions", "notes", "billing", "waiting")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one kind of session of a post brings in a year; its payer is none for other receipts."""

    label: str
    payer: str
    amount: float


@dataclass(frozen=True, slots=True)
class Earner:
    """A clinician's own side: what the same engine says of them as of everybody.

    `profit` is money in less work costs. `load_band` is None outside the range studied, and for no
    figure. `gross_per_hour` is pay
    before tax over all working hours, for the test of a minimum wage.
    """

    money_in: float
    profit: float
    take_home: float
    wage: float
    wage_before_tax: float
    gross_per_hour: float
    hours: float
    hours_per_week: float
    unpaid_share: float
    load_score: float
    load_probability: float
    load_band: str | None


@dataclass(frozen=True)
class PostResult:
    """One post in a year: what it brings, what it costs, and the clinician's own figures.

    Money is a year's. `cost` is pay, the employer's load, other costs of the post and what card
    processors and billing services keep; `contribution` is receipts less cost. `fixed_cost` does
    not hang on sessions; `left_per_booked` is what one more booked session leaves. An owner's pay
    is 0: `cost` is that of the practice, and `earner` has the clinic's margin in it.
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
    left_per_booked: float
    booked_per_week: float
    held_per_year: float
    client_hours: float
    worked_weeks: float
    supervision_given_per_week: float
    earner: Earner

    @property
    def brings(self) -> float:
        """Receipts of a year."""
        return float(summed([receipt.amount for receipt in self.receipts]))

    @property
    def cost(self) -> float:
        """Everything the post costs in a year."""
        return self.pay + self.employer_load + self.other_cost + self.processing

    @property
    def contribution(self) -> float:
        """Receipts less cost: what the post leaves for shared costs and margin."""
        return self.brings - self.cost

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


def rates_of(clinic: Clinic, rules: Rules) -> PayrollRates:
    """The clinic's payroll taxes; only its own rates where tax is not that of the United States."""
    terms = clinic.employer
    if not isinstance(clinic.household.tax, UsTax):
        return PayrollRates(workers_compensation_share=terms.workers_compensation_share)
    return payroll_rates(
        rules,
        clinic.state,
        state_unemployment_rate=terms.state_unemployment_rate,
        workers_compensation_share=terms.workers_compensation_share,
        federal_unemployment=terms.federal_unemployment,
    )


def post_results(
    clinic: Clinic,
    rules: Rules,
    posts: Sequence[Post],
    labels: Sequence[str],
    scenarios: Sequence[Scenario] | None = None,
) -> tuple[PostResult, ...]:
    """Every post of a clinic on its own, in the order given; `scenarios` replaces their own."""
    if scenarios is None:
        scenarios = clinic.scenarios_of(posts)
    rates = rates_of(clinic, rules)
    found: dict[int, PostResult] = {}
    for batch in batches(scenarios, rules):
        members = [posts[place] for place in batch.places]
        money = _money_of(clinic, rates, batch, members)
        earners = _earners(batch)
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
    return tuple(found[place] for place in range(len(posts)))


def _label(scenario: Scenario, index: int, label: str) -> str:
    """A batch has the names of its first scenario; each post has its own."""
    kinds = scenario.work.session_kinds
    return kinds[index].label if index < len(kinds) else label


@dataclass(frozen=True, slots=True)
class _Money:
    """Amounts of a batch by field of `PostResult`, and its receipts row by row."""

    amounts: dict[str, Number]
    rows: tuple[tuple[str, str], ...]
    row_amounts: tuple[tuple[float, ...], ...]


def _money_of(clinic: Clinic, rates: PayrollRates, batch: Batch, members: Sequence[Post]) -> _Money:
    result = batch.result
    work, year = result.scenario.work, result.year
    fees = fees_of(work, year)
    payers: list[str] = [kind.payer for kind in work.session_kinds]
    rows = [
        (row.label, payer, row.amount)
        for row, payer in zip(fees.collected.parts, payers, strict=True)
    ]
    seats = cost_per_year(clinic.shared.each_clinician_per_month, MONTHS_PER_YEAR)
    other: Number = _column(members, "other_cost_per_year") + seats
    pay: Number = 0.0
    load: Number = 0.0
    by_session: Number = 0.0
    if isinstance(work, OwnPractice):
        processing = result.costs.parts[0].amount + result.costs.parts[1].amount
        other = other + (result.costs.amount - processing)
        if work.other_receipts_per_year is not None:
            rows.append(("Other receipts", "", work.other_receipts_per_year))
    else:
        shared = clinic.shared
        processing = card_fees_per_year(
            fees.by_card, shared.card_fee_share, fees.card_charges, shared.card_fee_per_charge
        ) + share_of_pay(fees.by_insurer, shared.outside_billing_share)
        pay = result.money_in.amount
        by_session = _pay_by_session(result)
        if isinstance(work, Employee):
            load, on_top = _load_of(clinic, rates, result, members)
            by_session = by_session + share_of_pay(by_session, on_top)
    cost = pay + load + other
    amounts: dict[str, Number] = {
        "pay": pay,
        "employer_load": load,
        "other_cost": other,
        "processing": processing,
        "fixed_cost": cost - by_session,
        "left_per_booked": ratio_of(
            fees.collected.amount - processing - by_session, year.booked.amount
        ),
        "booked_per_week": summed([kind.booked_per_week for kind in work.session_kinds]),
        "held_per_year": year.held.amount,
        "client_hours": year.buckets["sessions"].amount,
        "worked_weeks": year.worked_weeks.amount,
        "supervision_given_per_week": work.time.supervision_given_hours_per_week,
    }
    return _Money(
        amounts=amounts,
        rows=tuple((label, payer) for label, payer, _ in rows),
        row_amounts=tuple(batch.each(amount) for _, _, amount in rows),
    )


def _pay_by_session(result: Result) -> Number:
    """The part of a year's pay that comes and goes with sessions."""
    work, flow = result.scenario.work, result.money.fees
    if flow is not None:
        return flow.paid
    if isinstance(work, Employee) and isinstance(work.pay, Hourly):
        hours = summed([result.year.buckets[name].parts[0].amount for name in WITH_SESSIONS])
        return share_of_pay(hours, work.pay.rate_per_hour)
    return 0.0


def _load_of(
    clinic: Clinic, rates: PayrollRates, result: Result, members: Sequence[Post]
) -> tuple[Number, Number]:
    """What employees cost on top of pay, and what a further dollar of pay would add to it."""
    wages = result.money.taxable.amount
    premium = premium_before_tax(result.scenario, wages, result.health_cover.amount)
    taxed = wages - premium
    benefits = _column(members, "benefits_cost_share")
    further = clinic.employer.other_payroll_rate
    load = employer_load(
        wages,
        rates,
        taxed_pay=taxed,
        benefits_share=benefits,
        benefits_per_year=_column(members, "benefits_cost_per_year"),
        other_per_year=share_of_pay(taxed, further),
    )
    below = np.where(np.less(taxed, rates.social_security_base), rates.social_security_rate, 0.0)
    on_top = below + rates.medicare_rate + rates.workers_compensation_share + benefits + further
    return load.amount, on_top


def _column(members: Sequence[Post], name: str) -> Number:
    """A field of the posts as one column; one number where the batch has one post."""
    values = [float(getattr(post, name)) for post in members]
    return np.array(values) if len(values) > 1 else values[0]


def _earners(batch: Batch) -> tuple[Earner, ...]:
    """The clinicians' own figures, one for each scenario of the batch."""
    result, load = batch.result, batch.result.load
    gross = result.money.taxable.amount
    columns: dict[str, Number] = {
        "money_in": result.money_in.amount,
        "profit": result.profit.amount,
        "take_home": result.take_home.amount,
        "wage": result.wage.amount,
        "wage_before_tax": result.wage_before_tax.amount,
        "gross_per_hour": ratio_of(gross, result.hours.amount),
        "hours": result.hours.amount,
        "hours_per_week": result.year.hours_per_week.amount,
        "unpaid_share": result.year.unpaid_share.amount,
        "load_score": load.score,
        "load_probability": load.probability,
    }
    each = {name: batch.each(amount) for name, amount in columns.items()}
    bands = tuple(_bands(batch, load))
    return tuple(
        Earner(**{name: values[draw] for name, values in each.items()}, load_band=bands[draw])
        for draw in range(len(batch.places))
    )


def _bands(batch: Batch, load: Load) -> Iterator[str | None]:
    """The band of each scenario; none outside the range studied or without a figure."""
    outside: Number = 0.0
    for part in load.contributions:
        outside = outside + np.where(part.outside, 1.0, 0.0)
    starts, names = load.bands.row("from"), load.bands.words("names")
    for score, beyond in zip(batch.each(load.score), batch.each(outside), strict=True):
        reached = [name for name, start in zip(names, starts, strict=True) if score >= start]
        yield None if beyond or not reached else reached[-1]
