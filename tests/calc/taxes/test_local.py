"""A city beside the state: its income tax, and which city lies where; law of 2026."""

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.errors import ScenarioError
from calc.parameters import cities, local_presets
from calc.scenario import Offers
from calc.taxes import Household, tax_bill
from ui.telling import refusals

RULES = load_rules(2026)
PAY = {"kind": "salary", "salary_per_year": 80_000.0}


def local(**stated: object) -> float:
    """Local income tax of a household."""
    return float(tax_bill(Household(**stated), RULES).local.amount)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        # Columbus: 2.5 % of gross pay and profit; a loss takes nothing off.
        ({"state": "OH", "city": "columbus", "wages": 80_000.0}, 2_000.0),
        ({"state": "OH", "city": "columbus", "wages": 60_000.0, "profit": 20_000.0}, 2_000.0),
        ({"state": "OH", "city": "columbus", "wages": 60_000.0, "profit": -9_000.0}, 1_500.0),
        ({"state": "OH", "city": "columbus", "wages": 8e4, "deferral_401k": 1e4}, 2_000.0),
        # Birmingham: 1 % of pay alone.
        ({"state": "AL", "city": "birmingham", "wages": 60_000.0, "profit": 20_000.0}, 600.0),
        # New York City: 3.4 % of adjusted income, our mean of its brackets.
        ({"state": "NY", "city": "new_york_city", "wages": 100_000.0}, 3_400.0),
        # A rate of one's own, on adjusted income, replaces the city's.
        ({"state": "OH", "city": "columbus", "wages": 80_000.0, "local_rate": 0.01}, 800.0),
        # Los Angeles and no city at all: none.
        ({"state": "CA", "city": "los_angeles", "wages": 80_000.0}, 0.0),
        ({"state": "OH", "wages": 80_000.0}, 0.0),
    ],
)
def test_by_hand(stated: dict[str, object], expected: float) -> None:
    """The city's rate on what it taxes."""
    assert local(**stated) == pytest.approx(expected)


def test_a_couple_in_one_city() -> None:
    """Both spouses' pay on a joint return."""
    found = local(
        filing_status="joint", state="OH", city="columbus", wages=50_000.0, spouse_wages=30_000.0
    )
    assert found == pytest.approx(2_000.0)


def test_an_own_rate_counts_draw_by_draw() -> None:
    """Where it is above zero; elsewhere the city's."""
    home = Household(state="OH", city="columbus", wages=80_000.0, local_rate=np.array([0.0, 0.01]))
    assert tax_bill(home, RULES).local.amount.tolist() == pytest.approx([2_000.0, 800.0])


def test_the_line_names_the_city_and_its_source() -> None:
    """How, and from where."""
    line = tax_bill(Household(state="OH", city="columbus", wages=8e4), RULES).local
    assert line.label == "Local income tax, Columbus"
    assert line.how == "gross pay and profit x the city's rate"
    assert line.source is not None
    assert line.source.key == "local_taxes.columbus"


def test_each_city_lies_where_its_rate_is_offered() -> None:
    """The table of cities and that of places agree on the state."""
    for city in cities().values():
        offered = {preset.name for preset in local_presets(city.state)}
        assert city.code in offered or city.base == "none"


def test_a_city_of_another_state_is_refused() -> None:
    """With the city, the state and what to do; so is a city nobody knows."""
    with pytest.raises(ScenarioError) as refused:
        Scenario.parse({"work": {"kind": "own_practice"}, "household": {"city": "columbus"}})
    (problem,) = refused.value.problems
    assert problem.path == "household.city"
    assert refusals.sentence(problem) == (
        "**household.city** is “Columbus”, which is not in “Texas”. "
        "Choose a city of that state, or none."
    )
    with pytest.raises(ScenarioError) as unknown:
        Scenario.parse({"work": {"kind": "own_practice"}, "household": {"city": "atlantis"}})
    assert unknown.value.problems[0].kind == "wrong_choice"


def test_a_letter_from_another_state_leaves_the_city() -> None:
    """The city of home is counted at home, and not where a letter moves one to."""
    letters = [
        {"label": "Here", "work": {"kind": "employee", "pay": PAY}},
        {"label": "There", "state": "CA", "work": {"kind": "employee", "pay": PAY}},
    ]
    offers = Offers.parse({"household": {"state": "OH", "city": "columbus"}, "offers": letters})
    here, there = (offers.scenario_of(offer) for offer in offers.offers)
    assert (here.household.city, there.household.city) == ("columbus", "none")


def test_the_citys_tax_on_a_practice_is_a_cost() -> None:
    """Portland: 0.8237 % of profit less $400, which taxed profit does not fall by."""
    data = {"work": {"kind": "own_practice"}, "household": {"state": "OR", "city": "portland"}}
    plan = Scenario.parse(data)
    here = evaluate(plan, RULES)
    without = evaluate(plan.with_values({"household.city": "none"}), RULES)
    before = float(without.profit.amount)
    paid = float(here.costs.find("costs.practice_taxes").amount)
    assert paid == pytest.approx(0.008237 * (before - 400))
    assert here.household is not None
    assert float(here.household.profit) == pytest.approx(before)


def test_new_york_city_gives_back_its_tax_on_the_practice() -> None:
    """Form IT-219: 120,000 of profit owe 1,680; what is credited falls with taxable income."""
    home = Household(state="NY", city="new_york_city", profit=120_000.0)
    found = tax_bill(home, RULES)
    local = found.local
    taxable = float(local.find("taxes.local.taxable").amount)
    assert taxable == float(found.state.find("taxes.state.taxable").amount)
    share = 1.0 - 0.77 * (taxable - 42_000.0) / 100_000.0
    # (120,000 - 10,000 - 5,000) x 4 % = 4,200, of which (5,400 - 4,200) / 2,000 is forgiven
    assert float(local.find("taxes.local.business_tax").amount) == pytest.approx(1_680.0)
    credit = -float(local.find("taxes.local.business_credit").amount)
    assert credit == pytest.approx(share * 1_680.0)
    before = float(local.find("taxes.local.before_credit").amount)
    assert before == pytest.approx(0.034 * float(found.adjusted_income.amount))
    assert float(local.amount) == pytest.approx(before - credit)


def test_the_city_gives_back_no_more_than_its_income_tax() -> None:
    """With much deducted, the credit ends at the city's tax; elsewhere there is none."""
    saved = Household(
        state="NY", city="new_york_city", profit=200_000.0, self_employed_retirement=195_000.0
    )
    assert float(tax_bill(saved, RULES).local.amount) == 0.0
    for home in (
        Household(state="NY", city="new_york_city", wages=120_000.0),
        Household(state="NY", city="yonkers", profit=120_000.0),
        Household(state="NY", city="new_york_city", profit=90_000.0),
        Household(state="NY", city="new_york_city", profit=120_000.0, local_rate=0.03),
    ):
        assert all("credit" not in line.key for _, line in tax_bill(home, RULES).local.walk())


def test_the_credit_counts_draw_by_draw() -> None:
    """A rate of one's own has none; a loss owes nothing."""
    rates = np.array([0.0, 0.03, 0.0])
    profits = np.array([120_000.0, 120_000.0, -5_000.0])
    home = Household(state="NY", city="new_york_city", profit=profits, local_rate=rates)
    credit = tax_bill(home, RULES).local.find("taxes.local.business_credit").amount
    assert [bool(one < 0.0) for one in np.ravel(credit)] == [True, False, False]
