"""What of the law the months leave out is said where it would matter to the plan."""

from tests.ui.months.test_words import AGENCY, SETTLED
from tests.ui.pages import EXAMPLES, Open
from ui.months import job, remark_words, summaries, view, words

FIRST_YEAR = EXAMPLES["first_year"]


def test_costs_before_opening_are_told_with_the_law(open_app: Open) -> None:
    """Above $5,000, by the month of the first client; the shipped plan's $3,200 says nothing."""
    rows = ({"month": 1, "amount": 12_000.0, "business": True},)
    plan = FIRST_YEAR.with_values({"ahead.set_up": rows, "ahead.credentialing_weeks": 0})
    (said,) = remark_words.remarks(view.found(plan))
    assert said.startswith("Set-up of \\$12,000 is a cost of the practice by the end of March 2026")
    assert "up to \\$5,000 of it" in said
    assert "over 180 months (Internal Revenue Code 195)" in said
    assert remark_words.remarks(view.found(FIRST_YEAR)) == []
    app = open_app("Months ahead", plan)
    assert any(said in each.value for each in app.markdown)


def test_too_little_by_date_is_counted() -> None:
    """How many of the paths, and by year; none where tax is paid as it is earned."""
    plan = SETTLED.with_values(
        {"ahead.enquiries_per_month": 0.0, "ahead.tax_payments": "equal_quarters"}
    )
    (said,) = remark_words.remarks(view.found(plan))
    assert "What a penalty costs is not counted here." in said
    assert " of 2,000 paths)" in said
    earned = plan.with_values({"ahead.tax_payments": "as_earned"})
    assert remark_words.remarks(view.found(earned)) == []


def test_a_job_without_pay_is_not_called_the_whole_job(open_app: Open) -> None:
    """Premise, summary and the fields say that its pay is missing, and what to do."""
    plan = AGENCY.with_values({"household.own_other_wages_per_year": 0.0})
    said = words.premise(view.found(plan))
    assert "beside a job whose pay is not entered and brings nothing here" in said
    assert "half the job" not in said
    assert plan.ahead is not None
    assert summaries.job(plan, plan.ahead) == "its pay is not entered, so it brings nothing"
    app = open_app("Months ahead", plan)
    assert any(job.UNPAID in each.value for each in app.markdown)
    left = plan.with_values({"ahead.job": ({"month": 1, "share": 0.0},)})
    assert "the practice alone" in words.premise(view.found(left))
