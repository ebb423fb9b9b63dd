"""Load and Own therapy: sentences, charts by their data, fields, and what is never mixed."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from streamlit import dataframe_util
from streamlit.testing.v1 import AppTest

from calc import Scenario, evaluate, load_rules
from calc.burnout import LoadInputs, indicator
from calc.parameters import crisis_lines
from calc.questions.levers import load_levers
from calc.questions.stages import STAGES, stage
from tests.ui.telling.test_load_words import HEAVY
from ui.load import charts as load_charts
from ui.load import sections as load_sections
from ui.shell import examples, state
from ui.telling import load_words, numbers
from ui.telling.palette import CLEAR, LIGHT

Open = Callable[..., AppTest]
SOLO = examples.scenarios()[examples.FIRST]
RULES = load_rules(2026)
DRAWN = state.drawn(2026)
HEAVY_PLAN = SOLO.with_values(
    {
        "work.session_kinds.0.booked_per_week": 34.0,
        "work.time.after_hours_per_week": 12.0,
        "work.time.holiday_weeks": 0.0,
        "work.conditions.trauma_share": 0.9,
        "work.conditions.freedom_points": 2.0,
        "work.conditions.colleagues_points": 0.0,
    }
)
TYPICAL = state.typical_load(2026)


def load_of(inputs: LoadInputs) -> load_words.Load:
    """A load with its range, by the app's own draws."""
    return indicator(inputs, RULES, DRAWN)


def texts(app: AppTest) -> str:
    """Everything the page says in words."""
    return "\n".join(item.value for item in (*app.title, *app.header, *app.markdown))


def test_a_hundred_squares() -> None:
    """Filled up to the middle, hatched over the range, pale beyond; the sentence says it."""
    load = load_of(HEAVY)
    low, middle, high = load_charts.people(load)
    chart = load_charts.icons(load, LIGHT)
    assert chart is not None
    filled, possible = chart.figure["data"]
    shapes, colours = filled["marker"]["pattern"]["shape"], filled["marker"]["color"]
    assert len(filled["x"]) + len(possible["x"]) == 100
    assert len(possible["x"]) == high - middle
    assert shapes.count("/") == middle - low
    assert colours.count(LIGHT.kept) == middle
    assert possible["marker"]["pattern"]["bgcolor"] == CLEAR
    assert all(str(end) in chart.alt for end in (low, middle, high))


def test_the_ranges_share_one_scale() -> None:
    """This practice and a typical one: three points each, on the same axis."""
    chart = load_charts.ranges(load_of(HEAVY), TYPICAL, LIGHT)
    assert chart is not None
    here, usual = (tuple(trace["x"]) for trace in chart.figure["data"])
    assert here == load_charts.people(load_of(HEAVY))
    assert usual == load_charts.people(TYPICAL)
    low, high = chart.figure["layout"]["xaxis"]["range"]
    assert low < min(*here, *usual)
    assert high > max(*here, *usual)


def test_contributions_add_up_and_guesses_are_hatched() -> None:
    """Shown to one decimal they are the difference from a typical practice; eight and the rest."""
    load = load_of(HEAVY)
    rows = load_charts.shown_contributions(load)
    in_all = 100.0 * (float(load.probability) - 0.37)
    assert math.fsum(amount for _, _, amount, _ in rows) == pytest.approx(round(in_all, 1))
    assert len(rows) == load_charts.SHOWN_FACTORS + 1
    assert rows[0][0] == "After hours: 10.0 h"
    chart = load_charts.contributions(load, LIGHT)
    assert chart is not None
    shapes = chart.figure["data"][0]["marker"]["pattern"]["shape"]
    assert [shape == "/" for shape in shapes] == [guess for _, _, _, guess in rows]
    assert load_charts.contributions(TYPICAL, LIGHT) is None
    table = load_charts.contributions_table(load)
    assert table.texts()[-1] == ["**In all**", numbers.signed(in_all, 1)]


def test_nothing_is_drawn_without_a_week_of_work() -> None:
    """No hours of a week: no figure, no chart, and words instead."""
    none = load_of(replace(HEAVY, hours_total=math.nan))
    assert load_charts.icons(none, LIGHT) is None
    assert load_charts.ranges(none, TYPICAL, LIGHT) is None
    assert load_charts.contributions(none, LIGHT) is None


def test_every_factor_and_lever_has_its_words(open_app: Open) -> None:
    """A value of each factor is written; each lever's row says from what to what."""
    for found in load_of(HEAVY).contributions:
        assert load_words.contribution(found).split(":")[0] in load_words.SHORT.values()
        assert load_words.outside(found)
    app = open_app("Load")
    levers = app.table[0].value
    assert set(levers.columns) == {"Change", "In 100", "Range", "Wage"}
    assert levers["Change"].str.contains("After hours 3.0 h to 1.0 h").any()
    assert levers["Change"].str.contains("informed guess").any()
    drawn = app.table[0].proto.arrow_data.styler.display_values
    shown = dataframe_util.convert_arrow_bytes_to_pandas_df(drawn)
    assert "under 1" in set(shown["In 100"])
    assert not {"0", "−0"} & set(shown["In 100"])
    assert shown["Range"].str.len().all()


def test_the_page_says_what_it_is_not(open_app: Open) -> None:
    """A group, not a person; what it cannot see; every confirmed line and no other."""
    app = open_app("Load")
    said = texts(app)
    assert load_words.NOT_YOU in said
    assert all(sentence in said for sentence in load_words.CANNOT_SEE)
    shown = [
        text.value for text in app.markdown if text.value.startswith("**") and "**, " in text.value
    ]
    assert len(shown) == len(crisis_lines()) == 10
    assert "findahelpline" not in said
    assert load_words.LIGHT in said
    assert load_words.HEAVY not in said
    assert "A little lighter than typical, perhaps no different." in said


def test_a_drawer_of_load_has_a_footer_of_its_own(open_app: Open) -> None:
    """What it is not: a diagnosis. It says nothing of tax."""
    app = open_app("Your hour")
    app.button(key="how How this load?").click().run()
    assert not app.exception
    said = texts(app)
    assert "An indicator of a group. Not a diagnosis." in said
    assert "Estimate, not tax advice." not in said


def test_a_heavy_practice_is_told_of_its_hours(open_app: Open) -> None:
    """The sentence for a heavy practice, and the line on weeks of 55 hours and more."""
    plan = SOLO.with_values(
        {
            "work.session_kinds.0.booked_per_week": 44.0,
            "work.session_kinds.0.notes_minutes_per_session": 15.0,
            "work.time.administration_hours_per_week": 10.0,
            "work.time.holiday_weeks": 1.0,
            "work.time.after_hours_per_week": 12.0,
            "work.conditions.freedom_points": 2.0,
            "household.needs_per_month": 9_500.0,
        }
    )
    result = evaluate(plan, RULES)
    assert float(result.load.inputs.hours_total) > 55
    said = texts(open_app("Load", plan))
    assert load_words.HEAVY in said
    assert "55 hours" in said


@pytest.mark.parametrize(
    ("path", "typed", "expected"),
    [
        ("work.conditions.trauma_share", 60.0, 0.6),
        ("work.conditions.colleagues_points", 8.0, 8.0),
        ("work.conditions.freedom_points", 3.0, 3.0),
        ("work.time.after_hours_per_week", 7.0, 7.0),
    ],
)
def test_what_only_the_person_knows(
    open_app: Open, path: str, typed: float, expected: float
) -> None:
    """Each of the four fields writes the plan, and the heading follows."""
    app = open_app("Load")
    key = next(item.key for item in app.number_input if item.key.endswith(path))
    app.number_input(key=key).set_value(typed).run()
    plan: Scenario = app.session_state["plan"]
    assert plan.value_at(path) == pytest.approx(expected)
    load = state.load_of(evaluate(plan, RULES))
    assert app.title[0].value == load_words.headline(load, TYPICAL)[0]


def test_freedom_beyond_ten_is_refused(open_app: Open) -> None:
    """A sentence says why, and the figure typed is kept."""
    app = open_app("Load")
    key = next(item.key for item in app.number_input if item.key.endswith("freedom_points"))
    app.number_input(key=key).set_value(11.0).run()
    assert len(app.warning) == 1
    assert app.number_input(key=key).value == 11.0
    assert app.session_state["plan"].work.conditions.freedom_points == 7.0


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_sets_its_starting_points(open_app: Open, name: str) -> None:
    """Caseload, supervision, consultation and own therapy as the judgement says; no more."""
    app = open_app("Load")
    chooser = next(item for item in app.selectbox if item.key.startswith("stage "))
    chooser.set_value(name).run()
    found = stage(name, RULES)  # type: ignore[arg-type]
    plan: Scenario = app.session_state["plan"]
    assert plan.work.session_kinds[0].booked_per_week == found.of("booked_per_week")
    assert plan.support.own_therapy.sessions_per_year == found.of("own_therapy_sessions_per_year")
    assert plan.costs == SOLO.costs
    assert not app.exception


def test_feelings_are_asked_only_when_wanted_and_never_mixed_in(open_app: Open) -> None:
    """Off by default; the answer changes no figure, stays out of the plan, and can be erased."""
    app = open_app("Load")
    before = app.title[0].value
    assert not app.radio
    app.toggle(key="self report wanted").set_value(True).run()
    app.radio[0].set_value(load_words.FEELINGS[2]).run()
    said = texts(app)
    assert load_words.READINGS[False, True] in said
    assert app.title[0].value == before
    assert app.session_state["plan"] == SOLO
    assert "report" not in app.session_state["plan"].to_toml()
    lines = said.count("Samaritans Ireland")
    app.radio[0].set_value(load_words.FEELINGS[4]).run()
    assert texts(app).count("Samaritans Ireland") == lines + 1
    assert "Earlier answers, oldest first: 3 of 5." in texts(app)
    next(button for button in app.button if button.label == "Erase my answers").click().run()
    assert "self reports" not in app.session_state
    assert app.radio[0].value is None


@pytest.mark.parametrize("name", examples.scenarios())
def test_a_change_lies_within_its_range(name: str) -> None:
    """What is shown as the change's own lies between the ends shown beside it, as written too."""
    found = load_levers(evaluate(examples.scenarios()[name], RULES), DRAWN)
    shown = load_sections.lever_table(found, "USD")
    for item, (_, people, _, _) in zip(found, shown.rows, strict=True):
        assert item.difference.low <= people <= item.difference.high
        ends = [round(end) for end in (item.difference.low, item.difference.high)]
        assert ends[0] <= round(people) <= ends[1]


def test_the_share_of_extra_load_only_where_there_is_some(open_app: Open) -> None:
    """A light practice has no such column, and a sentence says why; a heavy one has both."""
    light = load_levers(evaluate(examples.scenarios()[examples.FIRST], RULES), DRAWN)
    heavy = load_levers(evaluate(HEAVY_PLAN, RULES), DRAWN)
    assert load_sections.lever_shares(light, "USD").heads == ("Change", "A month")
    assert load_sections.lever_shares(heavy, "USD").heads == ("Change", "Extra load", "A month")
    for plan, said in (
        (examples.scenarios()[examples.FIRST], load_words.NO_EXTRA_LOAD),
        (HEAVY_PLAN, load_words.EXTRA_LOAD),
    ):
        app = open_app("Load", plan)
        app.session_state["levers all"] = True
        app.run()
        assert any(said in item.value for item in app.markdown)
        assert "none to remove" not in " ".join(item.value.to_string() for item in app.table)
