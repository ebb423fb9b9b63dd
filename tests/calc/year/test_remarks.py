"""Lawful but odd input is a remark, each of its own kind."""

from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules

OWN = {"kind": "own_practice"}
EMPLOYEE = {"kind": "employee"}
PLAIN: dict[str, Any] = {"work": OWN}
SALARY = {"kind": "salary", "contracted_hours_per_week": 60.0}
HOURLY = {"kind": "hourly", "paid_leave_weeks": 10.0}


def kinds_of(data: dict[str, Any], year: int = 2026) -> dict[str, str]:
    """Kinds of the remarks on a plan, with their paths."""
    result = evaluate(Scenario.parse(data), load_rules(year))
    return {remark.kind: remark.path for remark in result.remarks}


def test_a_usual_practice_has_no_remark() -> None:
    """The defaults are not odd."""
    assert kinds_of(PLAIN) == {}


@pytest.mark.parametrize(
    ("data", "kind", "path"),
    [
        ({"work": {**OWN, "session_kinds": []}}, "no_sessions", ""),
        ({"work": {**OWN, "session_kinds": []}}, "no_money_in", ""),
        (
            {"work": {**OWN, "time": {"holiday_weeks": 51.0, "sickness_weeks": 1.0}}},
            "no_worked_weeks",
            "work.time.holiday_weeks",
        ),
        (
            {"work": {**OWN, "time": {"travel_hours_per_week": 150.0}}},
            "more_hours_than_a_week",
            "",
        ),
        (
            {"work": OWN, "household": {"other_job_hours_per_week": 150.0}},
            "more_hours_than_a_week",
            "",
        ),
        (
            {"work": {**OWN, "time": {"after_hours_per_week": 90.0}}},
            "after_hours_exceed_hours",
            "work.time.after_hours_per_week",
        ),
        (
            {
                "work": {
                    **OWN,
                    "session_kinds": [{"payer": "private", "missed_share": 0.9}],
                    "time": {"waiting_reused_share": 1.0},
                }
            },
            "reuse_exceeds_work",
            "work.time.waiting_reused_share",
        ),
        (
            {"work": {**EMPLOYEE, "pay": SALARY}},
            "contracted_hours_not_listed",
            "work.pay.contracted_hours_per_week",
        ),
        (
            {"work": {**EMPLOYEE, "pay": {**SALARY, "contract_is_worked": True}}},
            "contracted_hours_counted",
            "work.pay.contracted_hours_per_week",
        ),
        (
            {"work": {**EMPLOYEE, "pay": {**HOURLY, "contracted_hours_per_week": 60.0}}},
            "contracted_hours_not_paid",
            "work.pay.contracted_hours_per_week",
        ),
        (
            {"work": {**EMPLOYEE, "pay": {**HOURLY, "contracted_hours_per_week": 10.0}}},
            "paid_hours_beyond_contract",
            "work.pay.contracted_hours_per_week",
        ),
        (
            {"work": {**EMPLOYEE, "pay": HOURLY}},
            "paid_leave_exceeds_weeks_off",
            "work.pay.paid_leave_weeks",
        ),
        ({"work": OWN, "costs": [{"kind": "rent", "amount": 50_000.0}]}, "loss", ""),
        (
            {"work": {**OWN, "health_premium_per_month": 20_000.0}},
            "take_home_negative",
            "",
        ),
        (
            {"work": {**OWN, "form": {"kind": "s_corporation", "salary_per_year": 4e5}}},
            "salary_beyond_the_practice",
            "work.form.salary_per_year",
        ),
        (
            {"work": {**OWN, "form": {"kind": "s_corporation", "salary_per_year": 0.0}}},
            "corporation_pays_no_salary",
            "work.form.salary_per_year",
        ),
        ({"work": OWN, "tax_year": 2025}, "other_tax_year", "tax_year"),
        (
            {"work": OWN, "household": {"spouse_wages_per_year": 1.0}},
            "spouse_wages_not_counted",
            "household.spouse_wages_per_year",
        ),
        ({"work": OWN, "currency": "EUR"}, "us_tax_in_other_currency", "currency"),
        (
            {"work": {**OWN, "saving": {"sep_per_year": 90_000.0}}},
            "over_the_legal_limit",
            "work.saving.sep_per_year",
        ),
        (
            {"work": {**OWN, "session_kinds": [{"payer": "private", "fee_per_session": 401.0}]}},
            "far_above_typical",
            "work.session_kinds.0.fee_per_session",
        ),
    ],
    ids=lambda item: item if isinstance(item, str) else "",
)
def test_each_oddity_has_its_remark(data: dict[str, Any], kind: str, path: str) -> None:
    """The remark names its kind and, where there is one, its field."""
    found = kinds_of(data)
    assert kind in found
    assert found[kind] == path


@pytest.mark.parametrize(
    "data",
    [
        {"work": OWN, "household": {"state": "CA", "tax": {"mode": "us", "state_rate": 0.05}}},
        {"work": OWN, "household": {"state": "CA", "tax": {"mode": "none"}}, "currency": "EUR"},
        {
            "work": OWN,
            "household": {"filing_status": "joint", "spouse_wages_per_year": 50_000.0},
        },
        {"work": {**EMPLOYEE, "pay": {"kind": "salary", "contracted_hours_per_week": 28.0}}},
        {"work": {**EMPLOYEE, "pay": {"kind": "hourly", "paid_leave_weeks": 6.0}}},
        {"work": {**OWN, "session_kinds": [{"payer": "private", "fee_per_session": 400.0}]}},
        # The year was not stated, so its default is not held against anyone.
        {"work": {**OWN, "saving": {"health_savings": {"contribution_per_year": 4_300.0}}}},
    ],
    ids=["rate", "no-tax", "joint", "salary", "leave", "band", "limit"],
)
def test_what_is_not_odd_has_none(data: dict[str, Any]) -> None:
    """The other side of each rule."""
    assert kinds_of(data) == {}
    assert "other_tax_year" not in kinds_of(PLAIN, year=2025)


@pytest.mark.parametrize(
    ("state", "rate", "year", "told"),
    [
        ("CA", None, 2025, True),
        ("CA", 0.05, 2025, False),
        ("CA", None, 2026, False),
        ("TX", None, 2025, False),
    ],
)
def test_state_tax_left_out_is_told(state: str, rate: float | None, year: int, told: bool) -> None:
    """Only where the state taxes earnings, its year is not recorded and no rate is entered."""
    tax = {"mode": "us", "state_rate": rate} if rate else {"mode": "us"}
    data = {"work": OWN, "household": {"state": state, "tax": tax}, "tax_year": year}
    found = kinds_of(data, year=year)
    assert found.get("state_tax_not_included") == ("household.tax.state_rate" if told else None)


def test_one_odd_draw_is_enough() -> None:
    """A batch is remarked on where any of its draws is odd, and says with which figures."""
    batch = (
        Scenario.parse(PLAIN)
        .with_values({"work.session_kinds": [{"payer": "private"}]})
        .with_values({"work.session_kinds.0.fee_per_session": np.array([100.0, 900.0])})
    )
    (remark,) = evaluate(batch, load_rules(2026)).remarks
    assert remark.kind == "far_above_typical"
    assert remark.values["high"] == 200.0


def test_the_gravest_come_first() -> None:
    """What makes a figure unknown is told before what is only unusual."""
    work = {**OWN, "session_kinds": [], "time": {"administration_hours_per_week": 50.0}}
    found = list(kinds_of({"work": work, "household": {"state": "CA"}}))
    assert found[:2] == ["no_sessions", "no_money_in"]
    assert found[-1] == "far_above_typical"


def test_clients_in_other_states_are_told_where_they_are_stated_and_move_nothing() -> None:
    """Not asked and none say nothing; a share says what it may mean, tax to a practice only.

    An employee's wages are taxed as the employer's state does: nothing is said of tax there.
    """
    share = "clients_in_other_states_share"
    for stated in ({}, {share: 0.0}):
        assert "clients_in_other_states" not in kinds_of({"work": {**OWN, **stated}})
    told = {}
    for work in (OWN, EMPLOYEE):
        plain, found = (
            evaluate(Scenario.parse({"work": {**work, **stated}}), load_rules(2026))
            for stated in ({}, {share: 0.3})
        )
        assert found.wage.amount == plain.wage.amount
        assert found.taxes.amount == plain.taxes.amount
        (remark,) = [one for one in found.remarks if one.kind == "clients_in_other_states"]
        assert remark.path == f"work.{share}"
        assert remark.values["share"] == 0.3
        told[work["kind"]] = remark.values["taxed"]
    assert "as California does" in told["own_practice"]
    assert told["employee"] == ""


def test_an_hourly_contract_of_the_hours_that_are_paid_has_no_remark() -> None:
    """Nor has one that nobody stated; both pay for the hours that are listed as paid work."""
    plan = Scenario.parse({"work": {**EMPLOYEE, "pay": HOURLY}})
    year = evaluate(plan, load_rules(2026)).year
    paid = sum(float(row.paid.amount) for row in year.rows.values())
    week = paid / float(year.worked_weeks.amount)
    stated = {**HOURLY, "contracted_hours_per_week": week}
    about_hours = {"contracted_hours_not_paid", "paid_hours_beyond_contract"}
    for pay in (HOURLY, stated):
        assert not about_hours & set(kinds_of({"work": {**EMPLOYEE, "pay": pay}}))
