"""The choice of fees on Set a rate: what moves, said and kept."""

import math

from calc import evaluate
from calc.scenario.sessions import fees_that_move
from tests.ui.rate.targets import PAGE, RULES, SOLO, Open, enter, texts, use, widget
from ui.rate import words as rate_words
from ui.shell import examples

MIXED = examples.scenarios()["insurance_with_sliding_scale"]
KINDS = "work.session_kinds"
PLACES = {kind.label: place for place, kind in enumerate(MIXED.work.session_kinds)}


def test_a_switch_for_each_fee(open_app: Open) -> None:
    """The panel is switched on, moves from then on, and the page says what stays."""
    app = open_app(PAGE, MIXED)
    app.session_state["group rate fees"] = True
    app.run()
    panel = PLACES["Panel, 50 minutes"]
    assert "Insurer fees and reduced places stay as they are: Panel, 50 minutes" in texts(app)
    widget(app.toggle, f"{panel}.fee_moves").set_value(True).run()
    assert not app.exception
    plan = app.session_state["plan"]
    assert plan.work.session_kinds[panel].fee_moves == "moves"
    assert panel in fees_that_move(plan.work.session_kinds)
    assert "As you chose, a change leaves Panel, intake and Sliding scale as now." in texts(app)
    widget(app.toggle, f"{panel}.fee_moves").set_value(False).run()
    assert app.session_state["plan"].work.session_kinds[panel].fee_moves == "usual"


def test_using_the_fee_raises_private_fees_alone(open_app: Open) -> None:
    """What is written is what was shown: a whole private fee; panel and reduced places stay."""
    app = open_app(PAGE, MIXED)
    before = [float(kind.fee_per_session) for kind in MIXED.work.session_kinds]
    month = float(evaluate(MIXED, RULES).take_home.amount) / 12
    enter(app, "take_home", math.ceil(month) + 300.0)
    shown = app.metric[0].value.removeprefix("\\$")
    use(app)
    assert not app.exception
    after = [float(kind.fee_per_session) for kind in app.session_state["plan"].work.session_kinds]
    moved = fees_that_move(MIXED.work.session_kinds)
    assert f"{after[moved[0]]:.0f}" == shown
    for place, (now, then) in enumerate(zip(before, after, strict=True)):
        assert (then > now, then) == ((True, round(then)) if place in moved else (False, now))


def test_where_every_fee_stays(open_app: Open) -> None:
    """The page says so and finds something else; the switches stay to turn one on again."""
    stays = {f"{KINDS}.{place}.fee_moves": "stays" for place in PLACES.values()}
    app = open_app(PAGE, MIXED.with_values(stays))
    app.session_state["group rate fees"] = True
    app.run()
    assert not app.exception
    assert "There is no fee to set: you chose that every fee stays." in texts(app)
    assert len([item for item in app.toggle if item.key.endswith("fee_moves")]) == 5


def test_one_fee_is_no_choice(open_app: Open) -> None:
    """Nothing to choose from: no switch."""
    app = open_app(PAGE, SOLO)
    app.session_state["group rate fees"] = True
    app.run()
    assert not [item for item in app.toggle if item.key.endswith("fee_moves")]


def test_what_is_said_of_fees_that_stay() -> None:
    """Only insurers: it is theirs to agree; by choice: named as chosen; none: nothing."""
    insurers = [kind for kind in MIXED.work.session_kinds if kind.payer == "insurer"]
    plan = MIXED.with_values({KINDS: tuple(insurers)})
    only = "Only insurers pay here, so this is the allowed fee to agree with them."
    assert rate_words.fees_that_stay(plan) == only
    one = plan.with_values({f"{KINDS}.1.fee_moves": "stays"})
    assert rate_words.fees_that_stay(one) == (
        f"{only} As you chose, a change leaves Panel, intake as now."
    )
    assert rate_words.fees_that_stay(SOLO) == ""
    assert rate_words.fees_moved(SOLO) == "**Fees that move** · Individual"
    none = SOLO.with_values({f"{KINDS}.0.fee_moves": "stays"})
    assert rate_words.fees_moved(none) == "**Fees that move** · none"
