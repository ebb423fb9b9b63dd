"""Work costs of a year."""

from __future__ import annotations

from collections.abc import Sequence

from calc.ledger import Line, formula, given, total
from calc.number import MONTHS_PER_YEAR, Number, added, ratio_of
from calc.parameters import Rules
from calc.scenario import Cost, OwnPractice, Scenario
from calc.statements import Costs, FeeFlow, Year
from calc.taxes.practice import practice_of, practice_taxes, without_a_proprietors_taxes


def cost_per_year(amount: Number, payments_per_year: Number) -> Number:
    """A cost spread over the year.

    >>> cost_per_year(79.0, 12.0)
    948.0
    """
    return amount * payments_per_year


def costs_per_month(costs: Sequence[Cost]) -> Number:
    """All cost rows of a year, a month."""
    yearly = added(cost_per_year(cost.amount, cost.payments_per_year) for cost in costs)
    return yearly / MONTHS_PER_YEAR


def scaled_amounts(costs: Sequence[Cost], per_month: Number) -> tuple[Number, ...]:
    """The amount of each row once all together come to so much a month; not if all are zero."""
    scale = ratio_of(per_month, costs_per_month(costs))
    return tuple(cost.amount * scale for cost in costs)


def card_fees_per_year(
    by_card: Number, card_fee_share: Number, charges: Number, fee_per_charge: Number
) -> Number:
    """What the card processor keeps: a part of each payment and a fixed sum for each charge.

    >>> card_fees_per_year(1_000.0, 0.03, 10.0, 0.5)
    35.0
    """
    return by_card * card_fee_share + charges * fee_per_charge


def bought_per_year(hours_per_week: Number, worked_weeks: Number, price_per_hour: Number) -> Number:
    """Supervision or consultation bought in a year.

    >>> bought_per_year(1.0, 46.0, 100.0)
    4600.0
    """
    return hours_per_week * worked_weeks * price_per_hour


def statement(scenario: Scenario, year: Year, fees: FeeFlow | None) -> Costs:
    """Every work cost, and the part of it that is deducted as a business cost."""
    card = _card_fees(scenario, fees)
    billing = _outside_billing(scenario, fees)
    rows = tuple(_row(cost, index) for index, cost in enumerate(scenario.costs))
    always = (*_support(scenario, year), *_corporation(scenario))
    business: Number = card.amount + billing.amount + added(row.amount for row in always)
    for cost, row in zip(scenario.costs, rows, strict=True):
        business = business + (row.amount if cost.business else row.amount * 0.0)
    return Costs(
        total=total("costs", "Work costs", card, billing, *rows, *always),
        card_fees=card,
        outside_billing=billing,
        others=(*rows, *always),
        business=business,
    )


def with_practice_taxes(
    costs: Costs, scenario: Scenario, rules: Rules, receipts: Number, deducted: Number
) -> Costs:
    """The same costs with the taxes that fall on the practice itself, where its place has any.

    `deducted` is what is taken from receipts before them.
    """
    practice = practice_of(scenario, receipts, receipts - deducted)
    if scenario.corporation:
        rules = without_a_proprietors_taxes(rules)
    found = practice_taxes(practice, rules) if practice else None
    if found is None:
        return costs
    return Costs(
        total=total("costs", costs.total.label, *costs.total.parts, found.line),
        card_fees=costs.card_fees,
        outside_billing=costs.outside_billing,
        others=(*costs.others, found.line),
        business=costs.business + found.deducted,
        practice_taxes=found.line.amount,
        practice_taxes_deducted=found.deducted,
    )


def health_cover(premium_per_month: Number) -> Line:
    """Health cover the person pays for, in a year."""
    premium = given("health_cover.premium", "Premium a month", premium_per_month, "money_per_month")
    return formula(
        "health_cover",
        "Health cover",
        cost_per_year(premium_per_month, MONTHS_PER_YEAR),
        "money_per_year",
        "premium a month x 12",
        (premium,),
    )


def _card_fees(scenario: Scenario, fees: FeeFlow | None) -> Line:
    work = scenario.work
    amount: Number = 0.0
    uses: tuple[Line, ...] = ()
    if isinstance(work, OwnPractice) and fees is not None:
        amount = card_fees_per_year(
            fees.by_card, work.card_fee_share, fees.card_charges, work.card_fee_per_charge
        )
        uses = (
            given("costs.card_fees.paid", "Paid by card", fees.by_card, "money_per_year"),
            given("costs.card_fees.share", "Card fee", work.card_fee_share, "share"),
            given("costs.card_fees.charges", "Charges", fees.card_charges, "count"),
            given("costs.card_fees.each", "Fee each", work.card_fee_per_charge, "money"),
        )
    return formula(
        "costs.card_fees",
        "Card fees",
        amount,
        "money_per_year",
        "paid by card x card fee, and charges x fee each",
        uses,
    )


def _outside_billing(scenario: Scenario, fees: FeeFlow | None) -> Line:
    work = scenario.work
    amount: Number = 0.0
    uses: tuple[Line, ...] = ()
    if isinstance(work, OwnPractice) and fees is not None:
        amount = cost_per_year(fees.by_insurer, work.outside_billing_share)
        uses = (
            given("costs.outside_billing.paid", "Insurers pay", fees.by_insurer, "money_per_year"),
            given("costs.outside_billing.share", "Its share", work.outside_billing_share, "share"),
        )
    return formula(
        "costs.outside_billing",
        "Outside billing",
        amount,
        "money_per_year",
        "what insurers pay x its share",
        uses,
    )


def _row(cost: Cost, index: int) -> Line:
    paid = given(f"costs.{index}.paid", f"Paid every {cost.per}", cost.amount, "money")
    return formula(
        f"costs.{index}",
        cost.label,
        cost_per_year(cost.amount, cost.payments_per_year),
        "money_per_year",
        "amount x payments a year",
        (paid,),
    )


def _corporation(scenario: Scenario) -> tuple[Line, ...]:
    """What a practice that is a corporation costs to run."""
    form = scenario.corporation
    if form is None:
        return ()
    amount = form.running_costs_per_year
    return (given("costs.corporation", "Running the corporation", amount, "money_per_year"),)


def _support(scenario: Scenario, year: Year) -> tuple[Line, Line]:
    support, weeks = scenario.support, year.worked_weeks
    how = "hours a week x worked weeks x price"
    return (
        formula(
            "costs.supervision",
            "Supervision bought",
            bought_per_year(
                support.supervision_hours_per_week,
                weeks.amount,
                support.supervision_price_per_hour,
            ),
            "money_per_year",
            how,
            (
                given(
                    "costs.supervision.hours",
                    "Hours a week",
                    support.supervision_hours_per_week,
                    "hours_per_week",
                ),
                weeks,
                given(
                    "costs.supervision.price",
                    "Price",
                    support.supervision_price_per_hour,
                    "money_per_hour",
                ),
            ),
        ),
        formula(
            "costs.consultation",
            "Consultation bought",
            bought_per_year(
                support.consultation_hours_per_week,
                weeks.amount,
                support.consultation_price_per_hour,
            ),
            "money_per_year",
            how,
            (
                given(
                    "costs.consultation.hours",
                    "Hours a week",
                    support.consultation_hours_per_week,
                    "hours_per_week",
                ),
                weeks,
                given(
                    "costs.consultation.price",
                    "Price",
                    support.consultation_price_per_hour,
                    "money_per_hour",
                ),
            ),
        ),
    )
