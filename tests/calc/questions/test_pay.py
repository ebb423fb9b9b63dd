"""The pay that work is known by: one field of each form, said once."""

from typing import Any, get_args

import pytest

from calc import Scenario
from calc.errors import ScenarioError
from calc.questions.pay import pay_now, pay_path, pay_unit, pay_unknown, times_paid, with_pay
from calc.scenario import Employee, OwnPractice, PrivateSessions, RatePerSession, SplitOfCollections
from calc.scenario.pay import PAYS, Pay

STATED: dict[str, Any] = {
    "salary": 60_000.0,
    "hourly": 40.0,
    "per_session": (0.0, 50.0),
    "split": 0.6,
}
UNITS = {
    "salary": "money_per_year",
    "hourly": "money_per_hour",
    "per_session": "money_per_session",
    "split": "share",
}


def paid(form: str) -> tuple[Scenario, Pay]:
    """Work paid in some form, and its pay."""
    pay = PAYS[form].model_validate({PAYS[form].headline: STATED[form]})
    kinds = (PrivateSessions(), PrivateSessions())
    return Scenario(work=Employee(pay=pay, session_kinds=kinds)), pay


def test_every_form_of_pay_is_known() -> None:
    """No form of pay is left out: what an employee can be paid in is all there is."""
    forms = get_args(Employee.model_fields["pay"].annotation)
    assert set(PAYS.values()) == set(forms)
    assert set(PAYS) == set(STATED)


@pytest.mark.parametrize("form", STATED)
def test_pay_is_headed_by_one_field(form: str) -> None:
    """It is read, written, raised and searched for at one path, in that field's own unit."""
    scenario, pay = paid(form)
    assert scenario.value_at(pay_path(pay)) == pay.rate == STATED[form]
    now = STATED[form][1] if form == "per_session" else STATED[form]
    assert pay_now(scenario) == now
    assert pay_unit(pay) == pay_unknown(scenario).unit == UNITS[form]
    assert pay_now(scenario.with_values(with_pay(scenario, now / 2))) == now / 2
    assert pay_now(scenario.with_values(times_paid(pay, 0.5))) == now / 2


def test_a_share_is_at_most_all() -> None:
    """Twice a share of 60 % is all of the collections, however it is asked for."""
    scenario, pay = paid("split")
    assert isinstance(pay, SplitOfCollections)
    assert pay_now(scenario.with_values(times_paid(pay, 2.0))) == 1.0
    assert pay_now(scenario.with_values(with_pay(scenario, 1.2))) == 1.0


def test_rates_keep_their_proportion() -> None:
    """Several rates rise together, and one of nothing stays nothing."""
    scenario, pay = paid("per_session")
    assert isinstance(pay, RatePerSession)
    raised = scenario.with_values(with_pay(scenario, 75.0))
    assert raised.value_at(pay_path(pay)) == (0.0, 75.0)


def test_nobody_pays_an_owner() -> None:
    """A practice of one's own has fees and no pay, in a file or anywhere."""
    own = Scenario(work=OwnPractice(session_kinds=(PrivateSessions(fee_per_session=120.0),)))
    assert own.work.pay is None
    assert pay_now(own) == 120.0
    assert pay_now(own.with_values(with_pay(own, 150.0))) == 150.0
    assert pay_unknown(own).unit == "money_per_session"
    for refused in (lambda: own.value_at("work.pay"), lambda: own.with_values({"work.pay": None})):
        with pytest.raises(ScenarioError) as caught:
            refused()
        assert caught.value.problems[0].kind == "unknown_field"
    with pytest.raises(ScenarioError) as caught:
        Scenario.parse({"work": {"kind": "own_practice", "pay": {"kind": "salary"}}})
    assert caught.value.problems[0].path == "work.pay"
    assert "pay =" not in own.to_toml()
