"""Laws of comparing: no offer's figures hang on the others, and kinder terms are never worse."""

import math

from hypothesis import given
from hypothesis import strategies as st

from calc import Scenario, evaluate, load_rules
from calc.offers import Comparison, compare
from calc.scenario import GOALS, UNSAID, Offers
from tests.strategies import scenarios

RULES = load_rules(2026)


def offers_of(*plans: Scenario, **person: object) -> Offers:
    """Plans as offers to the person of the first one."""
    first = plans[0]
    return Offers.parse(
        {
            "offers": [
                {"label": f"Offer {place}", "work": plan.work, "costs": plan.costs}
                for place, plan in enumerate(plans)
            ],
            "household": first.household,
            "loans": first.loans,
            "support": first.support,
            "currency": first.currency,
            **person,
        }
    )


def figures(found: Comparison) -> dict[str, tuple[float, ...]]:
    """Every figure that offers are ranked by, for each offer."""
    return {
        each.label: tuple(each.figure(goal, years) for goal in GOALS for years in (3, 10))
        for each in found.compared
    }


def same(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Equal to the bit; two figures that do not exist are equal too."""
    pairs = zip(one, other, strict=True)
    return all(a == b or (math.isnan(a) and math.isnan(b)) for a, b in pairs)


@given(one=scenarios(most_money=1e6), other=scenarios(most_money=1e6))
def test_an_offer_is_the_same_alone(one: Scenario, other: Scenario) -> None:
    """An offer has the same figures beside another, in any order, and by itself."""
    file = offers_of(one, other)
    both = figures(compare(file, RULES))
    turned = figures(compare(file.with_values({"offers": file.offers[::-1]}), RULES))
    assert set(both) == set(turned)
    for label, found in both.items():
        assert same(found, turned[label])
        place = int(label.removeprefix("Offer "))
        alone = figures(compare(file.with_values({"offers": (file.offers[place],)}), RULES))
        assert same(found, alone[label])


@given(plan=scenarios(most_money=1e6))
def test_the_wage_is_that_of_the_plan(plan: Scenario) -> None:
    """A plan made an offer, with its own supervision, pays what it pays on Your hour."""
    support = {
        f"offers.0.supervision_{name}": getattr(plan.support, f"supervision_{name}")
        for name in ("hours_per_week", "price_per_hour")
    }
    for each in compare(offers_of(plan).with_values(support), RULES).compared:
        alone = evaluate(plan, RULES)
        assert same((float(each.result.wage.amount),), (float(alone.wage.amount),))


@given(plan=scenarios(most_money=1e6), silent=st.sets(st.sampled_from(UNSAID)))
def test_a_band_has_its_ends_in_order(plan: Scenario, silent: set[str]) -> None:
    """The low end is no higher than the high one, and each reading is in order too."""
    file = offers_of(plan).with_values({"offers.0.letter.unsaid": tuple(sorted(silent))})
    for each in compare(file, RULES).compared:
        if each.band is not None:
            assert each.band.low <= each.result.wage.amount <= each.band.high
            assert all(not reading.worse > reading.better for reading in each.band.readings)


@given(plan=scenarios(most_money=1e6), less=st.floats(0.0, 0.2))
def test_time_is_worth_no_more_than_money_paid(plan: Scenario, less: float) -> None:
    """What is worth something later is worth no more today, whatever the discount."""
    file = offers_of(plan, discount_rate_per_year=less)
    for each in compare(file, RULES).compared:
        weekly = each.ahead.take_home_per_week
        if (weekly >= 0.0).all():
            assert each.ahead.worth(10) <= each.ahead.paid(10) + 1e-6
            assert each.ahead.worth(3) <= each.ahead.worth(10) + 1e-6
