"""What boards ask, what counts, and the answers where there is no way or no figure."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from pydantic import ValidationError

from calc import Result, Scenario, evaluate, load_rules
from calc.offers.licensure import (
    Pace,
    cost_of_way,
    delays,
    fees_of,
    pace_of,
    ramp_sessions,
    requirement_for,
    sessions_in_weeks,
    way_to_licence,
    weeks_to_licence,
)
from calc.offers.licensure.asked import FIGURES
from calc.offers.licensure.costs import Due
from calc.offers.licensure.formulas import worked_weeks_until
from calc.parameters import state_names
from calc.parameters.licensure import board_row, board_rows, licence_fee_rows
from calc.scenario import Family, FigureName, LicenceInputs, Ramp, Requirement, Support

RULES = load_rules(2026)
DATA = Path(__file__).resolve().parents[3] / "calc" / "data" / "licensure.toml"


def practice(*kinds: dict[str, Any], **time: float) -> Result:
    """A practice of some kinds of session, 48 weeks a year, with no other hours but those named."""
    none = {
        "sickness_weeks": 0.0,
        "training_weeks": 0.0,
        "administration_hours_per_week": 0.0,
        "marketing_hours_per_week": 0.0,
        "meetings_hours_per_week": 0.0,
        "training_hours_per_year": 0.0,
    }
    rows = [
        {
            "payer": "private",
            "late_cancelled_share": 0,
            "missed_share": 0,
            "card_paid_share": 0,
            **row,
        }
        for row in kinds
    ]
    plan = {
        "work": {
            "kind": "own_practice",
            "session_kinds": rows,
            "time": none | {"holiday_weeks": 4.0} | time,
        },
        "support": {"consultation_hours_per_week": 0.0},
    }
    return evaluate(Scenario.parse(plan), RULES)


def kind(booked: float, minutes: float, **more: float) -> dict[str, Any]:
    """A kind of session without notes or billing, unless they are named."""
    return {
        "booked_per_week": booked,
        "minutes_per_session": minutes,
        "notes_minutes_per_session": 0,
        "billing_minutes_per_session": 0,
        **more,
    }


# What boards ask


def test_every_board_has_a_row() -> None:
    """51 boards and four kinds of licence, each under its own key."""
    families = get_args(Family)
    assert len(board_rows()) == 51 * 4
    for state in state_names():
        for family in families:
            row = board_row(state, family)
            assert row is not None
            assert (row.text("state"), row.text("family")) == (state, family)
    assert sum(row.confirmed for row in board_rows()) == 88
    assert board_row("XX", "mft") is None


def test_only_known_figures_stand_in_a_row() -> None:
    """Each is a figure of a requirement, within its bounds; a blank is left out, never zero."""
    for entry in tomllib.loads(DATA.read_text(encoding="utf-8"))["parameter"].values():
        figures = {key: value for key, value in entry["value"].items() if key != "credential"}
        assert set(figures) <= {"state", "family", *FIGURES}
        assert 0 not in figures.values()
        Requirement.model_validate(figures)


def test_a_rule_read_says_how_it_was_read() -> None:
    """A row that was read tells how certain it is; one recalled has no note and no link.

    Where texts disagree, or a bill was read, it is not confirmed, and its note says why.
    """
    for row in board_rows():
        if row.certainty:
            assert row.certainty in ("confirmed", "second_hand", "conflicting")
            assert row.source.link.startswith("http")
        else:
            assert (row.confirmed, row.note, row.source.link) == (False, "", "")
        assert row.confirmed == (row.certainty in ("confirmed", "second_hand"))
        if " bill " in row.note or "onflict" in row.note:
            assert not row.confirmed
    open_ones = [row.key for row in board_rows() if row.certainty == "conflicting"]
    assert open_ones == ["licensure.GA_mft", "licensure.WA_lcsw"]
    assert all(row.note for row in board_rows() if row.certainty == "conflicting")


@pytest.mark.parametrize(
    ("state", "family", "figure", "amount"),
    [("GA", "mft", "direct_hours", 2_500.0), ("WA", "lcsw", "total_hours", 3_000.0)],
)
def test_figures_on_which_texts_disagree(
    state: str, family: Family, figure: FigureName, amount: float
) -> None:
    """They are shown as unconfirmed and never used, unless the person types them."""
    asked = requirement_for(state, LicenceInputs(family=family))
    assert asked.value(figure) is None
    assert asked.figures[figure].origin == "unknown"
    assert asked.unconfirmed[figure] == amount
    typed = Requirement.model_validate({"state": state, "family": family, figure: amount})
    asked = requirement_for(state, LicenceInputs(family=family, typed=(typed,)))
    assert (asked.value(figure), asked.figures[figure].origin) == (amount, "typed")


@pytest.mark.parametrize("family", ["counselor", "mft"])
def test_utah_counts_supervision_among_the_direct_hours(family: Family) -> None:
    """1,200 direct hours, 100 of them supervision: sessions must bring 1,100 (55 weeks of 20)."""
    stands = LicenceInputs(family=family)
    asked = requirement_for("UT", stands)
    assert asked.value("direct_hours") == 1_200 - 100
    assert asked.value("supervision_hours") == 100.0
    assert asked.row is not None
    assert "1,200" in asked.row.note
    weeks = {term.name: term.weeks for term in way_to_licence(asked, PACE, stands).terms}
    assert weeks["direct_hours"] == pytest.approx(55 * 52 / 48)


@pytest.mark.parametrize("family", get_args(Family))
def test_only_confirmed_rows_are_used(family: Family) -> None:
    """Figures nobody read stand apart, whatever the state; those read carry their row."""
    stands = LicenceInputs(family=family)
    for state in state_names():
        asked = requirement_for(state, stands)
        assert asked.row is not None
        used = {name: figure for name, figure in asked.figures.items() if figure.origin == "data"}
        assert not used or asked.row.confirmed
        assert not (used and asked.unconfirmed)
        assert all(figure.source is asked.row for figure in used.values())
        for name in asked.unconfirmed:
            assert asked.value(name) is None
            assert asked.figures[name].origin == "unknown"


def test_figures_of_a_read_row() -> None:
    """Texas, as read; supervision was not, and that is not zero."""
    asked = requirement_for("TX", LicenceInputs())
    assert asked.credential == "LPC"
    stated = {name: asked.value(name) for name in FIGURES if asked.value(name) is not None}
    assert stated == {"total_hours": 3_000.0, "direct_hours": 1_500.0, "least_months": 18.0}
    assert asked.unknown == ("supervision_hours",)
    assert asked.unconfirmed == {}


def test_figures_of_a_recalled_row() -> None:
    """Delaware was recalled: shown apart, used nowhere, and all the usual figures are unknown."""
    stands = LicenceInputs(family="mft")
    asked = requirement_for("DE", stands)
    assert asked.unconfirmed["total_hours"] == 3_200.0
    assert set(asked.unknown) == {
        "total_hours",
        "direct_hours",
        "relational_hours",
        "supervision_hours",
        "least_months",
    }
    path = way_to_licence(asked, PACE, stands)
    assert (path.terms, path.binding, path.reached) == ((), None, False)
    assert (path.months, path.never, path.at_least) == (None, False, True)
    assert np.isnan(weeks_to_licence(asked, PACE, stands))


def test_typed_figures_come_first() -> None:
    """Figure by figure, for their own board and family alone; the last of two counts; 0 is none."""
    stands = LicenceInputs(
        typed=(
            Requirement(state="TX", family="counselor", total_hours=4_000.0, direct_hours=0.0),
            Requirement(state="TX", family="mft", total_hours=1.0),
            Requirement(state="FL", family="counselor", total_hours=2.0),
            Requirement(state="TX", family="counselor", total_hours=2_500.0),
        )
    )
    asked = requirement_for("TX", stands)
    origins = {name: asked.figures[name].origin for name in FIGURES[:2]}
    assert origins == {"total_hours": "typed", "direct_hours": "typed"}
    assert asked.value("total_hours") == 2_500.0
    assert asked.value("direct_hours") == 0.0
    assert asked.value("least_months") == 18.0
    assert asked.figures["least_months"].origin == "data"
    weeks = {term.name: term.weeks for term in way_to_licence(asked, PACE, stands).terms}
    assert weeks["direct_hours"] == 0.0


def test_a_place_without_a_board() -> None:
    """Outside the states nothing is known, and nothing is made up."""
    asked = requirement_for("XX", LicenceInputs())
    assert (asked.row, asked.credential, asked.unconfirmed) == (None, "", {})
    assert all(figure.origin == "unknown" for figure in asked.figures.values())


def test_a_requirement_names_its_board() -> None:
    """State and kind of licence must be stated, and known."""
    for wrong in ({}, {"state": "TX"}, {"state": "XX", "family": "mft"}):
        with pytest.raises(ValidationError):
            Requirement.model_validate(wrong)


# What a week brings


def test_supervision_had_before_lets_direct_hours_count_now() -> None:
    """16 direct hours count for each of supervision, over all of the way.

    1,000 hours are done, 500 of them direct, with 80 of supervision, which allow 1,280. A week adds
    20 direct hours, 10 others and half an hour of supervision, which allows 8. So 3,360 are there
    after (3,360 - 1,000) / 30 = 78.7 weeks by the hours, and count after (3,360 - 1,280 - 500) / 18
    = 87.8 by supervision. Without those 80 hours: (3,360 - 500) / 18 = 158.9.
    """
    pace = Pace(
        direct=20.0,
        relational=0.0,
        with_sessions=0.0,
        other=10.0,
        supervision=0.5,
        booked=20.0,
        worked_weeks_per_year=52.0,
    )
    for supervised, weeks in ((80.0, 1_580 / 18), (0.0, 2_860 / 18), (400.0, 2_360 / 30)):
        stands = LicenceInputs.model_validate(
            {
                "done_total_hours": 1_000,
                "done_direct_hours": 500,
                "done_supervision_hours": supervised,
                "done_months": 24,
            }
        )
        path = way_to_licence(requirement_for("MA", stands), pace, stands)
        (total,) = (term for term in path.terms if term.name == "total_hours")
        assert total.weeks == pytest.approx(weeks, abs=1.0)


PACE = Pace(
    direct=20.0,
    relational=4.0,
    with_sessions=3.0,
    other=6.0,
    supervision=1.0,
    booked=24.0,
    worked_weeks_per_year=48.0,
)


def test_what_counts_in_a_week() -> None:
    """A group counts once; notes, meetings and training count, marketing and travel do not.

    20 sessions of 45 minutes are 15 hours, a group of 8 for 90 minutes 1.5: 16.5 direct, a fifth
    of it relational. Notes 20 x 12 minutes: 4. Meetings 2, supervision given 1, training 48 / 48.
    """
    group = kind(1, 90, clients_per_session=8)
    result = practice(
        kind(20, 45, notes_minutes_per_session=12),
        group,
        meetings_hours_per_week=2.0,
        supervision_given_hours_per_week=1.0,
        training_hours_per_year=48.0,
        marketing_hours_per_week=5.0,
        travel_hours_per_week=5.0,
    )
    pace = pace_of(result, 0.2, LicenceInputs())
    assert pace.direct == pytest.approx(16.5)
    assert pace.relational == pytest.approx(3.3)
    assert pace.with_sessions == pytest.approx(4.0)
    assert pace.other == pytest.approx(4.0)
    assert pace.counted == pytest.approx(24.5)
    assert (pace.booked, pace.worked_weeks_per_year) == (pytest.approx(21.0), 48.0)


def test_a_session_that_counts_as_an_hour() -> None:
    """45 minutes count 60, and the 15 come out of its notes; 90 minutes stay 90.

    20 sessions: 20 hours direct; notes 20 x 18 minutes = 6, less the 5 hours counted above. With 5
    minutes of billing alone nothing is left of them, and never less than nothing.
    """
    stands = LicenceInputs(session_counts_as_hour=True)
    pace = pace_of(practice(kind(20, 45, notes_minutes_per_session=18)), 0.0, stands)
    assert (pace.direct, pace.with_sessions) == (pytest.approx(20.0), pytest.approx(1.0))
    pace = pace_of(practice(kind(20, 45, billing_minutes_per_session=5)), 0.0, stands)
    assert (pace.direct, pace.with_sessions) == (pytest.approx(20.0), 0.0)
    pace = pace_of(practice(kind(20, 90, notes_minutes_per_session=18)), 0.0, stands)
    assert (pace.direct, pace.with_sessions) == (pytest.approx(30.0), pytest.approx(6.0))


def test_a_year_without_work_has_no_pace() -> None:
    """52 weeks off: nothing counts, no way has an end but through the months alone."""
    result = practice(kind(20, 50), holiday_weeks=52.0)
    stands = LicenceInputs()
    pace = pace_of(result, 0.5, stands)
    assert (pace.direct, pace.counted, pace.worked_weeks_per_year) == (0.0, 0.0, 0.0)
    asked = requirement_for("TX", stands)
    path = way_to_licence(asked, pace, stands)
    assert path.weeks is None
    assert path.binding is not None
    assert path.binding.name == "total_hours"
    weeks = {term.name: term.weeks for term in path.terms}
    assert weeks == {"total_hours": None, "direct_hours": None, "least_months": 78.0}
    assert np.isposinf(weeks_to_licence(asked, pace, stands))


# How a caseload fills


def test_a_ramp_of_draws() -> None:
    """Caps in a row give a column each: 3 and 5 sessions, 2 more a week."""
    found = sessions_in_weeks(0.0, 2.0, np.array([3.0, 5.0]), 3)
    assert found.tolist() == [[2.0, 2.0], [3.0, 4.0], [3.0, 5.0]]
    assert np.asarray(ramp_sessions(0.0, 2.0, np.array([3.0, 5.0]), 3)).tolist() == [8.0, 11.0]


def test_part_of_a_week_of_delay() -> None:
    """Half a week without clients leaves half a week's sessions in the first."""
    assert sessions_in_weeks(0.5, 0.0, 10.0, 2)[:, 0].tolist() == [5.0, 10.0]


def test_a_ramp_and_then_nothing() -> None:
    """Where nothing comes after the first weeks, more than they bring is never reached."""
    first = np.array([[1.0], [2.0]])
    assert worked_weeks_until(2.0, first, 0.0) == 1.5
    assert worked_weeks_until(4.0, first, 0.0) == np.inf
    assert worked_weeks_until(0.0, first, 0.0) == 0.0


def test_a_caseload_that_hardly_fills() -> None:
    """A thousandth of a session more a week: worked out for a century, then it stays as it is.

    Week k holds k / 1,000 of 24 booked, so 20 / 24,000 x k direct hours: 1,500 are there when
    k (k + 1) / 2 = 1,500 x 24,000 / 20 = 1,800,000, within week 1,897.
    After the century the pace stays: half the caseload is then filled to twice the share.
    """
    stands = LicenceInputs()
    asked = requirement_for("TX", stands)
    slow = way_to_licence(asked, PACE, stands, Ramp(sessions_added_per_week=0.001))
    weeks = {term.name: term.weeks for term in slow.terms}["direct_hours"]
    assert weeks is not None
    assert 1_896 < weeks * 48 / 52 < 1_897
    tiny = Ramp(sessions_added_per_week=1e-6)
    row = replace(PACE, booked=np.array([24.0, 12.0]))
    both = weeks_to_licence(asked, row, stands, tiny)
    hardly = way_to_licence(asked, PACE, stands, tiny)
    assert both == pytest.approx([hardly.weeks, hardly.weeks / 2], rel=0.05)
    after = {term.name: term.weeks for term in hardly.terms}["direct_hours"]
    assert after is not None
    assert after > weeks


# The way, its delays and its cost


def test_licensed_already() -> None:
    """No way, no wait, no cost."""
    stands = LicenceInputs(licensed=True)
    asked = requirement_for("TX", stands)
    path = way_to_licence(asked, PACE, stands)
    assert (path.licensed, path.weeks, path.months, path.worked_weeks) == (True, 0.0, 0.0, 0.0)
    assert (path.never, path.at_least) == (False, False)
    assert weeks_to_licence(asked, PACE, stands) == 0.0
    cost = cost_of_way(path, Support(), fees_of("TX", "counselor"))
    assert cost is not None
    assert (cost.supervision, cost.fees) == (0.0, ())


def test_everything_collected() -> None:
    """All collected and not yet licensed: no week more, and no term decides."""
    stands = LicenceInputs(done_total_hours=3_000.0, done_direct_hours=1_500.0, done_months=18.0)
    path = way_to_licence(requirement_for("TX", stands), PACE, stands)
    assert (path.reached, path.weeks, path.binding) == (True, 0.0, None)


def test_only_direct_hours_written_down() -> None:
    """Who wrote down direct hours alone has at least those in all: 2,100 / 29 are left."""
    stands = LicenceInputs(done_direct_hours=900.0)
    path = way_to_licence(requirement_for("TX", stands), PACE, stands)
    total = next(term for term in path.terms if term.name == "total_hours")
    assert (total.needed, total.done, total.per_week) == (3_000.0, 900.0, 29.0)
    assert total.weeks == pytest.approx(2_100 / 29 * 52 / 48)


def test_delays_that_have_no_answer() -> None:
    """Without sessions none is lost; where either way has no end there is no difference."""
    stands = LicenceInputs()
    asked = requirement_for("TX", stands)
    without = delays(practice(), asked, 0.0, stands)
    assert (without.by_session_fewer, without.by_missed, without.by_weeks_off) == (None, None, None)
    half = delays(practice(kind(0.5, 50)), asked, 0.0, stands)
    assert half.session_fewer is None
    one = delays(practice(kind(1, 50)), asked, 0.0, stands)
    assert one.session_fewer is not None
    assert not one.session_fewer.reached
    assert (one.path.reached, one.by_session_fewer) == (True, None)


def test_no_cost_of_a_way_without_end() -> None:
    """A cost until nobody knows when is not told."""
    stands = LicenceInputs()
    pace = pace_of(practice(), 0.0, stands)
    path = way_to_licence(requirement_for("TX", stands), pace, stands)
    assert cost_of_way(path, Support(), fees_of("TX", "counselor")) is None


def test_fees_of_a_state() -> None:
    """The country's fees and the state's own, of this kind of licence alone."""
    labels = {(fee.due, fee.amount_usd, fee.confirmed) for fee in fees_of("CA", "lcsw")}
    assert labels == {
        ("exam", 260.0, True),
        ("earlier", 230.0, True),
        ("exam", 150.0, False),
        ("renewal", 220.0, True),
        ("associate_renewal", 150.0, True),
        ("dues", 236.0, False),
        ("renewal", 100.0, False),
    }
    assert len(licence_fee_rows()) == 41


def test_fees_on_the_way() -> None:
    """Three years in California: exam 260, two renewals of 150; law exam 150 unconfirmed.

    What comes after, before, or by choice is not on the way.
    """
    typed = Requirement(state="CA", family="lcsw", total_hours=0, direct_hours=0, least_months=36)
    stands = LicenceInputs(family="lcsw", typed=(typed,))
    path = way_to_licence(requirement_for("CA", stands), PACE, stands)
    assert path.months == pytest.approx(36.0)
    found = cost_of_way(path, Support(), fees_of("CA", "lcsw"))
    assert found is not None
    assert [(row.fee.amount_usd, row.times) for row in found.fees] == [(260, 1), (150, 1), (150, 2)]
    assert (found.supervision, found.fees_usd, found.unconfirmed_fees_usd) == (0.0, 560.0, 150.0)


def test_every_fee_is_of_a_kind_we_know() -> None:
    """Its `due`, families and state are known; what recurs says how often."""
    for row in licence_fee_rows():
        assert row.text("due") in get_args(Due)
        assert set(row.words("families")) <= set(get_args(Family))
        assert row.text("state") in {"", *state_names()}
        if row.text("due") == "associate_renewal":
            assert row.of("every_years") > 0.0
