"""Health cover that letters do not state: a question, a range, and no first place by a guess."""

from typing import Any

import pytest

from calc.offers import cover_is_stated, decided_by_cover, open_terms, range_of, turned_by
from calc.scenario import Offer
from tests.calc.offers.letters import compared, offer

PREMIUM = "health_premium_per_month"


def silent(how: str = "salary", label: str = "", kind: str = "employee", **work: Any) -> Any:
    """A letter that says nothing of health cover."""
    found = offer(how, label, kind, work=work)
    del found["work"][PREMIUM]
    return found


def salary(amount: float) -> dict[str, Any]:
    """A salary a year."""
    return {"kind": "salary", "salary_per_year": amount}


def test_what_nobody_entered_is_open() -> None:
    """Premium and price of supervision, unless stated; marked terms first, each once."""
    bare = Offer.model_validate({"letter": {"unsaid": ["health_cover", "notes"]}})
    assert open_terms(bare) == ("health_cover", "notes", "supervision")
    none = Offer.model_validate({"supervision_hours_per_week": 0.0})
    assert open_terms(none) == ("health_cover",)
    assert open_terms(Offer.model_validate(offer())) == ()
    own = Offer.model_validate({"work": {"kind": "own_practice"}})
    assert open_terms(own) == ()
    assert not cover_is_stated(own)
    stated = {"work": {"kind": "employee", PREMIUM: 0.0}}
    assert cover_is_stated(Offer.model_validate(stated))
    marked = Offer.model_validate({**stated, "letter": {"unsaid": ["health_cover"]}})
    assert not cover_is_stated(marked)


def test_an_unsaid_premium_has_a_range() -> None:
    """Nothing a month to $625: the year's cover is $7,500 more, before what it saves in tax."""
    (found,) = compared(silent()).compared
    assert found.band is not None
    (reading,) = found.band.readings
    assert reading.term == "health_cover"
    assert reading.better == pytest.approx(float(found.result.wage.amount))
    hours = float(found.result.hours.amount)
    lost = (reading.better - reading.worse) * hours
    assert 0.6 * 7_500.0 < lost < 7_500.0  # it is taken from pay before tax


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        # The lead of $3,000 a year is less than a premium may cost.
        ([silent(label="A", pay=salary(63_000.0)), offer(label="B")], ["A"]),
        # A lead of $20,000 is more.
        ([silent(label="A", pay=salary(80_000.0)), offer(label="B")], []),
        # Behind by $3,000 with nothing to pay, whatever it costs: never first.
        ([offer(label="A", work={"pay": salary(63_000.0)}), silent(label="B")], []),
        # Both leave it open.
        ([silent(label="A", pay=salary(63_000.0)), silent(label="B")], ["A", "B"]),
        ([offer(label="A", work={"pay": salary(63_000.0)}), offer(label="B")], []),
        ([silent(label="A")], []),
    ],
)
def test_who_leads_by_a_guess(rows: list[dict[str, Any]], names: list[str]) -> None:
    """Only letters by whose answer another could be first."""
    assert [one.label for one in decided_by_cover(compared(*rows))] == names


def test_a_contract_is_not_last_by_a_premium_nobody_asked_for() -> None:
    """1099 cover is taken at $625 until it is stated: paid by someone else it may be first."""
    contract = silent("split", "contract", "contractor", pay={"kind": "split", "share": 0.63})
    group = offer("split", "group", work={"pay": {"kind": "split", "share": 0.58}})
    found = compared(contract, group)
    assert [one.label for one in found.ranked()] == ["group", "contract"]
    assert [one.label for one in decided_by_cover(found)] == ["contract"]


def test_goals_and_currencies_it_says_nothing_of() -> None:
    """The load and the licence do not hang on it; the price is known in dollars only."""
    rows = [silent(label="A", pay=salary(63_000.0)), offer(label="B")]
    assert decided_by_cover(compared(*rows))
    for person in ({"goal": "load"}, {"goal": "licence"}):
        assert decided_by_cover(compared(*rows, **person)) == ()
    euro = {"currency": "EUR", "household": {"tax": {"mode": "none"}}}
    assert decided_by_cover(compared(*rows, **euro)) == ()


def test_a_figure_ranges_over_all_that_is_open() -> None:
    """The band of the wage for the wage; for another goal its own; one figure where all is said."""
    marked = {**silent("per_session"), "letter": {"unsaid": ["notes"]}}
    (found,) = compared(marked).compared
    assert found.band is not None
    assert range_of(found, "wage") == (found.band.low, found.band.high)
    now = float(found.figure("take_home", 0))
    low, high = range_of(found, "take_home")
    assert low < now < high
    (told,) = compared(offer()).compared
    assert range_of(told, "package") == (told.figure("package", 0),) * 2


def test_cover_of_ones_own_practice_is_open_too() -> None:
    """It has nobody to ask, so it has no band; its premium is read both ways all the same."""
    (found,) = compared(silent("own_fee", kind="own_practice")).compared
    assert found.band is None
    low, high = range_of(found, "wage")
    assert low < high


@pytest.mark.parametrize(
    ("rows", "terms"),
    [
        ([silent(label="A", pay=salary(63_000.0)), offer(label="B")], ("health_cover",)),
        ([silent(label="A", pay=salary(80_000.0)), offer(label="B")], ()),
        ([offer(label="A", work={"pay": salary(63_000.0)}), silent(label="B")], ()),
        ([silent(label="A")], ()),
    ],
)
def test_which_answer_alone_turns_the_order(
    rows: list[dict[str, Any]], terms: tuple[str, ...]
) -> None:
    """The premium of whoever leads by less than it may cost; of one letter alone, none."""
    assert turned_by(compared(*rows).ranked()) == terms


def test_an_answer_that_lifts_another_above_the_first() -> None:
    """1099 cover paid by somebody else would put the contract first."""
    contract = silent("split", "contract", "contractor", pay={"kind": "split", "share": 0.63})
    group = offer("split", "group", work={"pay": {"kind": "split", "share": 0.58}})
    assert turned_by(compared(contract, group).ranked()) == ("health_cover",)
