"""A split with steps on the page Job offers: its fields, and how a letter is headed."""

from calc.scenario.sessions import MOST_KINDS
from tests.ui.offers.letters import LETTERS, Open, button, field, mine, part, said, unfolded
from ui.offers import kinds, parts

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


def test_no_step_is_added_beyond_the_most(open_offers: Open) -> None:
    """One below the most may be added; then the button is grey, and a line says why."""
    step = {"after_next_per_month": 100.0, "beyond_share": 0.5}
    almost = FILE.with_values({ROOT: (step,) * (MOST_KINDS - 1)})
    app = part(unfolded(open_offers(almost), "offer 2"), 2, "Pay in detail")
    assert parts.MOST_STEPS not in said(app)
    app = button(app, "offers.2.work.pay add step")
    assert len(mine(app).offers[2].work.pay.steps) == MOST_KINDS
    assert app.button(key="offers.2.work.pay add step").disabled
    assert f"at most {MOST_KINDS} steps" in said(app)
    app = button(app, f"{ROOT}.{MOST_KINDS - 1} out")
    assert not app.button(key="offers.2.work.pay add step").disabled
