"""The job beside a practice as a choice, and rows of it that stay what was typed."""

import pytest

from calc.scenario.ahead_rows import Job
from tests.ui.pages import EXAMPLES
from ui.months import compared, job

AGENCY = EXAMPLES["agency_to_practice"]


@pytest.mark.parametrize("kind", list(job.NAMES))
def test_rows_of_a_choice_are_known_as_that_choice(kind: str) -> None:
    """What a choice writes is read as the same choice, from any rows before it."""
    for before in (
        (),
        (Job(share=1.0),),
        (Job(share=0.4, places_share=0.7), Job(month=5, share=0)),
    ):
        assert job.kind_of(job.rows_of(kind, before, 24)) == kind


def test_a_choice_keeps_cover_and_places_that_were_stated() -> None:
    """Another end of the half-time leaves its part, places and cover as they were."""
    before = (
        Job(share=0.4, places_share=0.7, health_cover=True),
        Job(month=5, share=0.0),
    )
    later = job.rows_of(job.PART, before, 24, 11)
    assert later == (before[0], Job(month=11, share=0.0))
    assert job.rows_of(job.KEEP, before, 24)[0].health_cover


def test_steps_lie_within_the_months() -> None:
    """No step begins after the months shown."""
    assert all(row.month <= 12 for row in job.rows_of(job.OWN, (), 12))
    assert job.rows_of(job.PART, (), 12, 30)[1].month == 12


def test_ways_name_the_plan_of_now() -> None:
    """Three ways, and a fourth for steps of one's own."""
    assert [name for _, name, _ in compared.named(AGENCY)] == [
        "Leap now",
        "Half-time to August 2027",
        "Keep the job",
    ]
    own = compared.with_job(AGENCY, job.rows_of(job.OWN, (), 24))
    assert [name for _, name, _ in compared.named(own)][3:] == ["In your steps"]
