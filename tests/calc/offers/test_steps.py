"""What can be had of an employer: steps of pay and sessions, and asks that nobody grants."""

import pytest

from calc import evaluate
from calc.offers import Ask, can_be_had, compare, next_better, steps
from calc.offers.steps import LEAST_PART, RAISES
from calc.scenario import Offers
from tests.calc.offers.letters import FILES, KIND, compared, offer

LETTERS = next(path for path in FILES if path.stem == "new_msw_three_letters")
AGENCY, GROUP, CONTRACT = compare(Offers.from_toml(LETTERS.read_text(encoding="utf-8"))).compared


def test_steps_are_five_ten_and_fifteen_percent_and_fewer_sessions() -> None:
    """Of a salary: three raises to a whole hundred, two caseloads with their quota, best first."""
    found = steps(AGENCY)
    assert {step.ask for step in found if step.term == "pay"} == {56_700.0, 59_400.0, 62_100.0}
    assert {step.ask for step in found if step.term == "cap"} == {28.0, 26.0}
    wages = [step.wage_per_hour for step in found]
    assert wages == sorted(wages, reverse=True)
    assert all(wage > float(AGENCY.result.wage.amount) for wage in wages)
    raised = next(step for step in found if step.raise_share == RAISES[0])
    plan = AGENCY.result.scenario.with_values({"work.pay.salary_per_year": raised.ask})
    again = evaluate(plan, AGENCY.result.rules)
    assert raised.wage_per_hour == pytest.approx(float(again.wage.amount))
    assert raised.exhausted_share == pytest.approx(float(again.load.probability))


def test_fewer_sessions_are_no_gain_where_each_is_paid() -> None:
    """Paid by the session, an hour pays no more with fewer: only a rise is a step."""
    assert {step.term for step in steps(GROUP)} == {"pay"}
    assert [step.ask for step in steps(CONTRACT)] == pytest.approx([0.69, 0.66, 0.63])


def test_where_there_is_nobody_to_ask_or_too_little_to_cut() -> None:
    """An own practice asks nobody; of three sessions, or of none, nothing is taken off."""
    (own,) = compared(offer(label="own", kind="own_practice")).compared
    assert steps(own) == ()
    for rows in ([{**KIND, "booked_per_week": 3}], [{**KIND, "booked_per_week": 0}], []):
        pay = {"kind": "salary", "salary_per_year": 60_000, "contracted_hours_per_week": 36}
        (few,) = compared(offer(work={"pay": pay, "session_kinds": rows})).compared
        assert {step.term for step in steps(few)} == {"pay"}


@pytest.mark.parametrize(
    ("term", "now", "had", "odd"),
    [
        ("pay", 50_000.0, 57_400.0, 57_600.0),
        ("cap", 30.0, 26.0, 25.0),
        ("weeks_off", 4.0, 6.0, 18.5),
        ("meetings", 2.0, 2.0 * LEAST_PART, 0.5),
        ("administration", 3.0, 2.0, 1.0),
        ("notes_paid", 0.0, 56.0, 300.0),
    ],
)
def test_odd_asks_are_told_from_what_can_be_had(
    term: str, now: float, had: float, odd: float
) -> None:
    """Nobody grants eighteen weeks off; two more may be had."""
    for ask, granted in ((had, True), (odd, False)):
        found = Ask(term, now, ask, "count", 30.0, reached=True)  # type: ignore[arg-type]
        assert can_be_had(GROUP, found) is granted
    assert can_be_had(GROUP, Ask("premium", 200.0, 0.0, "money_per_month", 30.0, reached=True))


def test_the_next_better_letter_is_not_the_best() -> None:
    """From the lowest wage it is the middle one; above the best there is none."""
    every = (AGENCY, GROUP, CONTRACT)
    assert next_better(AGENCY, every) is GROUP
    assert next_better(GROUP, every) is CONTRACT
    assert next_better(CONTRACT, every) is None
