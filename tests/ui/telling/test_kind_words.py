"""Words of what each kind of session pays: every sentence, and what its tables read."""

from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.questions.kinds import replaced, what_kinds_pay
from ui.telling import kind_words

RULES = load_rules(2026)
SESSION: dict[str, Any] = {
    "payer": "private",
    "label": "Individual",
    "fee_per_session": 150.0,
    "booked_per_week": 10.0,
    "minutes_per_session": 50.0,
    "notes_minutes_per_session": 10.0,
    "billing_minutes_per_session": 0.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.0,
    "collected_share": 1.0,
    "card_paid_share": 0.0,
}
PANEL = {**SESSION, "payer": "insurer", "label": "Panel", "fee_per_session": 100.0}
PLACES = {**SESSION, "label": "Reduced", "fee_per_session": 75.0, "booked_per_week": 2.0}
SALARY = {"kind": "employee", "pay": {"kind": "salary", "salary_per_year": 70_000.0}}


def of(*kinds: dict[str, Any], kind: str = "own_practice", **work: Any) -> Result:
    """A plan of 40 worked weeks without tax, so that every figure is plain."""
    time = {"holiday_weeks": 12.0, "sickness_weeks": 0.0, "training_weeks": 0.0}
    plan = Scenario.parse(
        {
            "work": {"kind": kind, "session_kinds": kinds, "time": time, **work},
            "household": {"tax": {"mode": "none"}},
        }
    )
    return evaluate(plan, RULES)


def line(result: Result) -> str:
    """The sentence above the table of hours."""
    return kind_words.pays_line(result, what_kinds_pay(result)).replace("\\", "")


def drop(result: Result) -> tuple[str, list[list[str]]]:
    """The sentence above the kinds that could be dropped, and their table."""
    rows = what_kinds_pay(result)
    swaps = replaced(result, rows)
    said = kind_words.drop_line(result, rows, swaps)
    return said.replace("\\", ""), kind_words.drop_table(result, rows, swaps).texts()


def test_hours_of_two_and_of_three() -> None:
    """The best first: two are told both, of more the ends."""
    assert line(of(PANEL, SESSION)) == (
        "An hour brings $150.00 with Individual and $100.00 with Panel."
    )
    assert line(of(SESSION, PANEL, PLACES)) == (
        "An hour brings from $150.00 with Individual down to $75.00 with Reduced."
    )


def test_a_table_of_hours() -> None:
    """Sessions held, the hours that go with them, what they bring, and for each hour."""
    result = of(PANEL, SESSION)
    table = kind_words.pays_table(result, what_kinds_pay(result))
    assert table.texts() == [
        ["Individual", "10.0", "400", "$60,000", "$150.00"],
        ["Panel", "10.0", "400", "$40,000", "$100.00"],
    ]


def test_where_there_is_nothing_to_tell_apart() -> None:
    """One kind, or none: a sentence, and where to go."""
    assert line(of(SESSION)) == kind_words.ONE_KIND
    assert line(of()) == kind_words.NO_KIND


def test_a_salary_is_the_same() -> None:
    """Without a kind only its hours go: no cell says that an hour brings nothing."""
    result = of(SESSION, PANEL, **SALARY)
    assert line(result) == (
        "Without any one of them your pay is the same salary; only its hours would go."
    )
    rows = kind_words.pays_table(result, what_kinds_pay(result)).texts()
    assert rows[0][3:] == ["the same salary", "–"]
    said, table = drop(result)
    assert said == "The hours that would go, and what each of them brings now."
    assert [row[2:] for row in table] == [["–", "the same salary", "–"]] * 2


def test_a_kind_that_is_free_brings_nothing() -> None:
    """In a practice of one's own that is no salary, and there is nothing to replace."""
    free = {**SESSION, "label": "Pro bono", "fee_per_session": 0.0}
    result = of(SESSION, free)
    table = kind_words.pays_table(result, what_kinds_pay(result))
    assert table.texts()[1][3:] == ["$0", "$0.00"]
    assert drop(result)[1][1][3:] == ["nothing to replace", "–"]


def test_all_free_is_the_same_pay() -> None:
    """Nothing comes in, with or without one of them."""
    free = {**SESSION, "fee_per_session": 0.0}
    assert line(of(free, free)) == (
        "Without any one of them your pay is the same; only its hours would go."
    )


def test_kinds_without_an_hour() -> None:
    """They are named, and no pay for an hour is made up."""
    nothing = {"minutes_per_session": 0.0, "notes_minutes_per_session": 0.0}
    quick = {**SESSION, **nothing, "label": "Letters"}
    result = of(SESSION, quick)
    rows = what_kinds_pay(result)
    assert line(result) == "An hour brings $150.00 with Individual."
    assert kind_words.no_hour(result, rows) == (
        "No hour goes with Letters, so there is no pay for an hour of it."
    )
    assert kind_words.pays_table(result, rows).texts()[1][-1] == "–"
    assert kind_words.no_hour(of(SESSION), what_kinds_pay(of(SESSION))) == ""
    assert line(of(quick, quick)) == (
        "No hour goes with any of them, so none has a pay for an hour."
    )


@pytest.mark.parametrize(
    ("booked", "told"),
    [
        (6.0, "4 more Individual sessions a week bring at least as much in 4.0 hours."),
        (1.5, "1 more Individual session a week brings at least as much in 1.0 hours."),
    ],
)
def test_what_replaces_the_least_paid(booked: float, told: str) -> None:
    """The kind that pays least for an hour leads, with whole sessions in its place."""
    said, _ = drop(of(SESSION, {**PANEL, "booked_per_week": booked}))
    assert said == (
        f"Without Panel a worked week has {booked} hours less, each of which brings $100.00. {told}"
    )


def test_a_table_of_what_replaces_each() -> None:
    """Whole sessions, the exact number where it is no whole one, and the hours they take."""
    _, table = drop(of(SESSION, {**PANEL, "booked_per_week": 7.0}, PLACES))
    assert table == [
        ["Individual", "10.0", "$150.00", "–", "–"],
        ["Panel", "7.0", "$100.00", "5 Individual (4.67 exactly)", "5.0"],
        ["Reduced", "2.0", "$75.00", "1 Individual", "1.0"],
    ]
    poor = {**SESSION, "fee_per_session": 1.0}
    assert drop(of(poor, PANEL))[1][0][3:] == ["not reachable", "–"]


def test_names_are_plain_text() -> None:
    """A name is what the person typed, never markup; without one a kind is known by who pays."""
    plan = of({**SESSION, "label": "*A*"}, {**SESSION, "label": "  "}).scenario
    assert kind_words.name(plan, 0) == "\\*A\\*"
    assert kind_words.name(plan, 1) == "Private pay, no name yet"
