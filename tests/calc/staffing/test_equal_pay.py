"""The rate at which another form of pay pays the same, where there is one."""

from typing import Any

import pytest

from calc.staffing import evaluate_clinic, same_pay
from tests.calc.clinics import PER_SESSION, SALARY, clinic, employee


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
