"""Figures that other calculators print, from scenarios set up as each of them assumes."""

import csv
import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.offers import compare, equal_pay
from calc.offers.licensure import (
    Fee,
    LicencePath,
    Pace,
    cost_of_way,
    pace_of,
    requirement_for,
    way_to_licence,
)
from calc.parameters import Rules
from calc.questions.solve import Reached, Target, solve_for
from calc.scenario import LicenceInputs, Offers, Requirement, Support
from calc.scenario.clinic import Clinic
from calc.staffing import ClinicResult, evaluate_clinic
from calc.taxes import Household, TaxBill, tax_bill
from calc.taxes.contributions import employer_part_limit
from calc.taxes.payroll import employer_load, loaded_cost, payroll_rates
from calc.year.hours import booked_sessions_per_week
from calc.year.wage import switch_period

FILE = Path(__file__).parent / "peer_examples.csv"
with FILE.open(newline="", encoding="utf-8") as opened:
    ROWS = {row["id"]: row for row in csv.DictReader(opened)}

RULES: Rules = load_rules(2026)
NONE = {"mode": "none"}


def practice(
    sessions: float, fee: float, weeks: float, *, costs: list[dict[str, Any]] | None = None
) -> Result:
    """A practice as most guides see it: every session held and paid, no tax, no other hour."""
    return evaluated(
        {"kind": "own_practice", **caseload(sessions, fee, weeks)}, costs=costs, tax=NONE
    )


def caseload(sessions: float, fee: float, weeks: float, **kind: Any) -> dict[str, Any]:
    """The caseload and the weeks of a work arrangement."""
    one = {
        "payer": "private",
        "booked_per_week": sessions,
        "fee_per_session": fee,
        "late_cancelled_share": 0,
        "missed_share": 0,
        "card_paid_share": 0,
        **kind,
    }
    time = {
        "holiday_weeks": 52 - weeks,
        "sickness_weeks": 0,
        "training_weeks": 0,
        "administration_hours_per_week": 0,
        "marketing_hours_per_week": 0,
        "training_hours_per_year": 0,
    }
    return {"session_kinds": [one], "time": time, "health_premium_per_month": 0}


def evaluated(
    work: dict[str, Any], *, costs: list[dict[str, Any]] | None = None, tax: dict[str, Any]
) -> Result:
    """The result of one arrangement under one way of working out tax."""
    data = {
        "work": work,
        "costs": costs or [],
        "household": {"tax": tax},
        "support": {"consultation_hours_per_week": 0},
    }
    return evaluate(Scenario.parse(data), RULES)


def yearly(amount: float) -> list[dict[str, Any]]:
    """One cost of an amount a year."""
    return [{"kind": "other", "amount": amount, "per": "year"}]


def over(amount: Any, divisor: Any) -> float:
    """One figure over another."""
    return float(amount) / float(divisor)


def monthly(result: Result, line: Any) -> float:
    """A line per month, as the period switch shows it."""
    return float(switch_period(line, result.year, "month").amount)


# Hours and sessions


def sprout_admin_hours_week() -> float:
    """28 hours of administration a month, in a worked week of a year without time off."""
    work = {"kind": "own_practice", **caseload(1, 0, 52)}
    work["time"] |= {"administration_hours_per_week": 28 * 12 / 52}
    year = evaluated(work, tax=NONE).year
    return over(year.buckets["administration"].amount, year.worked_weeks.amount)


def rebel_sessions_month() -> float:
    """14 sessions in each of 52 - 4 weeks, per month."""
    result = practice(14, 100, 52 - 4)
    return monthly(result, result.year.booked)


def timeinvoicer_documentation_hours_week() -> float:
    """25 sessions with 10 minutes of notes each."""
    work = {"kind": "own_practice", **caseload(25, 100, 48, notes_minutes_per_session=10)}
    year = evaluated(work, tax=NONE).year
    return over(year.buckets["notes"].amount, year.worked_weeks.amount)


# Money in, costs and what is left before tax


def tpp_gross_day() -> float:
    """Six clients on each of five days, at $90: a fifth of a worked week's money."""
    result = practice(6 * 5, 90, 50)
    return float(switch_period(result.money_in, result.year, "week").amount) / 5


def tpp_gross() -> float:
    """The same for 50 weeks."""
    return float(practice(6 * 5, 90, 50).money_in.amount)


def jordan_net_before_tax() -> float:
    """25 sessions at $135 in 46 weeks, less costs of $12,336."""
    return float(practice(25, 135, 46, costs=yearly(12_336)).profit.amount)


def jordan_expense_pct() -> float:
    """Those costs as a share of money in."""
    result = practice(25, 135, 46, costs=yearly(12_336))
    return 100 * over(result.costs.amount, result.money_in.amount)


def nepsy_gross() -> float:
    """Four clinicians of 20 sessions each at $150, every week of the year."""
    return float(practice(4 * 20, 150, 52).money_in.amount)


def nepsy_practice_share() -> float:
    """The practice's step of the staircase where the clinician's split is 60 % of 620,000."""
    work = {
        "kind": "contractor",
        **caseload(80, 620_000 / (80 * 52), 52),
        "pay": {"kind": "split", "share": 0.6},
    }
    result = evaluated(work, tax=NONE)
    step = result.staircase.find("staircase.share").amount
    return -float(step) * float(result.year.booked.amount)


def brightpine_pay_per_session() -> float:
    """70 % of a fee of $105, per booked session."""
    work = {
        "kind": "contractor",
        **caseload(20, 105, 48),
        "pay": {"kind": "split", "share": 0.7},
    }
    result = evaluated(work, tax=NONE)
    return float(switch_period(result.money_in, result.year, "session").amount)


def abundance_client_cost_year() -> float:
    """One client every two weeks at $100, the whole year."""
    return float(practice(float(booked_sessions_per_week(1.0, 2.0)), 100, 52).money_in.amount)


def coach_fees_month() -> float:
    """Fixed fees of $4,000 a year, per month."""
    result = practice(20, 100, 48, costs=yearly(4_000))
    return monthly(result, result.costs.find("costs.0"))


def home_office_deduction() -> float:
    """A renter's home office: rent, insurance and utilities, 120 of 750 square feet of each."""
    share = 120 / 750
    costs = [
        {"kind": "rent", "amount": 2_900 * share, "per": "month"},
        {"kind": "other", "label": "Insurance", "amount": 220 * share, "per": "year"},
        {"kind": "other", "label": "Utilities", "amount": 130 * share, "per": "month"},
    ]
    return float(practice(20, 150, 48, costs=costs).work_costs.business)


def network(sessions: float, unbilled_hours: float) -> Result:
    """Own contract with an insurer at $134.47; unbilled hours cost $200 each."""
    return practice(sessions, 134.47, 46, costs=yearly(unbilled_hours * 200))


def per_booked_session(result: Result, line: Any) -> float:
    """A line per booked session, as the period switch shows it."""
    return float(switch_period(line, result.year, "session").amount)


def network_fee_per_session(sessions: float) -> float:
    """A network's fee of $1,140 a year, per booked session."""
    result = practice(sessions, 134.47, 46, costs=yearly(1_140))
    return per_booked_session(result, result.costs)


# Pay


def clearbrook(**work: Any) -> Result:
    """A salary of $6,000 a month under payroll tax alone, 7.65 %."""
    return evaluated(
        {
            "kind": "employee",
            **caseload(20, 100, 48),
            "pay": {"kind": "salary", "salary_per_year": 6_000 * 12},
            **work,
        },
        tax={"mode": "separate", "income_tax_rate": 0, "social_rate": 0.0765},
    )


def clearbrook_after_payroll_tax() -> float:
    """That salary after payroll tax, per month."""
    result = clearbrook()
    by_law = tax_bill(Household(wages=72_000.0), RULES).fica.amount
    assert float(result.taxes.amount) == pytest.approx(float(by_law))
    return monthly(result, result.take_home)


def clearbrook_effective_value_month() -> float:
    """With $400 a month of health cover in kind: the worth of the package."""
    result = clearbrook(benefits={"in_kind": [{"label": "Health", "worth_per_year": 4_800}]})
    return monthly(result, result.package)


def advisor_gross_1() -> float:
    """A salary of $75,000, whatever is held."""
    work = {
        "kind": "employee",
        **caseload(20, 150, 48, missed_share=0.15),
        "pay": {"kind": "salary", "salary_per_year": 75_000},
    }
    return float(evaluated(work, tax=NONE).money_in.amount)


def advisor_gross_2() -> float:
    """40 % of $150 for 25 sessions booked in 48 weeks, 85 % of them kept."""
    kinds = caseload(25, 150, 48, missed_share=0.15, missed_charged_share=0)
    work = {"kind": "employee", **kinds, "pay": {"kind": "split", "share": 0.4}}
    return float(evaluated(work, tax=NONE).money_in.amount)


# The cost of an employee


def associate(name: str) -> float:
    """A row of the loaded cost of $70,000 in California: workers' compensation at 1.65 %."""
    rates = payroll_rates(RULES, "CA", workers_compensation_share=0.0165)
    load = employer_load(70_000.0, rates, other_per_year=100.0)
    if name in ("total", "multiplier"):
        cost = float(loaded_cost(70_000.0, load).amount)
        return cost / 70_000.0 if name == "multiplier" else cost
    return float(load.find(f"load.{name}").amount)


# A clinic


def clinic_of(*posts: dict[str, Any], **more: Any) -> ClinicResult:
    """A clinic as these guides see it: no card fees, no benefits, no tax of a contractor."""
    data = {
        "posts": [{"label": "Post", "benefits_cost_share": 0, **post} for post in posts],
        "shared": {"card_fee_share": 0, "card_fee_per_charge": 0, **more.pop("shared", {})},
        "household": {"tax": NONE},
        **more,
    }
    return evaluate_clinic(Clinic.parse(data), RULES)


def by_session(
    rate: float, sessions: float, fee: float, weeks: float, **kind: Any
) -> dict[str, Any]:
    """A contractor's post at a rate a session."""
    pay = {"kind": "per_session", "rates_per_session": [rate]}
    return {"work": {"kind": "contractor", **caseload(sessions, fee, weeks, **kind), "pay": pay}}


def compassionate_owner_keeps() -> float:
    """40 sessions a month at 205, 60 % collected; 70 a session to the clinician; rent and costs."""
    costs = [{"kind": "rent", "amount": 695}, {"kind": "other", "amount": 302, "per": "month"}]
    post = by_session(70, 40 * 12 / 52, 205, 52, collected_share=0.6)
    return float(clinic_of(post, shared={"costs": costs}).margin.amount) / 12


def reddit_company_share() -> float:
    """Fifteen associates of 20 sessions in four weeks a month, 40 of 100 to them."""
    result = clinic_of(*(by_session(40, 20, 100, 48) for _ in range(15)))
    return float(result.margin.amount) / 12


def healing_break_even() -> float:
    """Fixed costs of 15,000 a month and 30 for each of 4 x 100 sessions: what must come in."""
    costs = [{"kind": "other", "amount": 15_000, "per": "month"}]
    posts = [by_session(30, 100 * 12 / 52, 50, 52) for _ in range(4)]
    result = clinic_of(*posts, shared={"costs": costs})
    return float(result.revenue.amount - result.margin.amount) / 12


def first_associate(sessions: float, fee: float, supervision: float) -> ClinicResult:
    """A salaried associate in California whose supervision forgoes the owner's 200 an hour."""
    work = {
        "kind": "employee",
        **caseload(sessions, fee, 48),
        "pay": {"kind": "salary", "salary_per_year": 70_000},
    }
    post = {
        "label": "Post",
        "licence": "associate",
        "work": work,
        "benefits_cost_share": 0,
        "other_cost_per_year": 100,
    }
    data = {
        "state": "CA",
        "posts": [post],
        "shared": {"card_fee_share": 0, "card_fee_per_charge": 0},
        "employer": {"workers_compensation_share": 0.0165},
        "supervision": {"individual_hours_per_week": supervision, "forgone_fee_per_hour": 200},
    }
    return evaluate_clinic(Clinic.parse(data), RULES)


def owner_keeps(sessions: float, fee: float, supervision: float) -> float:
    """What the post leaves after the owner's hours of supervision."""
    result = first_associate(sessions, fee, supervision)
    return result.after_supervision(result.posts[0])


def associate_break_even() -> float:
    """Whole sessions a week at which salary, load and supervision are carried."""
    result = first_associate(14, 135, 2)
    found = result.break_even(result.posts[0])
    assert found is not None
    return float(math.ceil(found))


# Tax


def bill(profit: float = 0.0, wages: float = 0.0, **household: Any) -> TaxBill:
    """A single person's return of 2026."""
    return tax_bill(Household(profit=profit, wages=wages, **household), RULES)


def sep_room(profit: float) -> float:
    """The most that may go into a SEP."""
    half = float(bill(profit).self_employment_tax.amount) / 2
    return float(
        employer_part_limit(
            profit,
            half,
            RULES["us_federal.self_employed_contribution_share"].number,
            RULES["us_federal.annual_additions_limit_solo_401k_and_sep"].number,
        )
    )


def per_dollar(name: str, **household: Any) -> float:
    """Tax saved by a dollar of business cost at a profit of $130,000, in the 22 % bracket."""
    tax = getattr(bill(130_000.0, **household), name).amount
    less = getattr(bill(129_000.0, **household), name).amount
    return float(tax - less) / 1_000


# A fee, a caseload or an income for a goal


def goal(
    unknown: str, take_home: float, row: dict[str, float], *, tax: float = 0.0, **kind: Any
) -> Result:
    """The practice in which one number was solved for a take-home, at one flat rate of tax."""
    work = {
        "kind": "own_practice",
        "card_fee_share": row.get("margin", 0.0),
        "card_fee_per_charge": 0,
        **caseload(row["sessions_per_week"], row.get("fee", 100.0), row["weeks"], **kind),
    }
    costs = yearly(row["extra_costs"]) if "extra_costs" in row else []
    plan = evaluated(work, costs=costs, tax={"mode": "effective", "rate": tax}).scenario
    found = solve_for(plan, unknown, Target("take_home_per_month", take_home / 12), RULES)
    assert isinstance(found, Reached)
    return found.result


def inputs_of(name: str) -> dict[str, float]:
    """The inputs of a row as numbers."""
    pairs = (part.split("=") for part in ROWS[name]["inputs"].split(";"))
    return {key.strip(): float(value) for key, value in pairs}


def fee_of(result: Result) -> float:
    """The fee of the only kind of session."""
    return float(result.scenario.work.session_kinds[0].fee_per_session)


def picnic(name: str) -> float:
    """A mark-up of 30 % on the goal is a flat tax of 0.3 / 1.3 on what comes in after costs."""
    row = inputs_of(name)
    markup = row["markup"]
    return fee_of(goal("fee", row["take_home_goal"], row, tax=markup / (1 + markup)))


def ppp_gross_needed() -> float:
    """A mark-up of 35 %; the caseload does not matter to what must come in."""
    row = {"sessions_per_week": 20.0, "weeks": 46.0}
    return float(goal("fee", 100_000, row, tax=0.35 / 1.35).money_in.amount)


def seeking_sessions(lost: float) -> float:
    """Sessions for $125,000 at $65 in 50 weeks, a share of them lost unpaid."""
    row = {"sessions_per_week": 20.0, "weeks": 50.0, "fee": 65.0}
    result = goal("booked", 125_000, row, missed_share=lost, missed_charged_share=0)
    return float(result.scenario.work.session_kinds[0].booked_per_week)


def hourly(income: float, costs: float, weeks: float, hours: float, margin: float) -> Result:
    """An hour of 60 minutes at a time, costs a year, and a share of what comes in kept back."""
    row = {"sessions_per_week": hours, "weeks": weeks, "extra_costs": costs, "margin": margin}
    return goal("fee", income, row, card_paid_share=1)


# The way to a licence


def associate_week(
    booked: float, admin: float, *, missed: float = 0.0, relational: float = 0.0
) -> Pace:
    """What 48 weeks of sessions of an hour, other work and 3 hours of supervision bring."""
    work = {
        "kind": "employee",
        **caseload(booked, 150, 48, missed_share=missed, minutes_per_session=60),
        "pay": {"kind": "salary", "salary_per_year": 75_000},
    }
    work["session_kinds"][0] |= {"notes_minutes_per_session": 0, "billing_minutes_per_session": 0}
    work["time"]["administration_hours_per_week"] = admin
    plan = evaluated(work, tax=NONE).scenario
    plan = plan.with_values({"support.supervision_hours_per_week": 3.0})
    return pace_of(evaluate(plan, RULES), relational, LicenceInputs())


def path_of(pace: Pace, **asked: float) -> LicencePath:
    """The way of a Californian family therapist, with figures typed before any of ours."""
    typed = Requirement.model_validate({"state": "CA", "family": "mft", **asked})
    licence = LicenceInputs(family="mft", typed=(typed,))
    return way_to_licence(requirement_for("CA", licence), pace, licence)


def advisor_credited_hours_year() -> float:
    """20 sessions a week, 85 % of them kept, 12 hours of other work."""
    pace = associate_week(20, 12, missed=0.15)
    return float(pace.counted * pace.worked_weeks_per_year)


def advisor_years_to_3000() -> float:
    """25 sessions a week, 85 % of them kept, 10 hours of other work; only the total is asked."""
    asked = {"total_hours": 3_000, "least_months": 0, "least_supervised_weeks": 0}
    path = path_of(associate_week(25, 10, missed=0.15), **asked)
    assert path.weeks is not None
    return path.weeks / 52


def advisor_calendar_weeks() -> float:
    """12 individual, 4 relational and 2 group hours a week beside 12 others: relational decides."""
    path = path_of(
        associate_week(12 + 4 + 2, 12, relational=4 / 18),
        direct_hours=1_750,
        relational_hours=500,
        most_other_hours=1_250,
    )
    assert path.weeks is not None
    assert path.binding is not None
    assert path.binding.name == "relational_hours"
    return path.weeks


def licensure_route(years: float) -> float:
    """549 once and 75 at each renewal, which is the end of each year but the last."""
    nothing = dict.fromkeys(("total_hours", "least_supervised_weeks"), 0.0)
    path = path_of(associate_week(0, 0), **nothing, least_months=12 * years)
    fees = (
        Fee("Exams and applications", "exam", 549),
        Fee("Registration", "associate_renewal", 75, 1),
    )
    found = cost_of_way(path, Support(), fees)
    assert found is not None
    return found.fees_usd


PICNIC = [name for name in ROWS if name.startswith("picnic_required_fee_")]


def network_must_pay(name: str, *, annual_fee: float = 0.0, of_contract: bool = False) -> float:
    """What a network must pay a session to be worth one's own contract, an hour counted at $200.

    With `of_contract`, the most it may keep of the contract's rate, in percent.
    """
    given = inputs_of(name)
    own = practice(given["sessions_per_week"], given["contract_rate"], given["weeks"])
    fee = [{"kind": "other", "amount": annual_fee, "per": "year"}] if annual_fee else None
    theirs = practice(given["sessions_per_week"], 100.0, given["weeks"], costs=fee)
    hours_saved = given["unbilled_hours"] - given["network_hours"]
    level = float(own.take_home.amount) - hours_saved * given["own_hour"]
    found = solve_for(theirs.scenario, "fee", Target("take_home_per_month", level / 12))
    assert isinstance(found, Reached)
    return 100 * (1 - found.value / given["contract_rate"]) if of_contract else found.value


def share_of_what_is_left(name: str) -> float:
    """The split of 60 % of the fees, less rent and expenses, that pays what $50 a session does."""
    given = inputs_of(name)
    left = given["n"] * given["f"] * 0.6 - given["r"] - given["e"]
    row = caseload(given["n"] / 4, left / given["n"], 48.0)
    offers = Offers.parse(
        {
            "offers": [
                {"label": kind, "work": {"kind": "contractor", "pay": pay, **row}}
                for kind, pay in (
                    ("split", {"kind": "split", "share": 0.5}),
                    ("rate", {"kind": "per_session", "rates_per_session": [given["p"]]}),
                )
            ],
            "household": {"tax": NONE},
        }
    )
    split, rate = compare(offers).compared
    found = equal_pay(split, rate, "take_home_per_month")
    assert isinstance(found, Reached)
    return 100 * found.value


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
