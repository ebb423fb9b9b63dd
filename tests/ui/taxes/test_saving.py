"""Premium credit, saving room and the next dollar on the page Taxes and saving."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.pages import EXAMPLES, SOLO, Open, plan_of
from ui.taxes import words
from ui.telling import cover_words, saving_words

PAGE = words.PAGE
COVER = "household.cover"
FEE = "work.session_kinds.0.fee_per_session"
PREMIUM = "work.health_premium_per_month"
STATED = {COVER: {"benchmark_per_month": 950.0}, PREMIUM: 880.0}
FOLDS = ("group next dollar", "saving steps")


def said(app: AppTest) -> list[str]:
    """Everything that is written on the page."""
    return [text.value for text in app.markdown]


def number(app: AppTest, label: str) -> Any:
    """A number field by the start of its label."""
    return next(field for field in app.number_input if field.label.startswith(label))


def opened(app: AppTest) -> AppTest:
    """The page with the folds of saving open."""
    for fold in FOLDS:
        app.session_state[fold] = True
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_plan_has_both_sections(open_app: Open, name: str) -> None:
    """Without cover it says what to enter; rooms, costs and the next dollar stand for everybody."""
    app = opened(open_app(PAGE, EXAMPLES[name]))
    assert not app.warning
    told = [info.value for info in app.info]
    assert cover_words.MISSING["not_stated"] in told
    labels = [one.label for one in app.expander]
    assert any("The next dollar" in label for label in labels)


@pytest.mark.parametrize(
    ("fee", "begins"),
    [
        (90.0, "The credit is **\\$"),
        (110.0, "There is no credit at an income of"),
    ],
)
def test_the_credit_is_told(open_app: Open, fee: float, begins: str) -> None:
    """What there is, what saving brings, and that it is not in the figures."""
    app = opened(open_app(PAGE, SOLO.with_values({**STATED, FEE: fee})))
    assert any(text.startswith(begins) for text in said(app))
    brings = any("would bring a premium credit of" in text for text in said(app))
    assert brings == (fee > 100.0)
    assert any(cover_words.OUTSIDE in text for text in said(app))
    saves = any(" saved in a solo 401(k) costs **" in text for text in said(app))
    assert saves == (fee == 110.0)


def test_another_way_of_saving_is_chosen(open_app: Open) -> None:
    """The curve and the sentence are then of a SEP."""
    app = open_app(PAGE, SOLO.with_values({**STATED, FEE: 110.0}))
    app.session_state["way saved"] = "sep"
    app.run()
    assert not app.exception
    assert any(" saved in a SEP costs **" in text for text in said(app))


def test_cover_is_stated_by_its_first_field_and_gone_with_its_last(open_app: Open) -> None:
    """Typing the benchmark states the cover, emptying it takes it out."""
    app = open_app(PAGE, SOLO)
    number(app, "Second-cheapest").set_value(950.0).run()
    stated = plan_of(app).household.cover
    assert stated is not None
    assert stated.benchmark_per_month == 950.0
    number(app, "People covered").set_value(2).run()
    assert getattr(plan_of(app).household.cover, "people_covered", 0) == 2
    assert any("your return has 1" in warning.value for warning in app.warning)
    number(app, "People covered").set_value(1).run()
    assert not app.warning
    number(app, "Second-cheapest").set_value(None).run()
    assert plan_of(app).household.cover is None


def test_a_missing_benchmark_is_told(open_app: Open) -> None:
    """An advance alone: what is missing, in the section and in the fold."""
    plan = SOLO.with_values({COVER: {"advance_per_month": 100.0}})
    app = opened(open_app(PAGE, plan))
    told = [warning.value for warning in app.warning]
    assert sum("without that benchmark no credit is known" in one for one in told) == 2
    assert not app.exception


def test_a_negative_benchmark_stays_in_its_field(open_app: Open) -> None:
    """It is refused with its rule, and the plan stays as it was."""
    app = open_app(PAGE, SOLO)
    number(app, "Second-cheapest").set_value(-5.0).run()
    assert any("The least that makes sense is" in warning.value for warning in app.warning)
    assert plan_of(app).household.cover is None


def test_outside_united_states_law(open_app: Open) -> None:
    """No room, no credit, a sentence each; the next dollar stands."""
    app = opened(open_app(PAGE, SOLO.with_values({**STATED, "household.tax": {"mode": "none"}})))
    told = [info.value for info in app.info]
    assert cover_words.MISSING["no_return"] in told
    assert any("Room for saving" in one for one in told)
    assert saving_words.CHOICE not in said(app)


def test_your_hour_says_the_credit_in_one_line(open_app: Open) -> None:
    """Only where there is one; a cover that is wrong is told on its own page."""
    line = "At this income the marketplace credit is"
    app = open_app("Your hour", SOLO.with_values({**STATED, FEE: 90.0}))
    assert sum(text.startswith(line) for text in said(app)) == 1
    for cover in (None, {"advance_per_month": 100.0}):
        app = open_app("Your hour", SOLO.with_values({FEE: 90.0, COVER: cover}))
        assert not app.exception
        assert not any(line in text for text in said(app))
