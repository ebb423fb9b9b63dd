"""The way to a licence by hand: the weeks that each term of a board takes."""

import numpy as np
import pytest

from calc import evaluate
from calc.offers.licensure import LicencePath, pace_of, requirement_for, weeks_to_licence
from calc.scenario import LicenceInputs, Ramp
from tests.worked.associates import RULES, associate, only, way


def weeks_by_term(path: LicencePath) -> dict[str, float | None]:
    """Calendar weeks of each term."""
    return {term.name: term.weeks for term in path.terms}


def test_texas() -> None:
    """The hours in all decide.

    All hours: 3,000 / 29 = 103.448 worked weeks, x 52 / 48 = 112.069 weeks = 25.862 months.
    Direct: 1,500 / 20 = 75 worked weeks, x 52 / 48 = 81.25. Least: 18 months = 78 weeks.
    """
    path = way(associate())
    assert weeks_by_term(path) == pytest.approx(
        {"total_hours": 3_000 / 29 * 52 / 48, "direct_hours": 81.25, "least_months": 78.0}
    )
    assert path.binding is not None
    assert path.binding.name == "total_hours"
    assert path.weeks == pytest.approx(112.0689655)
    assert path.months == pytest.approx(25.8620690)
    assert path.worked_weeks == pytest.approx(103.4482759)
    assert path.unknown == ("supervision_hours",)
    assert (path.at_least, path.never) == (True, False)


def test_more_administration_makes_direct_hours_decide() -> None:
    """20 hours of administration: 45 count, 3,000 / 45 x 52 / 48 = 72.2; direct still 81.25."""
    path = way(associate(administration=20))
    assert path.binding is not None
    assert path.binding.name == "direct_hours"
    assert path.weeks == pytest.approx(81.25)


def test_what_is_collected_counts() -> None:
    """2,200 hours, 1,100 direct and 10 months behind: 800 / 29, 400 / 20 and 8 months are left.

    800 / 29 = 27.586 x 52 / 48 = 29.885; 20 x 52 / 48 = 21.667; 8 x 52 / 12 = 34.667 decides.
    """
    path = way(associate(), done_total_hours=2_200, done_direct_hours=1_100, done_months=10)
    assert weeks_by_term(path) == pytest.approx(
        {"total_hours": 29.8850575, "direct_hours": 21.6666667, "least_months": 34.6666667}
    )
    assert path.binding is not None
    assert path.binding.name == "least_months"


def test_a_slow_start() -> None:
    """13 weeks without clients, then 2 more sessions each worked week, full at 24 in the 12th.

    The 13 are weeks of the calendar, 13 x 48 / 52 = 12 of them worked. The 12 worked weeks of the
    ramp book 2 + 4 + ... + 24 = 156 sessions, so 156 x 20 / 24 = 130 are held.
    Direct: 12 + (1,500 - 130) / 20 = 80.5 worked weeks, x 52 / 48 = 87.208, and 13: 100.208.
    All: notes 130 x 0.15 = 19.5, other work 24 x 6 = 144, together 293.5 in 24 worked weeks;
    24 + (3,000 - 293.5) / 29 = 117.328 worked weeks, x 52 / 48 = 127.105.
    """
    path = way(associate(), ramp=Ramp(credentialing_weeks=13, sessions_added_per_week=2))
    weeks = weeks_by_term(path)
    assert weeks["direct_hours"] == pytest.approx(13 + 80.5 * 52 / 48)
    assert weeks["total_hours"] == pytest.approx((24 + 2_706.5 / 29) * 52 / 48)
    assert weeks["least_months"] == 78.0


def test_enough_within_the_slow_start() -> None:
    """100 direct hours left: 120 booked sessions' worth. 2 + ... + 20 = 110 by week 23, then 22.

    So 23 weeks and 10 / 22 of week 24.
    """
    path = way(
        associate(weeks=52),
        ramp=Ramp(credentialing_weeks=13, sessions_added_per_week=2),
        **only(direct_hours=100),
    )
    assert path.weeks == pytest.approx(23 + 10 / 22)


def test_the_full_caseload_after_a_delay() -> None:
    """13 weeks without clients and then all at once: 13 weeks and 75 worked ones, 13 + 81.25.

    The delay is as long however many weeks are off: with 40 worked ones, 13 + 75 x 52 / 40.
    """
    path = way(associate(), ramp=Ramp(credentialing_weeks=13))
    assert weeks_by_term(path)["direct_hours"] == pytest.approx(13 + 81.25)
    path = way(associate(weeks=40), ramp=Ramp(credentialing_weeks=13))
    assert weeks_by_term(path)["direct_hours"] == pytest.approx(13 + 97.5)


@pytest.mark.parametrize(("missed", "weeks"), [(0.0, 75.0), (0.2, 93.75)])
def test_missed_sessions_cost_time(missed: float, weeks: float) -> None:
    """The report's check: 20 kept a week need 75 working weeks; with 20 % missed 16 need 94."""
    plan = associate(weeks=52, missed=missed).scenario
    result = evaluate(plan.with_values({"work.session_kinds.0.booked_per_week": 20.0}), RULES)
    assert way(result, **only(direct_hours=1_500)).weeks == pytest.approx(weeks)


def test_florida() -> None:
    """100 hours of supervision, 100 supervised weeks, one hour of it for 15 direct ones.

    Half an hour a week: 200 worked weeks for either. 100 supervised weeks x 52 / 48 = 108.333.
    """
    path = way(associate(supervision=0.5), "FL")
    assert weeks_by_term(path) == pytest.approx(
        {
            "direct_hours": 81.25,
            "supervision_hours": 200 * 52 / 48,
            "direct_hours_per_supervision_hour": 200 * 52 / 48,
            "least_months": 104.0,
            "least_supervised_weeks": 100 * 52 / 48,
        }
    )


def test_supervised_weeks_behind() -> None:
    """6 months behind in 48 weeks a year are 24 worked weeks; 76 are left, x 52 / 48 = 82.333."""
    path = way(associate(), "FL", done_months=6)
    assert weeks_by_term(path)["least_supervised_weeks"] == pytest.approx(76 * 52 / 48)


def test_no_supervision_is_never_enough() -> None:
    """Without supervision in Florida the way has no end, and the term is named."""
    path = way(associate(supervision=0), "FL")
    assert not path.reached
    assert (path.weeks, path.months, path.worked_weeks) == (None, None, None)
    assert path.binding is not None
    assert path.binding.name == "supervision_hours"
    assert path.binding.weeks is None
    assert (path.never, path.at_least) == (True, False)


def test_most_hours_a_week() -> None:
    """A California week of 45 hours counts 40: 3,000 / 40 = 75 worked weeks, x 52 / 48 = 81.25."""
    path = way(associate(administration=20), "CA")
    assert weeks_by_term(path)["total_hours"] == pytest.approx(81.25)


def test_a_cap_on_other_hours() -> None:
    """Of 3,000 hours 1,250 may be others: 1,750 are direct, 1,750 / 20 = 87.5 worked weeks.

    200 others and 300 direct behind: 1,450 / 20 = 72.5 x 52 / 48 = 78.542; 2,500 / 45 = 55.556.
    1,400 others behind count as 1,250: 3,000 - 1,250 = 1,750 are left either way.
    """
    asked = only(total_hours=3_000, most_other_hours=1_250)
    busy = associate(administration=20)
    weeks = weeks_by_term(way(busy, **asked))
    assert weeks["most_other_hours"] == pytest.approx(87.5 * 52 / 48)
    behind = {"done_total_hours": 500, "done_direct_hours": 300}
    weeks = weeks_by_term(way(busy, **asked, **behind))
    assert weeks["most_other_hours"] == pytest.approx(72.5 * 52 / 48)
    assert weeks["total_hours"] == pytest.approx(2_500 / 45 * 52 / 48)
    weeks = weeks_by_term(way(busy, **asked, done_total_hours=1_400))
    assert weeks["most_other_hours"] == pytest.approx(87.5 * 52 / 48)
    assert weeks["total_hours"] == pytest.approx(1_750 / 45 * 52 / 48)


def test_supervision_limits_what_counts() -> None:
    """5 direct hours for one of supervision: 5 of 20 count, so 5 + 9 = 14 of the 29 in all."""
    path = way(associate(), **only(total_hours=1_400, direct_hours_per_supervision_hour=5))
    assert path.weeks == pytest.approx(100 * 52 / 48)


def test_draws_equal_single_ways() -> None:
    """Weeks of a row of missed shares are the weeks of each alone, with a slow start too."""
    missed = np.array([0.0, 0.1, 1 / 6, 0.5, 1.0])
    stands = LicenceInputs()
    asked = requirement_for("TX", stands)
    for ramp in (None, Ramp(credentialing_weeks=6.5, sessions_added_per_week=1.5)):
        together = weeks_to_licence(
            asked, pace_of(associate(missed=missed), 0.2, stands), stands, ramp
        )
        for share, weeks in zip(missed, np.asarray(together), strict=True):
            alone = way(associate(missed=float(share)), ramp=ramp).weeks
            assert (np.inf if alone is None else alone) == pytest.approx(weeks, rel=1e-12)


def test_draws_of_weeks_off_equal_single_ways() -> None:
    """The delay is weeks of the calendar for each draw, however many of them it works."""
    weeks = np.array([30.0, 40.0, 48.0, 52.0])
    stands, ramp = LicenceInputs(), Ramp(credentialing_weeks=6.5, sessions_added_per_week=1.5)
    pace = pace_of(associate(weeks=weeks), 0.2, stands)
    together = weeks_to_licence(requirement_for("TX", stands), pace, stands, ramp)
    for worked, found in zip(weeks, np.asarray(together), strict=True):
        alone = way(associate(weeks=float(worked)), ramp=ramp).weeks
        assert alone == pytest.approx(found, rel=1e-12)
