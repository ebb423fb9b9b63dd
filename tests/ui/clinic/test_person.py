"""A person added without the table: what is asked, what is told, and what the plans then have."""

import pytest
from streamlit.testing.v1 import AppTest

from calc.scenario.clinic import Plans
from calc.scenario.posts import Post
from calc.staffing import plans as clinic_plans
from calc.staffing.plans import LETTERS
from calc.staffing.roster_posts import new_post, with_cells
from tests.ui.clinic.clinics import PLANS, Open, opened, texts
from ui.clinic import person
from ui.clinic.roster import STORE
from ui.telling.words import joined

EMPTY = clinic_plans.blank()


def form(open_app: Open, plans: Plans | None, shown: int = 0) -> AppTest:
    """The page with the form open."""
    app = opened(open_app, plans, shown=shown)
    return pressed(app, "clinic add a person")


def pressed(app: AppTest, key: str) -> AppTest:
    """The page after a button."""
    next(button for button in app.button if button.key == key).click().run()
    assert not app.exception
    return app


def field(app: AppTest, label: str) -> object:
    """A field of the form, by its label; it stands last on the page."""
    found = [*app.text_input, *app.selectbox, *app.number_input]
    return [one for one in found if one.label.replace("\\", "") == label][-1]


def typed(app: AppTest, **values: object) -> AppTest:
    """The form with values typed, one after another, by label with _ for a space."""
    for name, value in values.items():
        label = {"Pay_a_year": "Pay a year ($)", "Full_time": "Full-time share (%)"}.get(name)
        field(app, label or name.replace("_", " ")).set_value(value).run()  # type: ignore[attr-defined]
        assert not app.exception
    return app


def posts_of(app: AppTest, place: int = 0) -> tuple[Post, ...]:
    """The posts of a plan."""
    plans: Plans = app.session_state["clinic"]
    return plans.plans[place].posts


def test_the_first_person_of_an_empty_clinic(open_app: Open) -> None:
    """Named, 20 sessions, 58,000 a year: one post, and figures at once."""
    app = form(open_app, EMPTY)
    typed(app, Label="Ana", Pay_a_year=58_000.0, Sessions_a_week=20.0)
    pressed(app, "clinic person add")
    (post,) = posts_of(app)
    row = {"label": "Ana", "pay": 58_000.0, "booked": 20.0}
    assert post == with_cells(new_post(EMPTY.plans[0]), row, EMPTY.plans[0])
    assert "Ana is on the roster." in texts(app)
    assert app.title[0].value.startswith("Plan A")


def test_what_is_empty_is_asked_for(open_app: Open) -> None:
    """No pay and no sessions are made up: nobody is added, and both fields are named.

    A field may hold what is no number, such as 1e9; so none is called empty.
    """
    app = pressed(form(open_app, EMPTY), "clinic person add")
    assert posts_of(app) == ()
    said = texts(app)
    assert "**Pay** has no number yet." in said
    assert "**Sessions a week** has no number yet." in said
    assert "is empty" not in said


def test_a_share_of_nothing_is_refused(open_app: Open) -> None:
    """A post of no share would take its sessions and pay out of every sum, without a word."""
    app = form(open_app, EMPTY)
    typed(app, Label="Ana", Pay_a_year=60_000.0, Sessions_a_week=20.0, Full_time=0.0)
    pressed(app, "clinic person add")
    assert posts_of(app) == ()
    assert "**Full-time share** is 0 %, and a share of 0 is nobody" in texts(app)
    assert field(app, "Sessions a week").value == 20.0  # type: ignore[attr-defined]
    typed(app, Full_time=50.0)
    pressed(app, "clinic person add")
    assert posts_of(app)[0].full_time_share == 0.5


def test_what_breaks_a_rule_is_named_by_its_field(open_app: Open) -> None:
    """A label that is taken: nothing is added, and what was typed stays in the form."""
    app = form(open_app, None)
    typed(app, Label="Post 1", Pay_a_year=58_000.0, Sessions_a_week=20.0)
    pressed(app, "clinic person add")
    assert len(posts_of(app)) == len(PLANS.plans[0].posts)
    assert "**Label**: “Post 1” stands in row 2 already" in texts(app)
    assert field(app, "Label").value == "Post 1"  # type: ignore[attr-defined]


def test_an_owner_is_asked_for_no_pay_and_a_contractor_for_two_forms(open_app: Open) -> None:
    """Fields follow the arrangement, and the form of pay names what is typed."""
    app = form(open_app, EMPTY)
    typed(app, Arrangement="contractor")
    assert field(app, "Pay form").options == ["Per session", "Split"]  # type: ignore[attr-defined]
    typed(app, Pay_form="split")
    assert field(app, "Share of collections (%)") is not None
    typed(app, Arrangement="own_practice", Sessions_a_week=12.0)
    assert person.OWNER in texts(app)
    assert not [one for one in app.selectbox if one.label == "Pay form"]
    pressed(app, "clinic person add")
    assert posts_of(app)[0].owner


def test_part_time_is_told_at_full_time(open_app: Open) -> None:
    """18 sessions and 48,000 at 80 %: said as 22.5 and 60,000 before they are added."""
    app = form(open_app, EMPTY)
    assert "holds it for full time" not in texts(app)
    typed(app, Pay_a_year=48_000.0, Sessions_a_week=18.0, Full_time=80.0)
    assert "holds it for full time: 22.5 sessions a week and $60,000 a year." in texts(app)


def test_who_is_added_goes_along_into_the_other_plans(open_app: Open) -> None:
    """From plan B as well: the person is in A, and in plans that are lists of changes of A."""
    app = form(open_app, None, shown=1)
    typed(app, Label="Ana", Pay_a_year=58_000.0, Sessions_a_week=20.0)
    pressed(app, "clinic person add")
    assert [post.label for post in posts_of(app)][-1] == "Ana"
    assert [post.label for post in posts_of(app, 1)][-1] == "Ana"


def test_which_plans_somebody_goes_into_is_said(open_app: Open) -> None:
    """Before and after, where there are several; of one plan only that it is on the roster."""
    app = form(open_app, None, shown=1)
    every = joined(list(LETTERS[: len(PLANS.plans)]))
    assert f"This person goes into plans {every} alike." in texts(app)
    typed(app, Label="Ana", Pay_a_year=58_000.0, Sessions_a_week=20.0)
    pressed(app, "clinic person add")
    assert f"Ana is on the roster of plans {every}." in texts(app)
    assert "This person goes into" not in texts(form(open_app, EMPTY))


def test_what_was_typed_stays_when_the_form_is_closed(open_app: Open) -> None:
    """Closed without adding, and opened again: choices and figures stand there as they were."""
    app = form(open_app, EMPTY)
    typed(app, Label="Ana", Pay_form="hourly", Sessions_a_week=20.0, Full_time=80.0)
    del app.session_state[person.OPEN]  # as Escape does
    app.run()
    assert not [one for one in app.text_input if one.label == "Label"]
    app.run()
    pressed(app, "clinic add a person")
    held = {
        label: field(app, label).value  # type: ignore[attr-defined]
        for label in ("Label", "Pay form", "Sessions a week", "Full-time share (%)")
    }
    assert list(held.values()) == ["Ana", "hourly", 20.0, 80.0]


def test_the_form_begins_anew(open_app: Open) -> None:
    """Opened again, nothing of the person before stands in it."""
    app = form(open_app, EMPTY)
    typed(app, Label="Ana", Pay_a_year=58_000.0, Sessions_a_week=20.0)
    pressed(app, "clinic person add")
    pressed(app, "clinic add a person")
    assert field(app, "Label").value == ""  # type: ignore[attr-defined]
    assert field(app, "Sessions a week").value is None  # type: ignore[attr-defined]


def test_a_full_roster_takes_nobody(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """The button is there, and says why it does nothing."""
    monkeypatch.setattr(person, "MOST_POSTS", len(PLANS.plans[1].posts))
    app = opened(open_app)
    button = next(one for one in app.button if one.key == "clinic add a person")
    assert button.disabled
    assert button.help == person.FULL


@pytest.mark.parametrize("mixed", [True, False])
def test_what_is_not_asked_is_told(mixed: bool) -> None:
    """Whose sessions they are, and the hours and holiday of a new row."""
    plan = PLANS.plans[0] if mixed else EMPTY.plans[0].with_values({"payer_mix": ()})
    said = " ".join(person.told(plan, {"kind": "employee", "share": 100.0}))
    assert ("the clinic's payers" in said) == mixed
    assert ("clients who pay themselves" in said) != mixed
    assert "3 hours of administration a week, 5 weeks of holiday" in said


def test_a_faulty_cell_is_named_by_row_and_label(open_app: Open) -> None:
    """Rows of the table have no number to be seen: the refusal has the label too."""
    app = opened(open_app, None, "roster", shown=0)
    store = app.session_state[STORE]
    key = f"{store.key} {store.drawn}"
    app.session_state[key] = {
        "edited_rows": {"2": {"booked": "many"}},
        "added_rows": [],
        "deleted_rows": [],
    }
    app.run()
    label = PLANS.plans[0].labels[2]
    assert f"**Row 3 ({label}), Sessions a week** is “many”" in texts(app)


def test_what_a_new_row_costs_beside_pay_is_told() -> None:
    """Benefits of an employee and weeks that are lost count in the post, so the form says them."""
    post = new_post(EMPTY.plans[0])
    assert post.benefits_cost_share == 0.15
    assert post.work.time.sickness_weeks == 1.0
    said, freelance = (
        " ".join(person.told(EMPTY.plans[0], {"kind": kind, "paid": "hourly", "share": 100.0}))
        for kind in ("employee", "contractor")
    )
    assert "1 week of illness, benefits that cost 15\xa0% of pay, there from the start" in said
    assert "benefits" not in freelance
    assert person.OF_PART not in said


def test_a_part_is_asked_as_it_is_worked() -> None:
    """From the share on, before any number is typed, it is said that figures are of that part."""
    part = {"kind": "employee", "paid": "salary", "share": 80.0}
    assert person.OF_PART in person.told(EMPTY.plans[0], part)
    said = " ".join(person.told(EMPTY.plans[0], {**part, "booked": 20.0, "pay": 60_000.0}))
    assert f"{person.OF_PART} The roster holds it for full time: 25 sessions a week and" in said
