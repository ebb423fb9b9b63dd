"""Sweeps: maps against single plans, levers against their own runs, and what nothing beats."""

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.sweep import best_set, figures, levers, map_of, tornado

RULES = load_rules(2026)
FEE, BOOKED = "work.session_kinds.0.fee_per_session", "work.session_kinds.0.booked_per_week"
OWN = Scenario.parse(
    {
        "work": {
            "kind": "own_practice",
            "session_kinds": [
                {
                    "payer": "private",
                    "fee_per_session": 150.0,
                    "booked_per_week": 20.0,
                    "late_cancelled_share": 0.05,
                    "late_cancelled_charged_share": 0.5,
                    "missed_share": 0.05,
                },
                {"payer": "insurer", "fee_per_session": 100.0, "booked_per_week": 4.0},
            ],
        },
        "costs": [{"kind": "rent", "amount": 900.0, "per": "month"}],
    }
)


def test_a_map_is_its_cells() -> None:
    """Each cell of a map has the figures of the plan with those two values."""
    fees, booked = np.array([100.0, 160.0]), np.array([10.0, 20.0, 30.0])
    found = map_of(OWN, RULES, (BOOKED, booked), (FEE, fees))
    assert found.wage.shape == (2, 3)
    for row, fee in enumerate(fees):
        for column, sessions in enumerate(booked):
            one = evaluate(OWN.with_values({FEE: float(fee), BOOKED: float(sessions)}), RULES)
            assert found.wage[row, column] == pytest.approx(float(one.wage.amount))
            assert found.load_in_100[row, column] == pytest.approx(float(one.load.in_100))
            assert found.take_home_per_month[row, column] == pytest.approx(
                float(one.take_home.amount) / 12
            )
            assert found.hours_per_week[row, column] == pytest.approx(
                float(one.year.hours_per_week.amount)
            )
            assert found.sessions_held[row, column] == pytest.approx(float(one.year.held.amount))


def test_a_figure_that_does_not_move_fills_its_row() -> None:
    """Hours do not hang on the fee: the row has the same figure throughout."""
    found = figures(OWN, RULES, {FEE: np.array([80.0, 120.0, 160.0])})
    assert np.ptp(found.hours_per_week) == 0.0
    assert found.hours_per_week.shape == (3,)


def test_levers_are_what_their_own_runs_say() -> None:
    """One run of all steps gives what each alone gives; the strongest on the wage comes first."""
    result = evaluate(OWN, RULES)
    found = levers(result)
    assert {lever.name for lever in found} == {
        "fee",
        "slot",
        "notes",
        "administration",
        "missed",
        "late_charged",
        "week_off",
        "costs",
        "without",
    }
    wages = [lever.wage for lever in found]
    assert wages == sorted(wages, reverse=True)
    fee = next(lever for lever in found if lever.name == "fee")
    then = evaluate(OWN.with_values({FEE: 160.0}), RULES)
    assert fee.wage == pytest.approx(float(then.wage.amount - result.wage.amount))
    assert fee.take_home == pytest.approx(
        float(then.take_home.amount - result.take_home.amount) / 12
    )
    assert fee.hours == 0.0
    assert fee.load == pytest.approx(float(then.load.in_100 - result.load.in_100))
    without = {lever.place: lever for lever in found if lever.name == "without"}
    assert set(without) == {0, 1}
    then = evaluate(OWN.with_values({"work.session_kinds.1.booked_per_week": 0.0}), RULES)
    assert without[1].wage == pytest.approx(float(then.wage.amount - result.wage.amount))
    assert without[1].hours == pytest.approx(
        float(then.year.hours_per_week.amount - result.year.hours_per_week.amount)
    )


def test_the_only_kind_cannot_be_left_out() -> None:
    """A plan without any session is no change of it."""
    alone = OWN.with_values({"work.session_kinds.1.booked_per_week": 0.0})
    assert "without" not in {lever.name for lever in levers(evaluate(alone, RULES))}


def test_a_step_there_is_no_room_for_is_left_out() -> None:
    """A full diary, no fee, notes, losses, costs, administration or free week: nothing to step."""
    full = Scenario.parse(
        {
            "work": {
                "kind": "own_practice",
                "session_kinds": [
                    {
                        "payer": "private",
                        "fee_per_session": 0.0,
                        "booked_per_week": 80.0,
                        "notes_minutes_per_session": 0.0,
                        "late_cancelled_share": 0.0,
                        "missed_share": 0.0,
                    }
                ],
                "time": {
                    "administration_hours_per_week": 0.0,
                    "holiday_weeks": 52.0,
                    "sickness_weeks": 0.0,
                    "training_weeks": 0.0,
                },
            }
        }
    )
    assert levers(evaluate(full, RULES)) == ()


def test_what_is_charged_in_full_already_is_no_lever() -> None:
    """Late cancellations paid in full leave nothing to charge."""
    paid = OWN.with_values(
        {
            "work.session_kinds.0.late_cancelled_charged_share": 1.0,
            "work.session_kinds.0.late_cancelled_fee_part": 1.0,
        }
    )
    assert "late_charged" not in {lever.name for lever in levers(evaluate(paid, RULES))}


def test_a_flat_fee_below_the_full_one_is_a_lever() -> None:
    """Charged to all at $40, there is the rest of the fee to charge; at the full fee nothing."""
    stem = "work.session_kinds.0.late_cancelled"
    flat = {f"{stem}_charged_share": 1.0, f"{stem}_fee_per_session": 40.0}
    fee = OWN.value_at("work.session_kinds.0.fee_per_session")
    found = {lever.name for lever in levers(evaluate(OWN.with_values(flat), RULES))}
    assert "late_charged" in found
    full = OWN.with_values({**flat, f"{stem}_fee_per_session": fee})
    assert "late_charged" not in {lever.name for lever in levers(evaluate(full, RULES))}


def test_the_best_set_is_what_nothing_beats() -> None:
    """Every plan left out is beaten or equalled by one kept; none kept is beaten by another."""
    goals = [np.array([5.0, 4.0, 3.0, 4.0, 1.0]), np.array([1.0, 2.0, 2.0, 2.0, 9.0])]
    assert best_set(goals).tolist() == [0, 1, 4]


def test_fields_at_both_ends_of_their_bands() -> None:
    """Each wage is that of the plan with the field at that end; the widest swing comes first."""
    found = tornado(evaluate(OWN, RULES))
    widths = [swing.width for swing in found]
    assert widths == sorted(widths, reverse=True)
    assert min(widths) > 0.0
    for swing in found[:4]:
        for end, wage in (
            (swing.source.low, swing.wage_at_low),
            (swing.source.high, swing.wage_at_high),
        ):
            one = evaluate(OWN.with_values({swing.path: end}), RULES)
            assert float(one.wage.amount) == pytest.approx(wage)
    assert {swing.path for swing in found} >= {FEE, "work.time.administration_hours_per_week"}


def test_lists_of_words_have_no_band() -> None:
    """The kinds of work an hourly wage pays for are no numbers; the wage itself swings."""
    job = OWN.with_values({"work": {"kind": "employee", "pay": {"kind": "hourly"}}, "costs": ()})
    assert "work.pay.rate_per_hour" in {swing.path for swing in tornado(evaluate(job, RULES))}
