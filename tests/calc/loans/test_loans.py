"""Student loans: what is refused and how, which plans are open, and the loans of a scenario."""

import datetime
from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.errors import OtherChairError, Problem, ScenarioError, UnknownDateError
from calc.loans import (
    PLANS,
    Borrower,
    Incomes,
    Loan,
    PaidByAward,
    Plan,
    PlanNotOpenError,
    Terms,
    borrower_of,
    compare,
    eligible_plans,
    files_apart,
    grown,
    monthly_payment,
    open_plans,
    own_share,
    path_of,
    plan_by_law,
    plans_of,
    project,
    region_of,
    stepped,
    terms_of,
)
from calc.parameters.student_loans import first_day, loan_rules, poverty_guideline
from calc.scenario import HouseholdInputs, KnownPayment, LoansByPlan

AS_OF = datetime.date(2026, 11, 21)
FIRST = datetime.date(2026, 7, 1)
OLD, NEW = datetime.date(2019, 9, 1), datetime.date(2026, 9, 1)
INCOMES = Incomes(adjusted_income=52_000.0, guideline_per_year=15_960.0)
WORK = {"kind": "own_practice", "session_kinds": []}
SINGLE = HouseholdInputs()


def loan(**changes: Any) -> Loan:
    """A loan made before July 2026, with some facts changed."""
    return Loan(**{"balance": 66_000.0, "rate_per_year": 0.0807, "made_on": OLD, **changes})


def borrower(made_on: datetime.date = OLD, **facts: Any) -> Borrower:
    """A borrower with one loan."""
    return Borrower(loans=(loan(made_on=made_on),), **facts)


def parsed(**loans: Any) -> Scenario:
    """A scenario with loans by plan."""
    return Scenario.parse({"work": WORK, "loans": {"kind": "by_plan", **loans}})


def loans_of(**fields: Any) -> LoansByPlan:
    """The loans of such a scenario."""
    found = parsed(**fields).loans
    assert isinstance(found, LoansByPlan)
    return found


def problem_of(call: Any) -> Problem:
    """The one problem that a call is refused for."""
    with pytest.raises(ScenarioError) as caught:
        call()
    (problem,) = caught.value.problems
    assert problem.path in str(caught.value)
    return problem


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "kind", "bound"),
    [
        ("balance", -1.0, "too_small", 1.0),
        ("balance", 0.0, "too_small", 1.0),
        ("balance", 2e9, "too_large", 1e9),
        ("balance", float("nan"), "not_a_number", "finite"),
        ("balance", "much", "wrong_type", "number"),
        ("rate_per_year", 0.60, "too_large", 0.25),
        ("rate_per_year", -0.01, "too_small", 0.0),
    ],
)
def test_a_loan_that_is_none_is_refused(field: str, value: Any, kind: str, bound: Any) -> None:
    """A loan names the number that breaks its bound, alone or in one draw of a batch."""
    problem = problem_of(lambda: loan(**{field: value}))
    assert (problem.path, problem.kind, problem.bound) == (field, kind, bound)
    assert problem.value is value
    if isinstance(value, float):
        row = np.array([getattr(loan(), field), value])
        problem = problem_of(lambda: loan(**{field: row}))
        assert (problem.path, problem.kind, problem.bound) == (field, kind, bound)


def test_a_loan_of_tomorrow_is_refused() -> None:
    """A loan dated after the day of the rules is named with both days, by whatever is asked."""
    tomorrow = borrower(datetime.date(2026, 11, 22))
    for call in (
        lambda: eligible_plans(tomorrow, AS_OF),
        lambda: open_plans(tomorrow, AS_OF),
        lambda: project("rap", INCOMES, tomorrow, AS_OF),
        lambda: compare(INCOMES, tomorrow, AS_OF),
    ):
        assert problem_of(call) == Problem(
            "made_on", "loan_in_the_future", "2026-11-22", "2026-11-21"
        )


def test_a_borrower_owes_something() -> None:
    """Without a loan there is no plan to ask for."""
    assert problem_of(lambda: eligible_plans(Borrower(loans=()), AS_OF)) == Problem(
        "loans", "too_few", 0, 1
    )


@pytest.mark.parametrize(
    ("months", "kind", "bound"), [(121, "too_large", 120), (-1, "too_small", 0)]
)
def test_months_certified_are_at_most_those_needed(months: int, kind: str, bound: int) -> None:
    """PSLF counts 120 payments: more cannot be certified."""
    problem = problem_of(lambda: Terms(pslf_certified=months))
    assert problem == Problem("pslf_certified", kind, months, bound)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "call",
    [
        lambda day: loan_rules(day),
        lambda day: eligible_plans(borrower(), day),
        lambda day: monthly_payment("rap", borrower(), INCOMES, day),
        lambda day: project("rap", INCOMES, borrower(), day),
    ],
)
def test_a_day_before_the_first_rules_is_refused(call: Any) -> None:
    """Nothing is worked out under rules that are not recorded: the error names the first day."""
    assert first_day() == FIRST
    with pytest.raises(UnknownDateError) as caught:
        call(datetime.date(2026, 6, 30))
    assert (caught.value.day, caught.value.first) == (datetime.date(2026, 6, 30), FIRST)
    assert isinstance(caught.value, OtherChairError)
    assert "2026-06-30" in str(caught.value)
    call(FIRST)


def test_a_guideline_not_recorded_is_refused() -> None:
    """The poverty guideline of a year that nobody entered is an error, not that of another year."""
    assert poverty_guideline(2025).of("first_48") == 15_650
    for year in (2024, 2027):
        with pytest.raises(UnknownDateError):
            poverty_guideline(year)


CLOSED = [
    # plan, facts of the borrower, day, the rule that closes it
    ("standard_10", {"made_on": NEW}, AS_OF, "new_loans_from"),
    ("extended", {"made_on": FIRST}, AS_OF, "new_loans_from"),
    ("ibr_10", {"made_on": NEW, "new_borrower": True}, AS_OF, "new_loans_from"),
    ("paye", {"made_on": NEW, "plan_now": "paye"}, AS_OF, "new_loans_from"),
    ("tiered_standard", {}, AS_OF, "tiered_needs_new_loan"),
    ("ibr_10", {}, AS_OF, "ibr_new_borrower"),
    ("ibr_15", {"new_borrower": True}, AS_OF, "ibr_earlier_borrower"),
    ("ibr_10", {"new_borrower": True, "save_payments": 60}, AS_OF, "ibr_save_payments"),
    ("ibr_15", {"save_payments": 120}, AS_OF, "ibr_save_payments"),
    ("paye", {}, AS_OF, "paye_entry"),
    ("paye", {"plan_now": "paye"}, datetime.date(2028, 7, 1), "paye_ends"),
    ("icr", {"plan_now": "icr"}, AS_OF, "icr_not_computed"),
    ("graduated", {}, AS_OF, "graduated_not_computed"),
    ("save", {"plan_now": "save"}, AS_OF, "save_ended"),
]


@pytest.mark.parametrize(
    ("plan", "facts", "as_of", "rule"), CLOSED, ids=lambda item: str(item)[:30]
)
def test_a_plan_that_is_not_open_is_refused(
    plan: Plan, facts: dict[str, Any], as_of: datetime.date, rule: str
) -> None:
    """The error names the rule that closes a plan, with its source, and the plans that are open."""
    who = borrower(**facts)
    with pytest.raises(PlanNotOpenError) as caught:
        project(plan, INCOMES, who, as_of)
    error = caught.value
    assert error.plan == plan
    assert error.closed_by.key == f"student_loans.{rule}"
    assert error.closed_by.source.link
    assert error.open_plans == open_plans(who, as_of)
    assert plan not in error.open_plans
    assert "rap" in error.open_plans
    assert error.closed_by.label in str(error)
    found = next(item for item in eligible_plans(who, as_of) if item.plan == plan)
    assert found.closed_by == error.closed_by
    assert found.for_all is False


@pytest.mark.parametrize(
    ("plan", "facts", "as_of"),
    [
        ("rap", {}, AS_OF),
        ("rap", {"made_on": NEW}, AS_OF),
        ("tiered_standard", {"made_on": FIRST}, AS_OF),
        ("standard_10", {"made_on": datetime.date(2026, 6, 30)}, AS_OF),
        ("extended", {}, AS_OF),
        ("ibr_10", {"new_borrower": True, "save_payments": 59}, AS_OF),
        ("ibr_15", {}, AS_OF),
        ("paye", {"plan_now": "paye"}, datetime.date(2028, 6, 30)),
    ],
)
def test_a_plan_that_is_open(plan: Plan, facts: dict[str, Any], as_of: datetime.date) -> None:
    """On the other side of each of those lines the plan is open, and no rule stands against it."""
    found = next(item for item in eligible_plans(borrower(**facts), as_of) if item.plan == plan)
    assert found.for_all
    assert found.closed_by is None


def test_extended_in_some_draws_only() -> None:
    """A limit on the balance is met draw by draw; a plan closed in any draw is not compared."""
    some = Borrower(loans=(loan(balance=np.array([20_000.0, 40_000.0])),))
    found = next(item for item in eligible_plans(some, AS_OF) if item.plan == "extended")
    assert np.asarray(found.open).tolist() == [False, True]
    assert found.closed_by is not None
    assert found.closed_by.key == "student_loans.extended_more_than"
    assert not found.for_all
    assert "extended" not in [one.plan for one in compare(INCOMES, some, AS_OF)]
    months = np.asarray(project("extended", INCOMES, some, AS_OF).months)
    assert months.tolist() == [300, 300]


@pytest.mark.parametrize("plan", ["icr", "graduated", "save"])
def test_a_payment_that_is_not_computed_is_refused(plan: Plan) -> None:
    """No figure is given for a plan that has none; other plans answer whether open or not."""
    with pytest.raises(PlanNotOpenError) as caught:
        monthly_payment(plan, borrower(), INCOMES, AS_OF)
    assert caught.value.closed_by.label
    assert float(monthly_payment("tiered_standard", borrower(), INCOMES, AS_OF)) == 554.93


# --- the same, of a scenario -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loans", "problem"),
    [
        (
            {"federal": [{"balance": -1.0}]},
            Problem("loans.federal.0.balance", "too_small", -1.0, 1.0),
        ),
        (
            {"federal": [{}, {"balance": 0.0}]},
            Problem("loans.federal.1.balance", "too_small", 0.0, 1.0),
        ),
        (
            {"federal": [{"rate_per_year": 0.60}]},
            Problem("loans.federal.0.rate_per_year", "too_large", 0.60, 0.25),
        ),
        (
            {"private": [{"balance": 0.0}]},
            Problem("loans.private.0.balance", "too_small", 0.0, 1.0),
        ),
        (
            {"federal": [{}, {"made_on": datetime.date(2026, 11, 23)}]},
            Problem("loans.federal.1.made_on", "loan_in_the_future", "2026-11-23", "2026-11-22"),
        ),
        (
            {"as_of": datetime.date(2026, 6, 30)},
            Problem("loans.as_of", "no_rules_on_day", "2026-06-30", "2026-07-01"),
        ),
        (
            {"pslf_months_certified": 121},
            Problem("loans.pslf_months_certified", "too_large", 121, 120),
        ),
        ({"as_of": "2026-07-01"}, Problem("loans.as_of", "wrong_type", "2026-07-01", "day")),
        ({"federal": [{}] * 11}, Problem("loans.federal", "too_many", None, 10)),
        ({"private": 5}, Problem("loans.private", "wrong_type", 5)),
        ({"private": [5]}, Problem("loans.private.0", "wrong_type", 5)),
        ({"colour": 1}, Problem("loans.colour", "unknown_field", 1)),
    ],
    ids=lambda item: item.path if isinstance(item, Problem) else "",
)
def test_a_scenario_names_what_is_wrong_with_its_loans(
    loans: dict[str, Any], problem: Problem
) -> None:
    """Each bad figure is refused with its path, value and bound, in a file with its line too."""
    assert problem_of(lambda: parsed(**loans)) == problem


def test_a_file_names_the_line() -> None:
    """A day that no rules hold on is named with where it stands."""
    text = '[work]\nkind = "own_practice"\n[loans]\nkind = "by_plan"\nas_of = 2026-06-30\n'
    problem = problem_of(lambda: Scenario.from_toml(text))
    assert problem == Problem("loans.as_of", "no_rules_on_day", "2026-06-30", "2026-07-01", 5)


@pytest.mark.parametrize("loans", [5, "rap", [1], None, True])
def test_loans_that_are_no_table_are_refused(loans: Any) -> None:
    """Whatever a file puts there, the answer is data about it."""
    problem = problem_of(lambda: Scenario.parse({"work": WORK, "loans": loans}))
    assert (problem.path, problem.kind) == ("loans", "wrong_type")


@pytest.mark.parametrize("kind", ["icr", "", 5, None, ["by_plan"]])
def test_an_unknown_kind_of_loans_is_refused(kind: Any) -> None:
    """The kind is one of two, and named by its path; a file of before there were two has none."""
    problem = problem_of(lambda: Scenario.parse({"work": WORK, "loans": {"kind": kind}}))
    assert (problem.path, problem.kind) == ("loans.kind", "wrong_choice")
    old = Scenario.parse({"work": WORK, "loans": {"payment_per_month": 450.0}})
    assert old.loans == KnownPayment(payment_per_month=450.0)


def test_an_unknown_plan_is_refused() -> None:
    """A plan is one of those the law has or had."""
    problem = problem_of(lambda: parsed(plan="repaye"))
    assert (problem.path, problem.kind, problem.value) == ("loans.plan", "wrong_choice", "repaye")


def test_a_scenario_with_a_closed_plan_has_an_answer_and_a_remark() -> None:
    """A plan that is not open is replaced by that of the law; the rule and the open plans are told.

    It may be open on another day, or after another field is filled in: the file is not refused.
    """
    for plan, made_on, used, rule in (
        ("tiered_standard", OLD, "standard_10", "tiered_needs_new_loan"),
        ("ibr_10", NEW, "tiered_standard", "new_loans_from"),
        ("icr", OLD, "standard_10", "icr_not_computed"),
    ):
        result = evaluate(parsed(plan=plan, federal=[{"made_on": made_on}]), load_rules(2026))
        assert result.loan_year.plan == used
        (remark,) = (item for item in result.remarks if item.kind == "plan_not_open")
        assert remark.path == "loans.plan"
        assert (remark.values["plan"], remark.values["used"]) == (plan, used)
        assert getattr(remark.values["rule"], "key", "") == f"student_loans.{rule}"
        assert used in remark.values["open"]  # type: ignore[operator]


# --- parts -------------------------------------------------------------------------------------


def test_the_plan_by_law() -> None:
    """Who picks none has Tiered Standard with a loan made from 1 July 2026, else Standard."""
    assert plan_by_law(borrower(NEW), AS_OF) == "tiered_standard"
    assert plan_by_law(borrower(OLD), AS_OF) == "standard_10"
    both = Borrower(loans=(loan(), loan(made_on=FIRST)))
    assert plan_by_law(both, AS_OF) == "tiered_standard"


def test_rules_by_day() -> None:
    """A day after the last change has the rules known last; every plan has its terms."""
    assert loan_rules(datetime.date(2050, 1, 1))["poverty_guideline"].of("first_48") == 15_960
    assert loan_rules(FIRST)["graduate_loan_rate"].number == 0.0807
    assert loan_rules(AS_OF)["paye_entry"].certainty == "conflicting"
    assert loan_rules(AS_OF)["paye_entry"].confirmed is False
    assert loan_rules(AS_OF)["rap_rate"].certainty == "second_hand"


def test_region_and_share() -> None:
    """Alaska and Hawaii have guidelines of their own; where nobody owes, the whole is one's own."""
    assert [region_of(state) for state in ("TX", "DC", "AK", "HI")] == ["48", "48", "AK", "HI"]
    assert own_share(0.0, 0.0) == 1
    assert own_share(np.array([0.0, 10.0]), np.array([0.0, 30.0])).tolist() == [1.0, 0.25]


def test_paths_that_grow_and_step() -> None:
    """A figure grows from its start; a change takes its place from a year on and grows on."""
    assert grown(100.0, 0.10, 3)[:, 0].tolist() == pytest.approx([100, 110, 121])
    path = stepped(grown(100.0, 0.0, 4), [(1, 50.0, 0.10), (3, 80.0, 0.10), (4, 9.0, 0.0)])
    assert path[:, 0].tolist() == pytest.approx([100, 50, 55, 80])
    wide = stepped(grown(100.0, 0.0, 2), [(1, np.array([1.0, 2.0]), 0.0)])
    assert wide.tolist() == [[100, 100], [1, 2]]


def test_the_years_ahead_of_a_scenario() -> None:
    """Last year's return comes first, then this plan's income as it grows and changes."""
    loans = loans_of(
        adjusted_income_per_year=20_000.0,
        income_growth_per_year=0.10,
        guideline_growth_per_year=0.05,
        steps=[
            {"years_gone": 3, "adjusted_income_per_year": 70_000.0, "family_size": 1},
            {
                "years_gone": 2,
                "adjusted_income_per_year": 60_000.0,
                "family_size": 3,
                "dependents": 2,
            },
        ],
    )
    home = HouseholdInputs(children_under_17=1, state="HI")
    path = path_of(loans, home, 50_000.0)
    assert path.adjusted_income[:5, 0].tolist() == pytest.approx(
        [20_000, 55_000, 60_000, 70_000, 77_000]
    )
    two, three, one = 18_360 + 6_530, 18_360 + 2 * 6_530, 18_360
    assert path.guideline_per_year[:4, 0].tolist() == pytest.approx(
        [two, two * 1.05, three * 1.05**2, one * 1.05**3]
    )
    assert path.dependents[:4, 0].tolist() == [1, 1, 2, 0]
    assert path.share == 1
    plain = path_of(loans_of(income_growth_per_year=0.0), SINGLE, 50_000.0)
    assert set(plain.adjusted_income[:, 0]) == {50_000.0}


def test_stated_family_and_dependants_take_the_place_of_the_household() -> None:
    """What the lender counts may differ from the household: what is stated is used."""
    home = HouseholdInputs(filing_status="joint", children_under_17=2)
    counted = path_of(loans_of(), home, 50_000.0)
    assert counted.guideline_per_year[0, 0] == 15_960 + 3 * 5_680
    assert counted.dependents[0, 0] == 2
    stated = path_of(loans_of(family_size=1, dependents=0), home, 50_000.0)
    assert stated.guideline_per_year[0, 0] == 15_960
    assert stated.dependents[0, 0] == 0


def test_a_path_of_draws() -> None:
    """Draws of a last return, of an income or of growth make every row as wide as they are."""
    last = LoansByPlan(adjusted_income_per_year=np.array([10_000.0, 20_000.0]))
    path = path_of(last, SINGLE, 50_000.0)
    assert path.adjusted_income.shape == (30, 2)
    assert path.adjusted_income[0].tolist() == [10_000, 20_000]
    assert len(set(path.adjusted_income[1])) == 1
    wide = path_of(LoansByPlan(adjusted_income_per_year=9.0), SINGLE, np.array([1.0, 2.0, 3.0]))
    assert wide.adjusted_income[0].tolist() == [9, 9, 9]
    prices = path_of(LoansByPlan(guideline_growth_per_year=np.array([0.0, 0.1])), SINGLE, 1.0)
    assert prices.guideline_per_year[1].tolist() == pytest.approx([15_960, 17_556])


def test_a_couple_shares_by_what_each_owes() -> None:
    """The own part of a couple's debt; all of it for a single person or one who files apart."""
    couple = HouseholdInputs(filing_status="joint")
    loans = loans_of(spouse_balance=34_000.0)
    apart = loans_of(spouse_balance=34_000.0, filing="separate")
    assert path_of(loans, couple, 1.0).share == pytest.approx(0.66)
    assert path_of(apart, couple, 1.0).share == 1
    assert path_of(loans, SINGLE, 1.0).share == 1
    assert files_apart(apart, couple)
    assert not files_apart(apart, SINGLE)


def test_the_borrower_of_a_scenario() -> None:
    """Loans as they stand when repayment starts, with the facts that open a plan."""
    loans = loans_of(
        federal=[
            {"balance": 60_000.0, "rate_per_year": 0.08, "months_before_repayment": 18.0},
            {"balance": 20_000.0, "rate_per_year": 0.0, "subsidised": True, "label": "Old"},
        ],
        new_borrower=False,
        plan_now="paye",
        save_payments=12,
    )
    who = borrower_of(loans)
    assert [one.balance for one in who.loans] == [67_200, 20_000]
    assert (who.loans[1].label, who.loans[1].subsidised) == ("Old", True)
    assert (who.new_borrower, who.plan_now, who.save_payments) == (False, "paye", 12)
    assert who.rate_per_year == pytest.approx(0.08 * 67_200 / 87_200)
    assert who.subsidised_share == 0
    assert tuple(item.plan for item in plans_of(loans)) == PLANS
    free = Borrower(loans=(loan(rate_per_year=0.0, subsidised=True),))
    assert (free.rate_per_year, free.subsidised_share) == (0, 0)


def test_terms_of_a_scenario() -> None:
    """Awards are paid when they say; months count for PSLF only where the job does."""
    loans = loans_of(
        pslf_months_certified=24,
        credited_months=36,
        forgiveness_tax_rate=0.3,
        pooled=True,
        awards=[
            {"amount": 50_000.0, "months": 24, "paid": "at_start"},
            {"amount": 30_000.0, "months": 36, "paid": "yearly", "taxable": True},
            {"amount": 10_000.0, "months": 6, "paid": "yearly"},
            {"amount": 20_000.0, "months": 18, "paid": "at_end"},
        ],
    )
    terms = terms_of(loans, in_public_service=True)
    assert (terms.pslf_certified, terms.credited, terms.pooled) == (24, 36, True)
    assert terms.forgiveness_tax_rate == 0.3
    assert terms.awards == (
        PaidByAward(month=0, amount=50_000.0),
        PaidByAward(month=12, amount=10_000.0, taxable=True),
        PaidByAward(month=24, amount=10_000.0, taxable=True),
        PaidByAward(month=36, amount=10_000.0, taxable=True),
        PaidByAward(month=6, amount=10_000.0),
        PaidByAward(month=18, amount=20_000.0),
    )
    assert terms_of(loans, in_public_service=False).pslf_certified is None


def test_a_plan_that_has_nothing_left_to_pay() -> None:
    """With all 120 months certified PSLF cancels everything at once: no payment, no month."""
    found = project("rap", INCOMES, borrower(), AS_OF, Terms(pslf_certified=120))
    assert (found.months, found.total_paid, found.forgiven) == (0, 0, 66_000)
    assert (found.first_payment, found.highest_payment, found.last_payment) == (0, 0, 0)
    assert found.paid_by_month.shape == (0, 1)
    assert found.present_value(0.04) == 0
    assert found.outcome == "pslf_forgiven"


def test_standard_ends_before_public_service_or_with_it() -> None:
    """Standard counts for PSLF: only with months certified is something left to forgive."""
    none = project("standard_10", INCOMES, borrower(), AS_OF, Terms(pslf_certified=0))
    assert (none.months, none.outcome) == (120, "paid_off")
    some = project("standard_10", INCOMES, borrower(), AS_OF, Terms(pslf_certified=12))
    assert (some.months, some.outcome) == (108, "pslf_forgiven")
    extended = project("extended", INCOMES, borrower(), AS_OF, Terms(pslf_certified=12))
    assert (extended.months, extended.outcome) == (300, "paid_off")


def test_the_outcome_of_a_batch_is_that_of_its_first_draw() -> None:
    """One word for a batch; the numbers say the rest, draw by draw."""
    loans = (loan(balance=np.array([150_000.0, 5_000.0])),)
    found = project("ibr_15", INCOMES, Borrower(loans=loans), AS_OF)
    assert found.outcome == "forgiven"
    assert np.asarray(found.forgiven)[1] == 0
    assert np.asarray(found.present_value(np.array([0.0, 0.04]))).shape == (2,)


def test_loans_of_other_kinds_in_a_year() -> None:
    """Private loans alone have no plan; a payment that is known has neither plan nor borrower."""
    private = parsed(federal=[], private=[{"balance": 12_000.0, "rate_per_year": 0.0}])
    year = evaluate(private, load_rules(2026)).loan_year
    assert float(year.line.amount) == 1_200
    assert (year.plan, year.borrower, year.incomes) == (None, None, None)
    known = Scenario.parse({"work": WORK, "loans": {"payment_per_month": 100.0}})
    year = evaluate(known, load_rules(2026)).loan_year
    assert float(year.line.amount) == 1_200
    assert (year.plan, year.borrower, year.adjusted_income) == (None, None, 0)


def test_the_year_shows_which_return_it_looks_at() -> None:
    """The last return takes the place of this plan's income, and the statement says so."""
    rules = load_rules(2026)
    wages = {"household.own_other_wages_per_year": 40_600.0}
    shown = evaluate(parsed(adjusted_income_per_year=30_000.0).with_values(wages), rules)
    assert float(shown.find("loans.last_return").amount) == 30_000
    assert float(shown.find("loans.month").amount) == 50
    assert shown.loan_year.adjusted_income == 40_000  # the year's 12 x 50 of interest deducted
    own = evaluate(parsed().with_values(wages), rules)
    assert own.find("loans.month").parts[0].key == "taxes.adjusted_income"
    # 4 % of 40,600 is 135.33 a month, all interest; 3 % of 40,600 - 12 x 135.33 is 97.44.
    assert float(own.find("loans.month").amount) == 97.44
