"""Every choice of the form: states, costs, kinds of session, clients."""

import pytest

from calc.parameters import state_names
from tests.ui.pages import (
    EACH_PART,
    KIND,
    SOLO,
    Open,
    button,
    check_headline,
    every_choice,
    field,
    number_paths,
    open_part,
    plan_of,
    remarks,
    result_of,
    warnings,
)


def test_every_state_can_be_chosen(open_app: Open) -> None:
    """Every state's own law is used in 2026: no rate is asked for, and no tax is left out."""
    app = open_app("Your hour")
    for code, name in state_names().items():
        box = field(app, "household.state")
        box.select(name).run()
        assert not app.exception, code
        assert plan_of(app).household.state == code
        asks = "household.tax.state_rate" in number_paths(app, "basics")
        said = [text for text in remarks(app) if "State income tax is not included" in text]
        assert not asks, code
        assert not said, code


def test_a_year_without_state_law_asks_for_the_rate(open_app: Open) -> None:
    """For 2025 no state is recorded: a taxed state asks for the rate and says what is left out."""
    plan = SOLO.with_values({"tax_year": 2025, "household.state": "CA"})
    app = open_app("Your hour", plan)
    assert "household.tax.state_rate" in number_paths(app, "basics")
    assert [text for text in remarks(app) if "State income tax is not included" in text]
    field(app, "household.tax.state_rate").set_value(5.0).run()
    assert not [text for text in remarks(app) if "not included" in text]


def test_a_state_rate_ends_the_remark(open_app: Open) -> None:
    """With a rate the tax of the state is in the wage, and nothing is said to be missing."""
    app = open_part(open_app("Your hour"), "household", "Tax")
    field(app, "household.state").select("California").run()
    field(app, "household.tax.state_rate", "household").set_value(5.0).run()
    assert not [text for text in remarks(app) if "not included" in text]
    changes = {"household.state": "CA", "household.tax.state_rate": 0.05}
    check_headline(app, result_of(SOLO, changes))


@pytest.mark.parametrize(("group", "part"), EACH_PART)
def test_every_choice_draws(open_app: Open, group: str, part: str | None) -> None:
    """Every option of every choice field draws the page."""
    every_choice(open_part(open_app("Your hour"), group, part), group)


def test_every_cost_period_and_switch(open_app: Open) -> None:
    """A cost may be of any period; its switch and its name are taken."""
    app = open_part(open_app("Your hour"), "costs", None)
    field(app, "costs.0.per", "costs").select_index(3).run()
    field(app, "costs.0.years", "costs").set_value(2.0).run()
    field(app, "costs.0.business", "costs").set_value(False).run()
    field(app, "costs.0.label", "costs").set_value("The room").run()
    row = plan_of(app).costs[0]
    assert (row.per, row.years, row.business, row.label) == ("years", 2.0, False, "The room")
    assert not app.exception


def test_every_kind_of_cost_is_added_and_taken_away(open_app: Open) -> None:
    """A row of each kind comes in at its typical amount; the last row can go, and come again."""
    plan = SOLO.with_values({"costs": ()})
    app = open_part(open_app("Your hour", plan), "costs", None)
    kinds = len(app.selectbox(key="new cost").options)
    for index in range(kinds):
        app.selectbox(key="new cost").select_index(index).run()
        button(app, "Add it at its typical amount").click().run()
        assert not app.exception
        assert len(plan_of(app).costs) == index + 1
        assert float(plan_of(app).costs[-1].amount) == plan_of(app).costs[-1].typical.number
    for left in reversed(range(kinds)):
        button(app, "Remove this cost").click().run()
        assert not app.exception
        assert len(plan_of(app).costs) == left
    field(app, "virtual.costs").set_value(200.0).run()
    assert [float(row.amount) for row in plan_of(app).costs] == [200.0]


def test_sixty_costs_are_the_most(open_app: Open) -> None:
    """One row too many is refused in a sentence; the rows that were there stay."""
    plan = SOLO.with_values({"costs": ({"kind": "other"},) * 60})
    app = open_part(open_app("Your hour", plan), "costs", None)
    button(app, "Add it at its typical amount").click().run()
    assert not app.exception
    assert len(plan_of(app).costs) == 60
    assert len(warnings(app)) == 1


def test_kinds_are_added_and_taken_away(open_app: Open) -> None:
    """Kinds come and go up to twenty; the last one stays; figures follow."""
    app = open_part(open_app("Your hour"), "clients", None)
    for count in range(2, 21):
        button(app, "Add a kind").click().run()
        assert not app.exception
        assert len(plan_of(app).work.session_kinds) == count
    button(app, "Add a kind").click().run()
    assert not app.exception
    assert len(plan_of(app).work.session_kinds) == 20
    assert len(warnings(app)) == 1
    while len(plan_of(app).work.session_kinds) > 1:
        button(app, "Remove this kind").click().run()
        assert not app.exception
    assert not [b for b in app.button if b.label == "Remove this kind"]
    check_headline(app, result_of(plan_of(app), {}))


def test_an_insurer_keeps_what_was_stated(open_app: Open) -> None:
    """Another payer changes the type of a row; its stated figures stay."""
    app = open_part(open_app("Your hour"), "clients", None)
    field(app, f"{KIND}.payer", "clients").select("Insurer").run()
    kind = plan_of(app).work.session_kinds[0]
    assert (kind.payer, kind.fee_per_session, kind.booked_per_week) == ("insurer", 150.0, 22.0)
    check_headline(app, result_of(plan_of(app), {}))


def test_six_kinds_of_an_insurer_on_one_sheet(open_app: Open) -> None:
    """Each is begun as the one shown, all of it is asked in one place, a table has them all."""
    app = open_part(open_app("Your hour"), "clients", None)
    field(app, f"{KIND}.payer", "clients").select("Insurer").run()
    for _ in range(5):
        button(app, "Add one like this").click().run()
        assert not app.exception
    kinds = plan_of(app).work.session_kinds
    assert [kind.payer for kind in kinds] == ["insurer"] * 6
    assert [kind.booked_per_week for kind in kinds] == [22.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    last = "work.session_kinds.5"
    for name in ("notes_minutes_per_session", "collected_share", "missed_charged_share"):
        assert field(app, f"{last}.{name}", "clients").value is not None
    field(app, f"{last}.fee_per_session", "clients").set_value(99.0).run()
    table = next(found.value for found in app.table if "Notes" in found.value)
    assert len(table) == 6
    assert table["Fee"].iloc[-1] == 99.0


def test_clients_that_cannot_be_are_told(open_app: Open) -> None:
    """Fewer than none or more than we model: told in words of ours, and nothing can be set."""
    app = open_part(open_app("Your hour"), "clients", None)
    for typed in (-1.0, 501.0):
        field(app, "virtual.clients", "clients").set_value(typed).run()
        assert "It can be 0 to 500" in "".join(found.value for found in app.warning)
        assert button(app, "Set the booked sessions").disabled
        assert field(app, "virtual.clients", "clients").value == typed


def test_clients_are_counted_into_sessions(open_app: Open) -> None:
    """Thirty clients every two weeks are fifteen booked sessions a week."""
    app = open_part(open_app("Your hour"), "clients", None)
    field(app, "virtual.clients", "clients").set_value(30.0).run()
    app.selectbox(key="clients every").select("Every two weeks").run()
    button(app, "Set the booked sessions").click().run()
    assert not app.exception
    assert plan_of(app).work.session_kinds[0].booked_per_week == 15.0
    field(app, "virtual.clients", "clients").set_value(300.0).run()
    button(app, "Set the booked sessions").click().run()
    assert not app.exception
    assert plan_of(app).work.session_kinds[0].booked_per_week == 15.0
    assert len(set(warnings(app))) == 1
