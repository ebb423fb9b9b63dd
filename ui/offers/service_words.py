"""Words of public service: what it is worth beside a wage, or why it is worth nothing in a job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calc.number import MONTHS_PER_YEAR
from calc.offers import Compared, NoService, ServiceWorth
from calc.scenario import Employee, LoansByPlan
from calc.scenario.fields import chosen
from ui.offers import words
from ui.telling import loan_words, numbers
from ui.telling.words import escape

NO_LOANS = (
    "Public service forgives federal loans. None is entered by its plan: enter yours under You, "
    "Loans."
)
NO_AWARD = "None of these letters gives a loan award."
WHY_NOT: Mapping[NoService, str] = {
    "no_federal_loans": NO_LOANS,
    "pslf_not_employee": (
        "**{name}** does not count: public service takes employees (W-2), never contract work or a "
        "practice of your own."
    ),
    "pslf_employer": (
        "**{name}** does not count: its employer ({employer}) is no government, no school and no "
        "non-profit."
    ),
    "pslf_employer_not_stated": (
        "**{name}** may count: say what kind of employer it is, in the letter. A government, a "
        "school or a non-profit counts."
    ),
    "pslf_hours": (
        "**{name}** would count at {least} hours a week or more; the letter is for {hours}. If "
        "another job of yours counts too, say so under You, Loans: hours are added."
    ),
    "other_job_hours": (
        "**{name}**: you said that your other job counts. It takes {least} hours a week, and "
        "{hours} are entered. This letter adds none: its employer is not stated as one that counts."
    ),
    "hours_together": (
        "**{name}** counts, and so does your other job: together they have {hours} hours a week, "
        "and it takes {least}."
    ),
    "plan": (
        "**{name}** counts, but payments under {plan} do not. Another plan would: You, Loans, Plan "
        "and day."
    ),
    "nothing_forgiven": (
        "**{name}** counts, but under {plan} nothing is left to forgive after the last payment."
    ),
}


def lifts(found: Compared) -> bool:
    """Whether public service makes an hour of this job worth more than its wage."""
    lifted = found.wage_with_service
    return lifted is not None and float(lifted) > float(found.result.wage.amount)


def wage(found: Compared) -> str:
    """What an hour is worth with it, as it is written."""
    lifted = found.wage_with_service
    return numbers.wage(float("nan") if lifted is None else float(lifted), words.currency_of(found))


def worth(found: Compared) -> str:
    """What it is worth in a job that counts, and what it hangs on."""
    service = found.service
    assert service is not None
    name, lifted = escape(words.named(found)), escape(wage(found))
    year = escape(numbers.money(float(service.believed.per_year), words.currency_of(found)))
    return (
        f"**{name}** counts towards Public Service Loan Forgiveness. That is worth **{year} a "
        f"year** after tax, which makes an hour {lifted}, if the law stays and you do, for "
        f"{_years(service)}.{_belief(service)}"
    )


def _years(service: ServiceWorth) -> str:
    """How long is still to be served."""
    years = service.months_left / MONTHS_PER_YEAR
    return f"{numbers.number(years, 0 if years.is_integer() else 1)} years"


def _belief(service: ServiceWorth) -> str:
    share = service.believed.share
    return f" That counts on it to {numbers.percent(share)}, as you said." if share < 1.0 else ""


def standing(found: Compared) -> str:
    """Whether a job counts and what that is worth, or why it does not."""
    if found.service is not None:
        if lifts(found):
            return worth(found)
        other = loan_words.plan_name(found.service.compared_with)
        return (
            f"**{escape(words.named(found))}** counts, and saves nothing: {other} without it costs "
            "you no more."
        )
    why_not = found.public_service.why_not
    return "" if why_not is None else WHY_NOT[why_not].format_map(_figures(found))


def _figures(found: Compared) -> Mapping[str, str]:
    """What the reasons name."""
    loans, work = found.result.scenario.loans, found.result.scenario.work
    service = found.public_service
    return {
        "name": escape(words.named(found)),
        "employer": chosen(work, "employer_type").lower() if isinstance(work, Employee) else "",
        "plan": loan_words.full_plan_name(loans.plan) if isinstance(loans, LoansByPlan) else "",
        "hours": numbers.hours(float(service.hours_per_week)),
        "least": numbers.number(service.least_hours_per_week),
    }


def reasons(ranked: Sequence[Compared]) -> list[str]:
    """What is to be said of every letter; once, where it is the same of all."""
    return list(dict.fromkeys(filter(None, (standing(found) for found in ranked))))
