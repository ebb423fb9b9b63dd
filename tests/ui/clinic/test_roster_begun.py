"""A roster begun from nothing: what a click lays, what is said before any sessions, and where."""

from types import SimpleNamespace
from typing import Any

import pytest

from calc.scenario.clinic import Clinic
from calc.staffing import cash_timeline, evaluate_clinic
from calc.staffing import plans as clinic_plans
from calc.staffing.roster_posts import cells_of, new_post, with_cells
from tests.ui.clinic.clinics import PLANS, Open, opened, texts
from ui.clinic import answer_words, begun, roster
from ui.clinic import words as clinic_words

BLANK = clinic_plans.blank()
EMPTY = BLANK.plans[0]
NEW = new_post(EMPTY)


def a_clinic(**booked: float) -> Clinic:
    """The empty clinic with a post for each of these labels, of so many sessions a week."""
    rows = ({"label": label, "booked": sessions} for label, sessions in booked.items())
    return EMPTY.with_values({"posts": tuple(with_cells(NEW, row, EMPTY) for row in rows)})


def laid() -> dict[str, Any]:
    """The cells of a row that a click lays: what a new post has in it, as the table writes it."""
    config = roster._config(cells_of(NEW))
    return {name: column["default"] for name, column in config.items() if column.get("default")}


def taken(*added: dict[str, Any], was: Clinic = EMPTY) -> roster.Typed:
    """The table of an empty clinic after rows were added that change no post of it."""
    typed = roster.Typed("roster", base=[], rows=[], good={}, ids=[], faults=[])
    view: Any = SimpleNamespace(clinic=was, shown=0)
    edits = {"edited_rows": {}, "added_rows": list(added), "deleted_rows": []}
    roster._take(view, typed, edits)
    return typed


def test_a_click_lays_no_post() -> None:
    """A row in which nothing was typed is no post, whatever its cells begin with."""
    assert len(laid()) > 5
    assert taken(laid(), {}, laid()) == taken()
    view: Any = SimpleNamespace(clinic=EMPTY)
    for name, value in (("label", "Ana"), ("booked", 20.0), ("kind", "contractor")):
        assert roster._is_typed({**roster._cells(laid(), {}), name: value}, view)


@pytest.mark.parametrize(
    ("clinic", "heading", "below"),
    [
        (EMPTY, begun.NOBODY, begun.NOBODY_LINE),
        (a_clinic(Ana=0.0, Ben=0.0), begun.NO_SESSIONS, begun.NO_SESSIONS_LINE),
    ],
)
def test_nothing_is_judged_before_sessions(
    open_app: Open, clinic: Clinic, heading: str, below: str
) -> None:
    """No wage, load, loss, cash or leave of a clinic without sessions; its roster stands first."""
    app = opened(open_app, clinic_plans.plans_of(clinic), "roster", "files", shown=0)
    said = texts(app)
    assert app.title[0].value == heading
    assert below in said
    for claim in (
        "loses",
        "margin",
        "lasts",
        "lowest",
        "of 5 a year",
        "leave entered",
        "exhausted,",
    ):
        assert claim not in said, claim
    assert not app.metric
    order = [item.label.split("*")[2] for item in app.expander]
    assert order[:2] == ["Edit the roster", "Import and export"]


def test_the_roster_stays_first_while_it_is_typed(open_app: Open) -> None:
    """The first sessions bring figures below the table; another clinic has figures first."""
    app = opened(open_app, clinic_plans.plans_of(a_clinic(Ana=0.0)), "roster", shown=0)
    app.session_state["clinic"] = clinic_plans.plans_of(a_clinic(Ana=20.0))
    app.run()
    assert not app.exception
    assert "the lowest wage is" in app.title[0].value
    assert app.expander[0].label.startswith("**Edit the roster**")
    app.session_state["clinic version"] += 1
    app.run()
    assert not app.expander[0].label.startswith("**Edit the roster**")


def test_posts_without_sessions_are_told() -> None:
    """Beside others that have some, by name and up to three; their pay is in every figure."""
    told = [
        clinic_words.premise(evaluate_clinic(one))
        for one in (
            a_clinic(Ana=20.0, Ben=0.0),
            a_clinic(Ana=20.0, Ben=0.0, Cyd=0.0),
            a_clinic(Ana=20.0, Ben=0.0, Cyd=0.0, Dee=0.0, Eve=0.0),
            a_clinic(Ana=20.0),
            a_clinic(Ana=0.0),
        )
    ]
    assert "Ben has no sessions yet, and its pay counts." in told[0]
    assert "Ben and Cyd have no sessions yet, and their pay counts." in told[1]
    assert "4 posts have no sessions yet" in told[2]
    assert "no sessions" not in told[3]
    assert told[4] == ""


def test_cash_of_a_clinic_without_a_balance() -> None:
    """It is told what it begins with and what was not entered, and not how long nothing lasts."""
    result = evaluate_clinic(a_clinic(Ana=20.0))
    said = answer_words.cash(cash_timeline(result), result).replace("\\", "")
    assert said.startswith(
        "From $0 in the bank, with no owner's draw and no shared costs entered, the lowest is **"
    )
    assert not {"lasts", "gone"} & set(said.split())
    result = evaluate_clinic(PLANS.plans[0])
    assert "the cash lasts" in answer_words.cash(cash_timeline(result), result)


def test_the_plans_cash_is_said_to_be_that_of_nobody_leaving() -> None:
    """Where somebody may leave, and not where nobody does: with a balance and without."""
    for plan in (PLANS.plans[0], a_clinic(Ana=20.0)):
        told = [
            answer_words.cash(cash_timeline(result), result)
            for result in map(
                evaluate_clinic, (plan, plan.with_values({"turnover.leaving_rate": 0.0}))
            )
        ]
        assert "if nobody leaves" in told[0].casefold()
        assert "nobody leaves" not in told[1]


def test_leave_is_spoken_of_where_it_is_entered() -> None:
    """Not of a clinic in which nobody is on leave."""
    assert begun.line(evaluate_clinic(a_clinic(Ana=20.0))) == begun.ALL_THERE
    away = a_clinic(Ana=20.0).with_values({"posts.0.unpaid_leave_weeks": 4.0})
    assert begun.line(evaluate_clinic(away)) == begun.BUT_LEAVE
