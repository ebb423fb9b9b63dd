"""A clinic's inputs, its odd cases, marks, pay forms and turnover."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from calc.errors import FileFormatError, ScenarioError
from calc.offers.licensure.formulas import sessions_in_week
from calc.parameters import load_rules
from calc.scenario.clinic import MOST_POSTS, Clinic, Plans
from calc.staffing import (
    Affordable,
    NotAffordable,
    cash_timeline,
    compare_plans,
    evaluate_clinic,
    explain_margin,
    explain_post,
    pay_for_share,
    same_pay,
    turnover_of,
)
from calc.staffing.books import rates_of
from calc.staffing.pay_forms import pay_within
from calc.staffing.ramp import sessions_lost
from calc.staffing.turnover import (
    leaving_of_the_others,
    stable_and_tipping_load,
)
from tests.calc.clinics import (
    HOURLY,
    KINDS,
    PER_SESSION,
    POSTS,
    SALARY,
    clinic,
    contractor,
    employee,
    owner,
)

RULES = load_rules(2026)


def refused(**more: object) -> tuple[str, str]:
    """Path and kind of the first problem of a clinic."""
    with pytest.raises(ScenarioError) as error:
        clinic(**more)
    problem = error.value.problems[0]
    return problem.path, problem.kind


def test_an_empty_clinic_has_only_its_costs() -> None:
    """No posts: no revenue, no wage, and a margin of what is paid anyway."""
    result = evaluate_clinic(clinic(posts=[]))
    assert result.posts == ()
    assert float(result.revenue.amount) == 0.0
    assert float(result.margin.amount) == pytest.approx(-result.overhead)
    assert math.isnan(result.margin_share)
    assert math.isnan(result.utilisation)
    assert turnover_of(result).posts == ()
    assert turnover_of(result).feedback is None
    cash = cash_timeline(result)
    assert cash.lowest == pytest.approx(-2 * result.overhead)
    with pytest.raises(KeyError):
        result.post("Post 1")


def test_bad_inputs_are_named() -> None:
    """Negative pay, a share of 300 %, too many posts, and a mix that is not there."""
    path = "posts.0.work.pay.salary_per_year"
    assert refused(posts=[employee("A", SALARY | {"salary_per_year": -1})]) == (path, "too_small")
    wrong = employee("A", SALARY, full_time_share=3)
    assert refused(posts=[wrong]) == ("posts.0.full_time_share", "too_large")
    assert refused(posts=[employee("A", SALARY)] * (MOST_POSTS + 1)) == ("posts", "too_many")
    mixed = employee("A", SALARY, mix_sessions_per_week=5)
    assert refused(posts=[mixed]) == ("payer_mix", "too_few")
    row = {"share": 1, "sessions": {"payer": "private", "fee_per_session": -1}}
    assert refused(payer_mix=[row]) == ("payer_mix.0.sessions.fee_per_session", "too_small")


def test_a_mix_must_fit_the_post() -> None:
    """At most so many kinds of session in all, and one rate for them."""
    mix = [{"share": 1, "sessions": {"payer": "private"}}]
    many = employee("A", SALARY, mix_sessions_per_week=5)
    many["work"] = many["work"] | {"session_kinds": [KINDS[0]] * 20}
    field = "posts.0.mix_sessions_per_week"
    assert refused(posts=[many], payer_mix=mix) == (field, "too_many")
    rates = employee(
        "A", {"kind": "per_session", "rates_per_session": [50, 60]}, mix_sessions_per_week=5
    )
    field = "posts.0.work.pay.rates_per_session"
    assert refused(posts=[rates], payer_mix=mix) == (field, "too_many")
    one = employee("A", PER_SESSION, mix_sessions_per_week=5)
    assert len(evaluate_clinic(clinic(posts=[one], payer_mix=mix)).posts[0].receipts) == 3


def test_a_clinic_holds_single_numbers() -> None:
    """A batch is made of posts, never stated."""
    with pytest.raises(ScenarioError) as error:
        clinic().with_values({"limits.wage_floor_per_hour": np.array([20.0, 30.0])})
    assert error.value.problems[0].kind == "not_supported"


def test_labels_are_told_apart() -> None:
    """A second post of the same label gets a number, and both are there."""
    plan = clinic(posts=[employee("Post 3", SALARY)] * 3)
    assert plan.labels == ("Post 3", "Post 3 (2)", "Post 3 (3)")
    assert [post.label for post in evaluate_clinic(plan).posts] == list(plan.labels)


def test_files_of_other_kinds_are_refused() -> None:
    """A plan of one person is no clinic, and a file too long is not read."""
    with pytest.raises(ScenarioError):
        Clinic.from_toml('document = "staffing_plans"\n')
    with pytest.raises(FileFormatError):
        Clinic.from_toml("#" * 2_000_001)
    plans = Plans(plans=(clinic(), clinic(state="CA")))
    assert Plans.from_toml(plans.to_toml()) == plans


def test_a_household_of_its_own() -> None:
    """A post's own household comes before the clinic's, the clinic's state before none."""
    own = employee("A", SALARY, household={"state": "NY", "filing_status": "joint"})
    plan = clinic(posts=[own, employee("B", SALARY)], state="CA", household={"age": 30})
    homes = [scenario.household for scenario in plan.scenarios_of(plan.posts)]
    assert (homes[0].state, homes[1].state, homes[1].age) == ("NY", "CA", 30)
    stated = clinic(household={"state": "OR"}, state="WA")
    assert stated.default_household.state == "OR"


def test_outside_the_united_states_only_stated_rates_apply() -> None:
    """With a rate of the person's own for tax, the employer's taxes are those it states."""
    plan = clinic(
        posts=[employee("A", SALARY, benefits_cost_share=0)],
        household={"tax": {"mode": "separate"}},
        employer={"other_payroll_rate": 0.2, "workers_compensation_share": 0.01},
        currency="EUR",
    )
    assert rates_of(plan, RULES).social_security_rate == 0.0
    assert evaluate_clinic(plan).posts[0].employer_load == pytest.approx(62_000 * 0.21)


def test_a_known_rate_of_tax_takes_nothing_off_the_employer() -> None:
    """In dollars the law stays: 7.65 %, 0.6 % of 7,000, 2.7 % of 9,000 and 1 % of 62,000."""
    plan = clinic(
        posts=[employee("A", SALARY, benefits_cost_share=0)],
        household={"tax": {"mode": "effective", "rate": 0.25}},
    )
    load = 62_000 * 0.0765 + 7_000 * 0.006 + 9_000 * 0.027 + 62_000 * 0.01
    assert evaluate_clinic(plan).posts[0].employer_load == pytest.approx(load)


def test_an_hsa_out_of_pay_lowers_payroll_tax() -> None:
    """4,000 into an HSA out of 62,000: social security and Medicare on 58,000, as for the payee."""
    saving = {"health_savings": {"contribution_per_year": 4_000}}
    post = employee("A", SALARY, benefits_cost_share=0)
    post["work"] = post["work"] | {"saving": saving}
    result = evaluate_clinic(clinic(posts=[post]))
    load = 58_000 * 0.0765 + 7_000 * 0.006 + 9_000 * 0.027 + 62_000 * 0.01
    assert result.posts[0].employer_load == pytest.approx(load)
    # The same salary is what leaves the share it leaves.
    kept = result.posts[0].kept_share
    found = {one.form: one for one in pay_for_share(result, "A", kept)}
    salary = found["salary"]
    assert isinstance(salary, Affordable)
    assert salary.amount == pytest.approx(62_000)


def test_an_owner_with_sixty_costs_can_have_a_loss() -> None:
    """A practice of the most cost rows still takes the clinic's loss: two rows become one."""
    costs = [{"kind": "other", "amount": 10, "per": "month", "business": False}]
    costs += [{"kind": "other", "amount": 100, "per": "year"} for _ in range(59)]
    rent = {"costs": [{"kind": "rent", "amount": 20_000}]}
    plan = clinic(posts=[owner() | {"costs": costs}], shared=rent, administration={})
    result = evaluate_clinic(plan)
    (held,) = result.owners
    assert held.alone.earner.profit == pytest.approx(held.alone.brings - held.alone.cost)
    assert held.post.earner.profit == pytest.approx(float(result.margin.amount))
    assert held.margin == pytest.approx(held.alone.contribution - 20_000 * 12)


def test_break_even_with_receipts_that_are_not_of_sessions() -> None:
    """With 10,000 of teaching beside 12,000 of rent, sessions need to leave 2,000; beyond, none."""
    rent = [{"kind": "rent", "amount": 1_000, "per": "month"}]
    for teaching, short in ((10_000, 2_000.0), (15_000, 0.0)):
        post = owner(other_receipts_per_year=teaching) | {"costs": rent}
        result = evaluate_clinic(clinic(posts=[post], shared={}, administration={}))
        found = result.break_even(result.posts[0])
        assert found is not None
        one = result.posts[0]
        left = one.brings - teaching - one.processing
        assert found / one.booked_per_week * left == pytest.approx(short)


def test_break_even_where_notes_are_paid_beside_the_session() -> None:
    """At the number found, a post whose notes are paid by the hour leaves nothing and needs it."""
    pay = PER_SESSION | {
        "administration_rate_per_hour": 20,
        "administration_rate_buckets": ["notes", "administration"],
    }
    rent = {"costs": [{"kind": "rent", "amount": 1_500}]}
    plan = clinic(posts=[employee("A", pay)], shared=rent, administration={})
    result = evaluate_clinic(plan)
    found = result.break_even(result.posts[0])
    assert found is not None
    times = found / 20.0
    kinds = [{**kind, "booked_per_week": kind["booked_per_week"] * times} for kind in KINDS]
    post = employee("A", pay)
    post["work"] = post["work"] | {"session_kinds": kinds}
    again = evaluate_clinic(clinic(posts=[post], shared=rent, administration={}))
    assert float(again.margin.amount) == pytest.approx(0.0, abs=0.01)


def test_marks_say_who_and_how_far() -> None:
    """Below the wage floor, above the load ceiling, below the minimum wage: each on its post."""
    heavy = employee("Heavy", SALARY)
    heavy["work"] = heavy["work"] | {"time": {"administration_hours_per_week": 30}}
    poor = employee("Poor", HOURLY | {"rate_per_hour": 9})
    limits = {"wage_floor_per_hour": 12, "load_ceiling_points": 45}
    result = evaluate_clinic(
        clinic(posts=[heavy, poor, POSTS[1]], limits=limits), minimum_wage_per_hour=10.0
    )
    found = {(mark.kind, mark.label): mark for mark in result.marks}
    assert set(found) == {
        ("over_load_ceiling", "Heavy"),
        ("below_wage_floor", "Poor"),
        ("below_minimum_wage", "Poor"),
    }
    mark = found["over_load_ceiling", "Heavy"]
    assert (mark.value, mark.limit) == (result.post("Heavy").earner.load_score, 45.0)
    # A contractor is outside the minimum wage's law.
    cheap = {"kind": "per_session", "rates_per_session": [1]}
    poor = {"label": "C", "work": {"kind": "contractor", "session_kinds": KINDS, "pay": cheap}}
    marks = evaluate_clinic(clinic(posts=[poor]), minimum_wage_per_hour=10.0).marks
    assert {mark.kind for mark in marks} == {"below_wage_floor"}


def test_a_plan_left_as_it_is_is_not_evaluated_again() -> None:
    """One plan of two changes: the other's result is the same object, the changed one is new."""
    plans = Plans(plans=(clinic(), clinic(title="B")))
    before = compare_plans(plans)
    changed = plans.with_values({"plans.1.posts.1.work.pay.salary_per_year": 70_000.0})
    after = compare_plans(changed, known=before.results)
    assert after.results[0] is before.results[0]
    assert after.results[1] is not before.results[1]
    assert after.results[1].margin.amount == compare_plans(changed).results[1].margin.amount


def test_pay_forms_of_odd_posts() -> None:
    """An owner has none; a post that brings nothing keeps nothing of nothing."""
    result = evaluate_clinic(clinic())
    assert pay_for_share(result, "Owner", 0.3) == ()
    away = pay_for_share(result, "Post 7", 0.3)
    assert all(isinstance(one, NotAffordable) for one in away)
    assert all(math.isnan(one.most_kept_share) for one in away)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "form",
    ["salary", "hourly", "per_session", "split", "contractor_per_session", "contractor_split"],
)
def test_the_same_pay_in_another_form(form: Any) -> None:
    """62,000 a year in another form is 62,000 a year still, stipends included."""
    post = employee("A", SALARY)
    post["work"] = post["work"] | {"benefits": {"stipends_per_year": 1_000}}
    plan = clinic(posts=[post])
    rate = same_pay(plan, plan.posts[0], form)
    assert rate is not None
    pay = {
        "salary": {"salary_per_year": rate},
        "hourly": {"rate_per_hour": rate},
        "per_session": {"rates_per_session": [rate]},
        "split": {"share": rate},
    }[form.removeprefix("contractor_")]
    kind = "contractor" if form.startswith("contractor") else "employee"
    work = {"kind": kind, "pay": {"kind": form.removeprefix("contractor_"), **pay}}
    given = {name: post["work"][name] for name in ("session_kinds", "time") if name in post["work"]}
    given |= {} if kind == "contractor" else {"benefits": {"stipends_per_year": 1_000}}
    (paid,) = evaluate_clinic(clinic(posts=[post | {"work": {**given, **work}}])).posts
    assert paid.pay == pytest.approx(63_000)


def test_a_salary_is_stated_for_full_time_all_year() -> None:
    """Half time and ten weeks of leave: 62,000 stated is 62,000 x 0.5 x 42 / 52 paid."""
    terms = {"full_time_share": 0.5, "unpaid_leave_weeks": 10}
    plan = clinic(posts=[employee("A", PER_SESSION, **terms), employee("B", SALARY, **terms)])
    rate = same_pay(plan, plan.posts[0], "salary")
    assert rate is not None
    paid = evaluate_clinic(plan).posts
    assert paid[1].pay == pytest.approx(62_000 * 0.5 * 42 / 52)
    assert rate * 0.5 * 42 / 52 == pytest.approx(paid[0].pay)
    assert same_pay(plan, plan.posts[1], "salary") == pytest.approx(62_000)


def test_leave_all_year_has_no_rate_of_the_same_pay() -> None:
    """Who is never there is paid nothing in any form, and has no hours to state."""
    plan = clinic(posts=[employee("A", PER_SESSION, unpaid_leave_weeks=52)])
    for form in ("salary", "hourly", "split"):
        assert same_pay(plan, plan.posts[0], form) is None


@pytest.mark.parametrize(
    ("pay", "form", "rate"),
    [
        ({**HOURLY, "paid_leave_weeks": 5, "contracted_hours_per_week": 36}, "hourly", 32.0),
        ({**HOURLY, "paid_buckets": ["sessions", "notes"], "paid_leave_weeks": 4}, "hourly", 32.0),
        (
            {**PER_SESSION, "lost_sessions_paid_share": 0.5, "administration_rate_per_hour": 20},
            *("per_session", 55.0),
        ),
        (
            {**SALARY, "quota_sessions_per_week": 15, "bonus_per_session_above_quota": 40},
            *("salary", 62_000.0),
        ),
        (
            {**SALARY, "quota_sessions_per_week": 25, "cut_per_session_below_quota": 20},
            *("salary", 62_000.0),
        ),
        ({**PER_SESSION, "rates_per_session": [50, 60]}, "per_session", 55.0),
    ],
)
@pytest.mark.parametrize("share", [1.0, 0.5])
def test_pay_of_today_keeps_what_is_kept_today(
    pay: dict[str, Any], form: str, rate: float, share: float
) -> None:
    """Asked to keep what a post keeps, the pay it has is the answer: its other terms stay."""
    result = evaluate_clinic(clinic(posts=[employee("A", pay, full_time_share=share)]))
    kept = result.posts[0].kept_share
    found = {one.form: one for one in pay_for_share(result, "A", kept)}[form]
    assert isinstance(found, Affordable)
    assert found.amount == pytest.approx(rate, abs=1e-6)
    assert found.kept_share == pytest.approx(kept)


def test_what_stays_has_its_load_too() -> None:
    """Stipends of 10,000 stay: with no salary the post keeps what it then keeps, and says so."""
    post = employee("A", SALARY, benefits_cost_share=0.2)
    post["work"] = post["work"] | {"benefits": {"stipends_per_year": 10_000}}
    bare = employee("A", SALARY | {"salary_per_year": 0}, benefits_cost_share=0.2)
    bare["work"] = bare["work"] | {"benefits": {"stipends_per_year": 10_000}}
    least = evaluate_clinic(clinic(posts=[bare])).posts[0].kept_share
    result = evaluate_clinic(clinic(posts=[post]))
    found = {one.form: one for one in pay_for_share(result, "A", least + 0.001)}["salary"]
    assert isinstance(found, NotAffordable)
    assert found.most_kept_share == pytest.approx(least)
    found = {one.form: one for one in pay_for_share(result, "A", least - 0.001)}["salary"]
    assert isinstance(found, Affordable)


def test_a_bonus_is_paid_once_the_quota_is_passed() -> None:
    """One session more a week from month 1: no bonus above 15 held before the fourth month."""
    bonus = {"quota_sessions_per_week": 15, "bonus_per_session_above_quota": 60}
    post = employee("A", {**SALARY, "salary_per_year": 40_000, **bonus}, start_month=1)
    post["work"]["session_kinds"] = [{"payer": "private", "booked_per_week": 25}]
    result = evaluate_clinic(clinic(posts=[post], hiring={"ramp_sessions_per_week": 1}))
    paid = cash_timeline(result).pay
    with_load = 1.0 + result.posts[0].employer_load / result.posts[0].pay
    assert paid[:3] == pytest.approx(40_000 / 12 * with_load)
    assert paid[11] == pytest.approx(result.posts[0].pay / 12 * with_load)
    assert (np.diff(paid) >= -1e-9).all()


def test_no_rate_pays_the_same() -> None:
    """Nobody comes, so no price of a session pays; and no split pays more than all there is."""
    nobody = employee("A", SALARY)
    nobody["work"] = nobody["work"] | {"session_kinds": []}
    dear = employee("B", SALARY | {"salary_per_year": 900_000})
    plan = clinic(posts=[nobody, dear])
    assert same_pay(plan, plan.posts[0], "per_session") is None
    assert same_pay(plan, plan.posts[1], "split") is None
    assert same_pay(plan, plan.posts[1], "salary") == pytest.approx(900_000)
    unpaid = employee("C", {"kind": "per_session", "rates_per_session": [0, 0]})
    plan = clinic(posts=[unpaid])
    assert same_pay(plan, plan.posts[0], "per_session") == 0.0


def test_pay_forms_after_overhead() -> None:
    """What must also carry overhead pays less, and keeps the share after it."""
    result = evaluate_clinic(clinic())
    plain = pay_for_share(result, "Post 1", 0.1)
    carried = pay_for_share(result, "Post 1", 0.1, with_overhead=True)
    for one, other in zip(plain, carried, strict=True):
        assert isinstance(one, Affordable)
        assert isinstance(other, Affordable)
        assert other.amount < one.amount
        assert other.kept_share == pytest.approx(0.1)


def test_pay_forms_keep_other_pay_and_premium() -> None:
    """Stipend, match and a premium before tax stay: the share is kept all the same."""
    post = employee("A", SALARY)
    post["work"] = post["work"] | {
        "benefits": {"stipends_per_year": 1_000, "retirement_match_per_year": 2_000},
        "health_premium_per_month": 200,
    }
    result = evaluate_clinic(clinic(posts=[post]))
    for one in pay_for_share(result, "A", 0.2):
        assert isinstance(one, Affordable)
        assert one.kept_share == pytest.approx(0.2)
        if not one.form.startswith("contractor"):
            assert one.earner.money_in > 3_000


def test_pay_within_every_bend() -> None:
    """Turned round, cost gives back pay: below each base and above the last."""
    rates = rates_of(clinic(), RULES)
    for pay in (0.0, 5_000.0, 8_000.0, 62_000.0, 300_000.0):
        taxed = max(pay - 1_200.0, 0.0)
        cost = pay * 1.26 + min(taxed, 184_500) * 0.062 + taxed * (0.0145 + 0.02)
        cost += min(taxed, 7_000) * 0.006 + min(taxed, 9_000) * 0.027 + 400.0
        found = pay_within(
            cost,
            rates,
            benefits_share=0.25,
            fixed_per_year=400.0,
            further_share=0.02,
            premium_before_tax=1_200.0,
        )
        assert found == pytest.approx(pay)
    assert pay_within(399.0, rates, fixed_per_year=400.0) < 0.0


def test_leaving_at_equal_odds_is_the_overall_share() -> None:
    """With an odds ratio of 1 nobody leaves more often; the mix gives back the overall share."""
    assert float(leaving_of_the_others(0.3, 0.4, 1.0)) == pytest.approx(0.3)
    for odds in (0.5, 1.57, 4.0):
        others = float(leaving_of_the_others(0.3, 0.4, odds))
        exhausted = odds * others / (1 - others + odds * others)
        assert 0.6 * others + 0.4 * exhausted == pytest.approx(0.3)


def test_turnover_of_a_typical_load_is_the_clinics_rate() -> None:
    """A post whose load is exactly typical is left at the clinic's own rate, whatever the odds."""
    result = evaluate_clinic(clinic(posts=[POSTS[1]], turnover={"leaving_rate": 0.3}))
    post = result.posts[0]
    typical = replace(post, earner=replace(post.earner, load_probability=0.4))
    found = turnover_of(replace(result, posts=(typical,))).posts[0]
    assert (found.chance, found.low, found.high) == (pytest.approx(0.3),) * 3
    # On leave all year there is no load; a typical one is taken.
    away = turnover_of(evaluate_clinic(clinic(posts=[POSTS[7]], turnover={"leaving_rate": 0.3})))
    assert away.posts[0].chance == pytest.approx(0.3)
    assert away.posts[0].receipts_lost == 0.0
    assert away.evidence.low == 1.02


def test_feedback_warns() -> None:
    """Few clients for each seat settle; beyond the limit nothing does."""
    calm = turnover_of(evaluate_clinic(clinic())).feedback
    assert calm is not None
    assert calm.stable is not None
    assert calm.tipping is not None
    assert not calm.runs_away
    assert calm.clients_per_seat < calm.stable < calm.tipping
    assert calm.limit_low <= calm.limit <= calm.limit_high
    tight = clinic(
        turnover={"leaving_rate": 0.9, "vacancy_weeks": 52, "reference_clients_per_seat": 12}
    )
    wild = turnover_of(evaluate_clinic(tight)).feedback
    assert wild is not None
    assert wild.runs_away
    assert wild.tipping is None
    for still in ({"leaving_rate": 0}, {"vacancy_weeks": 0}):
        assert turnover_of(evaluate_clinic(clinic(turnover=still))).feedback is None


def test_sessions_lost_without_sessions() -> None:
    """A post without sessions loses none; one payer of two without sessions neither."""
    kinds = [KINDS[0] | {"booked_per_week": 0}, KINDS[1]]
    post = employee("A", SALARY)
    post["work"] = post["work"] | {"session_kinds": kinds}
    none = employee("B", SALARY)
    none["work"] = none["work"] | {"session_kinds": []}
    plan = clinic(posts=[post, none], hiring={"credentialing_weeks": 20})
    one, other = evaluate_clinic(plan).posts
    found = sessions_lost(one, plan.hiring, 5.0)
    # 6 private a week at 1.5 more each week: 4 weeks of ramp after 5 vacant.
    assert found.weeks_until_full == pytest.approx(max(5 + 6 / 1.5, 5 + 20))
    assert found.sessions == pytest.approx((6 * 5 + 4.5 + 3 + 1.5) * 46 / 52)
    assert sessions_lost(other, plan.hiring, 5.0).sessions == 0.0


def test_cash_of_posts_without_sessions_or_receipts() -> None:
    """A clinician without sessions is paid from the first day; an owner's other receipts come."""
    none = employee("A", SALARY, start_month=2)
    none["work"] = none["work"] | {"session_kinds": []}
    own = owner(other_receipts_per_year=12_000)
    split = employee("C", {"kind": "split", "share": 0.5}, start_month=1)
    split["work"] = split["work"] | {"session_kinds": []}
    cash = cash_timeline(evaluate_clinic(clinic(posts=[none, own, split])))
    assert cash.pay[0] == 0.0
    assert cash.pay[1] > 5_000
    assert cash.receipts[0] == pytest.approx(cash.receipts[23])
    assert cash.runway_months == 0
    rich = clinic(posts=[own], shared={}, administration={}, hiring={"opening_cash": 5})
    assert cash_timeline(evaluate_clinic(rich)).runway_months is None


def test_plans_side_by_side() -> None:
    """Only what differs, and a plan that earns by pushing somebody below the floor is marked."""
    before = clinic()
    cut = before.with_values({"posts.1.work.pay.salary_per_year": 40_000.0})
    fewer = before.with_values({"posts": before.posts[:-1], "title": "Fewer"})
    found = compare_plans(Plans(plans=(before, cut, fewer)))
    assert found.differences[0] == ()
    assert [one.path for one in found.differences[1]] == ["posts.Post 1.work.pay.salary_per_year"]
    assert [one.path for one in found.differences[2]] == ["posts.Post 7"]
    assert found.harm[0] is None
    harm = found.harm[1]
    assert harm is not None
    assert harm.more_margin > 20_000
    assert [(mark.kind, mark.label) for mark in harm.marks] == [("below_wage_floor", "Post 1")]
    assert found.harm[2] is None


def test_harm_that_grows_is_harm() -> None:
    """Somebody below the floor already who falls further is marked; one who rises is not."""
    low = clinic(posts=[employee("A", SALARY | {"salary_per_year": 40_000})])
    lower = low.with_values({"posts.0.work.pay.salary_per_year": 39_000.0})
    assert compare_plans(Plans(plans=(low, lower))).harm[1] is not None
    assert compare_plans(Plans(plans=(lower, low))).harm[1] is None
    heavy = low.with_values(
        {
            "limits.wage_floor_per_hour": 0.0,
            "limits.load_ceiling_points": 35.0,
        }
    )
    heavier = heavy.with_values({"posts.0.work.session_kinds.0.booked_per_week": 26.0})
    assert compare_plans(Plans(plans=(heavy, heavier))).harm[1] is not None
    assert compare_plans(Plans(plans=(heavier, heavy))).harm[1] is None


def test_what_moved_the_margin() -> None:
    """A raise of 1,000 costs 1,000 and its load; a cheaper rent, and nobody else's row."""
    before = clinic(posts=[employee("A", SALARY, benefits_cost_share=0), POSTS[2]])
    after = before.with_values(
        {"posts.0.work.pay.salary_per_year": 63_000.0, "shared.costs.0.amount": 3_000.0}
    )
    found = explain_margin(before, after)
    parts = {part.change: part.amount for part in found.parts}
    # 1,000 x (1 + 7.65 % + 1 % of workers' compensation); rent 500 x 12.
    assert parts == {"A": pytest.approx(-1_086.5), "clinic.shared": pytest.approx(6_000)}


def test_what_moved_a_clinician() -> None:
    """Parts of a post and of the clinic come to the whole; an owner's has the margin's part."""
    before = clinic()
    after = before.with_values(
        {
            "posts.1.work.pay.salary_per_year": 70_000.0,
            "posts.1.full_time_share": 0.8,
            "household.filing_status": "head_of_household",
        }
    )
    for label in ("Post 1", "Owner"):
        for figure in ("wage", "load_score", "hours_per_week", "take_home"):
            found = explain_post(before, after, label, figure)  # type: ignore[arg-type]
            whole = sum(part.amount for part in found.parts)
            assert whole == pytest.approx(found.after - found.before, abs=1e-6)
    names = [part.change for part in explain_post(before, after, "Post 1", "wage").parts]
    assert names == ["work", "caseload", "clinic.household"]
    assert explain_post(before, after, "Owner", "wage").parts[-1].change == "margin"
    with pytest.raises(KeyError):
        explain_post(before, after, "Nobody", "wage")


def test_differences_of_the_clinic_itself() -> None:
    """A rent is named by its path; the titles of plans are no difference."""
    before = clinic(posts=[], title="A")
    after = before.with_values({"shared.costs.0.amount": 3_000.0, "title": "B"})
    found = compare_plans(Plans(plans=(before, after))).differences[1]
    assert [(one.path, one.before, one.after) for one in found] == [
        ("shared.costs.0.amount", 3_500.0, 3_000.0)
    ]


def test_a_premium_after_tax_does_not_lower_payroll_tax() -> None:
    """62,000 x 7.65 % with it, 59,600 x 7.65 % of pay that a premium before tax made less."""
    posts = []
    for label, before_tax in (("A", False), ("B", True)):
        post = employee(label, SALARY, benefits_cost_share=0)
        changed = {"health_premium_per_month": 200, "premium_before_tax": before_tax}
        posts.append(post | {"work": post["work"] | changed})
    result = evaluate_clinic(clinic(posts=posts))
    after, before = result.posts
    assert after.employer_load - before.employer_load == pytest.approx(2_400 * 0.0765)
    kept = pay_for_share(result, "A", 0.2)[0]
    assert isinstance(kept, Affordable)
    assert kept.kept_share == pytest.approx(0.2)
    assert 0.4 < after.utilisation < 0.9


def test_nobody_asks_and_nobody_is_there() -> None:
    """Without posts and without demand nobody waits: 0 weeks, never NaN or a warning."""
    found = evaluate_clinic(clinic(posts=[], demand={"new_clients_per_week": 0})).access
    assert found is not None
    assert (found.weeks_to_wait, found.waiting, found.served) == (0.0, 0.0, 0.0)
    posts = evaluate_clinic(clinic(posts=POSTS[1:2], demand={"new_clients_per_week": 0}))
    # Nobody to pass on: no load feeds on leaving, and no tipping load that is infinite.
    assert turnover_of(posts).feedback is None


def test_a_contractor_could_be_employed() -> None:
    """A contractor's own premium is no deduction of an employer's: 20,000 x 1.0865 and 285."""
    post = contractor("A", 0.5)
    post["work"] = post["work"] | {"health_premium_per_month": 500}
    result = evaluate_clinic(clinic(posts=[post | {"benefits_cost_share": 0}]))
    one = result.posts[0]
    keep = (one.brings - one.processing - one.other_cost - 20_000 * 1.0865 - 285) / one.brings
    found = {way.form: way for way in pay_for_share(result, "A", keep)}["salary"]
    assert isinstance(found, Affordable)
    assert found.amount == pytest.approx(20_000)


def test_a_post_of_no_share_has_nobody() -> None:
    """No training hours, no wage or mark, no supervision and no departure of somebody not there."""
    post = employee("A", SALARY, full_time_share=0, licence="associate")
    result = evaluate_clinic(clinic(posts=[post]), minimum_wage_per_hour=10.0)
    assert result.posts[0].earner.hours == 0.0
    assert (result.marks, result.supervision.hours_needed) == ((), 0.0)
    turnover = turnover_of(result)
    assert (turnover.posts, turnover.departures, turnover.feedback) == ((), 0.0, None)
    paid = employee("A", HOURLY | {"paid_leave_weeks": 3}, full_time_share=0)
    assert evaluate_clinic(clinic(posts=[paid])).posts[0].pay == 0.0


def test_clients_of_a_long_leave_and_of_groups() -> None:
    """20 sessions a week at 0.85 a client: 20 / 0.85 clients, half of them beside half a year away.

    A group of eight carries eight clients a session, all of them lost with its leader.
    """
    often = {"new_clients_per_week": 50, "sessions_per_client_per_week": 0.85}
    for weeks, share in ((0, 1.0), (26, 0.5), (52, 0.0)):
        post = employee("A", SALARY, unpaid_leave_weeks=weeks)
        found = evaluate_clinic(clinic(posts=[post], demand=often)).access
        assert found is not None
        assert found.room_for_clients == pytest.approx(20 / 0.85 * share)
    group = employee("A", SALARY)
    kind = {"payer": "private", "booked_per_week": 3, "clients_per_session": 8}
    group["work"] = group["work"] | {"session_kinds": [kind]}
    plan = clinic(posts=[group], demand=often, turnover={"clients_lost_share": 0.4})
    (left,) = turnover_of(evaluate_clinic(plan)).posts
    assert left.clients_lost == pytest.approx(3 * 8 / 0.85 * 0.4)


def test_a_week_that_opens_halfway_has_half_the_sessions() -> None:
    """Without a ramp, admitted after 2.5 weeks: none, none, half and all."""
    weeks = np.arange(1.0, 5.0)
    assert np.asarray(sessions_in_week(weeks, 24.0, 0.0, 2.5)).tolist() == [0.0, 0.0, 12.0, 24.0]
    assert np.asarray(sessions_in_week(weeks, 24.0, 2.0, 2.5)).tolist() == [0.0, 0.0, 1.0, 3.0]


@pytest.mark.parametrize("pay", [SALARY, HOURLY, PER_SESSION], ids=lambda pay: pay["kind"])
def test_no_pay_for_a_post_that_brings_nothing(pay: dict[str, Any]) -> None:
    """On leave all year, no form of pay keeps any share of nothing."""
    result = evaluate_clinic(clinic(posts=[employee("A", pay, unpaid_leave_weeks=52)]))
    found = pay_for_share(result, "A", 1 / 3)
    assert len(found) == 6
    assert all(isinstance(one, NotAffordable) for one in found)


def test_pay_for_a_week_that_no_week_holds() -> None:
    """A caseload of more hours than a week has is told elsewhere; its pay is found all the same."""
    kinds = [{"payer": "private", "booked_per_week": 80, "minutes_per_session": 120}]
    post = employee("A", PER_SESSION)
    post["work"] = {**post["work"], "session_kinds": kinds}
    result = evaluate_clinic(clinic(posts=[post]))
    assert result.posts[0].earner.hours_per_week > 168
    for one in pay_for_share(result, "A", 0.4):
        assert isinstance(one, Affordable)
        assert one.kept_share == pytest.approx(0.4)


def test_a_ramp_slower_than_a_century() -> None:
    """What a departure costs is counted for a hundred years, not for ever."""
    result = evaluate_clinic(clinic(hiring={"ramp_sessions_per_week": 1e-9}))
    lost = sessions_lost(result.posts[1], result.clinic.hiring, 0.0)
    assert lost.weeks_until_full <= 5_200 + result.clinic.hiring.credentialing_weeks
    assert math.isfinite(lost.sessions)


def test_a_load_far_beyond_any_settles_nowhere() -> None:
    """Eight hundred clients for a seat meant for one: no root, and no overflow on the way."""
    stable, tipping = stable_and_tipping_load(800.0, 1.0, 0.3, 8 / 52, 10.0)
    assert math.isnan(stable)
    assert math.isnan(tipping)


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_a_margin_beyond_any_field(sign: float) -> None:
    """Billions earned or lost by two owners are told as they are; their own sides stay finite."""
    owners = [owner("A"), owner("B", other_receipts_per_year=1.0)]
    rent = [{"kind": "rent", "amount": 1e9}]
    rich = [{"payer": "private", "booked_per_week": 60, "fee_per_session": 1e6}]
    post = employee("Post 1", SALARY)
    post["work"] = {**post["work"], "session_kinds": rich}
    posts = [*owners, post]
    result = evaluate_clinic(
        clinic(posts=posts, shared={"costs": rent if sign < 0.0 else []}, payer_mix=[])
    )
    assert sign * float(result.margin.amount) > 2e9
    for one in result.owners:
        assert math.isfinite(one.post.earner.wage)
        assert sign * one.margin > 1e9
