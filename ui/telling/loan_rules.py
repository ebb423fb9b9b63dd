"""The rules of student loans in words: what each says, from which day, from where, and how sure."""

from __future__ import annotations

import datetime

from calc.loans import NAMES, Outlook, Plan, families_for_pslf
from calc.parameters import Parameter
from calc.parameters.student_loans import LoanRules, graduate_rate, holds_from, loan_rules
from calc.scenario import Employee, Scenario
from calc.scenario.fields import words_of
from calc.scenario.loan_parts import FederalLoan
from calc.scenario.loans import LAST_DAY, LoansByPlan
from ui.telling import limits, numbers, renewal_words, words
from ui.telling.marks import quiet
from ui.telling.tables import Table
from ui.telling.words import escape, written_date

PRESETS = (
    "debt_masters_low",
    "debt_masters_high",
    "debt_counsellor",
    "debt_phd",
    "debt_psyd",
)
EMPLOYERS = words_of(Employee.model_fields["employer_type"])
HEAD = "The rules of {day}. Second-hand: the law as others quote it."
CERTAINTY = {
    "": "",
    "confirmed": "confirmed",
    "second_hand": "second-hand: the law as others quote it",
    "single": "uncertain: one page says so, no second was found",
    "conflicting": "uncertain: texts disagree",
}
NOTES = (
    "rap_is_one_way",
    "paye_ends",
    "forgiveness_is_income",
    "family_size_apart",
    "hardship_test_ended",
)


def rate_hint(loan: FederalLoan) -> str:
    """The rate by law of a graduate loan paid out on the day of this one."""
    found = graduate_rate(loan.made_on)
    if found is None:
        return ""
    rate = numbers.percent(found.number, 2)
    day = written_date(loan.made_on.isoformat())
    return f"By law a graduate loan first paid out on {day} has {rate}."


def presets(day: datetime.date) -> tuple[Parameter, ...]:
    """Typical debts to start a balance from."""
    rules = loan_rules(day)
    return tuple(rules[name] for name in PRESETS)


def preset(found: Parameter) -> str:
    """A typical debt: its amount, its source, and whom it was found of."""
    return escape(f"{numbers.money(found.number)}. {found.source.title}. {found.note}")


def certainty(rule: Parameter) -> str:
    """How sure a rule is, in words."""
    return CERTAINTY[rule.certainty]


def plan_names(plans: tuple[Plan, ...]) -> str:
    """Plans by their short names.

    >>> plan_names(("rap", "ibr_10"))
    'RAP, IBR (10 %)'
    """
    return ", ".join(NAMES[plan] for plan in plans)


def rule_value(rule: Parameter) -> str:
    """What a rule of student loans says, in words and figures."""
    match rule.value:
        case {"owed_from": _}:
            rows = zip(rule.row("owed_from"), rule.row("months"), strict=True)
            said = (f"from {numbers.money(owed)}: {months:g} months" for owed, months in rows)
            return "; ".join(said)
        case {"above": _, "rates": _}:
            rows = zip(rule.row("above"), rule.row("rates"), strict=True)
            said = (f"above {numbers.money(line)}: {numbers.percent(rate)}" for line, rate in rows)
            return "; ".join(said)
        case {"guideline_multiple": _}:
            return (
                f"{numbers.percent(rule.of('rate'))} of income above "
                f"{numbers.percent(rule.of('guideline_multiple'))} of the poverty guideline, "
                f"for {rule.of('months'):g} payments"
            )
        case {"nothing_below": _}:
            nothing, least = (numbers.money(rule.of(name)) for name in ("nothing_below", "least"))
            return f"nothing below {nothing}, else at least {least}"
        case {"first_48": _}:
            places = {"48": "48 states", "AK": "Alaska", "HI": "Hawaii"}
            return "; ".join(
                f"{place}: {numbers.money(rule.of(f'first_{code}'))}, "
                f"then {numbers.money(rule.of(f'further_{code}'))}"
                for code, place in places.items()
            )
        case {"plans": _}:
            return ", ".join(name for plan, name in NAMES.items() if plan in rule.words("plans"))
        case {"types": _}:
            return "; ".join(EMPLOYERS[kind] for kind in rule.words("types"))
        case _ if rule.unit == "rule":
            return written_date(str(rule.value))
        case _ if rule.unit == "share":
            return numbers.percent(rule.number, 2)
        case _:
            period = rule.unit.partition("_per_")[2] if rule.unit.startswith("usd") else ""
            unit = " months" if rule.unit == "months" else ""
            written = words.amount(rule.number, rule.unit, "USD")
            return f"{written} a {period}" if period else written + unit


def day_of(plan: Scenario) -> datetime.date:
    """The day whose rules a plan uses; the last one read where it has no loans by plan."""
    return plan.loans.as_of if isinstance(plan.loans, LoansByPlan) else LAST_DAY


def origin(rule: Parameter, day: datetime.date | None = None) -> str:
    """The day of a rule, where it is asked for, its source with a link, and how sure it is."""
    if rule.projected:
        return f"projected for {rule.year}: {escape(rule.method)}"
    if rule.kind == "judgement":
        return f"our judgement · {where(rule)}"
    if rule.kind == "survey":
        return f"survey · {where(rule)}"
    if rule.unit == "rule":
        of_day = written_date(str(rule.value))
    elif day is None:
        of_day = str(rule.year)
    else:
        of_day = f"from {written_date(holds_from(rule, day).isoformat())}"
    return f"law, {of_day} · {where(rule)} · {certainty(rule)}"


def rules_table(day: datetime.date, today: datetime.date) -> Table:
    """Every rule of student loans in force on a day: its value, from when to when, its source."""
    rows = [
        (
            escape(rule.label),
            escape(rule_value(rule)),
            renewal_words.with_last_day(since(rule, day), rule, day, today),
            where(rule),
        )
        for rule in loan_rules(day).values()
    ]
    return Table(("Rule", "Value", "Certainty", "Source"), rows)


def since(rule: Parameter, day: datetime.date) -> str:
    """How sure a rule is, in a word, and from which day it holds; of a rule in words that is it."""
    if rule.kind != "law":
        return {"survey": "survey", "judgement": "our judgement"}[rule.kind]
    sure = certainty(rule).partition(":")[0]
    if rule.unit == "rule":
        return sure
    return f"{sure}, from {holds_from(rule, day).isoformat()}"


def where(rule: Parameter) -> str:
    """A rule's source with its link."""
    link, title = rule.source.link, escape(rule.source.title)
    return f"[{title}]({link})" if link else title


def pslf_needs(rules: LoanRules) -> str:
    """What public service must be to count."""
    payments, hours = rules["pslf_payments"].number, rules["pslf_hours_per_week"].number
    *others, last = families_for_pslf(rules)
    return (
        f"PSLF needs {payments:g} payments under {', '.join(others)} or {last}, made while an "
        f"employee (W-2) of government, a school or a non-profit for {hours:g} hours a week, "
        "in one job or several."
    )


def not_open(found: Outlook) -> list[str]:
    """The plans that are closed, by the rule that closes them, each rule once."""
    closing: dict[str, tuple[Parameter, list[Plan]]] = {}
    for item in found.plans:
        if item.closed_by is not None:
            closing.setdefault(item.closed_by.key, (item.closed_by, []))[1].append(item.plan)
    day = found.loans.as_of
    return [
        f"**{plan_names(tuple(plans))}**  \n{sentence_of(rule)}  \n{quiet(origin(rule, day))}"
        for rule, plans in closing.values()
    ]


def sentence_of(rule: Parameter) -> str:
    """A rule in words, with its note."""
    note = f" {escape(rule.note)}" if rule.note else ""
    return f"{escape(rule.label)}.{note}"


def notes(day: datetime.date) -> list[str]:
    """What the figures leave out, then the rules that a choice of plan hangs on."""
    rules = loan_rules(day)
    told = [f"{sentence_of(rules[name])} {quiet(origin(rules[name], day))}" for name in NOTES]
    return [*limits.of_area("loans"), *told]
