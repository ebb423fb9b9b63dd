"""Every page of a plan for 2027 counts what is published and what is projected, and lists both."""

import pytest

from calc.scenario import Offers, Scenario
from calc.scenario.clinic import Clinic, Plans
from tests.ui.pages import Open, field, open_part
from tests.ui.telling.shipped import FOLDER, LETTERS, SOLO

PLAN = SOLO.with_values({"tax_year": 2027, "household.state": "NY"})

FIRST_HIRE = Clinic.from_toml((FOLDER / "clinics" / "first_hire.toml").read_bytes())
OTHERS = [
    ("Job offers", "offers", LETTERS.with_values({"tax_year": 2027})),
    ("Clinic", "clinic", Plans(plans=(FIRST_HIRE.with_values({"tax_year": 2027}),))),
]


def counted(open_app: Open, page: str, plan: Scenario) -> list[str]:
    """The labels of expanders that count a year's law."""
    app = open_app(page, plan)
    assert not app.exception
    return [found.label for found in app.expander if ": published " in found.label]


@pytest.mark.parametrize("page", ["Your hour", "Load", "Sources"])
def test_a_page_of_2027_says_how_much_is_projected(open_app: Open, page: str) -> None:
    """Once, in one line beside the results."""
    (label,) = counted(open_app, page, PLAN)
    assert label.startswith("**2027: published ")
    assert ", projected " in label


def test_a_page_of_2026_says_nothing_of_it(open_app: Open) -> None:
    """Its law was read."""
    assert counted(open_app, "Your hour", SOLO) == []


def test_the_list_is_one_click_away(open_app: Open) -> None:
    """Opened, it names each figure: the brackets as projected, the base as published."""
    app = open_app("Your hour", PLAN)
    app.session_state["law of the year"] = True
    app.run()
    assert not app.exception
    said = "\n".join(str(found.value) for found in app.table) + "\n".join(
        found.value for found in app.markdown
    )
    assert "Standard deduction" in said
    assert "projected" in said


def test_the_year_can_be_chosen(open_app: Open) -> None:
    """The field of the tax year offers 2027 and says that it is projected in part."""
    app = open_part(open_app("Your hour", SOLO), "household", "Tax")
    year = field(app, "tax_year", "household")
    assert year.options[0] == "2027 (in part projected)"
    year.set_value(2027).run()
    assert not app.exception
    assert any(": published " in found.label for found in app.expander)


@pytest.mark.parametrize(("page", "name", "document"), OTHERS)
def test_letters_and_a_clinic_of_2027_are_counted_too(
    open_app: Open, page: str, name: str, document: Offers | Plans
) -> None:
    """By their own year, whatever the plan's: 2026 says nothing, 2027 counts."""
    assert counted(open_app, page, PLAN) == []
    app = open_app(page)
    app.session_state[name] = document
    app.session_state[f"{name} own"] = True
    app.session_state[f"{name} version"] += 1
    app.run()
    assert not app.exception
    (label,) = [found.label for found in app.expander if ": published " in found.label]
    assert label.startswith("**2027: published ")
