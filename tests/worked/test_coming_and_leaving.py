"""What a hire and a departure cost a clinic by hand, and what keeping somebody may cost."""

import numpy as np
import pytest

from calc.staffing import (
    Affordable,
    NotAffordable,
    cash_timeline,
    evaluate_clinic,
    pay_for_share,
    turnover_of,
)
from tests.worked.clinics import clinic, salaried


def test_what_can_be_paid_to_keep_a_third() -> None:
    """Of 100,000 keep 34 %: 66,000. Contractor 66 a session or 66 %.

    An employee's pay x 1.0765 + 285 = 66,000: 61,045.06, a salary, or 61.05 a session, or 61.05 %.
    By the hour: 1,000 paid hours of 50 + 10 minutes.
    """
    result = evaluate_clinic(clinic(salaried()))
    found = {one.form: one for one in pay_for_share(result, "Post 1", 0.34)}
    pay = (66_000 - 285) / 1.0765
    wanted = {
        "salary": pay,
        "hourly": pay / 1_000,
        "per_session": pay / 1_000,
        "split": pay / 100_000,
        "contractor_per_session": 66.0,
        "contractor_split": 0.66,
    }
    for form, amount in wanted.items():
        one = found[form]
        assert isinstance(one, Affordable)
        assert one.amount == pytest.approx(amount)
        assert one.kept_share == pytest.approx(0.34)
        assert one.cost_per_year == pytest.approx(66_000)


def test_nothing_can_be_paid_to_keep_more_than_all() -> None:
    """Benefits of 5,000 a year leave 95 %, not 98: no employee's pay does, a contractor's might."""
    result = evaluate_clinic(clinic(salaried(benefits_cost_per_year=5_000)))
    found = {one.form: one for one in pay_for_share(result, "Post 1", 0.98)}
    salary = found["salary"]
    assert isinstance(salary, NotAffordable)
    assert salary.most_kept_share == pytest.approx(0.95)
    assert isinstance(found["contractor_split"], Affordable)


def test_cash_of_a_hire() -> None:
    """A hire in month 1 with 20 insurer sessions at once after 13 weeks, paid 4 weeks later.

    13 weeks are three months; the fourth month pays nothing but its last third of a week: 4 1/3
    weeks less 4. From month 5 on a month brings 100,000 / 12 and costs 64,875 / 12. The hire costs
    3,000. Lowest is the end of month 4.
    """
    plan = clinic(
        salaried(start_month=1),
        hiring={
            "hiring_cost": 3_000,
            "credentialing_weeks": 13,
            "ramp_sessions_per_week": 0,
            "payer_lag_weeks": 4,
            "opening_cash": 20_000,
        },
    )
    cash = cash_timeline(evaluate_clinic(plan))
    month = 64_875 / 12
    assert cash.pay == pytest.approx(np.full(24, month))
    assert cash.hiring[0] == 3_000
    assert cash.receipts[:3] == pytest.approx(np.zeros(3))
    assert cash.receipts[3] == pytest.approx(100_000 / 52 / 3)
    assert cash.receipts[4:] == pytest.approx(np.full(20, 100_000 / 12))
    end = 20_000 - 3_000 - 4 * month + 100_000 / 52 / 3
    assert cash.lowest == pytest.approx(end)
    assert cash.lowest_month == 4
    # The cash is gone at the end of month 4: three months end with some left.
    assert end < 0
    assert cash.runway_months == 3


def test_a_departure_by_hand() -> None:
    """Vacant 10 weeks, then 10 weeks of credentialing: 20 of 52 weeks of 100,000 are lost.

    Saved are 10 weeks of 64,875; replacing is a quarter of 60,000; 40 % of 20 clients are lost.
    """
    plan = clinic(
        salaried(),
        turnover={"vacancy_weeks": 10, "replacement_cost_share": 0.25, "clients_lost_share": 0.4},
        hiring={"credentialing_weeks": 10, "ramp_sessions_per_week": 0},
    )
    result = turnover_of(evaluate_clinic(plan))
    (post,) = result.posts
    assert post.receipts_lost == pytest.approx(100_000 * 20 / 52)
    assert post.pay_saved == pytest.approx(64_875 * 10 / 52)
    assert post.replacement == pytest.approx(15_000)
    assert post.clients_lost == pytest.approx(8)
    assert post.sessions_lost == pytest.approx(1_000 * 20 / 52)
    assert post.weeks_until_full == pytest.approx(20)
    assert post.cost == pytest.approx(15_000 + (100_000 * 20 - 64_875 * 10) / 52)
    assert result.departures == pytest.approx(post.chance)
    assert result.cost == pytest.approx(post.chance * post.cost)
