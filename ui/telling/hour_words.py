"""Words of the pages Start and Your hour: headings and sentences made from a result."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from calc import Result
from calc.ledger import Line
from calc.parameters import Parameter
from calc.parameters import typical as typical_value
from calc.questions.solve import figure_of
from calc.scenario import OwnPractice, Scenario
from ui.telling import numbers
from ui.telling.tables import shown_steps
from ui.telling.words import amount, escape, joined

TEN_FIGURES = "Ten figures are enough. The rest is below."
NOT_BOOKED = "No session is booked: the hours are other work."
NO_WEEK = "No week is worked, so no session is held: the hours are other work."
OWN_ACCOUNTS = ("set_aside.sep", "set_aside.solo_401k", "set_aside.hsa")


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
        f"**{put_by}** of what clients pay to set aside for tax",
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
    pays = escape(numbers.wage(abs(wage), currency))
    does = "costs you" if wage < 0.0 else "leaves"
    if not booked:
        return (
            f"An hour of your work {does} {pays}.",
            NO_WEEK if not float(result.year.worked_weeks.amount) else NOT_BOOKED,
        )
    minutes = numbers.minutes(float(result.hours.amount) / booked * 60)
    takes = (
        f"One booked session takes {minutes} once notes, waiting and running the practice "
        "are counted."
    )
    fee = escape(numbers.money(float(start.amount), currency))
    booked_kinds = [kind for kind in result.scenario.work.session_kinds if kind.booked_per_week]
    mean = "An average" if len(booked_kinds) > 1 else "A"
    if start.label != "Fee":
        return f"An hour of your work {does} {pays}.", takes
    return f"{mean} {fee} session {does} {pays} for each hour you work.", takes


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


def charged_line(plan: Scenario) -> str:
    """Which lost sessions of the first kind are taken as charged; empty where none are."""
    if not isinstance(plan.work, OwnPractice) or not plan.work.session_kinds:
        return ""
    kind = plan.work.session_kinds[0]
    ways = (
        ("late cancellations", kind.late_cancelled_share, kind.late_cancelled_charged_share),
        ("no-shows", kind.missed_share, kind.missed_charged_share),
    )
    said = [
        f"{numbers.percent(float(charged))} of {name}"
        for name, lost, charged in ways
        if lost * charged
    ]
    if not said:
        return ""
    return f"You are taken to charge for {joined(said)}; the terms are under Clients."


def _band(found: Parameter, unit: str, currency: str) -> str:
    if found.low is None or found.high is None:
        return escape(amount(found.number, unit, currency))
    low, high = (escape(amount(end, unit, currency)) for end in (found.low, found.high))
    return f"{low} to {high}"


def staircase_heading(result: Result) -> tuple[str, str]:
    """The heading of the staircase and its grey line; it starts with what the first bar says."""
    currency, last = result.scenario.currency, result.staircase
    if not math.isfinite(float(last.amount)):
        return "From the session to the hour", "Nothing to show without hours."
    first = shown_steps(last)[0][1]
    start, end = (escape(numbers.wage(one, currency)) for one in (first, float(last.amount)))
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
    evening = f" {numbers.hours(after)} hours fall in evenings or at weekends."
    late = evening if after and stated else ""
    return (
        f"{numbers.hours(weekly)} hours in a worked week. Nobody pays for the hollow "
        f"part, {numbers.hours(weekly * share)} hours or {numbers.percent(share)}.{late}"
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


def needs_sentence(result: Result, *, of_example: bool = False) -> str:
    """What the household needs of this work; `of_example` says that an example's household does."""
    needs = float(result.scenario.household.needs_per_month)
    if not needs:
        return "Enter your household's needs under Household to see what is left of them."
    month = escape(numbers.money(needs, result.scenario.currency))
    if of_example:
        return (
            f"The example's household needs {month} a month from this work; type what yours does."
        )
    return f"Your household needs {month} a month from this work."


def saving_named(left_over: Line) -> Line:
    """The statement of what is left, in which the row of saving says where the money goes."""
    return replace(left_over, parts=tuple(map(_saving_named, left_over.parts)))


def _saving_named(line: Line) -> Line:
    into = [part for part in line.parts if np.any(part.amount)]
    if line.key != "set_aside" or not into:
        return line
    names = joined([part.label for part in into])
    own = all(part.key in OWN_ACCOUNTS for part in into)
    names = names.replace("Health savings", "health savings")
    return replace(line, label=f"Into your {names}" if own else f"Saved: {names}")


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
