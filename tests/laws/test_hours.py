"""Each hour of the year is in exactly one bucket."""

import pytest
from hypothesis import given

from calc import Scenario, evaluate, load_rules
from tests.strategies import scenarios

WEEKLY = {
    "administration": ("work.time.administration_hours_per_week",),
    "marketing": ("work.time.marketing_hours_per_week",),
    "meetings": ("work.time.meetings_hours_per_week",),
    "supervision_received": (
        "support.supervision_hours_per_week",
        "support.consultation_hours_per_week",
    ),
    "supervision_given": ("work.time.supervision_given_hours_per_week",),
    "training": ("work.time.training_hours_per_week",),
    "travel": ("work.time.travel_hours_per_week",),
}


def near(amount: float) -> object:
    """Equal but for rounding."""
    return pytest.approx(amount, rel=1e-9, abs=1e-6)


@given(scenarios())
def test_each_bucket_is_paid_or_unpaid(scenario: Scenario) -> None:
    """Working hours are the eleven buckets, each its paid and its unpaid part, none negative."""
    year = evaluate(scenario, load_rules(scenario.tax_year)).year
    assert year.hours.parts == tuple(year.buckets.values())
    assert [line.key for line in year.hours.parts] == [f"hours.{name}" for name in year.buckets]
    for line in year.buckets.values():
        paid, unpaid = line.parts
        assert (paid.key, unpaid.key) == (f"{line.key}.paid", f"{line.key}.unpaid")
        assert paid.amount >= -1e-9
        assert unpaid.amount >= -1e-9
        assert line.amount == paid.amount + unpaid.amount
    assert year.unpaid.amount == near(sum(line.parts[1].amount for line in year.buckets.values()))
    assert year.after_hours.amount <= year.hours.amount + 1e-9


@given(scenarios())
def test_no_hour_of_the_scenario_is_lost(scenario: Scenario) -> None:
    """Every hour stated is in its bucket; a booked slot is held, waited through or put to use."""
    year = evaluate(scenario, load_rules(scenario.tax_year)).year
    time = scenario.work.time
    weeks = 52 - (
        time.holiday_weeks + time.sickness_weeks + time.training_weeks + time.other_weeks_off
    )
    assert year.worked_weeks.amount == near(weeks)
    for bucket, paths in WEEKLY.items():
        stated = sum(scenario.value_at(path) for path in paths) * weeks
        if bucket == "training":
            stated += time.training_hours_per_year
        assert year.buckets[bucket].amount == near(stated), bucket
    notes = billing = diary = 0.0
    for kind, seen in zip(scenario.work.session_kinds, year.kinds, strict=True):
        group = kind.clients_per_session > 1  # it meets although members stay away
        lost = 0.0 if group else kind.late_cancelled_share + kind.missed_share
        held = kind.booked_per_week * (1 - lost) * weeks
        assert seen.held.amount == near(held)
        assert seen.lost.amount == near(kind.booked_per_week * lost * weeks)
        notes += held * kind.notes_minutes_per_session / 60
        billing += held * kind.billing_minutes_per_session / 60
        diary += kind.booked_per_week * kind.minutes_per_session * weeks / 60
    assert year.buckets["notes"].amount == near(notes)
    assert year.buckets["billing"].amount == near(billing)
    in_slots = year.buckets["sessions"].amount + year.buckets["waiting"].amount
    assert in_slots + year.waiting_reused == near(diary)
    stated = sum(scenario.value_at(path) for paths in WEEKLY.values() for path in paths) * weeks
    stated += time.training_hours_per_year + notes + billing + diary - year.waiting_reused
    assert year.hours.amount == near(stated)
