"""Contractors and the self-employed by hand: pay, premium and saving, tax year 2026."""

from calc import Result
from tests.worked.arrangements import COLLECTED, KIND, found, result_of


def test_contractor_split() -> None:
    """60 % of 87,100 is profit: SE tax on it; the practice bears card fees and shares losses.

    52,260 x 0.9235 x 0.153 = 7,384.10; taxed 80 % of what is above 16,100.
    """
    result = result_of(
        "contractor", pay={"kind": "split", "share": 0.6}, health_premium_per_month=0
    )
    profit = 0.6 * COLLECTED
    se = profit * 0.9235 * 0.153
    taxable = (profit - se / 2 - 16_100) * 0.8
    income_tax = 1_240 + (taxable - 12_400) * 0.12
    found(result, money_in=52_260, costs=0, profit=52_260, taxes__fica=0)
    found(result, taxes__self_employment=se, taxes__federal_income=income_tax)
    found(result, take_home=profit - se - income_tax, staircase__share=-0.4 * 87.1)


def test_contractor_per_session() -> None:
    """A contractor's rate is paid for sessions held only, unless a part for lost ones is stated."""
    pay = {"kind": "per_session", "rates_per_session": [60]}
    found(result_of("contractor", pay=pay, tax="none"), money_in=900 * 60)
    found(
        result_of("contractor", pay={**pay, "lost_sessions_paid_share": 0.25}, tax="none"),
        money_in=(900 + 25) * 60,
    )


def test_saving_of_the_self_employed() -> None:
    """A SEP lowers adjusted income and is set aside; more than the law allows is not deducted.

    Profit 87,100, half of SE tax 6,153.42: at most 20 % of the rest, 16,189.32.
    """
    own = {"card_fee_share": 0, "card_fee_per_charge": 0, "health_premium_per_month": 0}
    half = COLLECTED * 0.9235 * 0.153 / 2
    most = 0.2 * (COLLECTED - half)
    for sep, deducted in ((10_000, 10_000), (30_000, most)):
        result = result_of("own_practice", saving={"sep_per_year": sep}, **own)
        found(result, set_aside=sep, taxes__adjusted_income=COLLECTED - half - deducted)
        limits = [r.path for r in result.remarks if r.kind == "over_the_legal_limit"]
        assert limits == (["work.saving.sep_per_year"] if sep > most else [])


def test_premium_of_the_self_employed_at_most_profit() -> None:
    """The own premium is deducted up to profit less half SE tax; the rest is paid, not deducted."""
    kind = {**KIND, "fee_per_session": 5}
    result = result_of("own_practice", kinds=[kind], health_premium_per_month=1_000)
    found(result, taxes__adjusted_income=0, taxes__federal_income=-0.0765 * _earned(result))
    found(result, health_cover=12_000)


def _earned(result: Result) -> float:
    """Earned income: profit less half of SE tax, here below the top of the earned income credit."""
    profit = float(result.profit.amount)
    return profit * (1 - 0.9235 * 0.153 / 2)
