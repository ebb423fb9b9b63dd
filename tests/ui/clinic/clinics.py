"""The example clinic, what comes of its plans, and the page that shows them."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from calc.scenario.clinic import Plans
from calc.staffing import compare_plans
from ui.shell import examples

Open = Callable[..., AppTest]
PLANS = examples.clinics()[examples.FIRST_CLINIC]
FOUND = compare_plans(PLANS, minimum_wage_per_hour=7.25)
INPUTS = ("roster", "files", "plans", "payers", "shared", "rooms", "ahead", "law")


def texts(app: AppTest) -> str:
    """Everything the page says in words."""
    found = (*app.title, *app.header, *app.markdown, *app.info, *app.warning)
    return "\n".join(item.value for item in found).replace("\\", "")


def opened(open_app: Open, plans: Plans | None = None, *groups: str, shown: int = 1) -> AppTest:
    """The page, with plans of the test's own and groups unfolded."""
    app = open_app()
    if plans is not None:
        app.session_state["clinic"] = plans
        app.session_state["clinic version"] += 1
    app.session_state["clinic shown"] = shown
    for group in groups:
        app.session_state[f"group clinic {group}"] = True
    app.switch_page("ui/clinic/page.py").run()
    assert not app.exception
    return app


def with_limits(floor: float, ceiling: float = 60.0) -> Plans:
    """The example under a floor and a ceiling."""
    changes = {
        f"plans.{place}.limits.{name}": value
        for place in range(len(PLANS.plans))
        for name, value in (("wage_floor_per_hour", floor), ("load_ceiling_points", ceiling))
    }
    return PLANS.with_values(changes)
