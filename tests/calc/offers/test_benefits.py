"""Benefits line by line, and what a paycheck leaves."""

import pytest

from calc.offers import benefits_of, net_per_paycheck
from tests.calc.offers.letters import EVERY, PAYS, compared, offer


def test_benefits_line_by_line() -> None:
    """Each at its own worth; supervision provided at the price of an hour bought."""
    benefits = {
        "retirement_match_per_year": 1_500,
        "stipends_per_year": 400,
        "sign_on_bonus": 3_000,
        "sign_on_years": 2,
        "loan_award_per_year": 5_000,
        "loan_award_taxable": True,
        "in_kind": [{"label": "Premium", "worth_per_year": 6_000}],
    }
    row = offer(work={"benefits": benefits, "time": {"holiday_weeks": 4, "sickness_weeks": 1}})
    found = compared(row, offer("hourly", work={"pay": {**PAYS["hourly"], "paid_leave_weeks": 2}}))
    lines = {line.key: float(line.amount) for line in found.compared[0].benefits.parts}
    weeks = float(found.compared[0].result.year.worked_weeks.amount)
    price = found.rules["typical.supervision_price_per_hour"].number
    off = 52 - weeks
    assert lines == pytest.approx(
        {
            "money_in.stipends": 400,
            "money_in.sign_on": 1_500,
            "money_in.match": 1_500,
            "money_in.award": 5_000,
            "benefits.leave": 60_000 / 52 * off,
            "benefits.in_kind.0": 6_000,
            "benefits.supervision": weeks * price,
        }
    )
    leave = found.compared[1].benefits.find("benefits.leave").amount
    assert leave == pytest.approx(2 * 40 * 30)
    # The award and the bonus, with their tax, come apart from the paycheck.
    net = net_per_paycheck(found.compared[0].result, 24)
    assert net is not None
    # Social tax 60,400 x 7.65 %; income tax 1,240 + (60,400 - 16,100 - 12,400) x 12 %.
    withheld = 60_400 * 0.0765 + 1_240 + (60_400 - 16_100 - 12_400) * 0.12
    assert net.amount == pytest.approx((60_400 - withheld) / 24)


def test_a_credit_is_not_in_the_paycheck() -> None:
    """What is paid out with the tax return is not withheld from pay the other way round."""
    home = {"filing_status": "head_of_household", "children_under_17": 2}
    pay = {"kind": "salary", "salary_per_year": 24_000}
    own_cover = {"health_premium_per_month": 300, "premium_before_tax": False}
    (found,) = compared(offer(work={"pay": pay, **own_cover}), household=home).compared
    assert found.result.taxes.amount < 0.0
    assert found.paycheck is not None
    assert found.paycheck.amount == pytest.approx((24_000 - 24_000 * 0.0765) / 26)


def test_no_more_is_saved_from_a_paycheck_than_is_in_it() -> None:
    """A 401(k) above the pay takes what the payroll taxes leave of 24,000, and no more."""
    pay = {"kind": "salary", "salary_per_year": 24_000}
    saved = {"saving": {"deferral_401k_per_year": 30_000}}
    (found,) = compared(offer(work={"pay": pay, **saved})).compared
    assert found.paycheck is not None
    assert found.paycheck.amount == pytest.approx(0.0, abs=1e-9)


def test_a_practice_of_ones_own_provides_nothing() -> None:
    """What one does not pay for is not provided either."""
    (found,) = compared(EVERY[-1]).compared
    assert benefits_of(found.result).amount == 0.0
    assert found.paycheck is None
