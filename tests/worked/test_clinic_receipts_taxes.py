"""Taxes on what a clinic takes in are in its margin, law of 2026, by hand.

Every post is twenty sessions at 100 in 50 weeks: it brings 100,000. A contractor has 60,000 of it
and leaves 40,000; an owner has no costs and leaves 100,000.
"""

from typing import Any

import pytest

from calc import Scenario, evaluate, load_rules
from calc.staffing import ClinicResult, cash_timeline, evaluate_clinic, explain_margin
from calc.staffing.receipts_taxes import pieces_of
from tests.worked.clinics import PLAIN, SUPPORT, clinic, salaried, split, work

RULES = load_rules(2026)
OWNER = {"label": "Owner", "work": work("own_practice", card_fee_share=0), **PLAIN}
PHILADELPHIA = {"state": "PA", "city": "philadelphia"}
NEW_YORK = {"state": "NY", "city": "new_york_city"}


def found(state: str, *posts: dict[str, Any], **more: Any) -> ClinicResult:
    """A clinic in a state: two contractors unless other posts are named."""
    return evaluate_clinic(clinic(*(posts or (split("A"), split("B"))), state=state, **more))


def margin(state: str, *posts: dict[str, Any], **more: Any) -> float:
    """Its margin."""
    return float(found(state, *posts, **more).margin.amount)


def contractors(count: int) -> list[dict[str, Any]]:
    """So many contractors, each of 100,000 and leaving 40,000."""
    return [split(f"Post {place}") for place in range(count)]


def test_honolulu() -> None:
    """4 % and the surcharge of 0.5 % of 200,000: 8,000 + 1,000 off 80,000 leave 71,000."""
    result = found("HI")
    line = result.receipts_taxes.line
    assert line is not None
    assert [row.amount for row in line.parts] == pytest.approx([8_000, 1_000])
    assert float(result.margin.amount) == pytest.approx(71_000)
    assert result.margin.find("receipts_taxes").amount == pytest.approx(-9_000)
    assert [result.receipts_tax_of(post) for post in result.posts] == pytest.approx([4_500] * 2)
    assert result.after_receipts_taxes(result.posts[0]) == pytest.approx(35_500)


def test_seattle() -> None:
    """1.5 % of 200,000 is 3,000; of the credit of 1,920 is left 840: 2,160 off 80,000.

    The credit is the clinic's, once: two practices of 100,000 would owe nothing at all. Twelve
    bring 1,200,000, all of it at 1.75 % without a credit: 21,000 off 480,000. Seattle's own tax
    begins at 2,000,000.
    """
    assert margin("WA") == pytest.approx(77_840)
    assert margin("WA", split()) == pytest.approx(40_000)
    assert margin("WA", *contractors(12)) == pytest.approx(459_000)


def test_columbus() -> None:
    """Up to 6,000,000 nothing is owed; 61 posts bring 6,100,000: 0.26 % of 100,000 is 260."""
    assert margin("OH") == pytest.approx(80_000)
    line = found("OH").receipts_taxes.line
    assert line is not None
    assert line.amount == 0.0
    assert margin("OH", *contractors(61)) == pytest.approx(61 * 40_000 - 260)


def test_new_mexico() -> None:
    """What hangs on who pays is told and in no figure: 80,000 stay."""
    result = found("NM")
    assert float(result.margin.amount) == pytest.approx(80_000)
    assert [law.key for law in result.receipts_taxes.told] == ["practice_told.NM_gross_receipts"]
    assert result.receipts_taxes.line is None


def test_philadelphia() -> None:
    """0.141 % of 200,000 is 282. Of a household in another state the city is not the clinic's."""
    result = found("PA", household=PHILADELPHIA)
    assert float(result.margin.amount) == pytest.approx(79_718)
    assert result.receipts_taxes.cities == ()
    assert margin("CA", household=PHILADELPHIA) == pytest.approx(80_000)


def test_a_city_that_is_not_stated_is_named() -> None:
    """Without it nothing is worked out; an owner's own city of that state is the clinic's."""
    assert [city.code for city in found("PA").receipts_taxes.cities] == ["philadelphia"]
    owner = OWNER | {"household": PHILADELPHIA}
    result = found("PA", owner, split())
    assert result.receipts_taxes.amount == pytest.approx(282)
    assert result.receipts_taxes.cities == ()


def test_los_angeles() -> None:
    """Up to 100,000 nothing; above it 0.425 % of everything: 850 of 200,000."""
    home = {"state": "CA", "city": "los_angeles"}
    assert margin("CA", split(), household=home) == pytest.approx(40_000)
    assert margin("CA", household=home) == pytest.approx(80_000 - 850)


def test_none_where_there_is_none() -> None:
    """Texas has none; nor has another currency, a rate for all tax, or a charity that says so."""
    for result in (
        found("TX"),
        found("HI", currency="EUR"),
        found("HI", household={"tax": {"mode": "effective", "rate": 0.3}}),
        evaluate_clinic(
            clinic(split("A"), split("B"), state="HI").with_values(
                {"employer.receipts_taxes": False}
            )
        ),
    ):
        assert result.receipts_taxes.line is None
        assert float(result.margin.amount) == pytest.approx(80_000)
        assert result.receipts_tax_share == 0.0


def test_nothing_comes_in() -> None:
    """Without posts there are no receipts, no tax and no share of it."""
    result = evaluate_clinic(clinic(state="HI"))
    assert (float(result.margin.amount), result.receipts_tax_share) == (0.0, 0.0)


@pytest.mark.parametrize("state", ["HI", "WA"])
def test_the_owner_pays_once(state: str) -> None:
    """100,000 and a contractor's 40,000, less what 200,000 owe: it is the owner's profit.

    Taxed as that profit is where no receipts are: the same take-home as a practice that takes in
    140,000 and has the tax as a cost.
    """
    owed = {"HI": 9_000.0, "WA": 2_160.0}[state]
    (owner,) = found(state, OWNER, split()).owners
    assert owner.margin == pytest.approx(140_000 - owed)
    assert owner.post.earner.profit == pytest.approx(140_000 - owed)
    assert owner.post.result.work_costs.practice_taxes == 0.0
    known = owner.post.rules
    plan = Scenario.parse(
        {
            "work": OWNER["work"] | {"other_receipts_per_year": 40_000.0},
            "costs": [{"kind": "other", "amount": owed, "per": "year"}],
            "household": {"state": state},
            "support": SUPPORT,
        }
    )
    assert owner.post.earner.take_home == pytest.approx(
        float(evaluate(plan, known).take_home.amount)
    )


@pytest.mark.parametrize(
    "home",
    [{"state": "HI"}, {"state": "WA"}, {"state": "TX"}, NEW_YORK],
    ids=["HI", "WA", "TX", "New York"],
)
def test_an_owner_alone_is_a_practice_alone(home: dict[str, str]) -> None:
    """Without anybody else a clinic is the practice of its owner: the same take-home."""
    result = found(home["state"], OWNER, household=home)
    plan = Scenario.parse({"work": OWNER["work"], "household": home, "support": SUPPORT})
    alone = evaluate(plan, RULES)
    assert result.owners[0].post.earner.take_home == pytest.approx(float(alone.take_home.amount))
    assert result.owners[0].alone.earner.take_home == pytest.approx(float(alone.take_home.amount))


def test_an_owner_in_philadelphia() -> None:
    """The city's tax on profit sees it after the clinic's tax on receipts of 141.

    So it is lower than a practice's alone by 40 % of 5.71 % of 141, which is 3.22.
    """
    (owner,) = found("PA", OWNER, household=PHILADELPHIA).owners
    plan = Scenario.parse({"work": OWNER["work"], "household": PHILADELPHIA, "support": SUPPORT})
    more = owner.post.earner.take_home - float(evaluate(plan, RULES).take_home.amount)
    assert more == pytest.approx(0.4 * 0.0571 * 141, abs=0.01)


def test_a_tax_on_profit_is_the_owners() -> None:
    """New York City's falls on all of the owner's profit, not on the margin before it.

    Of 140,000: less 10,000 and 5,000, 4 % of 125,000 is 5,000; the credit from 3,400 to 5,400
    leaves a fifth of it off: 5,000 x (1 - 400 / 2,000) = 4,000.
    """
    result = found("NY", OWNER, split(), household=NEW_YORK)
    assert float(result.margin.amount) == pytest.approx(140_000)
    (owner,) = result.owners
    assert owner.post.result.find(
        "costs.practice_taxes.new_york_city_unincorporated"
    ).amount == pytest.approx(4_000)


def test_two_owners_bear_what_their_receipts_owe() -> None:
    """300,000 in Hawaii owe 13,500, 4.5 % of each dollar; the contractor leaves 35,500 for two."""
    half = OWNER | {"label": "Half", "full_time_share": 0.5}
    result = found("HI", OWNER, half, split())
    assert [owner.margin for owner in result.owners] == pytest.approx(
        [95_500 + 17_750, 47_750 + 17_750]
    )
    assert sum(owner.margin for owner in result.owners) == pytest.approx(
        float(result.margin.amount)
    )


def test_break_even_moves_with_the_tax() -> None:
    """A salary of 60,000 costs 64,875 with its load; 95.5 % of 5,000 for each session a week.

    64,875 / 4,775 = 13.5864; without the tax 64,875 / 5,000 = 12.975.
    """
    there, here = found("HI", salaried()), found("TX", salaried())
    costs = [one.posts[0].pay + one.posts[0].employer_load for one in (there, here)]
    assert there.break_even(there.posts[0]) == pytest.approx(costs[0] / 4_775)
    assert here.break_even(here.posts[0]) == pytest.approx(costs[1] / 5_000)


def test_cash_of_a_year_has_the_tax() -> None:
    """Twelve months bring the margin of 71,000."""
    cash = cash_timeline(found("HI"))
    assert float(cash.net[:12].sum()) == pytest.approx(71_000)
    assert float(cash.receipts_taxes[:12].sum()) == pytest.approx(9_000)


def test_what_moved_the_margin_adds_up() -> None:
    """A third contractor in Washington: 40,000 more, and 4,500 - 2,160 = 2,340 of tax."""
    one, more = (clinic(*contractors(count), state="WA") for count in (2, 3))
    parts = explain_margin(one, more)
    assert [(part.change, part.amount) for part in parts.parts] == [
        ("Post 2", pytest.approx(40_000)),
        ("receipts_taxes", pytest.approx(-2_340)),
    ]
    assert parts.after - parts.before == pytest.approx(37_660)


def test_pieces() -> None:
    """Washington: nothing to 128,000, then 3 % of what is above to 256,000, then 1.5 % of all."""
    home = clinic(state="WA")
    assert [(one.low, one.rate, one.fixed) for one in pieces_of(home, RULES)] == [
        (0.0, 0.0, 0.0),
        (pytest.approx(128_000), pytest.approx(0.03), pytest.approx(-3_840)),
        (pytest.approx(256_000), pytest.approx(0.015), pytest.approx(0.0)),
        (1_000_000.0, pytest.approx(0.0175), pytest.approx(0.0)),
        (5_000_000.0, pytest.approx(0.021), pytest.approx(0.0)),
    ]
    assert pieces_of(clinic(state="TX"), RULES) == ()
    assert pieces_of(clinic(state="HI", currency="EUR"), RULES) == ()
