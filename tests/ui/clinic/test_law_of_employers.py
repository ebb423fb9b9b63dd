"""Clinic: beside the fields of law stands what is counted there, and what is only offered."""

from tests.ui.clinic.clinics import PLANS, Open, opened, texts


def test_an_employers_law_is_told_beside_its_fields(open_app: Open) -> None:
    """In Colorado paid leave and the base of 2026 stand on one page each; a typed share counts."""
    app = opened(open_app, PLANS.with_values({"plans.0.state": "CO"}), "law", shown=0)
    assert not app.exception
    said = texts(app)
    assert "by one page and not counted: 0.44" in said
    assert "One page says" in said
    assert "if it holds, type it as the pay it applies to" in said
    boxes = {item.label: item for item in app.number_input}
    other = next(label for label in boxes if label.startswith("Other payroll taxes"))
    boxes[other].set_value(0.44).run()
    assert not app.exception
    stated = app.session_state["clinic"].plans[0].employer.other_payroll_rate
    assert abs(float(stated) - 0.0044) < 1e-12
