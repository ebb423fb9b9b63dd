"""Your hour: what nobody typed is the example's, and what is asked for is what is missing."""

from tests.ui.pages import KIND, SOLO, Open, field, remarks
from ui.shell.frame import PAGES


def test_a_fee_nobody_typed_is_called_the_examples(open_app: Open) -> None:
    """After a change of another figure, fee and needs are still told as the example's."""
    told = "The fee is the example's: type yours if it differs."
    app = open_app("Your hour")
    field(app, "household.state").set_value("OH").run()
    for title in ("Your hour", "Start"):
        app = app.switch_page(PAGES[title]).run()
        assert any(told in found.value for found in app.markdown), title
    app = app.switch_page(PAGES["Your hour"]).run()
    assert any("The example's household needs" in found.value for found in app.markdown)
    field(app, f"{KIND}.fee_per_session").set_value(135.0).run()
    field(app, "household.needs_per_month").set_value(5_000.0).run()
    assert not any("example's" in found.value for found in app.markdown)


def test_a_year_without_a_week_of_work_names_the_weeks(open_app: Open) -> None:
    """Sessions and a fee are entered: nothing asks for them, only for fewer weeks off."""
    app = open_app("Your hour", SOLO.with_values({"work.time.holiday_weeks": 52.0}))
    said = " ".join(remarks(app))
    assert "No week is worked" in said
    assert "No session is booked" not in said
    assert "Enter a fee and sessions" not in said
    assert not any("No session is booked" in found.value for found in app.markdown)
