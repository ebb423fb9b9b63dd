"""A split with steps on the page Job offers: its fields, and how a letter is headed."""

from tests.ui.offers.letters import LETTERS, Open, button, field, mine, part, unfolded
from ui.offers import kinds

ROOT = "offers.2.work.pay.steps"
FILE = LETTERS.with_values({"offers.2.work.pay": {"kind": "split", "share": 0.5}})


def test_steps_are_added_filled_in_and_removed(open_offers: Open) -> None:
    """A new step has the share before it; typed figures are in the letter, and its head."""
    app = part(unfolded(open_offers(FILE), "offer 2"), 2, "Pay in detail")
    app = button(app, "offers.2.work.pay add step")
    assert mine(app).offers[2].work.pay.steps[0].beyond_share == 0.5
    app = field(app, f"{ROOT}.0.after_next_per_month").set_value(1_000.0).run()
    app = field(app, f"{ROOT}.0.beyond_share").set_value(65.0).run()
    assert not app.exception
    (step,) = mine(app).offers[2].work.pay.steps
    assert (step.after_next_per_month, step.beyond_share) == (1_000.0, 0.65)
    assert kinds.told(mine(app).offers[2].work, "USD").startswith("50")
    assert " to 65" in kinds.told(mine(app).offers[2].work, "USD")
    app = button(app, f"{ROOT}.0 out")
    assert mine(app).offers[2].work.pay.steps == ()
