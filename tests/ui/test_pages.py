"""Every page, scenario, group and field, without a browser: what is typed, taken and refused."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any, get_args

import pytest
from pydantic.fields import FieldInfo
from streamlit.testing.v1 import AppTest

from calc import Result, Scenario, evaluate, load_rules
from calc.parameters import state_names
from calc.scenario import OwnPractice, PrivateSessions
from calc.scenario.fields import Bounds
from ui.shell import examples
from ui.shell.frame import PAGES
from ui.telling import numbers, words
from ui.telling.refusals import KEPT, KEPT_DAY

Open = Callable[..., AppTest]
EXAMPLES = examples.scenarios()
SOLO = EXAMPLES[examples.FIRST]
KIND = "work.session_kinds.0"
PARTS = {
    "clients": (None,),
    "time": ("Hours", "Weeks off"),
    "money": ("Lost sessions", "Card, billing", "Saving"),
    "costs": (None,),
    "household": ("People", "Tax"),
    "loans": (None,),
    "support": (None,),
}
EACH_PART = [(group, part) for group, parts in PARTS.items() for part in parts]
BAR = re.compile(r"\*\* an hour · load \*\*.*\*\*")
ADVICE = re.compile(r"\b(Enter|Lower|Check|Choose|If you meant)\b")


def path_of(widget: Any) -> str | None:
    """The path of the plan a widget stands for; None for a switch of the page."""
    found = re.search(r"\bfield \d+ (\S+)$", widget.key or "")
    return found.group(1) if found else None


def place_of(widget: Any) -> str:
    """The part of the page a field stands in: the basics, or a group."""
    return widget.key.partition(" field ")[0]


def field(app: AppTest, path: str, place: str = "basics") -> Any:
    """The one widget of a field in a part of the page."""
    widgets = [*app.number_input, *app.selectbox, *app.text_input, *app.toggle]
    found = [w for w in widgets if path_of(w) == path and place_of(w) == place]
    assert len(found) == 1, (path, place, [w.key for w in widgets])
    return found[0]


def number_paths(app: AppTest, place: str) -> list[str]:
    """The number fields of a part of the page."""
    paths = [(path_of(w), place_of(w)) for w in app.number_input]
    return [path for path, where in paths if path and where == place and path != "virtual.clients"]


def refused(sentence: str) -> bool:
    """Whether a sentence is of a refusal: what was typed is kept, or a row was not added."""
    return sentence.endswith((KEPT, KEPT_DAY)) or "has more rows than we model" in sentence


def warnings(app: AppTest) -> list[str]:
    """Refusals only; a remark is no refusal."""
    return [warning.value for warning in app.warning if refused(warning.value)]


def remarks(app: AppTest) -> list[str]:
    """Remarks only."""
    return [warning.value for warning in app.warning if not refused(warning.value)]


def plan_of(app: AppTest) -> Scenario:
    """The plan behind the page."""
    return app.session_state["plan"]


def put_back(app: AppTest, plan: Scenario) -> None:
    """The plan as it was, nothing refused; shown at the next run."""
    app.session_state["plan"] = plan
    app.session_state["refused"] = {}


def open_part(app: AppTest, group: str, part: str | None) -> AppTest:
    """A group open, at one of its parts."""
    app.session_state[f"group {group}"] = True
    app.run()
    if part:
        app.segmented_control(key=f"{group} part").set_value(part).run()
    assert not app.exception
    return app


def limits(path: str, plan: Scenario) -> tuple[float, float, str]:
    """Least and greatest value of a field, as the model states them, and its unit."""
    time = plan.work.time
    virtual = {
        "virtual.missed": (0.0, 1.0, "share"),
        "virtual.weeks_off": (float(time.weeks_off - time.holiday_weeks), 52.0, "weeks"),
        "virtual.costs": (0.0, 1e9, "money"),
    }
    if path in virtual:
        return virtual[path]
    stem, _, name = path.rpartition(".")
    info = type(plan.value_at(stem)).model_fields[name]
    unit = str((info.json_schema_extra or {})["unit"])
    notes = [*info.metadata, *_within(info.annotation)]
    notes += [item for note in notes if isinstance(note, FieldInfo) for item in note.metadata]
    for note in notes:
        if isinstance(note, Bounds):
            return note.least, note.most, unit
    least = next(note.ge for note in notes if hasattr(note, "ge"))
    return least, next(note.le for note in notes if hasattr(note, "le")), unit


def _within(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield part
        yield from _within(part)


def shown(value: float, unit: str) -> float:
    """A number of the model as its widget shows it."""
    return round(value * 100, 6) if unit == "share" else value


def check_headline(app: AppTest, result: Result) -> None:
    """The heading, the four figures and the bar say what the engine says, to the shown digit."""
    assert not app.exception
    currency = result.scenario.currency
    wage, load = float(result.wage.amount), 100.0 * float(result.load.probability)
    figures = [
        numbers.wage(wage, currency),
        numbers.money(float(result.take_home.amount) / 12, currency),
        numbers.hours(float(result.year.hours_per_week.amount)),
        str(round(load)) if math.isfinite(load) else numbers.NOT_KNOWN,
    ]
    assert [metric.value for metric in app.metric] == [words.escape(text) for text in figures]
    assert words.escape(figures[0]) in app.title[0].value or not math.isfinite(wage)
    bar = [text.value for text in app.markdown if BAR.search(text.value)]
    assert len(bar) == 1
    assert words.escape(figures[0]) in bar[0]
    assert f"load **{figures[3]}**" in bar[0]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("title", PAGES)
def test_every_page_shows_every_scenario(open_app: Open, title: str, name: str) -> None:
    """A page is drawn for each shipped plan, with one heading and the engine's figures."""
    app = open_app(title, EXAMPLES[name])
    assert not app.exception
    assert len(app.title) == 1
    result = evaluate(EXAMPLES[name], load_rules(EXAMPLES[name].tax_year))
    if title == "Your hour":
        check_headline(app, result)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_group_opens_for_every_scenario(open_app: Open, name: str) -> None:
    """All groups and tables open at once draw, at each of their parts; nothing is refused."""
    app = open_app("Your hour", EXAMPLES[name])
    for group in [*PARTS, "assumptions"]:
        app.session_state[f"group {group}"] = True
    for table in ("staircase", "week", "money"):
        app.session_state[f"table {table}"] = True
    app.run()
    assert not app.exception
    for group, parts in PARTS.items():
        for part in filter(None, parts):
            app.segmented_control(key=f"{group} part").set_value(part).run()
            assert not app.exception
    assert warnings(app) == []
    assert plan_of(app) == EXAMPLES[name]


def try_numbers(app: AppTest, place: str) -> None:
    """Each number at both bounds is taken; past either it is refused and kept."""
    plan = plan_of(app)
    for path in number_paths(app, place):
        least, most, unit = limits(path, plan)
        for value, bound in ((most + (0.01 if unit == "share" else 1), most), (-1.0, least)):
            typed = shown(value, unit)
            field(app, path, place).set_value(typed).run()
            assert not app.exception, path
            assert field(app, path, place).value == typed, f"{path}: {typed} was lost"
            assert plan_of(app) == plan, path
            said = warnings(app)
            assert len(set(said)) == 1, (path, said)
            check_sentence(said[0], typed, shown(bound, unit))
        for value in (least, most):
            put_back(app, plan)
            field(app, path, place).set_value(shown(value, unit)).run()
            assert not app.exception, path
            assert warnings(app) == [], (path, value)
            assert field(app, path, place).value == pytest.approx(shown(value, unit))
            if not path.startswith("virtual"):
                assert plan_of(app).value_at(path) == pytest.approx(value)
        put_back(app, plan)
        app.run()


def check_sentence(said: str, typed: float, bound: float) -> None:
    """Field, value, rule and remedy, and that the figure is kept."""
    digits = {float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*\.?\d*", said)}
    assert re.match(r"\*\*[^*]+\*\* is ", said), said
    assert {abs(typed), bound} <= digits, said
    assert ADVICE.search(said), said


def test_the_basics_take_what_is_lawful(open_app: Open) -> None:
    """Each basic figure at its bounds draws the page; past them it is refused, and kept."""
    app = open_app("Your hour")
    assert len(number_paths(app, "basics")) == 6
    try_numbers(app, "basics")


@pytest.mark.parametrize(("group", "part"), EACH_PART)
def test_every_number_takes_what_is_lawful(open_app: Open, group: str, part: str | None) -> None:
    """Each folded number at its bounds draws the page; past them it is refused, and kept."""
    plan = SOLO.with_values({"household.filing_status": "joint", "costs.0.per": "years"})
    if group in ("time", "clients"):  # weeks off share one year, losses one whole
        zero = ("holiday_weeks", "sickness_weeks", "training_weeks", "other_weeks_off")
        changes = {f"work.time.{name}": 0.0 for name in zero}
        changes |= {f"{KIND}.late_cancelled_share": 0.0, f"{KIND}.missed_share": 0.0}
        plan = plan.with_values(changes)
    app = open_part(open_app("Your hour", plan), group, part)
    assert number_paths(app, group)
    try_numbers(app, group)


@pytest.mark.parametrize("mode", ["effective", "separate"])
def test_rates_of_other_tax_modes(open_app: Open, mode: str) -> None:
    """The rates of the other ways of tax keep the same rules."""
    plan = SOLO.with_values({"household.tax": {"mode": mode}})
    app = open_part(open_app("Your hour", plan), "household", "Tax")
    try_numbers(app, "household")


@pytest.mark.parametrize(
    ("group", "path", "typed"),
    [
        ("clients", f"{KIND}.booked_per_week", 23.0),
        ("time", "work.time.administration_hours_per_week", 5.0),
        ("money", "work.card_fee_share", 3.5),
        ("costs", "costs.0.amount", 1100.0),
        ("household", "household.needs_per_month", 6000.0),
        ("loans", "loans.payment_per_month", 200.0),
        ("support", "support.consultation_hours_per_week", 2.0),
    ],
)
def test_a_group_stays_open(open_app: Open, group: str, path: str, typed: float) -> None:
    """A group does not fold under the hand that types in it, though its summary changes."""
    part = "Card, billing" if group == "money" else None
    app = open_part(open_app("Your hour"), group, part)
    field(app, path, group).set_value(typed).run()
    assert field(app, path, group).value == typed


def test_a_refusal_is_said_once(open_app: Open) -> None:
    """A value refused among the basics is told once, though its field stands in a group too."""
    app = open_app("Your hour")
    for group in PARTS:
        app.session_state[f"group {group}"] = True
    app.run()
    field(app, f"{KIND}.booked_per_week").set_value(220.0).run()
    assert len(warnings(app)) == 1


def test_a_whole_number_is_taken_as_typed(open_app: Open) -> None:
    """Ages and children are whole; a browser sends them as 41.0, and a half is refused."""
    app = open_part(open_app("Your hour"), "household", "People")
    field(app, "household.age", "household").set_value(41.0).run()
    field(app, "household.children_under_17", "household").set_value(2.0).run()
    assert warnings(app) == []
    assert plan_of(app).household.age == 41
    assert plan_of(app).household.children_under_17 == 2
    field(app, "household.children_under_17", "household").set_value(1.5).run()
    assert len(warnings(app)) == 1
    assert "quotes" not in warnings(app)[0]
    assert plan_of(app).household.children_under_17 == 2


def test_a_sentence_never_contradicts_itself(open_app: Open) -> None:
    """A value just past its bound is not written as if it were the bound."""
    app = open_app("Your hour")
    field(app, "virtual.missed").set_value(100.3).run()
    assert "** is 100\u00a0%" not in warnings(app)[0]


def test_two_refusals_stand_side_by_side(open_app: Open) -> None:
    """Each refused field has a sentence of its own; a right value takes only its own away."""
    app = open_app("Your hour")
    field(app, f"{KIND}.booked_per_week").set_value(220.0).run()
    field(app, f"{KIND}.fee_per_session").set_value(-1.0).run()
    assert len(warnings(app)) == 2
    field(app, f"{KIND}.booked_per_week").set_value(23.0).run()
    assert len(warnings(app)) == 1
    assert "Fee per session" in warnings(app)[0]
    assert field(app, f"{KIND}.fee_per_session").value == -1.0
    check_headline(app, result_of(SOLO, {f"{KIND}.booked_per_week": 23.0}))


def test_a_refused_value_outlives_a_change_of_page(open_app: Open) -> None:
    """What was typed is there, with its sentence, after a look at another page."""
    app = open_app("Your hour")
    field(app, f"{KIND}.booked_per_week").set_value(220.0).run()
    app.switch_page(PAGES["Sources"]).run()
    app.switch_page(PAGES["Your hour"]).run()
    assert field(app, f"{KIND}.booked_per_week").value == 220.0
    assert len(warnings(app)) == 1


def test_losses_together_leave_something_held(open_app: Open) -> None:
    """Each share is lawful alone; together they are refused, and both figures stay."""
    app = open_part(open_app("Your hour"), "clients", None)
    field(app, f"{KIND}.missed_share", "clients").set_value(99.0).run()
    assert len(set(warnings(app))) == 1
    assert "together" in warnings(app)[0]
    assert field(app, f"{KIND}.missed_share", "clients").value == 99.0
    assert plan_of(app) == SOLO


def test_weeks_off_fit_in_a_year(open_app: Open) -> None:
    """Four lawful figures that exceed the year together are refused in words."""
    app = open_part(open_app("Your hour"), "time", "Weeks off")
    field(app, "work.time.sickness_weeks", "time").set_value(50.0).run()
    assert len(warnings(app)) == 1
    assert "52" in warnings(app)[0]
    assert plan_of(app) == SOLO


def every_choice(app: AppTest, place: str) -> None:
    """Each option of each choice field of a part draws the page and is taken."""
    plan = plan_of(app)
    paths = [path_of(w) for w in app.selectbox if path_of(w) and place_of(w) == place]
    for path in paths:
        for index in range(len(field(app, path, place).options)):
            field(app, path, place).select_index(index).run()
            assert not app.exception, (path, index)
            assert warnings(app) == []
            put_back(app, plan)
            app.run()


def test_every_state_can_be_chosen(open_app: Open) -> None:
    """Every state's own law is used in 2026: no rate is asked for, and no tax is left out."""
    app = open_app("Your hour")
    for code, name in state_names().items():
        box = field(app, "household.state")
        box.select(name).run()
        assert not app.exception, code
        assert plan_of(app).household.state == code
        asks = "household.tax.state_rate" in number_paths(app, "basics")
        said = [text for text in remarks(app) if "State income tax is not included" in text]
        assert not asks, code
        assert not said, code


def test_a_year_without_state_law_asks_for_the_rate(open_app: Open) -> None:
    """For 2025 no state is recorded: a taxed state asks for the rate and says what is left out."""
    plan = SOLO.with_values({"tax_year": 2025, "household.state": "CA"})
    app = open_app("Your hour", plan)
    assert "household.tax.state_rate" in number_paths(app, "basics")
    assert [text for text in remarks(app) if "State income tax is not included" in text]
    field(app, "household.tax.state_rate").set_value(5.0).run()
    assert not [text for text in remarks(app) if "not included" in text]


def test_a_state_rate_ends_the_remark(open_app: Open) -> None:
    """With a rate the tax of the state is in the wage, and nothing is said to be missing."""
    app = open_part(open_app("Your hour"), "household", "Tax")
    field(app, "household.state").select("California").run()
    field(app, "household.tax.state_rate", "household").set_value(5.0).run()
    assert not [text for text in remarks(app) if "not included" in text]
    changes = {"household.state": "CA", "household.tax.state_rate": 0.05}
    check_headline(app, result_of(SOLO, changes))


@pytest.mark.parametrize(("group", "part"), EACH_PART)
def test_every_choice_draws(open_app: Open, group: str, part: str | None) -> None:
    """Every option of every choice field draws the page."""
    every_choice(open_part(open_app("Your hour"), group, part), group)


def test_every_cost_period_and_switch(open_app: Open) -> None:
    """A cost may be of any period; its switch and its name are taken."""
    app = open_part(open_app("Your hour"), "costs", None)
    field(app, "costs.0.per", "costs").select_index(3).run()
    field(app, "costs.0.years", "costs").set_value(2.0).run()
    field(app, "costs.0.business", "costs").set_value(False).run()
    field(app, "costs.0.label", "costs").set_value("The room").run()
    row = plan_of(app).costs[0]
    assert (row.per, row.years, row.business, row.label) == ("years", 2.0, False, "The room")
    assert not app.exception


def test_every_kind_of_cost_is_added_and_taken_away(open_app: Open) -> None:
    """A row of each kind comes in at its typical amount; the last row can go, and come again."""
    plan = SOLO.with_values({"costs": ()})
    app = open_part(open_app("Your hour", plan), "costs", None)
    kinds = len(app.selectbox(key="new cost").options)
    for index in range(kinds):
        app.selectbox(key="new cost").select_index(index).run()
        button(app, "Add it at its typical amount").click().run()
        assert not app.exception
        assert len(plan_of(app).costs) == index + 1
        assert float(plan_of(app).costs[-1].amount) == plan_of(app).costs[-1].typical.number
    for left in reversed(range(kinds)):
        button(app, "Remove this cost").click().run()
        assert not app.exception
        assert len(plan_of(app).costs) == left
    field(app, "virtual.costs").set_value(200.0).run()
    assert [float(row.amount) for row in plan_of(app).costs] == [200.0]


def test_sixty_costs_are_the_most(open_app: Open) -> None:
    """One row too many is refused in a sentence; the rows that were there stay."""
    plan = SOLO.with_values({"costs": ({"kind": "other"},) * 60})
    app = open_part(open_app("Your hour", plan), "costs", None)
    button(app, "Add it at its typical amount").click().run()
    assert not app.exception
    assert len(plan_of(app).costs) == 60
    assert len(warnings(app)) == 1


def test_kinds_are_added_and_taken_away(open_app: Open) -> None:
    """Kinds come and go up to twenty; the last one stays; figures follow."""
    app = open_part(open_app("Your hour"), "clients", None)
    for count in range(2, 21):
        button(app, "Add a kind").click().run()
        assert not app.exception
        assert len(plan_of(app).work.session_kinds) == count
    button(app, "Add a kind").click().run()
    assert not app.exception
    assert len(plan_of(app).work.session_kinds) == 20
    assert len(warnings(app)) == 1
    while len(plan_of(app).work.session_kinds) > 1:
        button(app, "Remove this kind").click().run()
        assert not app.exception
    assert not [b for b in app.button if b.label == "Remove this kind"]
    check_headline(app, result_of(plan_of(app), {}))


def test_an_insurer_keeps_what_was_stated(open_app: Open) -> None:
    """Another payer changes the type of a row; its stated figures stay."""
    app = open_part(open_app("Your hour"), "clients", None)
    field(app, f"{KIND}.payer", "clients").select("Insurer").run()
    kind = plan_of(app).work.session_kinds[0]
    assert (kind.payer, kind.fee_per_session, kind.booked_per_week) == ("insurer", 150.0, 22.0)
    check_headline(app, result_of(plan_of(app), {}))


def test_clients_are_counted_into_sessions(open_app: Open) -> None:
    """Thirty clients every two weeks are fifteen booked sessions a week."""
    app = open_part(open_app("Your hour"), "clients", None)
    field(app, "virtual.clients", "clients").set_value(30.0).run()
    app.selectbox(key="clients every").select("Every two weeks").run()
    button(app, "Set the booked sessions").click().run()
    assert not app.exception
    assert plan_of(app).work.session_kinds[0].booked_per_week == 15.0
    field(app, "virtual.clients", "clients").set_value(300.0).run()
    button(app, "Set the booked sessions").click().run()
    assert not app.exception
    assert plan_of(app).work.session_kinds[0].booked_per_week == 15.0
    assert len(set(warnings(app))) == 1


def button(app: AppTest, label: str) -> Any:
    """The one button of this label."""
    found = [b for b in app.button if b.label == label]
    assert len(found) == 1, [b.label for b in app.button]
    return found[0]


def result_of(plan: Scenario, changes: Mapping[str, Any]) -> Result:
    """The engine's result of a changed plan."""
    changed = plan.with_values(changes) if changes else plan
    return evaluate(changed, load_rules(changed.tax_year))


BASICS = {
    "fee": (f"{KIND}.fee_per_session", 160.0, {f"{KIND}.fee_per_session": 160.0}),
    "booked": (f"{KIND}.booked_per_week", 18.0, {f"{KIND}.booked_per_week": 18.0}),
    "missed": (
        "virtual.missed",
        20.0,
        {f"{KIND}.late_cancelled_share": 0.1, f"{KIND}.missed_share": 0.1},
    ),
    "weeks off": ("virtual.weeks_off", 9.0, {"work.time.holiday_weeks": 9.0}),
    "notes": (f"{KIND}.notes_minutes_per_session", 5.0, {f"{KIND}.notes_minutes_per_session": 5.0}),
    "costs": (
        "virtual.costs",
        1389.0 * 2,
        {f"costs.{i}.amount": float(row.amount) * 2 for i, row in enumerate(SOLO.costs)},
    ),
}


@pytest.mark.parametrize(("path", "typed", "changes"), BASICS.values(), ids=BASICS)
def test_a_basic_figure_does_what_the_engine_says(
    open_app: Open, path: str, typed: float, changes: Mapping[str, float]
) -> None:
    """Heading, figures, bar and chips follow one changed figure, and the baseline stays."""
    app = open_app("Your hour")
    field(app, path).set_value(typed).run()
    result, before = result_of(SOLO, changes), result_of(SOLO, {})
    check_headline(app, result)
    moved = float(result.wage.amount) - float(before.wage.amount)
    chip = words.escape(numbers.difference(moved, "USD", True))
    assert app.metric[0].delta == f"{chip} vs baseline"


def test_the_state_is_the_seventh(open_app: Open) -> None:
    """Texas taxes no wages, and so does Florida: the figures stay; the chip says so."""
    app = open_app("Your hour")
    field(app, "household.state").select("Florida").run()
    check_headline(app, result_of(SOLO, {"household.state": "FL"}))
    assert app.metric[0].delta == "as baseline"


def test_losses_keep_their_split(open_app: Open) -> None:
    """Missed and late scale together from three to one, and from none are halved."""
    app = open_app(
        "Your hour",
        SOLO.with_values({f"{KIND}.late_cancelled_share": 0.09, f"{KIND}.missed_share": 0.03}),
    )
    for typed, late, missed in ((20.0, 0.15, 0.05), (0.0, 0.0, 0.0), (8.0, 0.04, 0.04)):
        field(app, "virtual.missed").set_value(typed).run()
        kind = plan_of(app).work.session_kinds[0]
        assert (kind.late_cancelled_share, kind.missed_share) == pytest.approx((late, missed))


ODD: dict[str, Mapping[str, Any]] = {
    "no sessions": {f"{KIND}.booked_per_week": 0.0},
    "52 weeks off": {"work.time.holiday_weeks": 52.0},
    "no fee": {f"{KIND}.fee_per_session": 0.0},
    "a loss": {f"{KIND}.fee_per_session": 5.0},
    "nothing held": {f"{KIND}.late_cancelled_share": 0.5, f"{KIND}.missed_share": 0.5},
    "no time at all": {f"{KIND}.minutes_per_session": 0.0},
    "all hours of a week": {"work.time.administration_hours_per_week": 168.0},
    "a fortune": {f"{KIND}.fee_per_session": 1e9, "household.needs_per_month": 1e9},
    "cents": {f"{KIND}.fee_per_session": 0.01},
    "euros": {"currency": "EUR"},
    "euros, one rate": {"currency": "EUR", "household.tax": {"mode": "effective"}},
    "rupees, two rates": {"currency": "INR", "household.tax": {"mode": "separate"}},
    "a currency without a symbol": {"currency": "CHF", "household.tax": {"mode": "none"}},
    "2025": {"tax_year": 2025},
    "joint": {"household.filing_status": "joint", "household.spouse_wages_per_year": 9e4},
    "rows of costs gone": {"costs": ()},
    "names left empty": {f"{KIND}.label": "", "costs.0.label": ""},
}


@pytest.mark.parametrize("changes", ODD.values(), ids=ODD)
def test_an_odd_plan_is_drawn(open_app: Open, changes: Mapping[str, Any]) -> None:
    """Lawful but odd: every page and group draws, figures are the engine's, remarks are said."""
    plan = SOLO.with_values(changes)
    app = open_app("Your hour", plan)
    result = result_of(plan, {})
    check_headline(app, result)
    assert len(remarks(app)) == len(result.remarks)
    check_no_stray_figure(app)
    for group in [*PARTS, "assumptions"]:
        app.session_state[f"group {group}"] = True
    for table in ("staircase", "week", "money"):
        app.session_state[f"table {table}"] = True
    app.run()
    assert not app.exception
    for how in [b for b in app.button if b.label.startswith(":blue[How")]:
        app.button(key=how.key).click().run()
        assert not app.exception, how.label
        check_no_stray_figure(app)
    for title in ("Start", "Sources"):
        app.switch_page(PAGES[title]).run()
        assert not app.exception


def check_no_stray_figure(app: AppTest) -> None:
    """A number nobody knows is in words, never nan."""
    for text in [*app.title, *app.markdown, *app.warning, *app.subheader]:
        assert not re.search(r"\bnan\b|\binf\b|None", text.value), text.value


def test_no_sessions_is_reached_by_typing(open_app: Open) -> None:
    """Down to nothing and back up: words, no trace, and then the figures are there again."""
    app = open_app("Your hour")
    field(app, f"{KIND}.booked_per_week").set_value(0.0).run()
    assert not app.exception
    assert "No session is booked" in remarks(app)[0]
    field(app, f"{KIND}.booked_per_week").set_value(22.0).run()
    check_headline(app, result_of(SOLO, {}))


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_page_names_the_year_of_its_law(open_app: Open, year: int) -> None:
    """The footer of each page says whose law was used."""
    app = open_app("Sources", SOLO.with_values({"tax_year": year}))
    assert any(f"Tax year {year}" in text.value for text in app.markdown)


BARE: dict[str, Mapping[str, Any]] = {
    "a practice without a caseload": {"kind": "own_practice", "session_kinds": ()},
    "contractor": {"kind": "contractor"},
    "employee": {"kind": "employee"},
}


@pytest.mark.parametrize("work", BARE.values(), ids=BARE)
def test_any_plan_of_a_file_is_drawn(open_app: Open, work: Mapping[str, Any]) -> None:
    """A lawful file may hold no session, or another arrangement: each group still opens."""
    plan = Scenario.parse({"work": work})
    app = open_app("Your hour", plan)
    assert not app.exception
    check_headline(app, result_of(plan, {}))
    for group, part in EACH_PART:
        open_part(app, group, part)
    if not plan.work.session_kinds:
        button(app, "Add a kind").click().run()
        assert not app.exception
        assert len(plan_of(app).work.session_kinds) == 1


def test_the_first_figures_are_an_example(open_app: Open) -> None:
    """A first visitor sees a worked example that says so; after a change it is theirs."""
    app = open_app("Start")
    assert any("Worked example" in text.value for text in app.markdown)
    app.switch_page(PAGES["Your hour"]).run()
    field(app, f"{KIND}.fee_per_session").set_value(151.0).run()
    app.switch_page(PAGES["Start"]).run()
    assert not any("Worked example" in text.value for text in app.markdown)


def test_two_readers_do_not_share_a_plan(open_app: Open) -> None:
    """What one types is never seen in another's session."""
    one, other = open_app("Your hour"), open_app("Your hour")
    field(one, f"{KIND}.fee_per_session").set_value(199.0).run()
    other.run()
    assert plan_of(other) == SOLO


def test_baseline_is_set_and_gone_back_to(open_app: Open) -> None:
    """The chip compares with the baseline; going back takes all changes since away."""
    app = open_app("Your hour")
    for typed, choice in pairwise([160.0, "Set as baseline", 170.0, "Back to the baseline"]):
        if isinstance(typed, float):
            field(app, f"{KIND}.fee_per_session").set_value(typed).run()
            assert "vs baseline" in app.metric[0].delta
            app.menu_button(key="plan menu").click(choice).run()
            assert app.metric[0].delta == "as baseline"
    assert plan_of(app).work.session_kinds[0].fee_per_session == 160.0
    assert field(app, f"{KIND}.fee_per_session").value == 160.0


def test_a_plan_without_a_model_default_is_shown_whole(open_app: Open) -> None:
    """A practice with every field at its default: the assumptions list holds them all."""
    plan = Scenario(work=OwnPractice(session_kinds=(PrivateSessions(),)))
    app = open_app("Your hour", plan)
    app.session_state["group assumptions"] = True
    app.run()
    assert not app.exception
    rows = [table.value for table in app.table if "Field" in table.value]
    assert len(rows[0]) == len(plan.assumptions())
