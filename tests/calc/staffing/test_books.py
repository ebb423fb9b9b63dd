"""An employer's taxes in the books of posts: at home, abroad, and on what is saved out of pay."""

import pytest

from calc.staffing import Affordable, evaluate_clinic, pay_for_share
from calc.staffing.books import rates_of
from tests.calc.clinics import RULES, SALARY, clinic, employee


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


def test_employees_count_for_paid_leave_and_a_stated_share_replaces_it() -> None:
    """Oregon: 24 posts and an administrator are 25 employees, so 0.4 % of 62,000 is owed: 248."""
    posts = [employee(str(place), SALARY, benefits_cost_share=0) for place in range(24)]

    def load(**more: object) -> float:
        plan = clinic(posts=posts, state="OR", **more)
        return float(evaluate_clinic(plan).posts[0].employer_load)

    nobody = load(administration={"administrators": 0})
    assert load(administration={"administrators": 1}) - nobody == pytest.approx(248.0)
    own = load(administration={"administrators": 1}, employer={"other_payroll_rate": 0.001})
    assert own - nobody == pytest.approx(62.0)


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
