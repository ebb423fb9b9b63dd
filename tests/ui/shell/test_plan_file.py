"""Plan files: one that is right in every field is shown, any other is refused in a sentence."""

import time
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from calc import Scenario
from calc.errors import OtherChairError
from ui.shell import examples, plan_menu

Open = Callable[..., AppTest]
WORK = "[work]\nkind = 'own_practice'\n"
DEEP = 50_000

REFUSED: dict[str, tuple[bytes | str, str]] = {
    "empty": ("", "work"),
    "broken": ("title = [", "not valid TOML"),
    "broken on a line": ("title = 'a'\nfee 12\n" + WORK, "line 2"),
    "a key twice": (WORK + WORK, "not valid TOML"),
    "huge": ("# " + "x" * 250_000, "250,002 characters"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "not a text file"),
    "a zero byte": (b"title = 'a'\0\n", "not a text file"),
    "utf-16": ("title = 'a'".encode("utf-16"), "not a text file"),
    "deep lists": ("a = " + "[" * DEEP, "not valid TOML"),
    "deep tables": ("a = " + "{a=" * DEEP, "not valid TOML"),
    "beyond any number": (WORK + "health_premium_per_month = 1e400", "not a number"),
    "a number of many digits": (WORK + "health_premium_per_month = " + "9" * 4_000, "Other Chair"),
    "too many digits to read": (WORK + "health_premium_per_month = " + "9" * 5_000, "not valid"),
    "nan": (WORK + "health_premium_per_month = nan", "not a number"),
    "infinite": (WORK + "health_premium_per_month = -inf", "not a number"),
    "negative": (WORK + "health_premium_per_month = -1", "least"),
    "a number in quotes": (WORK + "health_premium_per_month = '12'", "must be a number"),
    "a date for a number": (WORK + "health_premium_per_month = 2026-01-01", "must be a number"),
    "a yes for a number": (WORK + "health_premium_per_month = true", "must be a number"),
    "unknown field": (WORK + "wage_per_day = 3", "line 3 has a field we do not know"),
    "prototype": ("__proto__ = 1\n" + WORK, "a field we do not know"),
    "class": ("__class__ = {__init__ = 1}\n" + WORK, "a field we do not know"),
    "a method for a field": ("model_fields_set = []\n" + WORK, "a field we do not know"),
    "a title that is markup": ("title = '" + "<b>" * 40 + "'\n" + WORK, "longer than 80"),
    "old format": ("format = 0\n" + WORK, "never in use"),
    "future format": ("format = 2\n" + WORK, "newer"),
    "format in words": ("format = 'one'\n" + WORK, "not a number"),
    "format of yes": ("format = true\n" + WORK, "not a number"),
    "unknown year": ("tax_year = 2031\n" + WORK, "2025, 2026 and 2027"),
    "absurd year": ("tax_year = 99999\n" + WORK, "tax"),
    "unknown state": (WORK + "[household]\nstate = 'ZZ'", "ZZ"),
    "unknown work": ("[work]\nkind = 'astronaut'", "astronaut"),
    "filed apart": (WORK + "[household]\nfiling_status = 'separate'", "not computed"),
    "a spouse without a joint return": (
        WORK + "[household]\nspouse_profit_per_year = 40_000",
        "line 4: **household.spouse_profit_per_year** is 40,000, and counts on a joint return",
    ),
    "a city of another state": (
        WORK + "[household]\nstate = 'TX'\ncity = 'columbus'",
        "line 5: **household.city** is “Columbus”, which is not in “Texas”.",
    ),
    "more dependants than a family": (
        WORK + "[household]\nchildren_under_17 = 9\nolder_children = 6\nother_dependents = 6",
        "line 6: Children and other dependants are 21 in all; we model 20 at most.",
    ),
    "more children than a family": (
        WORK + "[household]\nchildren_under_17 = 11",
        "line 4: **household.children_under_17** is 11. The most we model is 10.",
    ),
    "more clients elsewhere than all": (
        WORK + "clients_in_other_states_share = 1.5",
        "line 3: **work.clients_in_other_states_share** is 1.50. The most we model is 1,",
    ),
    "more lost than booked": (
        WORK + "[[work.session_kinds]]\npayer = 'private'\nlate_cancelled_share = 0.7\n"
        "missed_share = 0.7",
        "together",
    ),
    "more weeks than a year": (
        WORK + "[work.time]\nholiday_weeks = 50\nsickness_weeks = 20",
        "most we model is 52",
    ),
    "too many kinds": (WORK + "[[work.session_kinds]]\npayer='private'\n" * 21, "more rows"),
    "too many costs": (WORK + "[[costs]]\n" * 61, "more rows"),
    "a table for a number": (WORK + "health_premium_per_month = {a = 1}", "must be a number"),
    "a number for a table": ("household = 3\n" + WORK, "household"),
    "a long key": ("x" * 100_000 + " = 1\n" + WORK, "a field we do not know"),
}


def give(app: AppTest, data: bytes | str, name: str = "plan.toml") -> AppTest:
    """A file put into the dialog, which stays open."""
    raw = data.encode() if isinstance(data, str) else data
    app.menu_button(key="plan menu").click(plan_menu.OPEN).run()
    app.menu_button(key="plan menu").click(plan_menu.OPEN)
    app.file_uploader(key="plan file").set_value((name, raw, "application/toml")).run()
    return app


@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_file_is_refused(open_app: Open, data: bytes | str, told: str) -> None:
    """One short sentence says what is wrong; nothing is changed, and there is no trace."""
    shared = open_app()
    before = {name: shared.session_state[name] for name in ("plan", "baseline", "own", "version")}
    give(shared, data)
    assert not shared.exception
    assert len(shared.error) == 1
    said = shared.error[0].value
    assert said.startswith("This file is not a plan of Other Chair: ")
    assert said.endswith(" Nothing was changed.")
    assert told in said.replace("\\", "")
    assert len(said) < 400
    assert not any(word in said for word in ("Traceback", "pydantic", "tomllib", "Error", "None"))
    assert "\n" not in said
    after = {name: shared.session_state[name] for name in before}
    assert after == before


@pytest.mark.parametrize("name", ["letter.pdf", "roster.csv"])
def test_a_file_of_another_kind_is_told_in_our_words(open_app: Open, name: str) -> None:
    """It is named, with what can be opened here; a plan under another name opens all the same."""
    app = give(open_app(), b"%PDF-1.4 a,b", name)
    (said,) = (found.value for found in app.error)
    assert said.startswith(f"“{name}” is no file of Other Chair.")
    assert said.endswith("Nothing was changed.")
    example = examples.scenarios()[examples.FIRST]
    saved = example.with_values({"title": "Mine"}).to_toml()
    opened = give(open_app(), saved, "plan.toml.txt")
    assert not opened.error
    assert opened.session_state["plan"].title == "Mine"


def test_a_key_of_many_parts_does_not_hold_up_the_app() -> None:
    """Reading such a key takes its length squared: it is refused before it stops everybody."""
    began = time.perf_counter()
    with pytest.raises(OtherChairError):
        Scenario.from_toml(".".join("a" * 10_000) + " = 1")
    assert time.perf_counter() - began < 1.0


WRONG_REMEDY = {
    "currency in small letters": "currency = 'usd'\n" + WORK,
    "a number for a title": "title = 3\n" + WORK,
    "an age with a point": WORK + "[household]\nage = 40.5",
    "a number for a yes": WORK + "[[costs]]\nbusiness = 3",
}


@pytest.mark.parametrize("text", WRONG_REMEDY.values(), ids=WRONG_REMEDY)
def test_the_remedy_fits(open_app: Open, text: str) -> None:
    """Nobody is told to take quotes away from a value that has none, or that needs them."""
    said = give(open_app(), text).error[0].value
    assert "without quotes" not in said
    assert "another type" not in said


def test_a_year_has_no_thousands_mark(open_app: Open) -> None:
    """A year that is refused is written as a year."""
    said = give(open_app(), "tax_year = 2300\n" + WORK).error[0].value
    assert "2300" in said
    assert "2,300" not in said


def test_a_refusal_is_not_said_again(open_app: Open) -> None:
    """The sentence about one file is gone when the dialog is opened again."""
    app = give(open_app("Your hour"), "title = [")
    app.menu_button(key="plan menu").click(plan_menu.OPEN).run()
    assert not app.error


@pytest.mark.parametrize("name", examples.scenarios())
def test_a_saved_plan_opens_as_it_was(open_app: Open, name: str) -> None:
    """Saving writes what was set; opening shows an equal plan, own from now on."""
    plan = examples.scenarios()[name]
    app = give(open_app("Start"), plan.to_toml(), f"{name}.toml")
    assert not app.exception
    assert not app.error
    opened = app.session_state["plan"]
    assert opened == plan
    assert opened.to_toml() == plan.to_toml()
    assert app.session_state["baseline"] is None
    assert app.session_state["own"] is True


def test_what_was_typed_is_in_the_file(open_app: Open) -> None:
    """A changed, saved and reopened plan is the changed plan, compared with nothing."""
    app = open_app("Your hour")
    app.number_input[0].set_value(163.0).run()
    typed = app.session_state["plan"]
    other = give(open_app("Your hour"), typed.to_toml())
    assert other.session_state["plan"] == typed
    other.run()
    assert other.number_input[0].value == 163.0
    assert not other.metric[0].delta


def test_a_byte_order_mark_is_no_fault(open_app: Open) -> None:
    """Editors that write a mark before the text, and lines that end in two signs, do no harm."""
    text = "\ufeff" + examples.scenarios()[examples.FIRST].to_toml().replace("\n", "\r\n")
    app = give(open_app("Start"), text)
    assert not app.error
    assert app.session_state["plan"] == examples.scenarios()[examples.FIRST]


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "C:\\x", "a/b", "", "...", "=1+1", "é" * 80, "con\u202enoc"]
)
def test_a_title_is_never_a_path(title: str) -> None:
    """Whatever a plan is called, its file name is letters, digits and dashes."""
    name = plan_menu.file_name(title)
    assert name
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) <= 60


def test_a_file_of_refused_values_leaves_what_was_typed(open_app: Open) -> None:
    """A refused file does not take away a refused value that stands in its field."""
    app = open_app("Your hour")
    app.number_input[0].set_value(-5.0).run()
    give(app, "title = [")
    app.run()
    assert app.number_input[0].value == -5.0
    assert len(app.warning) == 1


def test_an_opened_file_starts_clean(open_app: Open) -> None:
    """Values refused in the plan before are gone with it."""
    app = open_app("Your hour")
    app.number_input[0].set_value(-5.0).run()
    give(app, Scenario.parse({"work": {"kind": "own_practice"}}).to_toml())
    app.run()
    assert not app.warning
    assert app.number_input[0].value == 145.0
