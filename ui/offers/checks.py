"""Questions of labour law about an offer, each opened to its rule and source; never a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import streamlit as st

from calc.offers.labour import Check
from calc.offers.labour.standing import Against
from calc.parameters import Parameter, state_names
from calc.parameters.labour import NATION
from calc.scenario.time import BUCKETS
from ui.offers import rules
from ui.offers import words as offer_words
from ui.offers.view import View
from ui.shell import frame
from ui.telling import numbers, words
from ui.telling.words import written_date

NOTE = (
    "Estimate, not legal advice. Federal rules unless a state is named; verify with your state's "
    "labour office or a lawyer."
)
SENTENCES: Mapping[str, str] = {
    "unpaid_work": (
        "**{hours_per_week} hours a week are paid by nothing here: {work}.** Time an employer asks "
        "for or allows is working time. Ask how these hours are paid."
    ),
    "unpaid_work_unsettled": (
        "{hours_per_week} hours a week are unpaid and may or may not be working time: {work}. Ask "
        "which of them count."
    ),
    "below_minimum_wage_overall": (
        "**Pay for all hours of the week comes to {pay_per_hour} an hour before tax; the minimum "
        "wage is {minimum_wage}.** It is {short_per_week} a week short."
    ),
    "below_minimum_wage_unpaid_hours": (
        "**{hours_per_week} hours a week are unpaid, and here each hour counts by itself.** At "
        "{minimum_wage} an hour that is {at_minimum_wage_per_week} a week. Ask how they are paid."
    ),
    "salary_below_exempt_threshold": (
        "The salary is {salary_per_year}; a professional without overtime pay must be paid at "
        "least {threshold_per_year} ({whose}). Below it, hours beyond 40 a week are overtime: ask "
        "whether the job is treated as exempt."
    ),
    "exempt_or_not": (
        "For {salary_per_year} a year, {hours_per_week} hours a week may count as working "
        "time{not_counted}. A salary of at least "
        "{threshold_per_year} ({whose}) leaves overtime out only if the work meets the test of a "
        "profession too; of associates a state may judge otherwise. Ask whether the job is exempt, "
        "and why."
    ),
    "minimum_wage_not_read": (
        "The minimum wage of {state} we read, {minimum_wage}, holds from {since} and may have "
        "changed by your first day. Look up the one of that day."
    ),
    "threshold_not_read": (
        "Of {state}, the least salary without overtime that we read is {threshold_per_year} "
        "({whose}). It holds from {since} and may have changed by your first day. Look up the one "
        "of that day."
    ),
    "first_weeks_unpaid": (
        "For {weeks} before the first client, {hours_per_week} hours a week of other work are paid "
        "by nothing here. Ask how these weeks are paid."
    ),
    "overtime": (
        "Hours that may count as working time come to {hours_per_week} a week. Unless the job is "
        "exempt, the "
        "{hours_beyond} beyond 40 are paid at {overtime_rate_per_hour} an hour, which is not in "
        "this pay: ask."
    ),
    "overtime_by_the_day": (
        "Here long days count too, not only weeks beyond 40 hours. No day is known to us, so this "
        "is not in the pay: ask how many hours a day has, and how long days are paid."
    ),
    "contractor_forbidden": (
        "**{state}, {who}: contract work may not count.** {words} Ask the board before you sign."
    ),
    "contractor_hours_not_counted": (
        "**{state}, {who}: hours of contract work may not count.** {words} Ask the board before "
        "you sign."
    ),
    "contractor_conditions": "{state}, {who}: {words} Ask the board whether these hours count.",
    "contractor_not_checked": (
        "We read no rule of {state} on contract work of associates. Ask the board whether the "
        "hours count."
    ),
    "own_practice_limited": "**{state}, {who}:** {words} Ask the board before you begin.",
    "no_supervision_named": (
        "**No supervision is named.** Hours without it do not count towards a licence. Ask who "
        "supervises, how often, and who pays."
    ),
    "clawback": (
        "**{amount} is to be paid back if you leave within {years}.** Ask how it shrinks "
        "with time, and whether it holds if you are let go."
    ),
    "quota_against_attendance": (
        "The quota of sessions held a week is {quota}. At the attendance entered, {booked} booked "
        "are {held} held; it takes {needed} booked to meet it. Ask what happens below it."
    ),
    "pslf_not_available": "{why_not}",
}
NO_SERVICE: Mapping[Against, str] = {
    "pslf_not_employee": (
        "Payments would not count for Public Service Loan Forgiveness in this work: it takes "
        "employees (W-2), never contract work or a practice of one's own."
    ),
    "pslf_employer": (
        "Payments would not count for Public Service Loan Forgiveness in this work: it takes a "
        "government, a school or a non-profit."
    ),
    "pslf_employer_not_stated": (
        "Ask what kind of employer it is: at a government, a school or a non-profit, payments "
        "count for Public Service Loan Forgiveness."
    ),
    "pslf_hours": (
        "Payments would not count for Public Service Loan Forgiveness in this work: it takes at "
        "least {least} hours a week in all jobs that count, and the letter is for "
        "{hours_per_week}."
    ),
}
FEDERAL = "the federal one; we read no higher one of this state for professionals"
OWN = "the state's own"
NOT_COUNTED = (
    "; whether the others of the {hours_in_all} hours a worked week do is not known here: {work}"
)
NOT_LISTED = "hours of the contract that are not listed"
TO_LOOK_UP = ("minimum_wage_not_read", "threshold_not_read")  # of a law, not of the employer
AT_MINIMUM = (
    " Forty hours a week at the minimum wage there come to {minimum_wage_per_year} a year, which "
    "is more: ask which of the two decides."
)
BEYOND = (
    "Hours that may count as working time come to {hours_per_week} a week. The {hours_beyond} "
    "beyond 40 are to be paid at {overtime_rate_per_hour} an hour"
)
IN_PAY = f"{BEYOND}, and so they are in this pay. Ask how overtime is agreed and paid."
PARTLY_IN_PAY = (
    f"{BEYOND}; of them {{hours_in_pay}} are in this pay, the others are unpaid as entered: ask."
)
NOT_IN_PAY = f"{BEYOND}. As entered they are unpaid, and so they are not in this pay: ask."
LEAST_HOURS = 0.05  # of a week: less is written as none
MONEY_NAMES = (
    "short_per",
    "at_minimum",
    "salary",
    "threshold",
    "amount",
    "cost",
    "minimum_wage_per",
)
COUNTED = {"weeks": "week", "years": "year"}
RATES = ("pay_per_hour", "minimum_wage", "overtime_rate_per_hour")


def draw(view: View) -> None:
    """The checks of every offer, each with the law it rests on, below the open questions."""
    for found in view.ranked:
        said = found.checks
        label = f"**{words.escape(offer_words.named(found))}** · {summary(said)}"
        with st.expander(label, key=f"checks {view.number_of(found)}", on_change="rerun") as folded:
            if folded.open:
                frame.quiet(NOTE)
                for check in said:
                    _check(check, view.currency)


def summary(checks: Sequence[Check]) -> str:
    """How many questions there are, how many are grave, and how many figures to look up."""
    if not checks:
        return "nothing found"
    to_look_up = sum(check.kind in TO_LOOK_UP for check in checks)
    grave = sum(check.grave for check in checks)
    said = []
    if to_ask := len(checks) - to_look_up:
        said.append(words.count(to_ask, "question"))
    if grave:
        said.append(f"{grave} that could cost you")
    if to_look_up:
        said.append(f"{words.count(to_look_up, 'figure')} to look up")
    return ", ".join(said)


def _check(check: Check, currency: str) -> None:
    st.markdown(sentence(check, currency))
    laws = [law for law in (check.law, *check.also) if law is not None]
    if not laws:
        frame.quiet("A term of the letter, not a rule of law.")
    for law in laws:
        frame.quiet(_law(law))


def _law(law: Parameter) -> str:
    """A rule: what it says, its note, and where it was read."""
    value = ""
    if isinstance(law.value, float):
        value = f": {words.escape(words.amount(law.value, law.unit, 'USD'))}"
    note = f" {words.escape(law.note)}" if law.note else ""
    return f"{words.escape(law.label)}{value}.{note} {rules.origin(law)}"


def sentence(check: Check, currency: str) -> str:
    """One question in words."""
    values = {name: _written(name, value, currency) for name, value in check.values.items()}
    work = [BUCKETS[name].lower() for name in BUCKETS if name in check.values]
    if "unlisted" in check.values:
        work.append(NOT_LISTED)
    values["work"] = ", ".join(work)
    if check.kind == "pslf_not_available":
        return _no_service(check, values)
    values["whose"] = _whose(check)
    values["not_counted"] = NOT_COUNTED.format(**values) if "hours_in_all" in values else ""
    said = SENTENCES[check.kind].format_map(_Known(values))
    if "minimum_wage_per_year" in check.values:
        said += AT_MINIMUM.format_map(_Known(values))
    if check.kind == "overtime" and "hours_in_pay" in check.values:
        said = _overtime(check).format_map(_Known(values))
    if check.kind == "quota_against_attendance" and check.grave:
        said += f" As entered, that takes {values['cost_per_year']} a year off the pay."
    return f"{said} The letter does not say." if "unsaid" in check.values else said


def _whose(check: Check) -> str:
    """Whose least salary it is, in a check that names one."""
    laws = [law for law in (check.law, *check.also) if law is not None]
    federal = any(law.key == f"labour.exempt_salary_{NATION}" for law in laws)
    return FEDERAL if federal else OWN


def _overtime(check: Check) -> str:
    """The same of pay by the hour, whose money holds overtime for the hours that are paid."""
    beyond, paid = (_largest(check.values[name]) for name in ("hours_beyond", "hours_in_pay"))
    if beyond - paid < LEAST_HOURS:
        return IN_PAY
    return PARTLY_IN_PAY if paid >= LEAST_HOURS else NOT_IN_PAY


def _largest(value: object) -> float:
    return float(np.max(np.asarray(value)))


def _no_service(check: Check, values: Mapping[str, str]) -> str:
    """Why payments would not count for public service, or what to ask first."""
    said = next(said for why, said in NO_SERVICE.items() if why == check.values["why_not"])
    law = check.law
    least = numbers.number(law.number) if law and isinstance(law.value, float) else ""
    return said.format_map(_Known({**values, "least": least}))


class _Known(dict[str, str]):
    """Figures of a check; one that does not exist is said to be not known."""

    def __missing__(self, name: str) -> str:
        return numbers.NOT_KNOWN


def _written(name: str, value: object, currency: str) -> str:
    if name == "since":
        return written_date(str(value))
    if isinstance(value, str):
        return words.escape(state_names().get(value, value) if name == "state" else value)
    amount = float(np.max(np.asarray(value)))
    if name in COUNTED:
        return words.count(amount, COUNTED[name])
    if name in RATES:
        return words.escape(numbers.wage(amount, currency))
    if name.startswith(MONEY_NAMES):
        return words.escape(numbers.money(amount, currency))
    return numbers.number(amount, 0 if round(amount, 1) % 1 == 0 else 1)
