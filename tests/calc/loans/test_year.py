"""The loans of one year: which plan is paid, and by which return."""

from calc import Scenario, evaluate, load_rules
from tests.calc.loans.borrowers import NEW, OLD, WORK, parsed


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
