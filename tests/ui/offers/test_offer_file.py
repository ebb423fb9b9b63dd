"""Files of job offers: saved, opened from either page, and refused in a sentence."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from calc.scenario import Offers
from ui.shell import documents, examples, plan_menu

Open = Callable[..., AppTest]
LETTERS = examples.offers()[examples.FIRST_OFFERS]
PLAN = examples.scenarios()["graduate_with_loans"]
OFFERS_PAGE = "ui/offers/page.py"
CHANGED = LETTERS.with_values({"title": "Mine", "offers.0.work.pay.salary_per_year": 61_000.0})


def give(app: AppTest, data: bytes | str) -> AppTest:
    """A file put into the dialog of the menu."""
    raw = data.encode() if isinstance(data, str) else data
    app.menu_button(key="plan menu").click(plan_menu.OPEN).run()
    app.menu_button(key="plan menu").click(plan_menu.OPEN)
    app.file_uploader(key="plan file").set_value(("some.toml", raw, "application/toml")).run()
    return app


@pytest.fixture
def on_offers(open_app: Open) -> AppTest:
    """The page Job offers."""
    return open_app().switch_page(OFFERS_PAGE).run()


def test_offers_open_on_their_page(on_offers: AppTest) -> None:
    """A saved file shows equal offers, own from now on, and writes the same text again."""
    app = give(on_offers, CHANGED.to_toml())
    assert not app.exception
    assert not app.error
    assert app.session_state["offers"] == CHANGED
    assert app.session_state["offers"].to_toml() == CHANGED.to_toml()
    assert app.session_state["offers own"] is True


def test_offers_open_from_another_page(open_app: Open) -> None:
    """The menu of a plan takes offers too: they go to their own place, the plan stays."""
    app = open_app("Your hour")
    plan = app.session_state["plan"]
    app = give(app, CHANGED.to_toml())
    assert not app.exception
    assert not app.error
    assert app.session_state["offers"] == CHANGED
    assert app.session_state["plan"] is plan


def test_a_plan_opens_from_the_offers(on_offers: AppTest) -> None:
    """The menu of the offers takes a plan too; the offers stay."""
    before = on_offers.session_state["offers"]
    app = give(on_offers, PLAN.to_toml())
    assert not app.exception
    assert not app.error
    assert app.session_state["plan"] == PLAN
    assert app.session_state["offers"] is before


HEAD = 'document = "offers"\n'
REFUSED = {
    "another kind": (
        'document = "recipe"\n',
        "“recipe”, and we read plans, job offers and clinics",
    ),
    "an offer with a word too many": (HEAD + "[[offers]]\nbonus = 3\n", "line 3 has a field"),
    "no document named, yet offers": ("[[offers]]\nbonus = 3\n", "not a file of job offers"),
    "six offers": (HEAD + "[[offers]]\n" * 6, "more rows than we model"),
    "a split above all": (
        HEAD + "[[offers]]\n[offers.work]\nkind = 'contractor'\n[offers.work.pay]\n"
        "kind = 'split'\nshare = 1.2\n",
        "The most we model is 1.",
    ),
    "a goal we do not know": (HEAD + "goal = 'fame'\n", "fame"),
    "another year": (HEAD + "tax_year = 2031\n", "2025, 2026 and 2027"),
    "a state we do not know": (HEAD + "[[offers]]\nstate = 'ZZ'\n", "ZZ"),
    "broken": (HEAD + "[[offers\n", "not valid TOML"),
}


@pytest.mark.parametrize(("text", "told"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_file_is_refused(on_offers: AppTest, text: str, told: str) -> None:
    """One sentence says what is wrong with it; nothing is changed."""
    names = ("offers", "offers own", "offers version", "plan", "version")
    before = {name: on_offers.session_state[name] for name in names}
    app = give(on_offers, text)
    assert not app.exception
    (error,) = app.error
    said = error.value.replace("\\", "").replace("\u00a0", " ")
    assert told in said
    assert said.endswith("Nothing was changed.")
    assert {name: app.session_state[name] for name in names} == before


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a = " + b"[" * 50_000, b"document = 3"])
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    """Whatever is uploaded, opening it never fails."""
    assert documents.opened(data).endswith("Nothing was changed.")


def test_an_opened_file_forgets_what_was_refused(on_offers: AppTest) -> None:
    """Values refused in the offers before are gone with them."""
    on_offers.session_state["group offer 2"] = True
    app = on_offers.run()
    share = next(w for w in app.number_input if w.key.endswith("offers.2.work.pay.share"))
    app = share.set_value(130.0).run()
    assert len(app.warning) == 1
    app = give(app, CHANGED.to_toml()).run()
    assert not app.warning


def test_examples_are_offered_by_the_menu(on_offers: AppTest) -> None:
    """Start from an example shows the shipped letters on this page."""
    app = on_offers
    app.session_state["offers"] = Offers()
    app.menu_button(key="plan menu").click(plan_menu.EXAMPLE).run()
    app.menu_button(key="plan menu").click(plan_menu.EXAMPLE)
    app.button(key=f"example {examples.FIRST_OFFERS}").click().run()
    assert app.session_state["offers"] == LETTERS
