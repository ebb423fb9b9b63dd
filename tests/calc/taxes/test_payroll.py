"""What an employee costs: each tax on its base, and the law of a state."""

import numpy as np
import pytest

from calc.parameters import load_rules, states
from calc.staffing.equal_pay import sessions_to_carry_pay_by_session
from calc.taxes.paid_leave import employer_leave
from calc.taxes.payroll import employer_fica, employer_load, loaded_cost, payroll_rates

RULES = load_rules(2026)


def rows(pay: float, state: str, **more: float) -> dict[str, float]:
    """The employer's rows for a pay in a state."""
    load = employer_load(pay, payroll_rates(RULES, state, workers_compensation_share=0.0), **more)
    return {part.key.removeprefix("load."): float(part.amount) for part in load.parts}


def test_above_the_wage_base_only_medicare_is_left() -> None:
    """184,500 x 6.2 % + 300,000 x 1.45 % = 11,439 + 4,350."""
    assert float(employer_fica(300_000.0, 184_500.0, 0.062, 0.0145)) == pytest.approx(15_789.0)


def test_texas_at_70_000() -> None:
    """4,340 + 1,015 + 0.6 % of 7,000 + 2.7 % of 9,000."""
    found = rows(70_000.0, "TX")
    assert found["social_security"] == pytest.approx(4_340.0)
    assert found["medicare"] == pytest.approx(1_015.0)
    assert found["federal_unemployment"] == pytest.approx(42.0)
    assert found["state_unemployment"] == pytest.approx(243.0)
    assert found["state_tax"] == 0.0


def test_pay_below_every_base() -> None:
    """At 5,000 the unemployment taxes apply to all of it: 30 and 135."""
    found = rows(5_000.0, "TX")
    assert found["federal_unemployment"] == pytest.approx(30.0)
    assert found["state_unemployment"] == pytest.approx(135.0)


def test_a_nonprofit_owes_no_federal_unemployment_tax() -> None:
    """501(c)(3): the row stays, at nothing; also where the state's credit is reduced."""
    rates = payroll_rates(RULES, "CA", federal_unemployment=False)
    assert rates.federal_unemployment_rate == 0.0
    assert rates.state_unemployment_rate == 0.034


def test_a_credit_reduction_goes_by_the_year() -> None:
    """California: 0.6 % and 1.2 % on 7,000 in 2025; the list of 2026 was not read, so the same."""
    for year, tax in ((2025, 126.0), (2026, 126.0)):
        load = employer_load(70_000.0, payroll_rates(load_rules(year), "CA"))
        assert float(load.find("load.federal_unemployment").amount) == pytest.approx(tax)


def test_the_employers_own_rates_come_first() -> None:
    """A rate from the state's notice and a quote take the place of the typical ones."""
    rates = payroll_rates(
        RULES, "TX", state_unemployment_rate=0.0031, workers_compensation_share=0.005
    )
    load = employer_load(50_000.0, rates)
    assert float(load.find("load.state_unemployment").amount) == pytest.approx(27.9)
    assert float(load.find("load.workers_compensation").amount) == pytest.approx(250.0)


def test_the_employers_own_base_comes_first() -> None:
    """Idaho on a notice's base of 58,300 at 1.2 %: 699.60; on ours of 2024, 53,500: 642."""
    for base, tax in ((58_300.0, 699.6), (None, 642.0)):
        rates = payroll_rates(RULES, "ID", state_unemployment_base=base)
        load = employer_load(70_000.0, rates)
        assert float(load.find("load.state_unemployment").amount) == pytest.approx(tax)


@pytest.mark.parametrize(
    ("state", "employees", "owed"),
    [
        ("WA", 49.0, 0.0),
        ("WA", 50.0, 225.9887),  # 70,000 x 0.322841 %
        ("OR", 24.0, 0.0),
        ("OR", 25.0, 280.0),  # 70,000 x 0.4 %
        ("MA", 25.0, 294.0),  # 70,000 x 0.42 %
        ("MN", 1.0, 308.0),  # 70,000 x 0.44 %
        ("DC", 1.0, 525.0),  # 70,000 x 0.75 %
        ("VT", 1.0, 231.0),  # 70,000 x 0.33 %
        ("CO", 100.0, 0.0),  # one page alone: offered, never counted
        ("CA", 100.0, 0.0),
    ],
)
def test_the_employers_part_of_paid_leave(state: str, employees: float, owed: float) -> None:
    """From so many employees on, and nothing where the employer states its own part."""
    load = employer_load(70_000.0, payroll_rates(RULES, state, employees=employees))
    assert float(load.find("load.paid_leave").amount) == pytest.approx(owed)
    own = payroll_rates(RULES, state, employees=employees, paid_leave=False)
    assert float(employer_load(70_000.0, own).find("load.paid_leave").amount) == 0.0


def test_paid_leave_stops_at_its_base_and_starts_with_its_year() -> None:
    """Washington: 184,500 x 0.322841 % = 595.64; the law read is of 2026, not of 2025."""
    rates = payroll_rates(RULES, "WA", employees=60.0)
    load = employer_load(250_000.0, rates)
    assert float(load.find("load.paid_leave").amount) == pytest.approx(595.641645)
    assert employer_leave(load_rules(2025), "WA") is None


def test_a_premium_before_tax_lowers_payroll_tax_and_nothing_else() -> None:
    """Medicare on 48,000 is 696; benefits of a tenth stand on the whole 50,000."""
    found = rows(
        50_000.0,
        "TX",
        taxed_pay=48_000.0,
        benefits_share=0.1,
        benefits_per_year=1_000.0,
        retirement_per_year=1_500.0,
        other_per_year=300.0,
    )
    assert found["medicare"] == pytest.approx(696.0)
    assert found["benefits"] == pytest.approx(6_000.0)
    assert found["retirement"] == 1_500.0
    assert found["other"] == 300.0


def test_every_state_has_its_rates() -> None:
    """All 51 have a base of at least the federal one and a rate between 0 and 5 %."""
    for state in states().value:  # type: ignore[union-attr]
        rates = payroll_rates(RULES, state)
        assert rates.state_unemployment_base >= rates.federal_unemployment_base
        assert 0.0 < rates.state_unemployment_rate < 0.05


def test_a_batch_equals_its_scalars() -> None:
    """A row of pay gives each pay's own cost."""
    pays = np.array([0.0, 5_000.0, 70_000.0, 250_000.0])
    rates = payroll_rates(RULES, "NY")
    batch = loaded_cost(pays, employer_load(pays, rates, benefits_share=0.2))
    alone = [
        float(loaded_cost(float(pay), employer_load(float(pay), rates, benefits_share=0.2)).amount)
        for pay in pays
    ]
    assert np.array_equal(batch.amount, alone)


def test_a_session_that_costs_more_than_it_brings() -> None:
    """No number of sessions carries the overhead: the answer is below zero."""
    found = sessions_to_carry_pay_by_session(18_000.0, 46.0, 0.9, 60.0, 58.0, 0.09)
    assert float(found) < 0.0
