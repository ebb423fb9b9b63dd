"""Every page, scenario and group without a browser, with odd and bare plans too."""

import re
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from calc import Scenario, evaluate, load_rules
from calc.scenario import OwnPractice, PrivateSessions
from tests.ui.pages import (
    EACH_PART,
    EXAMPLES,
    KIND,
    PARTS,
    SOLO,
    Open,
    button,
    check_headline,
    field,
    open_part,
    path_of,
    place_of,
    plan_of,
    remarks,
    result_of,
    warnings,
)
from ui.hour.sections import FOLLOW
from ui.shell import frame
from ui.shell.frame import PAGES


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("title", PAGES)
def test_every_page_shows_every_scenario(open_app: Open, title: str, name: str) -> None:
    """A page is drawn for each shipped plan, with one heading and the engine's figures."""
    app = open_app(title, EXAMPLES[name])
    assert not app.exception
    assert len(app.title) == 1
    result = evaluate(EXAMPLES[name], load_rules(EXAMPLES[name].tax_year))
    if title == "Your hour":
        check_headline(app, result)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_group_opens_for_every_scenario(open_app: Open, name: str) -> None:
    """All groups and tables open at once draw, at each of their parts; nothing is refused."""
    app = open_app("Your hour", EXAMPLES[name])
    for group in [*PARTS, "assumptions"]:
        app.session_state[f"group {group}"] = True
    for table in ("staircase", "week", "money"):
        app.session_state[f"table {table}"] = True
    app.run()
    assert not app.exception
    for group, parts in PARTS.items():
        for part in filter(None, parts):
            app.segmented_control(key=f"{group} part").set_value(part).run()
            assert not app.exception
    assert warnings(app) == []
    assert plan_of(app) == EXAMPLES[name]


@pytest.mark.parametrize(
    ("group", "path", "typed"),
    [
        ("clients", f"{KIND}.booked_per_week", 23.0),
        ("time", "work.time.administration_hours_per_week", 5.0),
        ("money", "work.card_fee_share", 3.5),
        ("costs", "costs.0.amount", 1100.0),
        ("household", "household.needs_per_month", 6000.0),
        ("loans", "loans.payment_per_month", 200.0),
        ("support", "support.consultation_hours_per_week", 2.0),
    ],
)
def test_a_group_stays_open(open_app: Open, group: str, path: str, typed: float) -> None:
    """A group does not fold under the hand that types in it, though its summary changes."""
    part = "Card, billing" if group == "money" else None
    app = open_part(open_app("Your hour"), group, part)
    field(app, path, group).set_value(typed).run()
    assert field(app, path, group).value == typed


ODD: dict[str, Mapping[str, Any]] = {
    "no sessions": {f"{KIND}.booked_per_week": 0.0},
    "52 weeks off": {"work.time.holiday_weeks": 52.0},
    "no fee": {f"{KIND}.fee_per_session": 0.0},
    "a loss": {f"{KIND}.fee_per_session": 5.0},
    "nothing held": {f"{KIND}.late_cancelled_share": 0.5, f"{KIND}.missed_share": 0.5},
    "no time at all": {f"{KIND}.minutes_per_session": 0.0},
    "all hours of a week": {"work.time.administration_hours_per_week": 168.0},
    "a fortune": {f"{KIND}.fee_per_session": 1e9, "household.needs_per_month": 1e9},
    "cents": {f"{KIND}.fee_per_session": 0.01},
    "euros": {"currency": "EUR"},
    "euros, one rate": {"currency": "EUR", "household.tax": {"mode": "effective"}},
    "rupees, two rates": {"currency": "INR", "household.tax": {"mode": "separate"}},
    "a currency without a symbol": {"currency": "CHF", "household.tax": {"mode": "none"}},
    "2025": {"tax_year": 2025},
    "joint": {"household.filing_status": "joint", "household.spouse_wages_per_year": 9e4},
    "rows of costs gone": {"costs": ()},
    "names left empty": {f"{KIND}.label": "", "costs.0.label": ""},
}


@pytest.mark.parametrize("changes", ODD.values(), ids=ODD)
def test_an_odd_plan_is_drawn(open_app: Open, changes: Mapping[str, Any]) -> None:
    """Lawful but odd: every page and group draws, figures are the engine's, remarks are said."""
    plan = SOLO.with_values(changes)
    app = open_app("Your hour", plan)
    result = result_of(plan, {})
    check_headline(app, result)
    kinds = [found.kind for found in result.remarks]
    told = [kind for kind in kinds if kind not in FOLLOW or "no_worked_weeks" not in kinds]
    assert len(remarks(app)) == len(told)
    check_no_stray_figure(app)
    for group in [*PARTS, "assumptions"]:
        app.session_state[f"group {group}"] = True
    for table in ("staircase", "week", "money"):
        app.session_state[f"table {table}"] = True
    app.run()
    assert not app.exception
    for how in [b for b in app.button if b.label.startswith(":blue[How")]:
        app.button(key=how.key).click().run()
        assert not app.exception, how.label
        check_no_stray_figure(app)
    for title in ("Start", "Sources"):
        app.switch_page(PAGES[title]).run()
        assert not app.exception


def check_no_stray_figure(app: AppTest) -> None:
    """A number nobody knows is in words, never nan."""
    for text in [*app.title, *app.markdown, *app.warning, *app.subheader]:
        assert not re.search(r"\bnan\b|\binf\b|None", text.value), text.value


def test_a_couples_taxes_are_told_apart(open_app: Open) -> None:
    """Federal and state tax of this work are two sums, each with its pair of household taxes."""
    couple = {"filing_status": "joint", "spouse_wages_per_year": 60_000.0, "state": "CA"}
    plan = SOLO.with_values({f"household.{name}": value for name, value in couple.items()})
    app = open_app("Your hour", plan)
    for asked in ("wage", "take-home", "tax"):
        app.button(key=f"how How this {asked}?").click().run()
        taxes = ("Federal income tax", "State income tax")
        rows = {str(row) for table in app.table for row in table.value.iloc[:, 0]}
        told = "\n".join(text.value for text in app.markdown)
        for tax in taxes:
            assert (
                any(row.startswith(f"{tax} of this work") for row in rows) or asked == "take-home"
            )
            assert f"{tax} of your household with this work" in told
            assert f"{tax} of your household without it" in told
        assert not [row for row in rows if "ousehold with" in row]


def test_ten_figures_begin_a_practice_and_groups_have_the_whole_width(open_app: Open) -> None:
    """Premium, needs and filing are among them; no group is squeezed into their column."""
    app = open_app("Your hour")
    asked = [path_of(w) for w in (*app.number_input, *app.selectbox) if place_of(w) == "basics"]
    assert len(asked) == 10
    assert {
        "work.health_premium_per_month",
        "household.needs_per_month",
        "household.filing_status",
    } <= set(asked)
    inside = [fold.label for column in app.columns for fold in column.expander]
    outside = [fold.label for fold in app.expander if fold.label not in inside]
    for group in ("Clients", "Time", "Money", "Saving", "Costs", "Household", "Support"):
        assert any(label.startswith(f"**{group}**") for label in outside), group


def test_no_sessions_is_reached_by_typing(open_app: Open) -> None:
    """Down to nothing and back up: words, no trace, and then the figures are there again."""
    app = open_app("Your hour")
    field(app, f"{KIND}.booked_per_week").set_value(0.0).run()
    assert not app.exception
    assert "No session is booked" in remarks(app)[0]
    field(app, f"{KIND}.booked_per_week").set_value(22.0).run()
    check_headline(app, result_of(SOLO, {}))


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_page_names_the_year_of_its_law(open_app: Open, year: int) -> None:
    """The footer of each page says whose law was used."""
    app = open_app("Sources", SOLO.with_values({"tax_year": year}))
    assert any(f"Tax year {year}" in text.value for text in app.markdown)


def test_a_hosted_page_says_who_could_read_it(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its foot, in place of a promise that holds on one's own machine alone."""
    here = "nothing leaves this machine"
    assert any(here in text.value for text in open_app("Your hour").markdown)
    monkeypatch.setattr(frame, "reached_at", lambda: "group.example.org")
    app = open_app("Your hour")
    assert not any(here in text.value for text in app.markdown)
    assert any("worked out at group.example.org, where" in text.value for text in app.markdown)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (None, None),
        ("http://127.0.0.1:8501/load", "127.0.0.1"),
        ("http://[::1]:8501", "::1"),
        ("https://group.example.org/load", "group.example.org"),
        ("http://[", None),
    ],
)
def test_a_page_knows_where_it_is_reached(
    url: str | None, host: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the name in the browser's address, whatever stands there."""
    monkeypatch.setattr(frame.st, "context", SimpleNamespace(url=url))
    assert frame.reached_at() == host


BARE: dict[str, Mapping[str, Any]] = {
    "a practice without a caseload": {"kind": "own_practice", "session_kinds": ()},
    "contractor": {"kind": "contractor"},
    "employee": {"kind": "employee"},
}


@pytest.mark.parametrize("work", BARE.values(), ids=BARE)
def test_any_plan_of_a_file_is_drawn(open_app: Open, work: Mapping[str, Any]) -> None:
    """A lawful file may hold no session, or another arrangement: each group still opens."""
    plan = Scenario.parse({"work": work})
    app = open_app("Your hour", plan)
    assert not app.exception
    check_headline(app, result_of(plan, {}))
    for group, part in EACH_PART:
        open_part(app, group, part)
    if not plan.work.session_kinds:
        button(app, "Add a kind").click().run()
        assert not app.exception
        assert len(plan_of(app).work.session_kinds) == 1


def test_the_first_figures_are_an_example(open_app: Open) -> None:
    """A first visitor sees a worked example that says so; after a change it is theirs."""
    app = open_app("Start")
    assert any("Worked example" in text.value for text in app.markdown)
    app.switch_page(PAGES["Your hour"]).run()
    field(app, f"{KIND}.fee_per_session").set_value(151.0).run()
    app.switch_page(PAGES["Start"]).run()
    assert not any("Worked example" in text.value for text in app.markdown)


def test_two_readers_do_not_share_a_plan(open_app: Open) -> None:
    """What one types is never seen in another's session."""
    one, other = open_app("Your hour"), open_app("Your hour")
    field(one, f"{KIND}.fee_per_session").set_value(199.0).run()
    other.run()
    assert plan_of(other) == SOLO


def test_baseline_is_set_and_gone_back_to(open_app: Open) -> None:
    """Nothing is compared until a baseline is set; going back takes all changes since away."""
    app = open_app("Your hour")
    fee = f"{KIND}.fee_per_session"
    field(app, fee).set_value(160.0).run()
    assert not any(metric.delta for metric in app.metric[:3])
    assert "Back to the baseline" not in app.menu_button(key="plan menu").options
    app.menu_button(key="plan menu").click("Set as baseline").run()
    assert app.metric[0].delta == "the same"
    field(app, fee).set_value(170.0).run()
    assert app.metric[0].delta.endswith(" more")
    app.menu_button(key="plan menu").click("Back to the baseline").run()
    assert app.metric[0].delta == "the same"
    assert plan_of(app).work.session_kinds[0].fee_per_session == 160.0
    assert field(app, f"{KIND}.fee_per_session").value == 160.0


def test_a_plan_without_a_model_default_is_shown_whole(open_app: Open) -> None:
    """A practice with every field at its default: the assumptions list holds them all."""
    plan = Scenario(work=OwnPractice(session_kinds=(PrivateSessions(),)))
    app = open_app("Your hour", plan)
    app.session_state["group assumptions"] = True
    app.run()
    assert not app.exception
    rows = [table.value for table in app.table if "Field" in table.value]
    assert len(rows[0]) == len(plan.assumptions())
