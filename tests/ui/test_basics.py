"""The basic figures of the form do what the engine says."""

from collections.abc import Mapping

import pytest

from tests.ui.pages import KIND, SOLO, Open, check_headline, field, plan_of, result_of
from ui.telling import numbers, words

BASICS = {
    "fee": (f"{KIND}.fee_per_session", 160.0, {f"{KIND}.fee_per_session": 160.0}),
    "booked": (f"{KIND}.booked_per_week", 18.0, {f"{KIND}.booked_per_week": 18.0}),
    "missed": (
        "virtual.missed",
        20.0,
        {f"{KIND}.late_cancelled_share": 0.1, f"{KIND}.missed_share": 0.1},
    ),
    "weeks off": ("virtual.weeks_off", 9.0, {"work.time.holiday_weeks": 9.0}),
    "notes": (f"{KIND}.notes_minutes_per_session", 5.0, {f"{KIND}.notes_minutes_per_session": 5.0}),
    "costs": (
        "virtual.costs",
        1389.0 * 2,
        {f"costs.{i}.amount": float(row.amount) * 2 for i, row in enumerate(SOLO.costs)},
    ),
}


@pytest.mark.parametrize(("path", "typed", "changes"), BASICS.values(), ids=BASICS)
def test_a_basic_figure_does_what_the_engine_says(
    open_app: Open, path: str, typed: float, changes: Mapping[str, float]
) -> None:
    """Heading, figures, bar and chips follow one changed figure, and the baseline stays."""
    app = open_app("Your hour")
    app.menu_button(key="plan menu").click("Set as baseline").run()
    field(app, path).set_value(typed).run()
    result, before = result_of(SOLO, changes), result_of(SOLO, {})
    check_headline(app, result)
    moved = float(result.wage.amount) - float(before.wage.amount)
    chip = words.escape(numbers.wage(abs(moved)))
    more = "more" if moved > 0 else "less"
    assert app.metric[0].delta == f"{chip} {more}"


def test_the_state_is_the_seventh(open_app: Open) -> None:
    """Texas taxes no wages, and so does Florida: the figures stay; the chip says so."""
    app = open_app("Your hour")
    app.menu_button(key="plan menu").click("Set as baseline").run()
    field(app, "household.state").select("Florida").run()
    check_headline(app, result_of(SOLO, {"household.state": "FL"}))
    assert app.metric[0].delta == "the same"


def test_losses_keep_their_split(open_app: Open) -> None:
    """Missed and late scale together from three to one, and from none are halved."""
    app = open_app(
        "Your hour",
        SOLO.with_values({f"{KIND}.late_cancelled_share": 0.09, f"{KIND}.missed_share": 0.03}),
    )
    for typed, late, missed in ((20.0, 0.15, 0.05), (0.0, 0.0, 0.0), (8.0, 0.04, 0.04)):
        field(app, "virtual.missed").set_value(typed).run()
        kind = plan_of(app).work.session_kinds[0]
        assert (kind.late_cancelled_share, kind.missed_share) == pytest.approx((late, missed))


def test_costs_a_month_write_whole_cents(open_app: Open) -> None:
    """The rows keep to the cent, and come to what was typed."""
    app = open_app("Your hour")
    field(app, "virtual.costs").set_value(1350.0).run()
    costs = plan_of(app).costs
    assert all(round(float(row.amount), 2) == row.amount for row in costs)
    assert field(app, "virtual.costs").value == 1350.0
    yearly = sum(float(row.amount * row.payments_per_year) for row in costs)
    assert yearly / 12 == pytest.approx(1350.0, abs=0.005)
