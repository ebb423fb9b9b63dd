"""Figures that other calculators print, from scenarios set up as each of them assumes."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.peers.assumed import ROWS
from tests.peers.clinics import (
    associate_break_even,
    compassionate_owner_keeps,
    healing_break_even,
    owner_keeps,
    reddit_company_share,
)
from tests.peers.goals import (
    PICNIC,
    fee_of,
    hourly,
    network_must_pay,
    picnic,
    ppp_gross_needed,
    seeking_sessions,
)
from tests.peers.licences import (
    advisor_calendar_weeks,
    advisor_credited_hours_year,
    advisor_years_to_3000,
    licensure_route,
)
from tests.peers.pay import (
    advisor_gross_1,
    advisor_gross_2,
    associate,
    bill,
    clearbrook_after_payroll_tax,
    clearbrook_effective_value_month,
    per_dollar,
    sep_room,
    share_of_what_is_left,
)
from tests.peers.practices import (
    abundance_client_cost_year,
    brightpine_pay_per_session,
    coach_fees_month,
    home_office_deduction,
    jordan_expense_pct,
    jordan_net_before_tax,
    nepsy_gross,
    nepsy_practice_share,
    network,
    network_fee_per_session,
    per_booked_session,
    rebel_sessions_month,
    sprout_admin_hours_week,
    timeinvoicer_documentation_hours_week,
    tpp_gross,
    tpp_gross_day,
)

REPRODUCED: dict[str, Callable[[], float]] = {
    **{name: partial(picnic, name) for name in PICNIC},
    "ppp_gross_needed": ppp_gross_needed,
    "seeking_sessions_per_week": lambda: seeking_sessions(0.0),
    "seeking_scheduled_per_week": lambda: seeking_sessions(0.15),
    "calculatorlib_hourly_rate": lambda: fee_of(hourly(60_000, 8_000, 46, 25, 0.0)),
    "city_revenue_needed": lambda: float(hourly(70_000, 15_000, 48, 30, 0.1).money_in.amount),
    "city_hourly_rate": lambda: fee_of(hourly(70_000, 15_000, 48, 30, 0.1)),
    "sprout_admin_hours_week": sprout_admin_hours_week,
    "rebel_sessions_month": rebel_sessions_month,
    "timeinvoicer_documentation_hours_week": timeinvoicer_documentation_hours_week,
    "tpp_gross_day": tpp_gross_day,
    "tpp_gross": tpp_gross,
    "jordan_net_before_tax": jordan_net_before_tax,
    "jordan_expense_pct": jordan_expense_pct,
    "nepsy_gross": nepsy_gross,
    "nepsy_practice_share": nepsy_practice_share,
    "brightpine_pay_per_session": brightpine_pay_per_session,
    "abundance_client_cost_year": abundance_client_cost_year,
    "coach_fees_month": coach_fees_month,
    "home_office_deduction": home_office_deduction,
    "network_gross_1": lambda: float(network(10, 61).money_in.amount),
    "network_gross_2": lambda: float(network(20, 90).money_in.amount),
    "network_left_1": lambda: float(network(10, 61).profit.amount),
    "network_left_2": lambda: float(network(20, 90).profit.amount),
    "network_per_booked_1": lambda: per_booked_session(network(10, 61), network(10, 61).profit),
    "network_per_booked_2": lambda: per_booked_session(network(20, 90), network(20, 90).profit),
    "network_flat_fee_per_session_1": lambda: network_fee_per_session(10),
    "network_flat_fee_per_session_2": lambda: network_fee_per_session(20),
    "clearbrook_after_payroll_tax": clearbrook_after_payroll_tax,
    "clearbrook_effective_value_month": clearbrook_effective_value_month,
    "advisor_gross_1": advisor_gross_1,
    "advisor_gross_2": advisor_gross_2,
    "associate_employer_ss": lambda: associate("social_security"),
    "associate_employer_medicare": lambda: associate("medicare"),
    "associate_futa": lambda: associate("federal_unemployment"),
    "associate_ui": lambda: associate("state_unemployment"),
    "associate_ett": lambda: associate("state_tax"),
    "associate_workers_comp": lambda: associate("workers_compensation"),
    "associate_total": lambda: associate("total"),
    "associate_multiplier": lambda: associate("multiplier"),
    "compassionate_clinician_share_pct": lambda: share_of_what_is_left(
        "compassionate_clinician_share_pct"
    ),
    **{
        f"network_{kind}_{place}": partial(network_must_pay, f"network_{kind}_{place}", **how)
        for place in (1, 2)
        for kind, how in (
            ("no_fee_network_must_pay", {}),
            ("flat_fee_network_must_pay", {"annual_fee": 1_140.0}),
            ("max_keep_pct", {"of_contract": True}),
        )
    },
    "advisor_credited_hours_year": advisor_credited_hours_year,
    "advisor_years_to_3000": advisor_years_to_3000,
    "advisor_calendar_weeks": advisor_calendar_weeks,
    "licensure_route_total_1": lambda: licensure_route(2),
    "licensure_route_total_2": lambda: licensure_route(6),
    "associate_owner_keeps_1": lambda: owner_keeps(13, 150, 2),
    "associate_owner_keeps_2": lambda: owner_keeps(4, 150, 1),
    "associate_break_even_sessions": associate_break_even,
    "compassionate_owner_keeps_month": compassionate_owner_keeps,
    "reddit_company_share_month": reddit_company_share,
    "healing_break_even_revenue_month": healing_break_even,
    "retirement_half_se_tax": lambda: float(bill(150_000.0).self_employment_tax.amount) / 2,
    "retirement_sep_contribution_1": lambda: sep_room(150_000.0),
    "retirement_sep_contribution_2": lambda: sep_room(250_000.0),
    "payroll_se_tax": lambda: float(bill(180_000.0).self_employment_tax.amount),
    # The employer's half of social security and Medicare is by law the same as the employee's.
    "payroll_payroll_tax": lambda: 2 * float(bill(wages=90_000.0).fica.amount),
    "home_office_per_dollar_1": lambda: per_dollar("self_employment_tax"),
    "home_office_per_dollar_2": lambda: per_dollar("income_tax"),
    "home_office_per_dollar_3": lambda: per_dollar("state", state="CA", state_rate=0.093),
}


@pytest.mark.parametrize("name", REPRODUCED)
def test_reproduced(name: str) -> None:
    """Set up as that source assumes, our engine gives its figure (or what its rule gives)."""
    row = ROWS[name]
    tolerance = float(row["tolerance"]) + 1e-6
    assert REPRODUCED[name]() == pytest.approx(float(row["expected"]), abs=tolerance, rel=0)


def test_every_row_is_accounted_for() -> None:
    """Each row is reproduced by a test, or says why it cannot be had."""
    assert len(ROWS) == 96
    assert {name for name, row in ROWS.items() if row["status"] == "reproduced"} == set(REPRODUCED)
    for row in ROWS.values():
        reproduced = row["status"] == "reproduced"
        reason = row["status"].removeprefix("not expressible: ")
        assert reproduced or len(reason) > 20
        assert row["source_url"].startswith("http")


def test_errors_of_the_source_are_named() -> None:
    """Where a source is in error, what it prints is kept beside what its own rule gives."""
    wrong = [row for row in ROWS.values() if "source is in error" in row["note"]]
    assert len(wrong) == 8
    assert all(float(row["printed_in_error"]) != float(row["expected"]) for row in wrong)
    assert sum(bool(row["printed_in_error"]) for row in ROWS.values()) == len(wrong)
