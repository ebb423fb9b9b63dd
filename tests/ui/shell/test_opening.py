"""A file opened is told, with its day; a file saved has a name and words of the reader's own."""

import datetime
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.pages import KIND, field, plan_of
from tests.ui.shell.test_plan_file import give
from ui.shell import examples, opening, plan_menu

Open = Callable[..., AppTest]
DAY = datetime.date(2026, 11, 29)
SOLO = examples.scenarios()[examples.FIRST]
MINE = SOLO.with_values(
    {"title": "Mine *and* yours", "work.session_kinds.0.fee_per_session": 171.0}
)
SAVED = opening.with_day(MINE.to_toml(), DAY)


def test_a_file_opened_from_start_opens_its_page_and_is_told(open_app: Open) -> None:
    """Your hour with the file's figures, its name and day, once; Start shows it too afterwards."""
    app = give(open_app("Start"), SAVED)
    assert app.title[0].value.startswith("A \\$171 session")
    assert [info.value for info in app.info][:1] == [
        "Opened “Mine \\*and\\* yours”, saved on 29 November 2026."
    ]
    app.run()
    assert not [info for info in app.info if info.value.startswith("Opened")]
    app.switch_page("ui/start/page.py").run()
    assert next(header.value for header in app.header) == "Your practice"
    assert "A \\$171 session" in app.markdown[1].value
    assert [button.label for button in app.button if button.label == "Go on with it"]


def test_a_file_without_a_day_is_told_without_one() -> None:
    """A day is not invented, whatever stands where it would be."""
    assert opening.opened(MINE, MINE.to_toml().encode()).endswith("yours”.")
    for day in ("2026-13-40", "soon"):
        text = MINE.to_toml().replace("\n", f"\n{opening.SAVED_ON}{day}\n", 1)
        assert opening.opened(MINE, text.encode()).endswith("yours”.")


def test_what_was_changed_is_not_called_as_the_example() -> None:
    """An example's name and words go once its figures are replaced; those of one's own stay."""
    fee = {"work.session_kinds.0.fee_per_session": 171.0}
    changed = SOLO.with_values(fee)
    assert opening.named("plan", SOLO, DAY) == {}
    assert opening.named("plan", changed, DAY) == {
        "title": "My practice, 29 November 2026",
        "description": "",
    }
    own = changed.with_values({"title": "Mine", "description": "Rent went up."})
    assert opening.named("plan", own, DAY) == {}
    letters = examples.offers()[examples.FIRST_OFFERS]
    offers = letters.with_values({"offers.0.label": "Another"})
    assert opening.named("offers", offers, DAY)["title"] == "My offers, 29 November 2026"


def test_saving_a_changed_example_names_it(open_app: Open) -> None:
    """The field of the name holds it when saving is asked for, and the old words are gone."""
    app = open_app("Your hour")
    app.number_input[0].set_value(171.0).run()
    app.menu_button(key="plan menu").click("Save to a file").run()
    plan = app.session_state["plan"]
    assert plan.title.startswith("My practice, ")
    assert plan.description == ""


def shown(app: AppTest) -> str:
    """What stands on the page in words."""
    return "\n".join(each.value for each in (*app.markdown, *app.info))


def test_an_example_takes_the_place_of_ones_own_and_gives_it_back(open_app: Open) -> None:
    """It is said, the page calls it an example, and the menu brings the own plan again."""
    app = open_app("Your hour")
    assert ":gray[Your hour · worked example]" in shown(app)
    field(app, f"{KIND}.fee_per_session").set_value(163.0).run()
    assert ":gray[Your hour]" in shown(app)
    app.menu_button(key="plan menu").click(plan_menu.EXAMPLE).run()
    app.menu_button(key="plan menu").click(plan_menu.EXAMPLE)
    app.button(key="example new_practice_high_rent").click().run()
    assert plan_of(app) == examples.scenarios()["new_practice_high_rent"]
    assert "is open in place of yours" in shown(app)
    assert ":gray[Your hour · worked example]" in shown(app)
    app.menu_button(key="plan menu").click(opening.UNDO).run()
    assert plan_of(app).work.session_kinds[0].fee_per_session == 163.0
    assert ":gray[Your hour]" in shown(app)


def test_an_example_in_place_of_an_example_is_not_told(open_app: Open) -> None:
    """Nothing of the reader's is gone."""
    app = open_app("Your hour")
    app.menu_button(key="plan menu").click(plan_menu.EXAMPLE).run()
    app.menu_button(key="plan menu").click(plan_menu.EXAMPLE)
    app.button(key="example new_practice_high_rent").click().run()
    assert "in place of yours" not in shown(app)
    assert opening.UNDO in app.menu_button(key="plan menu").options
