"""Set a rate: journeys from targets to a plan, sentences, the map by its data, and the cards."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from calc import Scenario, evaluate, load_rules
from calc.questions.fees import fee_rise, places_affordable
from calc.questions.rate import Ask, find
from calc.questions.rate_map import least_fees, map_for
from calc.questions.solve import Target
from calc.questions.sought import sought_of
from ui.rate import answer_words as rate_answer_words
from ui.rate import card_words as rate_card_words
from ui.rate import cards as rate_cards
from ui.rate import charts as rate_charts
from ui.rate import labels as rate_labels
from ui.rate.sections import least_table
from ui.shell import examples, state
from ui.telling import label_room
from ui.telling.palette import LIGHT

Open = Callable[..., AppTest]
WITH_A_FEE = [
    name for name, plan in examples.scenarios().items() if plan.work.kind == "own_practice"
]
SOLO = examples.scenarios()[examples.FIRST]
RULES = load_rules(2026)
KIND = "work.session_kinds.0"
FULL = Ask("fee", take_home=7500.0, hours=32.0, load=36.0)
PAGE = "Set a rate"


def texts(app: AppTest) -> str:
    """Everything the page says in words."""
    found = (*app.title, *app.header, *app.markdown, *app.info, *app.warning)
    return "\n".join(item.value for item in found).replace("\\", "")


def widget(widgets: Any, end: str) -> Any:
    """The one widget whose key ends so."""
    found = [item for item in widgets if (item.key or "").endswith(end)]
    assert len(found) == 1, [item.key for item in widgets]
    return found[0]


def switch(app: AppTest, wish: str, on: bool) -> None:
    """Switches a target on or off."""
    widget(app.toggle, f" {wish} on").set_value(on).run()


def enter(app: AppTest, wish: str, amount: float | None) -> None:
    """Types a limit."""
    widget(app.number_input, f" {wish}").set_value(amount).run()


def seek(app: AppTest, sought: str) -> None:
    """Chooses what is to be found."""
    widget(app.segmented_control, " sought").set_value(sought).run()


def use(app: AppTest) -> None:
    """Presses the one primary button."""
    app.button(key="use").click().run()


def test_the_sentence_of_the_issue(open_app: Open) -> None:
    """$6,000 a month after weekly therapy, at most 36 hours, five weeks off: the fee, and used."""
    app = open_app(PAGE)
    enter(app, "take_home", 6000.0)
    enter(app, "hours", 36.0)
    switch(app, "weeks_off", True)
    enter(app, "weeks_off", 5.0)
    switch(app, "therapy", True)
    assert not app.exception
    assert app.title[0].value == (
        "A fee of \\$136 brings \\$6,000 a month after own therapy from 22 sessions a week."
    )
    assert "It also sets 5 weeks off and 47 sessions of own therapy a year." in texts(app)
    assert "Without weekly own therapy: $125." in texts(app)
    use(app)
    plan: Scenario = app.session_state["plan"]
    assert plan.work.session_kinds[0].fee_per_session == 136.0
    assert plan.work.time.weeks_off == 5.0
    assert plan.support.own_therapy.sessions_per_year == 47.0
    after = evaluate(plan, RULES)
    left = float(after.take_home.amount - after.own_therapy.amount) / 12
    assert 6000.0 <= left < 6060.0
    assert "That is as today." in texts(app)
    assert not [button for button in app.button if button.key == "use"]


def test_the_agreed_sentences(open_app: Open) -> None:
    """The heading, the check and what decides, at the figures of the reference case."""
    app = open_app(PAGE)
    enter(app, "take_home", 7500.0)
    assert app.title[0].value == (
        "A fee of \\$156 brings \\$7,500 a month from 22 sessions a week."
    )
    said = texts(app)
    assert "That is $6 more than today. It stays inside 36 hours and a load score of 60." in said
    assert "Checked: $156 gives $7,527 a month" in said
    assert "The exact answer is $155.50. Fees are rounded up to whole dollars." in said
    assert "What decides: $7,500 a month." in said
    assert app.metric[0].value == "\\$156"
    assert app.metric[0].delta == "+\\$6 from today"


def test_what_a_target_costs(open_app: Open) -> None:
    """Solved again without the load target the fee is lower; without the others the same."""
    app = open_app(PAGE)
    for wish, amount in (("take_home", 7500.0), ("hours", 32.0), ("load", 36.0)):
        enter(app, wish, amount)
    said = texts(app)
    assert "What decides: a load score of 36." in said
    assert "Without the load target: $156." in said
    assert "Without the take-home target or the hours target: the same." in said


@pytest.mark.parametrize(
    ("sought", "path", "value", "heading"),
    [
        ("booked", f"{KIND}.booked_per_week", 23.0, "23 sessions a week bring \\$7,500 a month"),
        ("weeks_off", "work.time.holiday_weeks", 4.0, "Up to 4 weeks off still brings"),
    ],
)
def test_caseload_and_weeks(
    open_app: Open, sought: str, path: str, value: float, heading: str
) -> None:
    """The least caseload and the most weeks off, rounded to the side that meets every target."""
    app = open_app(PAGE)
    enter(app, "take_home", 7500.0)
    seek(app, sought)
    assert app.title[0].value.startswith(heading)
    use(app)
    assert app.session_state["plan"].value_at(path) == value
    assert not app.exception


def test_out_of_reach(open_app: Open) -> None:
    """The agreed sentence, then what stands in the way; the map says it too."""
    app = open_app(PAGE)
    switch(app, "load", False)
    enter(app, "take_home", 12_000.0)
    enter(app, "hours", 20.0)
    assert app.title[0].value == "No fee reaches \\$12,000 a month within 20 hours."
    said = texts(app)
    assert "Raise the hours or lower the target." in said
    assert "The fee does not change the hours: the work takes 25.9 a week at any fee." in said
    assert "Without the hours target: $240." in said
    assert "No fee and caseload on this map meets every target." in said
    seek(app, "booked")
    assert app.title[0].value.startswith("No caseload reaches \\$12,000 a month within 20 hours")
    assert "Nearest: " in app.info[0].value
    assert not [button for button in app.button if button.key == "use"]


def test_no_target_at_all(open_app: Open) -> None:
    """Everything switched off: words, the map with today's ring, and no answer."""
    app = open_app(PAGE)
    for wish in ("take_home", "hours", "load"):
        switch(app, wish, False)
    assert not app.exception
    assert app.title[0].value == "Switch on a target to find what meets it."
    assert not app.metric
    app.session_state["table map"] = True
    app.run()
    assert not app.exception


@pytest.mark.parametrize("amount", [None, 300.0, -1.0])
def test_a_limit_that_cannot_be(open_app: Open, amount: float | None) -> None:
    """A sentence says why, the figure stays in its field, and the earlier one is used."""
    app = open_app(PAGE)
    before = app.title[0].value
    enter(app, "hours", amount)
    assert not app.exception
    assert len(app.warning) == 1
    assert "36 is used until" in app.warning[0].value
    assert widget(app.number_input, " hours").value == amount
    assert app.title[0].value == before
    enter(app, "hours", 30.0)
    assert not app.warning


def test_any_fee_does(open_app: Open) -> None:
    """Limits that hold even for nothing: the least fee is none, and no target holds it back."""
    app = open_app(PAGE)
    switch(app, "take_home", False)
    enter(app, "load", 90.0)
    assert app.title[0].value == "Any fee keeps within 36 hours and a load score of 90."
    assert "No target holds it back" in texts(app)
    assert not [button for button in app.button if button.key == "use"]
    switch(app, "take_home", True)
    enter(app, "take_home", 0.0)
    assert "Without the take-home target any fee does." in texts(app)


@pytest.mark.parametrize(
    ("pay", "heading"),
    [
        ({"kind": "salary"}, r"A salary of \\\$[\d,]+ brings"),
        ({"kind": "hourly"}, r"A rate of \\\$[\d.]+ an hour brings"),
        ({"kind": "per_session"}, r"A rate of \\\$[\d.]+ brings"),
    ],
)
def test_pay_in_place_of_a_fee(open_app: Open, pay: dict[str, str], heading: str) -> None:
    """An employee sets no fee: the page says so and finds the pay instead; no map, but levers."""
    kinds = [{"payer": "private", "booked_per_week": 20.0}]
    plan = SOLO.with_values({"work": {"kind": "employee", "session_kinds": kinds, "pay": pay}})
    app = open_app(PAGE, plan)
    assert not app.exception
    assert re.match(heading, app.title[0].value), app.title[0].value
    assert "There is no fee to set: an employer pays for this work." in texts(app)
    assert [item.value for item in app.header] == ["What it should reach", "What moves it most"]
    use(app)
    assert not app.exception
    assert "That is as today." in texts(app)


def test_a_caseload_does_not_move_a_salary(open_app: Open) -> None:
    """The figure that stays is named."""
    app = open_app(PAGE, Scenario.parse({"work": {"kind": "employee"}}))
    enter(app, "take_home", 6000.0)
    seek(app, "booked")
    assert re.search(r"The caseload does not change this: it is \\\$[\d,]+", app.info[0].value)


def test_no_session_booked(open_app: Open) -> None:
    """No fee to set, but a caseload that can be found; with no kind of session neither."""
    app = open_app(PAGE, SOLO.with_values({f"{KIND}.booked_per_week": 0.0}))
    assert app.title[0].value == "18 sessions a week bring \\$5,500 a month."
    assert "There is no fee to set: no session is booked." in texts(app)
    none = Scenario.parse({"work": {"kind": "own_practice", "session_kinds": ()}})
    app = open_app(PAGE, none)
    assert not app.exception
    assert app.title[0].value == "There is no fee to set yet."
    assert sought_of(none) == ()


def test_no_week_worked(open_app: Open) -> None:
    """Figures that nobody knows are said to be so, never nan; weeks off can still be found."""
    app = open_app(PAGE, SOLO.with_values({"work.time.holiday_weeks": 52.0}))
    assert "No week is worked, so hours and load are not known." in app.info[0].value
    assert "nan" not in texts(app)
    seek(app, "weeks_off")
    assert app.title[0].value.startswith("Up to 15 weeks off")


def test_targets_stay_while_the_plan_changes(open_app: Open) -> None:
    """A target outlives a change of the plan and of the page, but not another plan."""
    app = open_app(PAGE)
    enter(app, "take_home", 7500.0)
    use(app)
    app.switch_page("ui/load/page.py").run()
    app.switch_page("ui/rate/page.py").run()
    assert widget(app.number_input, " take_home").value == 7500.0
    other = examples.scenarios()["new_practice_high_rent"]
    app.session_state["plan"] = app.session_state["baseline"] = other
    app.session_state["version"] += 1
    app.run()
    assert widget(app.number_input, " take_home").value == 2600.0


def test_cents_where_a_whole_fee_would_miss() -> None:
    """Sessions that would break the hours when rounded up are given to a tenth."""
    hours = float(evaluate(SOLO, RULES).year.hours_per_week.amount)
    found = find(SOLO, Ask("booked", take_home=7205.0, hours=hours))
    assert found is not None
    assert found.value == 22.0
    closer = find(SOLO, Ask("booked", take_home=7250.0, hours=hours + 0.2))
    assert closer is not None
    assert closer.step == 0.1
    assert "Whole sessions would miss a target." in rate_answer_words.check(closer, "USD")


def test_a_line_passes_where_the_figure_is_the_level() -> None:
    """Points lie on the level; a line that leaves the grid is broken, an upright one goes up."""
    xs, ys = np.linspace(1.0, 5.0, 41), np.linspace(1.0, 5.0, 41)
    product = np.outer(ys, xs)
    points = [point for point in rate_charts.line_at(product, xs, ys, 8.0) if point]
    assert all(abs(x * y - 8.0) < 0.02 for x, y in points)
    assert min(x for x, _ in points) == pytest.approx(1.6, abs=0.01)
    upright = rate_charts.line_at(np.tile(xs, (41, 1)), xs, ys, 2.33)
    assert {round(point[0], 6) for point in upright if point} == {2.33}
    assert [point[1] for point in upright if point] == sorted(ys)
    valley = np.tile((xs - 3.0) ** 2, (41, 1)) - ys[:, None] + 1.0
    assert None not in rate_charts.line_at(valley, xs, ys, -0.5)
    assert rate_charts.line_at(valley, xs, ys, 0.5).count(None) == 1  # its foot is off the grid
    assert rate_charts.line_at(product, xs, ys, 100.0) == []


def test_the_deepest_place_inside() -> None:
    """The words of the tint stand inside it, and nowhere where there is none."""
    met = -np.ones((9, 9))
    assert rate_labels.inside(met) is None
    met[3:8, 4:9] = 1.0
    assert rate_labels.inside(met) == (5, 6)


def test_the_map_by_its_data() -> None:
    """Three lines in their textures, the tint, the ring of today and the diamond of the answer."""
    drawn = map_for(SOLO, FULL, find(SOLO, FULL))
    assert drawn is not None
    chart = rate_charts.map_chart(drawn, FULL, LIGHT, "USD")
    traces = {trace["name"]: trace for trace in chart.figure["data"]}
    assert [traces[name]["line"]["dash"] for name in ("$7,500 a month", "32 hours")] == [
        "solid",
        "dash",
    ]
    assert traces["a load score of 36"]["line"]["dash"] == "dot"
    assert traces["all met"]["fillcolor"] == LIGHT.all_met
    assert (traces["You today"]["x"], traces["You today"]["y"]) == ([22.0], [150.0])
    assert (traces["The answer"]["x"], traces["The answer"]["y"]) == ([22.0], [170.0])
    labels = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert set(labels) == {
        "Fee per session",
        "<b>all three met</b>",
        "$7,500 a month",
        "32 hours",
        "load 36",
    }
    for axis in ("xaxis", "yaxis"):
        assert chart.figure["layout"][axis]["fixedrange"]
    assert "You today: $150, 22 booked a week. The answer: $170, 22 booked a week." in chart.alt
    assert "The dashed line of 32 hours" in chart.alt
    assert "\\" not in chart.alt


@pytest.mark.parametrize("name", WITH_A_FEE)
@pytest.mark.parametrize("sought", ["fee", "booked", "weeks_off"])
def test_labels_stay_inside_and_apart(name: str, sought: Any) -> None:
    """On the narrowest screen no label leaves the plot, and no two cover each other."""
    ask = Ask(sought, take_home=5000.0, hours=30.0, load=45.0)
    plan = examples.scenarios()[name]
    drawn = map_for(plan, ask, find(plan, ask))
    assert drawn is not None
    chart = rate_charts.map_chart(drawn, ask, LIGHT, "USD")
    scale = rate_labels._Scale(drawn)
    boxes = []
    for note in chart.figure["layout"]["annotations"][1:]:
        x, y = scale.pixel((note["x"], note["y"]))
        wide = len(re.sub("<.*?>", "", note["text"])) * rate_labels.CHARACTER
        at = (x + note["xshift"], y + note["yshift"])
        boxes.append(label_room.around(at, wide))
    for left, low, right, top in boxes:
        assert left >= -1
        assert low >= -1
        assert right <= scale.width + 1
        assert top <= scale.height + 1
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1]
            assert apart or other[3] <= one[1], (one, other)


def test_the_table_of_least_fees_as_shown() -> None:
    """Where no fee meets every target the row says so, and gives no money."""
    drawn = map_for(SOLO, FULL, find(SOLO, FULL))
    assert drawn is not None
    shown = least_table(least_fees(drawn), FULL, "USD").texts()
    assert shown[0][:3] == ["12", "none", "–"]


def test_places_at_a_reduced_fee(open_app: Open) -> None:
    """The card says what the calculation finds; a floor above today allows none."""
    app = open_app(PAGE)
    result = evaluate(SOLO, RULES)
    found = places_affordable(result, 75.0, Target("take_home_per_month", 5500.0))
    assert f"**{found.places} of 22 sessions a week** can be held at $75" in texts(app)
    widget(app.number_input, " floor").set_value(8000.0).run()
    assert "**No place.**" in texts(app)
    widget(app.number_input, " floor").set_value(0.0).run()
    assert "**All 22 sessions a week** can be held at $75" in texts(app)


def test_raising_the_fee(open_app: Open) -> None:
    """The table follows the calculation; the letter has dates and amounts, and no names."""
    app = open_app(PAGE)
    assert widget(app.number_input, " lost").value == 100 * RULES["levers.lost_clients"].number
    widget(app.number_input, " new fee").set_value(165.0).run()
    app.date_input(key="rate card from").set_value(date(2027, 1, 1)).run()
    assert not app.exception
    found = fee_rise(evaluate(SOLO, RULES), 165.0, 0.05)
    table = next(item.value for item in app.table if "When" in item.value)
    assert table["A month"].tolist() == [7206, round(float(found.later.take_home.amount) / 12)]
    assert app.code[0].value == (
        "From 1 January 2027 my fee is $165 a session, $15 more than now. "
        "Sessions up to and including 31 December 2026 stay at $150."
    )
    app.toggle(key="rate card only new").set_value(True).run()
    table = next(item.value for item in app.table if "When" in item.value)
    assert table["When"].tolist() == ["Today", "First year", "Later"]
    renewed = widget(app.number_input, " renewed").value
    assert renewed == 100 * RULES["levers.renewed_clients"].number
    assert "the fee for new clients is $165" in app.code[0].value
    widget(app.number_input, " new fee").set_value(100.0).run()
    assert "This is no rise" in texts(app)


def test_notice_of_two_months() -> None:
    """The date offered is the first of a month at least sixty days ahead."""
    assert rate_cards.first_day(date(2026, 11, 2)) == date(2027, 1, 1)
    assert rate_cards.first_day(date(2026, 11, 3)) == date(2027, 2, 1)


def test_levers_and_their_sentence(open_app: Open) -> None:
    """Strongest first; notes are compared with the fee only where that is true."""
    app = open_app(PAGE)
    table = next(item.value for item in app.table if "Change" in item.value)
    assert table["Wage"].tolist() == sorted(table["Wage"], reverse=True)
    assert table["Change"].iloc[0].replace("\\", "") == "Fee +$10"
    assert "nearly as much as ten dollars on the fee, and costs clients nothing." in texts(app)
    rent = open_app(PAGE, examples.scenarios()["new_practice_high_rent"])
    assert "Five minutes less" not in texts(rent)
    assert rate_card_words.levers_line((), 5.0, 10.0) == rate_card_words.LEVERS


def test_sentences_name_the_steps_of_the_data() -> None:
    """Five minutes and ten dollars, here and on Start, are the steps that are worked out."""
    steps = [RULES[f"levers.{name}"].number for name in ("notes", "fee_step")]
    assert steps == [5.0, 10.0]
    before, shorter, higher = (
        found.scenario.work.session_kinds[0] for found in state.evaluated_example()
    )
    assert before.notes_minutes_per_session - shorter.notes_minutes_per_session == 5.0
    assert higher.fee_per_session - before.fee_per_session == 10.0


def test_more_about_a_fee(open_app: Open) -> None:
    """Other calculators beside ours with the reason, the next hundred, a salary, typical ends."""
    app = open_app("Set a rate")
    for name in ("peers", "next", "bands"):
        app.session_state[f"rate {name}"] = True
    app.run()
    assert not app.exception
    said = "\n".join(item.value for item in app.markdown)
    assert "Each multiplies the take-home by one number" in said
    assert "Of the next \\$100 of profit a year **\\$69.51** is left." in said
    assert "A salary of **\\$110,364** a year" in said
    columns = [set(table.value.columns) for table in app.table]
    assert {"For the same take-home", "Fee"} in columns
    assert {"At its typical ends", "Wage at low", "Wage at high"} in columns
    peers = next(table.value for table in app.table if "Fee" in table.value.columns)
    assert list(peers["For the same take-home"])[-1] == "Other Chair"
