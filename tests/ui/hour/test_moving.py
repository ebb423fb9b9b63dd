"""The comparison of states on Your hour, and the local rates we know."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[3]


def your_hour() -> AppTest:
    """The page Your hour with the worked example."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return app.switch_page("ui/hour/page.py").run()


def test_states_are_compared_when_asked_for() -> None:
    """Opened, the comparison lists all 51 states with the own one marked; closed, none."""
    app = your_hour()
    tables = len(app.table)
    app.session_state["elsewhere"] = True
    app.run()
    assert not app.exception
    assert len(app.table) == tables + 1
    rows = app.table[-1].value
    assert len(rows) == 51
    assert "**Texas**" in list(rows["State"])


def test_a_state_with_tax_is_worked_out_by_its_law() -> None:
    """California needs no rate: its tax lowers the wage, and nothing is said to be left out."""
    app = your_hour()
    wage = app.metric[0].value
    state = next(box for box in app.selectbox if box.label == "State")
    state.set_value("CA").run()
    assert not app.exception
    assert app.metric[0].value != wage
    assert not any("not included" in warning.value for warning in app.warning)


def test_a_known_local_rate_can_be_used() -> None:
    """The preset's rate goes into the plan and changes the tax."""
    app = your_hour()
    app.session_state["group household"] = True
    app.run()
    app.session_state["household part"] = "Tax"
    app.run()
    button = next(found for found in app.button if found.label == "Use this rate")
    button.click().run()
    assert not app.exception
    assert app.session_state.plan.household.tax.local_rate > 0


def told_elsewhere(changes: dict[str, object]) -> str:
    """What stands in the open comparison, with changes of the worked example."""
    app = your_hour()
    app.session_state.plan = app.session_state.plan.with_values(changes)
    app.session_state.version += 1
    app.session_state["elsewhere"] = True
    app.run()
    assert not app.exception
    return "\n".join(found.value for found in app.markdown)


def test_at_65_the_comparison_says_what_of_age_is_counted() -> None:
    """More states rest on figures that were not read; pensions are a private plan's."""
    young, old = told_elsewhere({}), told_elsewhere({"household.age": 67})
    assert "18 of 51 states rest on a figure that is an estimate until the state publishes" in young
    assert "for your age" not in young
    assert "pensions" not in young
    assert "21 of 51 states rest on a figure" in old
    assert ", or for your age on one that was not read in a source; they are marked" in old
    assert "What a state gives for age is counted. Pensions are those of a private plan" in old
    assert "What Texas" not in old


def test_a_pension_in_the_comparison_is_told_of_at_any_age() -> None:
    """What states leave untaxed of it is in no figure."""
    told = told_elsewhere({"household.pension_income_per_year": 20_000.0})
    assert (
        "What they leave untaxed of public pensions and social security is not worked out" in told
    )
    assert "What a state gives for age" not in told
