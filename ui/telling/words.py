"""Words of the dashboard: labels, choices, headings and summaries, made from figures."""

from __future__ import annotations

import math
import re
from datetime import date

import numpy as np

from calc import Result
from calc.parameters import LocalPreset, Parameter, states, work_cost
from calc.parameters import tax_years as years_of_law
from calc.parameters import typical as typical_value
from calc.questions.solve import figure_of
from calc.scenario import Cost, Scenario
from ui.telling import numbers

FOOTER = (
    "Estimate, not advice. Tax year {year}. No account, no tracker; nothing leaves this machine."
)
MOST_WRITTEN = 1e15
TOO_LARGE = "too large to write"
SEVEN_FIGURES = "Seven figures. The rest stays as in this plan."
NO_SCREEN_YET = "Pay and benefits of this arrangement come from its file; it has no fields yet."
NOT_STATED = "not stated"
NOTHING_TO_DRAW = "There is nothing to draw yet. Enter sessions and a fee under Your practice."
SUFFIXES = {
    "share": "%",
    "points": "of 10",
    "minutes": "min",
    "hours_per_week": "h",
    "hours_per_year": "h",
}
KINDS = {"law": "Law", "survey": "Survey", "judgement": "Judgement"}


def count(amount: float, one: str, many: str = "") -> str:
    """So many of something, in the right number.

    >>> count(1.0, "room"), count(2.4, "person", "people")
    ('1 room', '2 people')
    """
    written = numbers.number(amount)
    return f"{written} {one if written == '1' else many or one + 's'}"


def escape(text: str) -> str:
    r"""A name the person typed, as plain text wherever Markdown is read.

    >>> escape("*Bold* [link](x)")
    '\\*Bold\\* \\[link\\](x)'
    """
    # A bare address would become a link: an invisible space keeps it apart.
    plain = re.sub(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", "\u200b", text)
    return re.sub(r"([\\`*_{}\[\]<>#|~$:])", r"\\\1", plain)


def label(title: str, unit: str, currency: str) -> str:
    """A field's label with its unit.

    >>> label("Notes each", "minutes", "USD"), label("Fee per session", "money_per_session", "EUR")
    ('Notes each (min)', 'Fee per session (€)')
    """
    if unit.startswith("money"):
        return f"{title} ({numbers.SYMBOLS.get(currency, currency)})"
    suffix = SUFFIXES.get(unit)
    return f"{title} ({suffix})" if suffix else title


def amount(value: float, unit: str, currency: str) -> str:
    """A figure in the unit of its field."""
    if not math.isfinite(value):
        return "not a number"
    if abs(value) > MOST_WRITTEN:
        return TOO_LARGE
    if unit.startswith(("money", "usd")):
        return numbers.money(value, currency)
    if unit == "share":
        return numbers.percent(value)
    places = 1 if unit.startswith("hours") else 2
    return numbers.number(value, 0 if float(value).is_integer() else places)


def typical(parameter: Parameter, unit: str, currency: str) -> str:
    """The typical value, its band and source, in one line."""
    middle = amount(parameter.number, unit, currency)
    band = ""
    if parameter.low is not None and parameter.high is not None:
        low, high = (amount(end, unit, currency) for end in (parameter.low, parameter.high))
        band = f", usually {low} to {high}"
    source = parameter.source.title
    unread = "" if parameter.confirmed else " Assumption, not read in a source."
    return f"Typical: {middle}{band}. {KINDS[parameter.kind]}: {source}.{unread}"


def story(result: Result, levers: tuple[Result, Result], currency: str) -> tuple[str, ...]:
    """The worked example in plain sentences."""
    month = escape(numbers.money(float(figure_of(result, "take_home_per_month")), currency))
    weekly = float(result.year.hours_per_week.amount)
    unpaid = weekly * float(result.year.unpaid_share.amount)
    shorter, higher = (
        escape(numbers.money(float(other.wage.amount) - float(result.wage.amount), currency))
        for other in levers
    )
    put_by = numbers.percent(float(result.tax_to_put_by.share_of_payment.amount), 0)
    return (
        f"**{month}** a month to take home",
        f"**{numbers.hours(weekly)} hours** in a worked week, "
        f"{numbers.hours(unpaid)} of them unpaid",
        f"**{put_by}** of each payment to put by for tax",
        f"Five minutes less on each note is worth **{shorter} more an hour**. "
        f"Ten dollars on the fee is worth {higher}.",
    )


def your_hour(result: Result) -> tuple[str, str]:
    """The heading and the sentence of the page Your hour."""
    currency = result.scenario.currency
    start, wage = result.staircase.parts[0], float(result.wage.amount)
    booked = float(result.year.booked.amount)
    if not math.isfinite(wage):
        return (
            "There is no hour of work yet.",
            "Enter the sessions booked a week to see what an hour pays.",
        )
    pays = escape(numbers.wage(wage, currency))
    if not booked:
        return (
            f"An hour of your work leaves {pays}.",
            "No session is booked: the hours are other work.",
        )
    minutes = numbers.minutes(float(result.hours.amount) / booked * 60)
    takes = (
        f"One booked session takes {minutes} once notes, waiting and running the practice "
        "are counted."
    )
    fee = escape(numbers.money(float(start.amount), currency))
    mean = "An average" if len(result.scenario.work.session_kinds) > 1 else "A"
    if start.label != "Fee":
        return f"An hour of your work leaves {pays}.", takes
    return f"{mean} {fee} session leaves {pays} for each hour you work.", takes


def versus(now: float, before: float, written: str) -> str:
    """The chip of a figure: its difference from the baseline."""
    if not (math.isfinite(now) and math.isfinite(before)):
        return "no comparison"
    return "as baseline" if abs(now - before) < 0.005 else f"{written} vs baseline"


def typical_line(plan: Scenario) -> str:
    """The typical fee and notes, with the way to their sources."""
    insurer = bool(plan.work.session_kinds) and plan.work.session_kinds[0].payer == "insurer"
    if plan.currency != "USD":
        return ""
    fee = typical_value("fee_insurer" if insurer else "fee_private")
    notes = typical_value("notes_minutes_per_session")
    said = [
        f"{_band(fee, 'money', plan.currency)} a session",
        f"notes {_band(notes, 'minutes', '')} minutes",
    ]
    return f":small[:gray[Typical: {said[0]}; {said[1]}.]]"


def _band(found: Parameter, unit: str, currency: str) -> str:
    if found.low is None or found.high is None:
        return escape(amount(found.number, unit, currency))
    low, high = (escape(amount(end, unit, currency)) for end in (found.low, found.high))
    return f"{low} to {high}"


def state_is_taxed(code: str) -> bool:
    """Whether a state taxes earnings."""
    return states().text(code) == "taxed"


def preset(found: LocalPreset) -> str:
    """A local tax: its rate, its range and what it is taken of."""
    band = ""
    if found.low is not None and found.high is not None:
        band = f" ({numbers.percent(found.low, 2)} to {numbers.percent(found.high, 2)})"
    return escape(f"{numbers.percent(found.rate, 2)}{band}. {found.note}")


def tax_years() -> list[int]:
    """The tax years there is law for, the latest first."""
    return list(reversed(years_of_law()))


def cost_help(cost: Cost, currency: str) -> str:
    """The help of a cost's amount, with the typical one of its kind."""
    said = "What is paid each time."
    if currency != "USD":
        return said
    return f"{said}\n\n{typical(cost.typical, cost.typical.unit, currency)} {cost.typical.note}"


def cost_kind(name: str) -> str:
    """A kind of work cost in words."""
    return work_cost(name).label


def staircase_heading(result: Result) -> tuple[str, str]:
    """The heading of the staircase and its grey line."""
    currency = result.scenario.currency
    first, last = result.staircase.parts[0], result.staircase
    if not math.isfinite(float(last.amount)):
        return "From the session to the hour", "Nothing to show without hours."
    start, end = (escape(numbers.wage(float(line.amount), currency)) for line in (first, last))
    unit = "One booked session" if float(result.year.booked.amount) else "One hour"
    unpaid = result.staircase.find("staircase.unpaid_time")
    if float(unpaid.amount) > 0:
        return (
            f"From {start} to {end}",
            f"{unit}. It is shorter than an hour, so an hour holds more than one.",
        )
    return (
        f"From {start} to {end}",
        f"{unit}. Each step is what leaves; the hollow one is time nobody pays for.",
    )


def week_sentence(result: Result) -> str:
    """Hours of a worked week, and the unpaid ones."""
    weekly = float(result.year.hours_per_week.amount)
    if not math.isfinite(weekly):
        return "No week is worked."
    share = float(result.year.unpaid_share.amount)
    if not math.isfinite(share):
        return "No hours yet."
    weeks = float(result.year.worked_weeks.amount)
    after = float(result.year.after_hours.amount) / weeks
    stated = "after_hours_per_week" in result.scenario.work.time.model_fields_set
    late = f" {numbers.hours(after)} hours fall after hours." if after and stated else ""
    return (
        f"{numbers.hours(weekly)} hours in a worked week. Filled is paid, hollow is not: "
        f"{numbers.hours(weekly * share)} hours, {numbers.percent(share)}.{late}"
    )


def money_sentence(result: Result) -> str:
    """What is kept of what comes in."""
    money_in = float(result.money_in.amount)
    if not money_in:
        return "No money comes in yet."
    currency = result.scenario.currency
    kept = float(result.take_home.amount) / money_in * 100
    hundred, left = (escape(numbers.money(value, currency)) for value in (100.0, kept))
    return f"Of every {hundred} that comes in, {left} is left to live on and to save."


def needs_sentence(result: Result) -> str:
    """What the household needs of this work."""
    needs = float(result.scenario.household.needs_per_month)
    if not needs:
        return "Enter your household's needs under Household to see what is left of them."
    month = escape(numbers.money(needs, result.scenario.currency))
    return f"Your household needs {month} a month from this work."


def wages_rows(result: Result) -> list[str]:
    """The other wages: before tax, after loans, after own therapy."""
    currency = result.scenario.currency
    lines = [result.wage_before_tax]
    if np.any(result.loans.amount):
        lines.append(result.wage_after_loans)
    if np.any(result.own_therapy.amount):
        lines.append(result.wage_after_loans_and_therapy)
    own = float(result.own_therapy_hours.amount)
    block = (
        [f"Own therapy **{numbers.hours(own)} hours** a year, never counted as work"] if own else []
    )
    return [
        f"{line.label} **{escape(numbers.wage(float(line.amount), currency))}**"
        for line in lines
        if math.isfinite(float(line.amount))
    ] + block


def set_aside_sentence(result: Result) -> str:
    """What to put by of each payment."""
    found = result.tax_to_put_by
    share = float(found.share_of_payment.amount)
    if not math.isfinite(share):
        return "Nothing comes in, so there is nothing to put by."
    if found.withheld:
        return f"Your employer withholds tax: about {numbers.percent(share)} of what comes in."
    if not found.due_dates:
        return (
            f"Put by {numbers.percent(share, 1)} of each payment for tax, at the rates you entered."
        )
    return (
        f"Put by {numbers.percent(share, 1)} of each payment and pay it in four parts. "
        "Last year's tax can set a lower amount: ask your tax preparer."
    )


def written_date(day: str) -> str:
    """A date in words.

    >>> written_date("2026-04-15")
    '15 April 2026'
    """
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B %Y}"
