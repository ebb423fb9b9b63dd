"""Files of Clinic: saved, read back, and told from others."""

import pytest

from calc.scenario.clinic import Clinic, Plans
from calc.staffing import plans as clinic_plans
from tests.ui.clinic.clinics import PLANS, Open, opened
from ui.shell import documents


def test_a_clinic_alone_is_plan_a(open_app: Open) -> None:
    """One plan: no switch, no comparison; saved, it is a clinic and opens as one."""
    alone = clinic_plans.plans_of(PLANS.plans[0])
    app = opened(open_app, alone, shown=1)
    assert app.title[0].value.startswith("Plan A ")
    assert not [item for item in app.segmented_control if "shown" in (item.key or "")]
    saved = documents.to_save(alone)
    assert isinstance(saved, Clinic)
    assert Clinic.from_toml(saved.to_toml()).posts == PLANS.plans[0].posts


def test_plans_are_saved_and_read_back() -> None:
    """Three plans go into one file and come back."""
    assert Plans.from_toml(PLANS.to_toml()).plans == PLANS.plans


@pytest.mark.parametrize("text", [PLANS.to_toml(), PLANS.plans[0].to_toml()])
def test_each_kind_of_file_is_told_from_the_others(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several plans and one clinic open as plans."""
    shown: list[tuple[str, object]] = []
    monkeypatch.setattr(documents, "show", lambda *what: shown.append(what))
    assert documents.opened(text.encode()) == "clinic"
    ((name, found),) = shown
    assert name == "clinic"
    assert isinstance(found, Plans)


def test_a_file_that_says_nothing_is_told_by_what_it_holds() -> None:
    """Posts are a clinic's: what is wrong with them is said of a clinic."""
    said = documents.opened(b"[[posts]]\nlabel = 'Post 1'\n")
    assert said.startswith("This file is not a clinic of Other Chair: **posts.0.work** is missing")


def test_a_wrong_file_says_so(open_app: Open) -> None:
    """A clinic with a field that is not one is refused in a sentence."""
    app = opened(open_app)
    assert app.session_state["clinic"] == PLANS
    said = documents.opened(b'document = "clinic"\nwage = 3\n')
    assert said.startswith("This file is not a clinic of Other Chair: line 2 has a field")
