"""Your hour and Start in words, each sentence made from a real plan."""

from collections.abc import Mapping
from typing import Any

import pytest

from calc import Scenario
from tests.ui.telling.shipped import GRADUATE, KIND, SOLO, result_of, shipped
from ui.telling import hour_words
from ui.telling.tables import shown_steps

NO_SESSIONS = {f"{KIND}.booked_per_week": 0.0}
NO_HOURS = {
    **NO_SESSIONS,
    "work.time.administration_hours_per_week": 0.0,
    "work.time.marketing_hours_per_week": 0.0,
    "work.time.training_hours_per_year": 0.0,
    "support.consultation_hours_per_week": 0.0,
}
NO_WEEKS = {"work.time.holiday_weeks": 52.0}
NO_FEE = {f"{KIND}.fee_per_session": 0.0}
SHORT = {f"{KIND}.minutes_per_session": 20.0, f"{KIND}.notes_minutes_per_session": 0.0}
KINDS = {
    "work.session_kinds": (
        {"payer": "private", "fee_per_session": 150.0, "booked_per_week": 10.0},
        {"payer": "insurer", "fee_per_session": 100.0, "booked_per_week": 5.0},
    )
}
Changes = Mapping[str, Any]


def test_the_worked_example_is_told_in_four_sentences() -> None:
    """Money, hours, tax and what two changes are worth, as evaluated."""
    levers = (
        result_of(SOLO, {f"{KIND}.notes_minutes_per_session": 5.0}),
        result_of(SOLO, {f"{KIND}.fee_per_session": 160.0}),
    )
    assert hour_words.story(result_of(SOLO), levers, "USD") == (
        "**\\$7,206** a month to take home",
        "**25.9 hours** in a worked week, 9.8 of them unpaid",
        "**19\u00a0%** of what clients pay to set aside for tax",
        "Five minutes less on each note is worth **\\$4.82 more an hour**. "
        "Ten dollars on the fee is worth \\$5.39.",
    )


TAKES = "once notes, waiting and running the practice are counted."


@pytest.mark.parametrize(
    ("changes", "heading", "sentence"),
    [
        (
            {},
            "A \\$150 session leaves \\$72.59 for each hour you work.",
            f"One booked session takes 1 hour 11 minutes {TAKES}",
        ),
        (
            KINDS,
            "An average \\$133 session leaves \\$50.84 for each hour you work.",
            f"One booked session takes 1 hour 20 minutes {TAKES}",
        ),
        (
            NO_SESSIONS,
            "An hour of your work costs you \\$96.67.",
            "No session is booked: the hours are other work.",
        ),
        (
            NO_WEEKS,
            "An hour of your work costs you \\$1,208.40.",
            "No week is worked, so no session is held: the hours are other work.",
        ),
        (
            {f"{KIND}.fee_per_session": 20.0},
            "A \\$20.00 session costs you \\$5.11 for each hour you work.",
            f"One booked session takes 1 hour 11 minutes {TAKES}",
        ),
        (
            NO_HOURS,
            "There is no hour of work yet.",
            "Enter the sessions booked a week to see what an hour pays.",
        ),
    ],
)
def test_the_heading_says_what_an_hour_leaves(
    changes: Changes, heading: str, sentence: str
) -> None:
    """From one session, from an average one, and without any."""
    assert hour_words.your_hour(result_of(SOLO, changes)) == (heading, sentence)


@pytest.mark.parametrize(
    ("plan", "changes", "label"),
    [
        (SOLO, {"work.saving.sep_per_year": 1_000.0}, "Into your SEP"),
        (
            SOLO,
            {
                "work.saving.sep_per_year": 1_000.0,
                "work.saving.health_savings.contribution_per_year": 500.0,
            },
            "Into your SEP and health savings account",
        ),
        (SOLO, {}, "Of which set aside"),
        (GRADUATE, {}, "Saved: 401(k) deferral"),
    ],
)
def test_saving_says_where_the_money_goes(plan: Scenario, changes: Changes, label: str) -> None:
    """Accounts of one's own by name; an employer's with what it adds; nothing saved stays as is."""
    found = result_of(plan, changes).left_over
    named = hour_words.saving_named(found)
    assert named.find("set_aside").label == label
    assert named.find("set_aside").amount == found.find("set_aside").amount
    assert [part.key for part in named.parts] == [part.key for part in found.parts]


def test_the_heading_of_a_salary_names_no_session() -> None:
    """A salary is no fee: its hour stands alone."""
    assert hour_words.your_hour(result_of(GRADUATE)) == (
        "An hour of your work leaves \\$22.06.",
        f"One booked session takes 1 hour 23 minutes {TAKES}",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Typical: \\$100 to \\$200 a session; notes 5 to 16 minutes."),
        ({"work.session_kinds": ()}, "Typical: \\$100 to \\$200 a session; notes 5 to 16 minutes."),
        (
            {"work.session_kinds": ({"payer": "insurer"},)},
            "Typical: \\$122 a session; notes 5 to 16 minutes.",
        ),
    ],
)
def test_the_typical_fee_is_that_of_who_pays(changes: Changes, said: str) -> None:
    """A band where one is known, for an insurer the one surveyed figure."""
    assert hour_words.typical_line(SOLO.with_values(changes)) == f":small[:gray[{said}]]"


def test_typical_figures_are_in_dollars_alone() -> None:
    """They were found in one country: in another currency nothing is said."""
    assert hour_words.typical_line(SOLO.with_values({"currency": "EUR"})) == ""


@pytest.mark.parametrize(
    ("changes", "heading", "line"),
    [
        (
            {},
            "From \\$150.00 to \\$72.59",
            "One booked session. Each step is what leaves; the hollow one is time nobody pays for.",
        ),
        (
            SHORT,
            "From \\$150.00 to \\$152.48",
            "One booked session. It is shorter than an hour, so an hour holds more than one.",
        ),
        (
            NO_SESSIONS,
            "From \\$0.00 to −\u2060\\$96.67",
            "One hour. Each step is what leaves; the hollow one is time nobody pays for.",
        ),
        (NO_HOURS, "From the session to the hour", "Nothing to show without hours."),
    ],
)
def test_the_staircase_is_headed_by_its_ends(changes: Changes, heading: str, line: str) -> None:
    """Where it starts and ends, of a session or an hour, and what the last step is."""
    assert hour_words.staircase_heading(result_of(SOLO, changes)) == (heading, line)


@pytest.mark.parametrize("fee", [118.96, 173.47, 175.84])
def test_the_heading_starts_with_what_the_first_bar_says(fee: float) -> None:
    """Bars are rounded so that they add up: where that moves the first, the heading moves too."""
    result = result_of(shipped("insurance_with_sliding_scale"), {f"{KIND}.fee_per_session": fee})
    first = shown_steps(result.staircase)[0][1]
    assert round(float(result.staircase.parts[0].amount), 2) != first
    heading, _ = hour_words.staircase_heading(result)
    assert heading.startswith(f"From \\${first:.2f} ")


WEEK = "25.9 hours in a worked week. Nobody pays for the hollow part, 9.8 hours or 38\u00a0%."


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, WEEK),
        ({"work.time.after_hours_per_week": 0.0}, WEEK),
        (
            {"work.time.after_hours_per_week": 3.0},
            f"{WEEK} 3.0 hours fall in evenings or at weekends.",
        ),
        (NO_HOURS, "No hours yet."),
        (NO_WEEKS, "No week is worked."),
    ],
)
def test_the_week_is_told_in_a_sentence(changes: Changes, said: str) -> None:
    """Paid and unpaid; after hours only where they were stated."""
    assert hour_words.week_sentence(result_of(SOLO, changes)) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Of every \\$100 that comes in, \\$60.60 is left to live on and to save."),
        (
            {"currency": "EUR"},
            "Of every €100 that comes in, €60.60 is left to live on and to save.",
        ),
        (NO_FEE, "No money comes in yet."),
    ],
)
def test_what_is_left_of_a_hundred(changes: Changes, said: str) -> None:
    """In the plan's own currency; without money there is no share."""
    assert hour_words.money_sentence(result_of(SOLO, changes)) == said


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        (5500.0, "Your household needs \\$5,500 a month from this work."),
        (0.0, "Enter your household's needs under Household to see what is left of them."),
    ],
)
def test_the_needs_of_the_household(needs: float, said: str) -> None:
    """What is needed, or where to enter it."""
    found = result_of(SOLO, {"household.needs_per_month": needs})
    assert hour_words.needs_sentence(found) == said


def test_the_other_wages_stand_where_they_differ() -> None:
    """After loans and after own therapy only where there are some; none without hours."""
    assert hour_words.wages_rows(result_of(SOLO)) == ["Wage before tax **\\$102.09**"]
    both = {"loans.payment_per_month": 300.0, "support.own_therapy.sessions_per_year": 20.0}
    assert hour_words.wages_rows(result_of(SOLO, both)) == [
        "Wage before tax **\\$102.09**",
        "Wage after loans **\\$69.57**",
        "Wage after loans and own therapy **\\$67.17**",
        "Own therapy **16.7 hours** a year, never counted as work",
    ]
    assert hour_words.wages_rows(result_of(SOLO, NO_HOURS)) == []


def test_an_examples_household_is_not_the_readers() -> None:
    """Needs that came with an example are called its household's."""
    result = result_of(SOLO)
    assert hour_words.needs_sentence(result, of_example=True).startswith("The example's household")
    assert hour_words.needs_sentence(result).startswith("Your household needs")


def test_which_lost_sessions_are_charged_is_told() -> None:
    """Each way with sessions lost and charged, in its own share; nothing where none is."""
    late, missed = f"{KIND}.late_cancelled_share", f"{KIND}.missed_share"
    charged = {f"{KIND}.late_cancelled_charged_share": 0.5, f"{KIND}.missed_charged_share": 0.25}
    plan = SOLO.with_values({late: 0.06, missed: 0.06, **charged})
    told = hour_words.charged_line(plan).replace("\xa0", " ")
    assert told == (
        "You are taken to charge for 50 % of late cancellations and 25 % of no-shows; the terms "
        "are under Clients."
    )
    assert "no-shows" not in hour_words.charged_line(plan.with_values({missed: 0.0}))
    assert hour_words.charged_line(plan.with_values({late: 0.0, missed: 0.0})) == ""
    assert hour_words.charged_line(plan.with_values({"work.session_kinds": ()})) == ""
    assert hour_words.charged_line(plan.with_values({"work": {"kind": "employee"}})) == ""
