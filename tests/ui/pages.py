"""Pages without a browser: what is on them, and numbers and choices tried one after the other."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

import pytest
from pydantic.fields import FieldInfo
from streamlit.testing.v1 import AppTest

from calc import Result, Scenario, evaluate, load_rules
from calc.scenario.fields import Bounds
from ui.shell import examples
from ui.telling import numbers, words
from ui.telling.refusals import KEPT, KEPT_DAY

Open = Callable[..., AppTest]
EXAMPLES = examples.scenarios()
SOLO = EXAMPLES[examples.FIRST]
KIND = "work.session_kinds.0"
PARTS = {
    "clients": (None,),
    "time": ("Hours", "Weeks off"),
    "money": ("Lost sessions", "Card, billing"),
    "saving": (None,),
    "costs": (None,),
    "household": ("People", "Tax"),
    "loans": (None,),
    "support": (None,),
}
EACH_PART = [(group, part) for group, parts in PARTS.items() for part in parts]
BAR = re.compile(r"\*\* an hour · \*\*.*\*\* in 100 exhausted")
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
    asked = ("virtual.clients", "virtual.loans.federal.balance", "virtual.loans.private.balance")
    return [path for path, where in paths if path and where == place and path not in asked]


def refused(sentence: str) -> bool:
    """Whether a sentence is of a refusal: what was typed is kept, or a row was not added."""
    told = "has more rows than we model" in sentence or "Until then " in sentence
    return sentence.endswith((KEPT, KEPT_DAY)) or told


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
    said = words.escape(numbers.wage(abs(wage), currency))
    assert said in app.title[0].value or not math.isfinite(wage)
    assert ("costs you" in app.title[0].value) == (wage < 0.0)
    bar = [text.value for text in app.markdown if BAR.search(text.value)]
    assert len(bar) == 1
    assert words.escape(figures[0]) in bar[0]
    assert f"**{figures[3]}** in 100 exhausted" in bar[0]


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
            answer_if_asked(app, plan)
            assert warnings(app) == [], (path, value)
            assert field(app, path, place).value == pytest.approx(shown(value, unit))
            if not path.startswith("virtual"):
                assert plan_of(app).value_at(path) == pytest.approx(value)
        put_back(app, plan)
        app.run()


def answer_if_asked(app: AppTest, plan: Scenario) -> bool:
    """Says that a number is meant which the page asks about; until then it does not count."""
    asked = [button for button in app.button if (button.key or "").startswith("asked ")]
    if asked:
        assert len(set(warnings(app))) == 1
        assert plan_of(app) == plan
        asked[0].click().run()
        assert not app.exception
    return bool(asked)


def check_sentence(said: str, typed: float, bound: float) -> None:
    """Field, value, rule and remedy, and that the figure is kept."""
    digits = {float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*\.?\d*", said)}
    assert re.match(r"\*\*[^*]+\*\* is ", said), said
    assert {abs(typed), bound} <= digits, said
    assert ADVICE.search(said), said


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


def button(app: AppTest, label: str) -> Any:
    """The one button of this label."""
    found = [b for b in app.button if b.label == label]
    assert len(found) == 1, [b.label for b in app.button]
    return found[0]


def result_of(plan: Scenario, changes: Mapping[str, Any]) -> Result:
    """The engine's result of a changed plan."""
    changed = plan.with_values(changes) if changes else plan
    return evaluate(changed, load_rules(changed.tax_year))
