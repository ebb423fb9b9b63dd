"""Remarks of a result in words: what is odd, what was left out, and what to do."""

from __future__ import annotations

import numpy as np

from calc.parameters import Parameter
from calc.scenario import Scenario
from calc.statements import Remark
from ui.telling.loan_words import plan_name
from ui.telling.refusals import title_of
from ui.telling.words import amount, escape

SENTENCES = {
    "no_hours": "The work takes no hours, so an hour has no wage. Enter sessions or hours.",
    "no_worked_weeks": "No week is worked, so nothing can be told for a week. Lower the weeks off.",
    "no_sessions": "No session is booked, so the steps are for an hour. Enter sessions a week.",
    "no_money_in": "No money comes in, so nothing is to be set aside. Enter a fee and sessions.",
    "more_hours_than_a_week": (
        "All hours come to {hours} a worked week, and a week has {most}. "
        "Check for hours of a month or a year entered as hours of a week."
    ),
    "after_hours_exceed_hours": (
        "{field} is {hours}, more than all hours of the week, {most}. It counts as all of them."
    ),
    "reuse_exceeds_work": (
        "{field}: more time of lost sessions is put to use than there are notes, billing, "
        "administration and marketing. Lower the share, or add the hours it went into."
    ),
    "contracted_hours_counted": (
        "{unlisted} hours a week of the contract are not listed, and count as work. List them, or "
        "ask which hours the contract means."
    ),
    "contracted_hours_not_listed": (
        "The contract is for {contracted} hours a week, and the hours listed are {listed}. "
        "Hours at work that are not listed make the wage look too high."
    ),
    "contracted_hours_not_paid": (
        "The contract is for {contracted} hours a week, and pay is worked out for the {paid} that "
        "are listed as paid work. Ask which hours are paid, and list those that are missing."
    ),
    "paid_hours_beyond_contract": (
        "The contract is for {contracted} hours a week, and pay is worked out for the {paid} that "
        "are listed as paid work. Ask whether hours beyond the contract are paid."
    ),
    "overtime_by_the_day": (
        "Hours beyond 40 a week are paid one and a half times here; long days are not worked out. "
        "{rule}."
    ),
    "paid_leave_exceeds_weeks_off": (
        "{field} is longer than the weeks off. Add the weeks off, or lower the paid leave."
    ),
    "loss": "The work costs more than it brings in: the wage is what an hour of it costs you.",
    "take_home_negative": (
        "Taxes and health cover take more than the profit, so nothing is left to live on."
    ),
    "salary_beyond_the_practice": (
        "A salary of {salary} is more than the practice can pay: it lacks {short} a year, with "
        "payroll tax and taxes of its own. Here the loss lowers your other income; a corporation "
        "without the money cannot pay it. Lower the salary."
    ),
    "election_no_election": (
        "{state} has no tax that a corporation may choose to pay for its owner, so none is "
        "counted, though your plan chooses it."
    ),
    "election_no_plain_rate": (
        "The tax that a corporation of {state} may choose to pay is not counted: enter {field}."
    ),
    "corporation_pays_no_salary": (
        "The corporation pays you no salary. Who works in it and draws money must be paid for "
        "the work; no law names how much."
    ),
    "other_tax_year": "This plan is for {stated}; it is worked out under the law of {used}.",
    "state_tax_not_included": (
        "**State income tax is not included yet.** {state} taxes earnings. Enter your average "
        "state rate: last year's state tax divided by adjusted income."
    ),
    "practice_tax_not_counted": "**{tax} is not counted.** {note}",
    "clients_in_other_states": (
        "{field}: {share}. Their state may ask for its own licence, or for a compact that it is in."
        "{taxed} That is not worked out: tax is as if all clients were in {state}. Ask the "
        "boards and revenue offices of those states."
    ),
    "spouse_wages_not_counted": (
        "{field} count on a joint return only. Choose filing jointly, or set them to 0."
    ),
    "us_tax_in_other_currency": (
        "United States tax is worked out on figures in {currency}. "
        "Choose another way of tax under Household, or dollars."
    ),
    "interest_exceeds_payments": (
        "{field} is {interest}, more than a year of payments, {paid}. "
        "Only interest that is paid lowers tax: enter the payment, or less interest."
    ),
    "over_the_legal_limit": (
        "{field} is {contribution}. The law lets you deduct {most} here, "
        "so tax is worked out on that."
    ),
    "plan_not_open": (
        "**Plan**: {plan} is not open to you. {rule}.{uncertain} The payment shown is that of "
        "{used}, which the law gives who picks none. Open to you: {open}. Choose one of them."
    ),
    "loan_income_before_tax": (
        "No United States tax is worked out here, so the loan looks at income before tax. "
        "Enter the {field} if you know it."
    ),
    "pslf_not_employee": (
        "{field} is this work, and PSLF takes employees (W-2) only: neither a practice of your own "
        "nor contract work. Nothing is counted. Choose your other job if that one counts."
    ),
    "pslf_employer": (
        "{field} is this work, and its employer does not count for PSLF: government, schools and "
        "non-profits do. Nothing is counted. Check the employer under Public service."
    ),
    "pslf_hours": (
        "{field}: the work that counts takes {hours} hours a week, and PSLF needs {least}, in one "
        "job or several. Nothing is counted. Check the hours, and whether both jobs count."
    ),
    "pslf_plan": (
        "{field}: payments under {plan} do not count for PSLF. Choose a plan that does: RAP is "
        "open to all."
    ),
    "needs_not_stated": (
        "{field} is not stated, so pay counts as in a typical practice. Enter it under Household."
    ),
    "debt_not_stated": (
        "You pay on student loans, and what is owed is not stated: load counts no debt. "
        "Enter it as {field}."
    ),
    "far_above_typical": (
        "{field} is {value}; usually it is {low} to {high}. Keep it if it is meant so."
    ),
}


def remark(found: Remark, plan: Scenario) -> str:
    """One remark in one or two sentences."""
    title, unit = title_of(found.path, plan) if found.path else ("", "")
    values = {name: _written(value, unit, plan.currency) for name, value in found.values.items()}
    rule = found.values.get("rule")
    if isinstance(rule, Parameter) and rule.certainty == "conflicting":
        values["uncertain"] = " This rule is uncertain: texts disagree."
    return SENTENCES[found.kind].format(field=f"**{escape(title)}**", **{"uncertain": "", **values})


def _written(value: object, unit: str, currency: str) -> str:
    if isinstance(value, str):
        return plan_name(value) if unit == "choice" else escape(value)
    if isinstance(value, tuple):
        return ", ".join(plan_name(plan) for plan in value)
    if isinstance(value, Parameter):
        return escape(value.label)
    if isinstance(value, int):
        return str(value)
    return amount(float(np.max(np.asarray(value))), unit, currency)
