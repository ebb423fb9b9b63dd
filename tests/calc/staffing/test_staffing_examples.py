"""The shipped clinics."""

from pathlib import Path

import pytest

from calc.scenario.clinic import Clinic
from calc.staffing import cash_timeline, evaluate_clinic, turnover_of

FILES = sorted((Path(__file__).parents[3] / "scenarios" / "clinics").glob("*.toml"))


def test_there_are_three() -> None:
    """A group practice, an agency's programme and a first hire."""
    assert len(FILES) == 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_clinic_is_whole(path: Path) -> None:
    """It says what it is, comes back from its own text, and every figure of it is there."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    plan = Clinic.from_toml(text)
    assert plan.title
    assert len(plan.description) > 80
    assert Clinic.from_toml(plan.to_toml()) == plan
    result = evaluate_clinic(plan)
    assert float(result.revenue.amount) > 100_000
    for post in result.posts:
        assert post.earner.hours > 500
        assert 0 < post.earner.load_score < 75
    assert len(cash_timeline(result).net) == 24
    assert 0 < turnover_of(result).departures < len(plan.posts)
    # Labels, never names: a role and at most a number.
    for label in plan.labels:
        assert label.split()[0] in ("Owner", "Post", "Intern", "Supervisor")
