"""Terms of the letter itself, the order of all checks, and where there is little to ask."""

import pytest

from calc import evaluate
from calc.offers.labour import checks
from tests.calc.offers.labour.letters import DAY, PER_SESSION, RULES, asked, plan, salary, terms


def test_law_in_dollars_says_nothing_of_another_currency() -> None:
    """In euros no minimum wage or threshold is compared; supervision still is."""
    poor = plan({**PER_SESSION, "rates_per_session": [1.0]}, currency="EUR")
    assert set(asked(poor, terms(supervision_named=False))) == {"no_supervision_named"}


def test_no_weeks_and_no_sessions_are_no_crash() -> None:
    """A year without weeks, or without a caseload, asks what it can."""
    idle = plan(**{"work.time.holiday_weeks": 52.0})
    assert asked(idle, terms(quota_sessions_per_week=20.0)) == {}
    empty = plan(**{"work.session_kinds.0.booked_per_week": 0.0})
    assert "quota_against_attendance" not in asked(empty, terms(quota_sessions_per_week=20.0))


def test_what_has_to_be_paid_back() -> None:
    """A sign-on bonus of the plan and training of the letter: amounts, and years to stay."""
    signed = plan(**{"work.benefits.sign_on_bonus": 3_000.0, "work.benefits.sign_on_years": 2.0})
    trained = terms(clawback_amount=4_500.0, clawback_years=3.0)
    found = [c for c in checks(evaluate(signed, RULES), trained, DAY) if c.kind == "clawback"]
    assert [dict(check.values) for check in found] == [
        {"what": "sign_on", "amount": 3_000.0, "years": 2.0},
        {"what": "training", "amount": 4_500.0, "years": 3.0},
    ]
    assert "clawback" not in asked(plan())
    assert "clawback" in asked(plan(kind="contractor"), trained)


def test_a_quota_against_attendance() -> None:
    """80 % are held: a quota of 24 takes 30 booked; 20 held are 4 short, 4 x 48 x $25 = $4,800."""
    cut = {"quota_sessions_per_week": 24.0, "cut_per_session_below_quota": 25.0}
    found = asked(plan(salary(60_000.0, **cut)))["quota_against_attendance"]
    assert found.values == pytest.approx(
        {
            "quota": 24.0,
            "booked": 25.0,
            "held": 20.0,
            "short": 4.0,
            "needed": 30.0,
            "cost_per_year": 4_800.0,
        }
    )
    assert found.grave
    met = asked(plan(salary(60_000.0, **{**cut, "quota_sessions_per_week": 20.0})))
    assert met["quota_against_attendance"].values["short"] == 0.0
    assert met["quota_against_attendance"].values["cost_per_year"] == 0.0
    assert not met["quota_against_attendance"].grave
    free = asked(plan(salary(60_000.0, quota_sessions_per_week=24.0)))["quota_against_attendance"]
    assert (free.values["short"], free.grave) == (pytest.approx(4.0), False)


def test_a_quota_of_the_letter() -> None:
    """A quota that is no part of a salary costs nothing here; none held, none can be told."""
    found = asked(plan(), terms(quota_sessions_per_week=18.0))["quota_against_attendance"]
    assert "cost_per_year" not in found.values
    assert found.values["needed"] == pytest.approx(22.5)
    nobody = plan(**{"work.session_kinds.0.missed_share": 1.0})
    found = asked(nobody, terms(quota_sessions_per_week=18.0))["quota_against_attendance"]
    assert "needed" not in found.values
    assert found.values["short"] == 18.0
    assert "quota_against_attendance" not in asked(plan(salary(60_000.0)))


def test_the_grave_come_first() -> None:
    """Checks are in order of weight."""
    found = checks(evaluate(plan(), RULES), terms(supervision_named=False), DAY)
    graves = [check.grave for check in found]
    assert graves == sorted(graves, reverse=True)
    assert any(graves)
    assert not all(graves)
