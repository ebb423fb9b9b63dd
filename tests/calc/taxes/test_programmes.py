"""State payroll programmes of employees, by hand; law of 2026 unless said."""

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.parameters import local_presets, state_names
from calc.parameters.files import read
from calc.taxes import Household, tax_bill

RULES = load_rules(2026)


def paid(state: str, wages: float, year: int = 2026) -> dict[str, float]:
    """What an employee pays to each programme of a state, and in all."""
    bill = tax_bill(Household(state=state, wages=wages), load_rules(year))
    line = bill.payroll_programmes
    found = {part.key.rpartition(".")[-1]: float(part.amount) for part in line.parts}
    assert found.pop("own_rate") == 0.0
    return {**found, "all": float(line.amount)}


@pytest.mark.parametrize(
    ("state", "wages", "expected"),
    [
        # 1.3 % of all wages.
        ("CA", 200_000.0, {"CA_sdi": 2_600.0, "all": 2_600.0}),
        # 0.44 % of wages up to 184,500.
        ("CO", 100_000.0, {"CO_famli": 440.0, "all": 440.0}),
        ("CO", 300_000.0, {"CO_famli": 811.8, "all": 811.8}),
        # 0.432 % up to 411.91 a year, and 0.5 % up to 31.20 a year.
        ("NY", 50_000.0, {"NY_disability": 31.2, "NY_family_leave": 216.0, "all": 247.2}),
        ("NY", 200_000.0, {"NY_disability": 31.2, "NY_family_leave": 411.91, "all": 443.11}),
        # 0.6 % up to 184,500, and 0.1 % of all wages.
        ("OR", 200_000.0, {"OR_paid_leave": 1_107.0, "OR_transit": 200.0, "all": 1_307.0}),
        # 0.23 % and 0.19 % up to 171,100; 0.3825 % and 0.0425 % up to 44,800.
        (
            "NJ",
            100_000.0,
            {
                "NJ_family_leave": 230.0,
                "NJ_temporary_disability": 190.0,
                "NJ_unemployment": 171.36,
                "NJ_workforce": 19.04,
                "all": 610.4,
            },
        ),
        # 0.44 % up to 185,000: at most 814.
        ("MN", 250_000.0, {"MN_paid_leave": 814.0, "all": 814.0}),
        ("TX", 100_000.0, {"all": 0.0}),
    ],
)
def test_by_hand(state: str, wages: float, expected: dict[str, float]) -> None:
    """Rate x wages, on wages up to the base, at most the yearly limit; each programme a row."""
    assert paid(state, wages) == pytest.approx(expected, abs=0.005)


def test_each_year_has_its_programmes() -> None:
    """Minnesota's begins in 2026; California's rate was 1.2 % in 2025."""
    assert paid("MN", 100_000.0, year=2025) == {"all": 0.0}
    assert paid("CA", 100_000.0, year=2025)["all"] == pytest.approx(1_200.0)


def test_the_self_employed_owe_none() -> None:
    """Programmes are on wages: a practice's profit owes nothing, and Vermont's is income tax."""
    for state in state_names():
        bill = tax_bill(Household(state=state, profit=100_000.0), load_rules(2026))
        assert float(bill.payroll_programmes.amount) == 0.0


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        # Wages 70,000; premium 6,000, HSA 2,000 and 401(k) 10,000 are taken from pay before tax.
        ("CA", 0.013 * (70_000 - 6_000)),  # the HSA stays in, as the deferral does
        ("CO", 0.0044 * 70_000),
        ("CT", 0.005 * (70_000 - 6_000 - 2_000)),
        ("DE", 0.004 * (70_000 - 6_000 - 2_000)),
        ("HI", 0.005 * 70_000),
        ("MN", 0.0044 * 70_000),
        ("OR", 0.006 * (70_000 - 6_000 - 2_000) + 0.001 * (70_000 - 18_000)),
        ("RI", 0.011 * (70_000 - 18_000)),
        ("VT", 0.0011 * (70_000 - 18_000)),
        ("AK", 0.005 * (70_000 - 6_000 - 10_000)),  # under the base of 54,200
        ("WA", (0.0058 + 0.00807159) * 70_000),
    ],
)
def test_each_programme_has_its_own_wages(state: str, expected: float) -> None:
    """What is taken from pay is out of wages only where the programme's law leaves it out."""
    home = Household(
        state=state,
        wages=70_000.0,
        premium_before_tax=6_000.0,
        hsa_through_payroll=2_000.0,
        deferral_401k=10_000.0,
    )
    assert float(tax_bill(home, RULES).payroll_programmes.amount) == pytest.approx(expected)


def test_a_premium_is_no_wages_for_california() -> None:
    """1.3 % x (70,000 - 6,000) = 832.00, in a return and in a plan (EDD, DE 231TP)."""
    home = Household(state="CA", wages=70_000.0, premium_before_tax=6_000.0)
    assert float(tax_bill(home, RULES).payroll_programmes.amount) == pytest.approx(832.0)
    pay = {"kind": "salary", "salary_per_year": 70_000.0}
    work = {"kind": "employee", "pay": pay, "health_premium_per_month": 500.0}
    plan = {"work": {**work, "premium_before_tax": True}, "household": {"state": "CA"}}
    line = evaluate(Scenario.parse(plan), RULES).taxes.find("taxes.payroll_programmes.CA_sdi")
    assert float(line.amount) == pytest.approx(832.0)
    assert line.how.startswith("(wages less what goes from pay into a premium) x rate")
    assert [source.key.partition(".")[0] for source in line.sources] == [
        "payroll_programmes",
        "payroll_wages",
    ]


def test_every_programme_says_what_its_wages_are() -> None:
    """The two files have the same names, and each answer is in or out."""
    programmes, wages = (
        read(name)["parameter"] for name in ("payroll_programmes", "payroll_wages")
    )
    assert set(programmes) == set(wages)
    for entry in wages.values():
        assert set(entry["value"]) == {"premium", "hsa", "deferral"}
        assert set(entry["value"].values()) <= {"in", "out"}


def test_wages_are_never_below_zero() -> None:
    """A premium above all pay leaves no wages, and no payment back."""
    home = Household(state="CA", wages=1_000.0, premium_before_tax=6_000.0)
    assert float(tax_bill(home, RULES).payroll_programmes.amount) == 0.0


def test_an_own_rate_replaces_them() -> None:
    """At 2 % of pay and profit nothing else is paid; a batch decides draw by draw."""
    home = Household(state="CA", wages=50_000.0, profit=10_000.0, payroll_programme_rate=0.02)
    line = tax_bill(home, load_rules(2026)).payroll_programmes
    assert float(line.amount) == pytest.approx(1_200.0)
    assert "at your rate" in line.label
    rates = np.array([0.0, 0.02])
    both = Household(state="CA", wages=50_000.0, profit=10_000.0, payroll_programme_rate=rates)
    line = tax_bill(both, load_rules(2026)).payroll_programmes
    assert line.amount.tolist() == pytest.approx([650.0, 1_200.0])


def test_an_employee_pays_by_default() -> None:
    """Without any setting: 1.3 % of a salary of 80,000 in California."""
    work = {"kind": "employee", "pay": {"kind": "salary", "salary_per_year": 80_000.0}}
    scenario = Scenario.parse({"work": work, "household": {"state": "CA"}})
    taxes = evaluate(scenario, load_rules(2026)).taxes
    assert float(taxes.find("taxes.payroll_programmes").amount) == pytest.approx(1_040.0)


def test_local_presets_are_rates() -> None:
    """Each well-known local tax is a share with a name and a note, its span around it."""
    presets = {preset.name: preset for preset in local_presets()}
    assert presets["philadelphia"].rate == 0.0374
    assert "new_york_city_brackets" not in presets
    assert "denver" not in presets  # a sum a month, not a rate
    for preset in presets.values():
        assert preset.label
        assert preset.note
        assert 0.0 <= preset.rate < 0.1
        if preset.low is not None and preset.high is not None:
            assert preset.low <= preset.rate <= preset.high
