"""Own therapy: what it takes, what pays for it, and how both are said."""

import math
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from calc import evaluate, load_rules
from calc.questions.therapy import PaysForIt, therapy_answers
from ui.shell import examples
from ui.telling import words
from ui.telling.charts import week
from ui.telling.palette import LIGHT
from ui.therapy import words as therapy_words

Open = Callable[..., AppTest]
SOLO = examples.scenarios()[examples.FIRST]
RULES = load_rules(2026)


def texts(app: AppTest) -> str:
    """Everything the page says in words."""
    return "\n".join(item.value for item in (*app.title, *app.header, *app.markdown))


def test_own_therapy_says_what_it_takes(open_app: Open) -> None:
    """Cost, fee, sessions and costs that pay for it, each price, and the hour it takes."""
    plan = SOLO.with_values(
        {
            "support.own_therapy.sessions_per_year": 44.0,
            "support.own_therapy.full_price_per_session": 140.0,
            "support.own_therapy.travel_minutes_per_session": 30.0,
        }
    )
    app = open_app("Own therapy", plan)
    assert not app.exception
    assert app.title[0].value == (
        "Your own therapy, 44 sessions a year, costs \\$6,160. A fee of \\$160 pays for it."
    )
    assert [metric.value for metric in app.metric][:3] == ["\\$72.59", "\\$67.42", "\\$1,193"]
    pays = app.table[0].value
    assert list(pays["Either"]) == ["Fee per session", "Sessions booked a week", "Costs a month"]
    assert pays["To"].tolist() == pytest.approx([159.59, 23.41, 650.5], abs=0.06)
    assert len(app.table[1].value) == 5
    said = texts(app)
    assert "You give 1 hour 17 minutes of free time a worked week." in said
    assert "One session a week fewer: \\$364 a month less, 0.9 hours of work less." in said


def test_own_therapy_not_planned_yet_is_tried(open_app: Open) -> None:
    """A plan without sessions shows what 44 would take; one click puts them into the plan."""
    app = open_app("Own therapy")
    assert "No session is in the plan yet" in texts(app)
    next(button for button in app.button if button.label == "Put it into the plan").click().run()
    assert app.session_state["plan"].support.own_therapy.sessions_per_year == 44.0
    assert "No session is in the plan yet" not in texts(app)
    your_hour = app.switch_page("ui/hour/page.py").run()
    assert "Own therapy, 44 sessions" in texts(your_hour)


def test_out_of_reach_names_the_best(open_app: Open) -> None:
    """Where no cost is left to save, the table says so, and the sentence what comes nearest."""
    plan = SOLO.with_values(
        {
            "support.own_therapy.sessions_per_year": 200.0,
            "support.own_therapy.full_price_per_session": 400.0,
        }
    )
    app = open_app("Own therapy", plan)
    assert not app.exception
    assert app.title[0].value.endswith("A fee of \\$271 pays for it.")
    assert app.table[0].value["To"].notna().tolist() == [True, True, False]
    assert "Costs a month: not reachable; the best is \\$0." in texts(app)


def test_own_therapy_that_is_not_in_the_plan_would_cost(open_app: Open) -> None:
    """Nobody is told that she has what she never entered."""
    plan = SOLO.with_values({"support.own_therapy.full_price_per_session": 140.0})
    assert open_app("Own therapy", plan).title[0].value == (
        "44 sessions of your own therapy a year would cost \\$6,160. "
        "A fee of \\$160 would pay for it."
    )


def test_a_fee_out_of_reach_is_said() -> None:
    """Where no fee up to twice as high would pay, both sentences on the fee say so."""
    plan = SOLO.with_values(
        {
            "support.own_therapy.sessions_per_year": 200.0,
            "support.own_therapy.full_price_per_session": 900.0,
        }
    )
    found = therapy_answers(evaluate(plan, RULES))
    assert therapy_words.headline(found) == (
        "Your own therapy, 200 sessions a year, costs \\$180,000. "
        "No fee per session up to twice yours pays for it."
    )
    assert therapy_words.lost_clients(found) == (
        "If 5\u00a0% of clients left when it rises, no rise up to twice as much would pay."
    )


def test_the_week_shows_the_protected_hour() -> None:
    """Own therapy stands in the week as a block of its own, apart from work."""
    result = evaluate(SOLO, RULES)
    weeks = float(result.year.worked_weeks.amount)
    plain, with_own = (week(result.hours, weeks, LIGHT, own) for own in (0.0, 0.8))
    assert plain is not None
    assert with_own is not None
    assert with_own.figure["layout"]["yaxis"]["ticktext"][-1] == "Own therapy"
    assert with_own.figure["data"][0]["x"][-1] == 0.8
    assert "own therapy 0.8, which is no work" in with_own.alt
    assert with_own.alt.split(":")[0] == plain.alt.split(":")[0]


def test_words_for_every_kind_of_pay() -> None:
    """A fee, a rate an hour and a salary are told by their own names."""
    for pay, name in (
        ({"kind": "salary"}, "Salary a year"),
        ({"kind": "hourly"}, "Rate per hour"),
        ({"kind": "per_session"}, "Fee per session"),
    ):
        plan = SOLO.with_values(
            {"work": {"kind": "employee", "session_kinds": [{"payer": "private"}], "pay": pay}}
        )
        found = therapy_answers(evaluate(plan, RULES))
        assert therapy_words.what(found.pays[0]) == name
        assert words.escape("$") in therapy_words.headline(found)


def test_the_fee_is_rounded_in_one_way(open_app: Open) -> None:
    """The fee of the heading, of the table and the rise of today's price are the same dollars.

    At $140 in 44 weeks $159.59 pays for it: written $160 wherever it stands, $10 above $150.
    """
    plan = SOLO.with_values(
        {
            "support.own_therapy.sessions_per_year": 44.0,
            "support.own_therapy.full_price_per_session": 140.0,
        }
    )
    app = open_app("Own therapy", plan)
    assert "A fee of \\$160 pays for it." in app.title[0].value
    prices = app.table[1].value
    full = next(row for row in prices.itertuples(index=False) if "Full price" in row[0])
    assert full[3] == pytest.approx(10.0)
    found = therapy_answers(evaluate(plan, RULES))
    fee = found.pays[0]
    assert fee.then == pytest.approx(159.59, abs=0.06)
    assert therapy_words.then(fee, "USD") == "$160"
    costs = next(one for one in found.pays if one.what == "costs")
    assert therapy_words.pays_from(costs) <= costs.then < therapy_words.pays_from(costs) + 1.0
    sessions = next(one for one in found.pays if one.what == "sessions")
    assert therapy_words.pays_from(sessions) == sessions.then


@pytest.mark.parametrize(
    ("then", "reached", "said"),
    [
        (159.0, True, "$159"),
        (159.01, True, "$160"),
        (61.123, True, "$61.13"),
        (60.0, True, "$60"),
        (300.5, False, "$300.50"),
        (70_000.4, True, "$70,001"),
    ],
)
def test_what_pays_is_rounded_to_what_does(then: float, reached: bool, said: str) -> None:
    """Up to whole dollars, to the cent below a hundred; what does not reach stays as it is."""
    fee = PaysForIt("fee", "money_per_session", 50.0, then, reached)
    assert therapy_words.then(fee, "USD") == said


def test_nothing_is_said_of_a_fee_that_is_not_there(open_app: Open) -> None:
    """Without a session no fee pays, and without a fee no client leaves when it rises."""
    none = SOLO.with_values({"work.session_kinds.0.booked_per_week": 0.0})
    app = open_app("Own therapy", none)
    assert app.title[0].value.endswith("No session is booked whose fee could pay for it.")
    employed = examples.scenarios()["graduate_with_loans"]
    for plan in (none, employed):
        said = " ".join(item.value for item in open_app("Own therapy", plan).markdown)
        assert "of clients left when it rises" not in said
    levers = open_app("Set a rate", employed).table[0].value
    assert not levers["Change"].str.startswith("Fee").any()


def test_several_fees_rise_by_as_much(open_app: Open) -> None:
    """No fee is named as the answer where fees that differ rise together: the rise is."""
    app = open_app("Own therapy", examples.scenarios()["part_time_beside_a_job"])
    assert app.title[0].value.endswith("more on every full fee would pay for it.")
    rows = next(found.value for found in app.table if "Either" in found.value)
    assert rows["Either"].iloc[0] == "The highest fee; the others rise by as much"
    rise = math.ceil(rows["To"].iloc[0] - rows["From"].iloc[0])  # rounded up, so that it pays
    assert f"\\${rise}" in app.title[0].value
    assert any("when they rise, it would take" in found.value for found in app.markdown)
