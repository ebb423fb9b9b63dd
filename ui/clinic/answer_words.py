"""Words of the folded answers of the page Clinic."""

from __future__ import annotations

import math
from collections.abc import Iterator

from calc.staffing import CashTimeline, ClinicResult, Explained, TurnoverResult, turnover_of
from calc.staffing.turnover import people_may_leave
from ui.clinic import words as clinic_words
from ui.clinic.view import View
from ui.telling import listings, numbers, words
from ui.telling.marks import quiet

PARTS = {
    "work": "work and pay",
    "caseload": "sessions and share of a post",
    "costs": "costs of the post",
    "person": "licence, household, loans",
    "margin": "the rest of the clinic",
    "receipts_taxes": "Taxes on receipts",
    "shared": "Shared costs",
    "administration": "Administration",
    "employer": "Employer's rates",
    "payer_mix": "the clinic's payers",
    "household": "the household of posts",
    "supervision": "the clinic's supervision",
    "tax_year": "the tax year",
    "state": "the state",
}


def change(name: str) -> str:
    """A change by its post's label, or by the part of the clinic."""
    plain = name.removeprefix("clinic.")
    said = PARTS.get(plain, plain)
    return said[:1].upper() + said[1:]


def money(view: View) -> str:
    """Revenue and margin, in short."""
    revenue = clinic_words.money(float(view.result.revenue.amount), view.result)
    share = view.result.margin_share
    kept = f", {numbers.percent(share)} margin" if math.isfinite(share) else ""
    return f"{revenue} a year{kept}"


def posts(view: View) -> str:
    """Hours with clients, and an owner's wage with the margin, in short."""
    share = view.result.utilisation
    known = math.isfinite(share)
    hours = f"{numbers.percent(share)} of hours with clients" if known else "no hours"
    wages = [owner.post.earner.wage for owner in view.result.owners]
    if not wages:
        return hours
    written = words.joined([words.escape(numbers.wage(one, view.clinic.currency)) for one in wages])
    return f"{hours}, {'owners' if len(wages) > 1 else 'the owner'} {written} an hour"


def access(view: View) -> str:
    """Clients served, in short, where it is stated how many ask."""
    found = view.result.access
    assert found is not None
    return f"{numbers.number(found.served)} clients served"


def leaving(view: View) -> str:
    """Departures to expect, in short."""
    found = turnover_of(view.result)
    if not found.posts:
        return "none to expect"
    return f"{numbers.number(found.departures, 1)} of {len(found.posts)} a year"


def limits(view: View) -> str:
    """The limits of the search, in short."""
    floor = float(view.clinic.limits.wage_floor_per_hour)
    wage = f"floor {clinic_words.hourly(floor, view.result)}" if floor else "no floor"
    return f"{wage}, at most {clinic_words.ceiling(view.result)} in 100 exhausted"


def cash(found: CashTimeline, result: ClinicResult) -> str:
    """The lowest cash and when, and how long it lasts."""
    lowest = clinic_words.money(found.lowest, result)
    at = f"lowest is **{lowest}** at the end of month {found.lowest_month}"
    leaving = people_may_leave(result)
    if not result.clinic.hiring.opening_cash:  # how long nothing lasts is no question
        said = f"{_from_nothing(found, result)}, the {at}"
        return f"{said}, if nobody leaves." if leaving else f"{said}."
    said = f"If nobody leaves, the {at}" if leaving else f"The {at}"
    drawn = _drawn(found, result)
    months = found.runway_months
    if months is None:
        return f"{said}, and the cash lasts all {len(found.at_end)} months{drawn}."
    if months == 0:
        return f"{said}, and the cash is gone within the first month{drawn}."
    return f"{said}, and the cash lasts {words.count(float(months), 'month')}{drawn}."


def _from_nothing(found: CashTimeline, result: ClinicResult) -> str:
    """What cash begins with where no balance was entered, and what else is not in it."""
    nothing = clinic_words.money(0.0, result)
    absent = [] if float(found.draw[0]) else ["no owner's draw"]
    if not result.overhead:
        absent.append("no shared costs")
    left = f", with {words.joined(absent)} entered" if absent else _drawn(found, result)
    return f"From {nothing} in the bank{left}"


def _drawn(found: CashTimeline, result: ClinicResult) -> str:
    """The owners' draw, which the margin does not have in it."""
    a_month = float(found.draw[0])
    if not a_month:
        return ""
    return f", with an owner's draw of {clinic_words.money(a_month, result)} a month"


def no_owner(result: ClinicResult) -> str:
    """Said beside the draw of a clinic whose roster has nobody to draw it."""
    draw = float(result.clinic.hiring.owner_draw_per_month)
    if not draw or any(post.post.owner for post in result.posts):
        return ""
    return (
        f"Nobody on the roster is an owner, so the draw of {clinic_words.money(draw, result)} a "
        "month counts as 0. Give a post the arrangement “owner” to have it counted."
    )


def explained(found: Explained, view: View) -> str:
    """The whole difference in a sentence."""
    more = found.after - found.before
    whole = clinic_words.money(abs(more), view.result)
    return (
        f"Plan {view.letter} brings {whole} {'more' if more >= 0 else 'less'} than A. Each row is "
        "what one change adds, whatever the order in which they are made; together they are all "
        "of it."
    )


def access_lines(view: View) -> Iterator[str]:
    """Rooms, clients, the waiting list and supervision, a sentence each."""
    result = view.result
    rooms = result.rooms
    if rooms is not None:
        yield (
            f"Rooms: **{numbers.hours(rooms.hours_needed)}** of "
            f"{numbers.hours(rooms.hours_there)} open hours a week, "
            f"{numbers.percent(rooms.share)}."
        )
    found = result.access
    if found is not None:
        yield (
            f"Clients: **{numbers.number(found.served)}** are served at a time; there is room for "
            f"{numbers.number(found.room_for_clients)}, and {numbers.number(found.asking)} would "
            f"come. {numbers.number(found.starts_per_year)} start in a year."
        )
        yield _waiting(found.weeks_to_wait, found.waiting)
        if found.unfilled_sessions_per_week:
            empty = numbers.number(found.unfilled_sessions_per_week, 1)
            yield f"**{empty}** booked sessions a week have nobody who asks for them."
        yield _list(found.weeks_to_clear)
    use = result.supervision
    if use.supervised:
        forgone = clinic_words.money(use.forgone_per_year, result)
        given, needed = numbers.hours(use.hours_given), numbers.hours(use.hours_needed)
        fee = float(result.clinic.supervision.forgone_fee_per_hour)
        typical = "forgone_fee_per_hour" not in result.clinic.supervision.model_fields_set
        rate = words.escape(numbers.money(fee, result.clinic.currency, cents=None))
        whose = "typical, whatever your fee is, until you enter it" if typical else "as entered"
        yield (
            f"Supervision: **{needed}** hours a week for {use.supervised} before the licence, "
            f"{given} are given. What supervisors would collect in the hours needed: {forgone} a "
            f"year, at {rate} an hour, {whose}."
        )
    else:
        yield "Supervision: nobody is before the licence."


def _waiting(weeks: float, waiting: float) -> str:
    if not math.isfinite(weeks):
        return "Nobody can start: the wait has no end."
    if not waiting:
        return "At this pace nobody has to wait for a place."
    people = words.count(waiting, "person", "people")
    return (
        f"Those who start have waited **{numbers.number(weeks, 1)} weeks**; {people} "
        f"{'waits' if people.startswith('1 ') else 'wait'} at a time."
    )


def _list(weeks: float | None) -> str:
    if weeks is None:
        return "Today's waiting list never clears at this pace."
    if not weeks:
        return "There is no waiting list today."
    return f"Today's waiting list is gone in {numbers.number(weeks, 1)} weeks."


def leaving_lines(found: TurnoverResult, view: View) -> Iterator[str]:
    """Departures with their range and cost, and how weak the evidence is."""
    low, high = (numbers.number(end, 1) for end in (found.departures_low, found.departures_high))
    cost = clinic_words.money(found.cost, view.result)
    span = "" if low == high else f" ({low} to {high} by the ranges of load alone)"
    lost = words.count(found.clients_lost, "client")
    verb = "loses a clinician and does" if lost.startswith("1 ") else "lose their clinician and do"
    yield (
        f"In a year about **{numbers.number(found.departures, 1)}** of "
        f"{words.count(len(found.posts), 'clinician')} can be expected to leave{span}. That costs "
        f"about **{cost}** a year, and {lost} {verb} not go on."
    )
    yield quiet(
        f"Sites differ far more than that: {_sites(view)} leave in a year. "
        f"Weak evidence for the link with load: {listings.source_line(found.evidence)}. "
        f"{words.escape(found.evidence.note)}"
    )


def _sites(view: View) -> str:
    """The band of the leaving rate."""
    rate = view.result.rules["clinic.leaving_rate"]
    low, high = (numbers.percent(end or 0.0) for end in (rate.low, rate.high))
    return f"{low} to {high}"


def feedback(found: TurnoverResult) -> str:
    """Load that feeds on leaving: a warning, never a forecast."""
    loop = found.feedback
    if loop is None:
        return quiet("Whether load could feed on departures is told once you state how many ask.")
    seats = numbers.number(loop.clients_per_seat, 1)
    limit, low, high = (
        numbers.number(end, 1) for end in (loop.limit, loop.limit_low, loop.limit_high)
    )
    start = f"**A warning, not a forecast.** Each funded post has {seats} clients."
    end = (
        f"With more than {limit} clients ({low} to {high}) for each funded post, no load is stable "
        "at all. How steeply leaving rises with load was measured nowhere."
    )
    if loop.runs_away or loop.stable is None or loop.tipping is None:
        return f"{start} At that load every departure would bring the next. {end}"
    return (
        f"{start} Vacant posts make that {numbers.number(loop.stable, 1)} for those who are "
        f"there; past {numbers.number(loop.tipping, 1)} of these, every departure would bring the "
        f"next. {end}"
    )
