"""Offers beside each other: the figures of each, and their order by what matters."""

from typing import Any

import numpy as np
import pytest

from calc import evaluate, load_rules
from calc.offers import compare
from calc.scenario import Offers
from tests.calc.offers.letters import EVERY, FILES, KIND, PAYS, compared, offer, offers


def test_each_offer_is_evaluated_like_anyones_plan() -> None:
    """The figures are those of the plan of a year, to the bit."""
    file = offers(*EVERY)
    for found, row in zip(compare(file).compared, file.offers, strict=True):
        alone = evaluate(file.scenario_of(row), load_rules(2026))
        assert found.result.wage.amount == alone.wage.amount
        assert found.result.take_home.amount == alone.take_home.amount


def test_hours_of_a_stated_contract_are_work_though_none_lists_them() -> None:
    """40 hours at the desk are worked hours, so such a letter pays less for each than it seems.

    A contract shorter than the listed hours, or that no letter states, adds nothing.
    """

    def letter(name: str, **stated: float) -> dict[str, Any]:
        return offer(label=name, work={"pay": {**PAYS["salary"], **stated}})

    found = compared(
        letter("unstated"),
        letter("long", contracted_hours_per_week=40.0),
        letter("short", contracted_hours_per_week=10.0),
    )
    by_name = {each.label: each.result for each in found.compared}
    hours = {name: float(one.year.hours_per_week.amount) for name, one in by_name.items()}
    assert hours["long"] == pytest.approx(40.0)
    assert hours["unstated"] == hours["short"] < 40.0
    assert float(by_name["long"].wage.amount) == pytest.approx(
        float(by_name["unstated"].wage.amount) * hours["unstated"] / 40.0
    )
    assert [each.label for each in found.ranked("wage")][-1] == "long"


def test_nothing_to_compare() -> None:
    """A file without offers has no order and nothing that differs."""
    found = compare(Offers())
    assert found.compared == ()
    assert found.ranked() == ()
    assert found.differing() == {}


@pytest.mark.parametrize("goal", ["wage", "wage_after_loans", "take_home", "package", "value"])
def test_most_comes_first(goal: Any) -> None:
    """For money, in every order of the file."""
    for rows in (EVERY, EVERY[::-1]):
        found = compared(*rows, goal=goal)
        figures = [each.figure(goal, 5) for each in found.ranked()]
        assert figures == sorted(figures, reverse=True)
    assert {each.label for each in found.ranked()} == {"own", *PAYS}


@pytest.mark.parametrize("goal", ["load", "licence"])
def test_least_comes_first(goal: Any) -> None:
    """For load, and for months to a licence."""
    person = {"licence": {"typed": [{"state": "TX", "family": "counselor", "total_hours": 3_000}]}}
    found = compared(*EVERY, goal=goal, **person)
    figures = [each.figure(goal, 5) for each in found.ranked()]
    assert figures == sorted(figures)


def test_an_offer_that_never_leads_to_a_licence_comes_last() -> None:
    """No client hours, no licence: said by months that are not there."""
    nobody = offer(label="none", work={"session_kinds": [{**KIND, "booked_per_week": 0}]})
    found = compared(nobody, offer(), goal="licence")
    last = found.ranked()[-1]
    assert last.label == "none"
    assert last.licence.months is None
    assert last.figure("licence", 5) == np.inf
    assert last.ahead.licensed_after_weeks is None


def test_a_figure_that_is_missing_comes_last() -> None:
    """An offer without any hours has no wage."""
    time = dict.fromkeys(
        ("administration_hours_per_week", "marketing_hours_per_week", "training_hours_per_year"), 0
    )
    idle = offer(
        label="idle",
        supervision_hours_per_week=0,
        work={"session_kinds": [{**KIND, "booked_per_week": 0}], "time": time},
    )
    quiet = {"support": {"consultation_hours_per_week": 0}}
    found = compared(idle, offer("hourly"), **quiet)
    assert [each.label for each in found.ranked("wage")] == ["hourly", "idle"]


def test_where_nothing_is_known_of_a_licence() -> None:
    """No figure of the board: neither soon nor never, and last in that order."""
    unread = {"household": {"state": "VT"}, "licence": {"family": "psychologist"}}
    found = compared(offer(), offer("hourly", state="TX"), goal="licence", **unread)
    assert np.isnan(found.compared[0].figure("licence", 5))
    assert found.compared[0].ahead.licensed_after_weeks is None


def test_what_law_looks_at() -> None:
    """Silent terms of pay become buckets; silent supervision is not named."""
    row = offer(letter={"unsaid": ["notes", "supervision", "caseload"], "repaid_on_leaving": 900})
    (found,) = compared(row, licence={"family": "lcsw"}).compared
    assert found.letter.unsaid == {"notes", "supervision_received"}
    assert not found.letter.supervision_named
    assert found.letter.clawback_amount == 900.0
    assert found.letter.family == "lcsw"
    assert "no_supervision_named" in {check.kind for check in found.checks}


def test_service_is_shown_apart() -> None:
    """PSLF is worth something at the agency, and nothing where it does not apply."""
    file = next(path for path in FILES if path.stem == "new_msw_three_letters")
    agency, group, contract = compare(Offers.from_toml(file.read_text())).compared
    assert agency.service is not None
    assert float(agency.service.per_year) > 1_000.0
    assert group.service is None
    assert contract.service is None
    (no_loans,) = compared(offer()).compared
    assert no_loans.service is None


@pytest.mark.parametrize("state", ["UT", "CA"])
def test_hours_that_may_not_count_come_after_those_that_do(state: str) -> None:
    """Utah and California count no hours of a 1099, as read: sooner, it still comes second."""
    person = {
        "household": {"state": state},
        "licence": {"family": "lcsw"},
        "goal": "licence",
    }
    busy = {"session_kinds": [{**KIND, "booked_per_week": 30}]}
    rows = (
        offer("split", "1099", "contractor", work=busy, supervision_hours_per_week=2),
        offer("hourly", "W-2", supervision_hours_per_week=2),
        offer("hourly", "no supervision", work={"session_kinds": []}),
    )
    found = compared(*rows, **person)
    assert [one.label for one in found.ranked()] == ["W-2", "1099", "no supervision"]
    contract, wages, _ = found.compared
    assert contract.licence.months < wages.licence.months  # type: ignore[operator]
    assert contract.hours_in_doubt is not None
    assert contract.hours_in_doubt.text("state") == state
    assert wages.hours_in_doubt is None
    licensed = compared(*rows, **person | {"licence": {"licensed": True}})
    assert licensed.compared[0].hours_in_doubt is None


def test_an_own_practice_before_the_licence_is_in_doubt() -> None:
    """Where a state leaves no practice of one's own open, the way by it is in doubt too."""
    row = offer("", "own", "own_practice")
    found = compared(row, household={"state": "CA"}, licence={"family": "mft"})
    assert found.compared[0].hours_in_doubt is not None
    texas = compared(row, household={"state": "WY"}, licence={"family": "mft"})
    assert texas.compared[0].hours_in_doubt is None
