"""Cases of an independent report on a clinic: pay, ramp, wages, break-even and turnover."""

import numpy as np
import pytest

from calc.months.filling import ramp_sessions, sessions_in_week, sessions_lost_to_ramp
from calc.questions.solve import closed_forms
from calc.staffing.capacity import caseload_of
from calc.staffing.equal_pay import (
    cost_equal_split,
    pay_equal_split,
    sessions_to_carry_pay_by_session,
    sessions_to_carry_salary,
)
from calc.staffing.turnover import monthly_rate, stable_and_tipping_load, tipping_limit
from calc.taxes.payroll import PayrollRates, employer_load, loaded_cost
from tests.oracle.model_checks import RULES, case, near


def test_b06_a_caseload_that_fills() -> None:
    """Sessions of the first year, and those that a full caseload would have had beside them."""
    inputs, expected = case("B06")
    ramp = (
        float(inputs["credentialing_weeks"]),
        float(inputs["sessions_added_per_week"]),
        float(inputs["cap"]),
        inputs["weeks"],
    )
    assert float(ramp_sessions(*ramp)) == near(expected["total_sessions"])
    assert float(sessions_lost_to_ramp(*ramp)) == near(expected["lost_sessions"])


def test_g01_the_loaded_cost_of_a_salary() -> None:
    """Pay, FICA, both unemployment taxes on their bases, and benefits as a share of pay."""
    inputs, expected = case("G01")
    # The case gives one rate for both halves of FICA; the pay is below the wage base.
    rates = PayrollRates(
        social_security_rate=inputs["fica"] - 0.0145,
        social_security_base=184_500.0,
        medicare_rate=0.0145,
        federal_unemployment_rate=inputs["futa_rate"],
        federal_unemployment_base=inputs["futa_base"],
        state_unemployment_rate=inputs["suta_rate"],
        state_unemployment_base=inputs["suta_base"],
    )
    pay = float(inputs["pay"])
    load = employer_load(pay, rates, benefits_share=inputs["benefits_share"])
    assert float(loaded_cost(pay, load).amount) == near(expected["value"])


def test_g03_the_split_that_costs_the_same() -> None:
    """A contractor's share that costs what an employee's share and its load do."""
    inputs, expected = case("G03")
    found = cost_equal_split(inputs["w2_share"], inputs["employer_load"])
    assert float(found) == near(expected["value"])


def test_g04_the_split_that_pays_the_same() -> None:
    """A contractor's share that leaves the same after payroll tax, at the rates of the law."""
    inputs, expected = case("G04")
    federal = {
        name: RULES[f"us_federal.{name}"].number
        for name in (
            "employee_social_security_rate",
            "employee_medicare_rate",
            "se_net_earnings_factor",
            "se_social_security_rate",
            "se_medicare_rate",
        )
    }
    found = pay_equal_split(
        inputs["w2_share"],
        federal["employee_social_security_rate"] + federal["employee_medicare_rate"],
        federal["se_net_earnings_factor"],
        federal["se_social_security_rate"] + federal["se_medicare_rate"],
    )
    assert float(found) == near(expected["value"])


def test_g05_sessions_that_carry_pay_by_the_session() -> None:
    """What each held session leaves pays for overhead."""
    inputs, expected = case("G05")
    found = sessions_to_carry_pay_by_session(
        inputs["overhead_per_year"],
        inputs["weeks"],
        inputs["attend"],
        inputs["receipt"],
        inputs["pay_per_session"],
        inputs["load"],
    )
    assert float(found) == near(expected["value"])


def test_g06_sessions_that_carry_a_salary() -> None:
    """Receipts pay for a loaded salary and overhead."""
    inputs, expected = case("G06")
    found = sessions_to_carry_salary(
        inputs["loaded_salary"],
        inputs["overhead_per_year"],
        inputs["weeks"],
        inputs["attend"],
        inputs["receipt"],
    )
    assert float(found) == near(expected["value"])


def test_a02_the_caseload_of_a_steady_pace() -> None:
    """Those who start a week over the share who end."""
    inputs, expected = case("A02")
    found = caseload_of(inputs["intakes_per_week"], inputs["weekly_hazard"])
    assert float(found) == near(expected["value"])


def test_b06_the_first_year_of_a_hire() -> None:
    """Credentialing, then a straight ramp: sessions held, and those short of a full year."""
    inputs, expected = case("B06")
    weeks = np.arange(1.0, inputs["weeks"] + 1.0)
    each = sessions_in_week(
        weeks, inputs["cap"], inputs["sessions_added_per_week"], inputs["credentialing_weeks"]
    )
    assert float(np.sum(each)) == near(expected["total_sessions"])
    short = inputs["cap"] * inputs["weeks"] - float(np.sum(each))
    assert short == near(expected["lost_sessions"])


def test_g13_the_clients_beyond_which_no_load_is_stable() -> None:
    """By the closed form; and there the stable and the tipping load are one."""
    inputs, expected = case("G13")
    terms = (
        inputs["reference_load"],
        inputs["base_leaving_rate"],
        inputs["vacancy_years"],
        inputs["gamma"],
    )
    found = float(tipping_limit(*terms))
    assert found == near(expected["value"])
    stable, tipping = stable_and_tipping_load(found - 1e-9, *terms)
    assert float(stable) == pytest.approx(float(tipping), rel=1e-4)
    assert np.isnan(stable_and_tipping_load(found + 1e-6, *terms)).all()


def test_g16_a_month_of_a_yearly_share() -> None:
    """The monthly share that comes to the yearly one."""
    inputs, expected = case("G16")
    assert float(monthly_rate(inputs["annual_probability"])) == near(expected["value"])


def test_g08_pay_lines_that_meet_on_the_flat_part() -> None:
    """Not where the bent line would, were it straight."""
    inputs, expected = case("G08")
    found = closed_forms.sessions_where_pay_meets(
        inputs["base"],
        inputs["bonus_per_session"],
        inputs["threshold_sessions"],
        inputs["ffs_per_session"],
    )
    assert float(found) == near(expected["sessions"])
