"""Rooms of saving: why one is closed or less, by when, and the law each cites."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from calc import load_rules
from calc.parameters import Rules
from calc.scenario import HealthSavings
from calc.taxes.contributions import hsa_limit
from calc.taxes.saving_room import (
    Form,
    Plan,
    Room,
    Saver,
    accounts,
    own_plans,
    saving_room,
)
from calc.taxes.saving_room.days import STEPS
from tests.health.test_cited import Recording

RULES = load_rules(2026)
# The social security part of the tax on profit, of which half is taken off: cited with that tax.
OF_PROFIT = {
    "us_federal.se_net_earnings_factor",
    "us_federal.se_minimum_net_earnings",
    "us_federal.social_security_wage_base",
    "us_federal.se_social_security_rate",
    "us_federal.se_medicare_rate",
    "us_federal.half_se_tax_deduction_share",
}
ROOMS: tuple[Callable[[Saver, Rules], Room], ...] = (
    partial(own_plans.solo_401k, credit_rate=0.0),
    own_plans.sep,
    partial(own_plans.simple_ira, credit_rate=0.0),
    partial(accounts.employer_401k, credit_rate=0.0),
    partial(accounts.traditional_ira, credit_rate=0.0),
    partial(accounts.roth_ira, credit_rate=0.0),
    accounts.health_savings,
)
WORKS: dict[Form, dict[str, Any]] = {
    "sole_proprietor": {"profit": 100_000.0},
    "s_corporation": {"pay": 100_000.0},
    "employee": {"pay": 100_000.0},
}


def room(plan: Plan, rules: Rules = RULES, age: int = 40, **stated: Any) -> Room:
    """One plan's room for somebody."""
    return next(one for one in saving_room(Saver(age=age, **stated), rules) if one.plan == plan)


def why(found: Room) -> set[str]:
    """The reasons of a room, by name."""
    return {reason.name for reason in found.reasons}


def own(**stated: Any) -> dict[str, Any]:
    """A proprietor's statement."""
    return {"form": "sole_proprietor", "profit": 100_000.0, **stated}


def test_the_plans_stand_in_one_order() -> None:
    """Every plan once, open or not: own ones, the employer's, accounts."""
    for form, work in WORKS.items():
        plans = [one.plan for one in saving_room(Saver(form=form, age=40, **work), RULES)]
        assert plans == list(STEPS)


@pytest.mark.parametrize("plan", ["solo_401k", "sep", "simple_ira"])
def test_an_employee_has_no_plan_of_a_practice(plan: Plan) -> None:
    """Closed, with no days and no law, whatever the pay."""
    found = room(plan, form="employee", pay=90_000.0)
    assert (why(found), found.total, found.deadlines) == ({"no_practice"}, 0.0, ())
    assert not found.is_open


def test_employees_close_a_solo_401k_and_many_a_simple_ira() -> None:
    """Up to 25 the higher deferral of a SIMPLE IRA, up to 100 the lower; a SEP stays open."""
    assert why(room("solo_401k", **own(employees=1))) == {"has_employees"}
    few, more = (room("simple_ira", age=52, **own(employees=count)) for count in (25, 26))
    assert (float(few.own_part), float(few.catch_up)) == (18_100.0, 3_850.0)
    assert (float(more.own_part), float(more.catch_up)) == (17_000.0, 4_000.0)
    assert room("simple_ira", **own(employees=100)).is_open
    assert why(room("simple_ira", **own(employees=101))) == {"too_many_employees"}
    assert room("sep", **own(employees=101)).is_open


def test_without_earnings_nothing_goes_in() -> None:
    """A loss leaves no plan but the health savings account; a job beside it an IRA."""
    stated = own(profit=-10_000.0, cover="family")
    for plan in ("solo_401k", "sep", "simple_ira", "traditional_ira", "roth_ira"):
        found = room(plan, **stated)  # type: ignore[arg-type]
        assert (why(found), float(found.total)) == ({"no_earnings"}, 0.0), plan
    assert why(room("employer_401k", **stated)) == {"no_pay_from_an_employer"}
    assert room("health_savings", **stated).total == 8_750.0
    beside = room("traditional_ira", **own(profit=-10_000.0, other_wages=5_000.0))
    assert (float(beside.total), why(beside)) == (5_000.0, {"earnings"})


def test_a_spouses_earnings_carry_an_ira_on_a_joint_return() -> None:
    """And on no other."""
    for status, most in (("joint", 7_500.0), ("single", 0.0)):
        found = room("roth_ira", form="employee", spouse_earned=40_000.0, filing_status=status)
        assert float(found.total) == most


def test_one_limit_of_deferral_for_a_person() -> None:
    """20,000 deferred at a job leave 4,500 here, and the employer part untouched."""
    found = room("solo_401k", **own(other_wages=80_000.0, deferred_elsewhere=20_000.0))
    assert float(found.own_part) == 4_500.0
    assert why(found) == {"deferred_elsewhere"}
    alone = room("solo_401k", **own(other_wages=80_000.0))
    assert float(found.employer_part) == float(alone.employer_part)
    job = room("employer_401k", **own(other_wages=80_000.0, deferred_here=20_000.0))
    assert (float(job.own_part), why(job)) == (4_500.0, {"deferred_elsewhere"})
    two_jobs = room("employer_401k", form="employee", pay=60_000.0, deferred_elsewhere=20_000.0)
    assert float(two_jobs.own_part) == 4_500.0
    simple = room("simple_ira", **own(deferred_elsewhere=20_000.0))
    assert (float(simple.own_part), why(simple)) == (4_500.0, {"deferred_elsewhere"})
    none = room("solo_401k", age=50, **own(deferred_elsewhere=40_000.0))
    assert (float(none.own_part), float(none.catch_up)) == (0.0, 0.0)


def test_a_second_employer_has_additions_of_its_own() -> None:
    """72,000 here, whatever an unrelated employer's plan takes; only the deferral is shared."""
    rich = own(profit=600_000.0, other_wages=200_000.0, deferred_elsewhere=24_500.0)
    found = room("solo_401k", **rich)
    assert float(found.total) == 72_000.0
    assert why(found) == {"deferred_elsewhere"}
    assert why(room("solo_401k", **own(profit=600_000.0))) == {"additions_limit"}
    assert why(room("sep", **own(profit=600_000.0))) == {"additions_limit"}


def test_pay_counts_to_its_limit() -> None:
    """A quarter of 360,000 is above the additions limit, as is a quarter of all pay beyond it."""
    found = room("sep", form="s_corporation", pay=500_000.0)
    assert float(found.total) == 72_000.0
    assert RULES["retirement.compensation_limit"] in found.sources


def test_what_is_left_beside_the_whole_deferral() -> None:
    """Of 72,000 the deferral takes 24,500; the employer part is the rest."""
    found = room("solo_401k", form="s_corporation", pay=250_000.0)
    assert float(found.employer_part) == 62_500.0
    assert float(found.employer_part_beside) == 47_500.0


@pytest.mark.parametrize(
    ("profit", "beside"), [(28_000.0, 760.93), (35_000.0, 4_013.67), (60_000.0, 11_152.23)]
)
def test_half_of_what_the_deferral_leaves_a_proprietor(profit: float, beside: float) -> None:
    """Twice the employer part and the deferral are within net earnings (IRC 415(c)(3)(B))."""
    found = room("solo_401k", form="sole_proprietor", profit=profit)
    assert float(found.employer_part_beside) == pytest.approx(beside, abs=0.01)


@pytest.mark.parametrize(
    ("year", "last_year", "form", "must"),
    [
        (2026, 150_001.0, "s_corporation", True),
        (2026, 150_000.0, "s_corporation", False),
        (2025, 200_000.0, "s_corporation", False),
        (2027, 160_000.0, "s_corporation", True),
        (2026, 150_001.0, "employee", True),
    ],
)
def test_a_catch_up_after_high_pay_is_roth(
    year: int, last_year: float, form: Form, must: bool
) -> None:
    """From 2026, above 150,000 from the same employer: then it is put in but not deducted."""
    plan: Plan = "employer_401k" if form == "employee" else "solo_401k"
    found = room(plan, load_rules(year), age=55, form=form, pay=180_000.0, pay_last_year=last_year)
    assert bool(found.catch_up_must_be_roth) is must
    assert float(found.total - found.deductible) == (float(found.catch_up) if must else 0.0)
    assert found.catch_up > 0.0


def test_a_proprietor_and_the_young_are_free_of_that() -> None:
    """A proprietor has no pay of the practice; who has no catch-up has none that must be Roth."""
    high = {"other_wages": 200_000.0, "other_wages_last_year": 200_000.0}
    assert not room("solo_401k", age=55, **own(**high)).catch_up_must_be_roth
    assert room("employer_401k", age=55, **own(**high)).catch_up_must_be_roth
    young = room("solo_401k", form="s_corporation", pay=180_000.0, pay_last_year=180_000.0)
    assert not young.catch_up_must_be_roth


def test_income_shortens_an_ira_and_ends_it() -> None:
    """Named apart; without a plan at work income takes nothing from the deduction."""
    stated = {"form": "employee", "pay": 90_000.0}
    for income, reasons in ((81_000.0, set()), (85_000.0, {"income"}), (91_000.0, {"income_ends"})):
        found = room("traditional_ira", **stated, adjusted_income=income, covered=True)
        assert why(found) == reasons
        assert float(found.total) == 7_500.0
    alone = room("traditional_ira", **stated, adjusted_income=300_000.0)
    assert (float(alone.deductible), why(alone)) == (7_500.0, set())
    closed = room("roth_ira", **stated, adjusted_income=168_000.0)
    assert (float(closed.total), why(closed)) == (0.0, {"income_ends"})


@pytest.mark.parametrize(
    ("status", "covered", "spouse_covered", "income", "deductible"),
    [
        ("separate", False, True, 10_000.0, 0.0),
        ("separate", False, False, 90_000.0, 7_500.0),
        ("single", False, True, 300_000.0, 7_500.0),
        ("surviving_spouse", True, False, 129_000.0, 7_500.0),
        ("surviving_spouse", True, False, 149_000.0, 0.0),
        ("joint", True, True, 149_000.0, 0.0),
    ],
)
def test_whose_plan_counts(
    status: str, covered: bool, spouse_covered: bool, income: float, deductible: float
) -> None:
    """A spouse's on a joint or a separate return; one's own has the lower start (IRC 219(g)(7))."""
    found = room(
        "traditional_ira",
        form="employee",
        pay=90_000.0,
        filing_status=status,
        covered=covered,
        spouse_covered=spouse_covered,
        adjusted_income=income,
    )
    assert float(found.deductible) == deductible


def test_a_health_savings_account_needs_its_cover() -> None:
    """The limit of the cover, and 1,000 from 55, as the year's engine has it."""
    assert why(room("health_savings", **own())) == {"no_high_deductible_cover"}
    found = room("health_savings", age=55, **own(cover="self_only"))
    assert (found.own_part, found.catch_up, found.total) == (4_400.0, 1_000.0, 5_400.0)
    assert found.total == hsa_limit(RULES, HealthSavings(cover="self_only"), 55)


def test_the_savers_credit_counts_deferrals_and_iras() -> None:
    """Neither a SEP nor a health savings account; from 2027 there is none."""
    for year, rate in ((2026, 0.5), (2027, 0.0)):
        rates = {
            one.plan: float(one.savers_credit_rate)
            for one in saving_room(
                Saver(age=40, **own(profit=20_000.0, cover="family")), load_rules(year)
            )
        }
        assert rates["solo_401k"] == rates["simple_ira"] == rates["roth_ira"] == rate
        assert rates["sep"] == rates["health_savings"] == 0.0


@pytest.mark.parametrize("form", WORKS)
@pytest.mark.parametrize("covered", [False, True])
def test_a_room_cites_what_it_reads(form: Form, covered: bool) -> None:
    """No law of saving works unseen; nothing is cited that was not read."""
    saver = Saver(form=form, age=40, covered=covered, cover="family", **WORKS[form])
    for find in ROOMS:
        rules = Recording(RULES)
        cited = {law.key for law in find(saver, rules).sources}
        assert rules.read() - OF_PROFIT == cited - OF_PROFIT, find


def test_every_figure_of_the_file_is_cited() -> None:
    """Over all forms of work, with a plan at work and without."""
    cited = {
        law.key
        for form, work in WORKS.items()
        for covered in (False, True)
        for one in saving_room(Saver(form=form, age=40, covered=covered, **work), RULES)
        for law in one.sources
    }
    assert {key for key in RULES if key.startswith("retirement.")} <= cited
