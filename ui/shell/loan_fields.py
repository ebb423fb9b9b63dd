"""The fields of student loans: basics in sight, the rest in folded groups in the reader's order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, get_args

import streamlit as st

from calc import Result
from calc.loans import plans_of
from calc.parameters import load_rules
from calc.scenario import Employee, Hourly, KnownPayment, Salary, Scenario
from calc.scenario.fields import chosen
from calc.scenario.loan_parts import FederalLoan, PrivateLoan
from calc.scenario.loans import LoansByPlan, Plan, PlanNow
from calc.taxes.apart import has_community_property
from ui.shell import days, fields, loan_rows, state
from ui.telling import loan_rules, loan_words, numbers, words
from ui.telling.loan_words import full_plan_name, group_of_loans

FIRST = "loans.federal.0"
TYPICAL_RATE = "The rate is a typical one until you enter yours."
NOT_CHOSEN = "Not chosen yet: {plan} counts"
TYPICAL_DAY = "The day is a guess until you enter yours."
OTHER_JOB, THIS_WORK = ("other_job", "both"), ("this_work", "both")
OF_LETTERS = {"none": "Each letter's employer decides", "other_job": "My other job counts"}


def kind_of_loans() -> None:
    """A payment that is known, or loans it is worked out from; each keeps what was typed in it."""
    fields.choice("loans.kind", label="What you know", changes=change_of_kind)


def change_of_kind(kind: str) -> Mapping[str, Any]:
    """The change to the other kind, with the figures it had before in this session.

    Loans begin with none: what is owed is asked, never taken from an example. What was typed as
    owed in all beside a payment is the first loan's balance.
    """
    other = state.laid_by()
    loans = state.document().value_at("loans")
    other[loans.kind] = loans
    begun: dict[str, Any] = {"kind": kind}
    if kind == "by_plan":
        owed = float(getattr(loans, "owed", 0.0))
        begun["federal"] = ({"balance": owed},) if owed else ()
    return {"loans": other.get(kind, begun)}


def known_payment() -> None:
    """The figures of a payment that is known, and the debt behind it."""
    fields.rows("payment_per_month", "interest_per_year", "owed", under="loans")


def first_loan(plan: state.Person) -> None:
    """Balance, rate and day of the first federal loan, and the plan."""
    loans = plan.loans
    assert isinstance(loans, LoansByPlan)
    if loans.federal:
        owed = loan_rows.owed_label("a federal loan")
        fields.rows(
            partial(fields.number, f"{FIRST}.balance", label=owed), f"{FIRST}.rate_per_year"
        )
        days.ask(f"{FIRST}.made_on")
        others = "" if len(loans.federal) == 1 else " The other loans are under Loans."
        _hint(f"{_rate_hint(loans.federal[0])}{others}")
    else:
        loan_rows.owed("loans.federal", "federal loan", FederalLoan)
    repayment_plan(loans)


def _owed_and_rate(stem: str, loan: str, *more: str) -> None:
    """Balance and rate side by side; the balance is called as it was before the loan was there."""
    label = loan_rows.owed_label(loan)
    balance = partial(fields.number, f"{stem}.balance", label=label)
    fields.rows(balance, f"{stem}.rate_per_year", *more)


def _rate_hint(loan: FederalLoan) -> str:
    """What the law says of the rate, and whether it is the reader's own."""
    typed = loan.model_fields_set
    typical = "" if "rate_per_year" in typed else f"{TYPICAL_RATE} "
    guessed = "" if "made_on" in typed else f"{TYPICAL_DAY} "
    return f"{typical}{guessed}{loan_rules.rate_hint(loan)}"


def _hint(said: str) -> None:
    if said.strip():
        st.markdown(f":small[:gray[{said.strip()}]]")


def repayment_plan(loans: LoansByPlan) -> None:
    """The plan, each closed one marked as such; that none is chosen, as long as none is."""
    plans = plans_of(loans) if loans.federal else ()
    closed = {item.plan for item in plans if not item.for_all}
    marks = {plan: ": not open" if plan in closed else "" for plan in get_args(Plan)}
    names = {plan: full_plan_name(plan) + marks[plan] for plan in marks}
    if loan_words.plan_is_chosen(loans):
        fields.choice("loans.plan", names)
        return
    none = NOT_CHOSEN.format(plan=loan_words.plan_name(loans.plan))
    fields.choice("loans.plan", {"": none, **names}, shown="")


def basics() -> None:
    """The few figures in sight on the page Loans."""
    plan = state.plan()
    with fields.place("loan basics"):
        kind_of_loans()
        if isinstance(plan.loans, KnownPayment):
            known_payment()
        else:
            first_loan(plan)


def groups(result: Result) -> None:
    """Folded groups; each says what it holds, and draws its fields only when open."""
    loans = result.scenario.loans
    assert isinstance(loans, LoansByPlan)
    _group("Loans", group_of_loans(loans, result), _loans)
    _group("Plan and day", f"rules of {words.written_date(loans.as_of.isoformat())}", _plan)
    _group("Household", _household_summary(result.scenario), _household)
    _group("Public service", _service_summary(loans), _public_service)
    _group("Changes ahead", _count(len(loans.steps), "change"), _steps)
    _group("Awards", _count(len(loans.awards), "award"), _awards)
    growth = numbers.percent(float(loans.income_growth_per_year))
    _group("Assumptions", f"income grows {growth} a year", _assumptions)


def _group(name: str, summary: str, draw: Callable[[state.Person], None]) -> None:
    key = f"loan {name.lower()}"
    with fields.folded(key, f"**{name}** · {summary}") as group:
        if group.open:
            with fields.place(key):
                draw(state.plan())


def _count(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}" if count else "none"


def _service_summary(loans: LoansByPlan) -> str:
    if loans.pslf_employer == "none":
        return "none"
    return f"{chosen(loans, 'pslf_employer').lower()}, {loans.pslf_months_certified} certified"


def _household_summary(plan: state.Person) -> str:
    return chosen(plan.household, "filing_status").lower()


def _loans(plan: state.Person) -> None:
    loans = plan.loans
    assert isinstance(loans, LoansByPlan)
    index = loan_rows.row("loans.federal", "federal loan", loans.federal)
    if index is not None:
        stem = f"loans.federal.{index}"
        fields.text(f"{stem}.label")
        _owed_and_rate(stem, "this loan")
        loan_rows.typical_debt(loans, f"{stem}.balance")
        days.ask(f"{stem}.made_on")
        _hint(_rate_hint(loans.federal[index]))
        fields.number(f"{stem}.months_before_repayment")
        fields.switch(f"{stem}.subsidised")
        if len(loans.federal) > 1:
            fields.switch("loans.pooled")
    loan_rows.owed("loans.federal", "federal loan", FederalLoan)
    st.markdown("**Private loans**")
    index = loan_rows.row("loans.private", "private loan", loans.private)
    if index is not None:
        stem = f"loans.private.{index}"
        fields.text(f"{stem}.label")
        _owed_and_rate(stem, "this loan", f"{stem}.years")
    loan_rows.owed("loans.private", "private loan", PrivateLoan)


def _plan(_: state.Person) -> None:
    days.ask("loans.as_of")
    fields.choice("loans.plan_now", {plan: full_plan_name(plan) for plan in get_args(PlanNow)})
    fields.switch("loans.new_borrower")
    fields.rows("credited_months", "save_payments", under="loans")
    fields.number("loans.adjusted_income_per_year")


def _household(plan: state.Person) -> None:
    fields.choice("household.filing_status")
    fields.rows("family_size", "dependents", under="loans")
    if plan.household.filing_status == "joint":
        fields.rows("household.spouse_wages_per_year", "loans.spouse_balance")
        fields.choice("loans.filing")
        _apart(plan)


def _apart(plan: state.Person) -> None:
    """What separate returns hang on, where the payment looks at one of them."""
    loans, home = plan.loans, plan.household
    assert isinstance(loans, LoansByPlan)
    if loans.filing != "separate":
        return
    if home.dependents:
        fields.choice("household.children_claimed_by")
    if has_community_property(home.state, load_rules(plan.tax_year)):
        fields.choice("loans.apart_income")
    fields.number("loans.separate_cost_per_year")


def _public_service(plan: state.Person) -> None:
    loans = plan.loans
    assert isinstance(loans, LoansByPlan)
    if isinstance(plan, Scenario):
        fields.choice("loans.pslf_employer")
    else:
        other = loans.pslf_employer in OTHER_JOB
        fields.choice("loans.pslf_employer", OF_LETTERS, shown="other_job" if other else "none")
    work = plan.work if isinstance(plan, Scenario) else None
    if loans.pslf_employer in OTHER_JOB:
        fields.number("household.other_job_hours_per_week")
    if loans.pslf_employer in THIS_WORK and isinstance(work, Employee):
        fields.choice("work.employer_type")
        if isinstance(work.pay, Salary | Hourly):
            fields.number("work.pay.contracted_hours_per_week")
    fields.number("loans.pslf_months_certified")
    fields.number("loans.pslf_survives_share")


def _steps(plan: state.Person) -> None:
    loans = plan.loans
    assert isinstance(loans, LoansByPlan)
    st.markdown(":small[:gray[Licence, a move to practice, a child: what holds from then on.]]")
    index = loan_rows.row("loans.steps", "change", loans.steps, loan_rows.as_today(plan))
    if index is not None:
        stem = f"loans.steps.{index}"
        fields.rows("years_gone", "adjusted_income_per_year", under=stem)
        fields.rows("family_size", "dependents", under=stem)


def _awards(plan: state.Person) -> None:
    loans = plan.loans
    assert isinstance(loans, LoansByPlan)
    st.markdown(":small[:gray[NHSC, STAR, a state's or an employer's programme.]]")
    index = loan_rows.row("loans.awards", "award", loans.awards, {"amount": 0.0})
    if index is not None:
        stem = f"loans.awards.{index}"
        fields.text(f"{stem}.label")
        fields.rows("amount", "months", under=stem)
        fields.choice(f"{stem}.paid")
        fields.switch(f"{stem}.taxable")
        fields.switch(f"{stem}.paid_back_if_left")


def _assumptions(_: state.Person) -> None:
    fields.rows(
        "income_growth_per_year",
        "guideline_growth_per_year",
        "discount_rate_per_year",
        "forgiveness_tax_rate",
        under="loans",
    )


PARTS: Mapping[str, Callable[[state.Person], None]] = {
    "Loans": _loans,
    "Plan and day": _plan,
    "Public service": _public_service,
    "Changes ahead": _steps,
    "Awards": _awards,
    "Assumptions": _assumptions,
}
