"""Words of the page Clinic: its heading, what plans are and do to people, made from figures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from calc.burnout import Load, people_of_score
from calc.parameters import Parameter, state_names
from calc.scenario.clinic import Plans
from calc.staffing import Binding, BoughtWithHarm, ClinicResult, Mark, PostResult
from calc.staffing.marks import ceiling_points
from calc.staffing.plans import LETTERS
from ui.clinic import begun, limit_words
from ui.telling import numbers
from ui.telling.words import escape, joined

PEOPLE = 100  # of whom so many are exhausted
EXHAUSTED = "Exhausted, of 100"
NO_HOURS = "Nobody on the roster works any hours in this plan."
NOTHING_TO_DRAW = "There is nothing to draw until a post has sessions and hours."
NO_NAMES = "Labels such as Post 3 are enough; no name of a person is needed."
OF_100 = "Of 100: how many of those who work like them are exhausted."
EXAMPLE = "A worked example: {title}. Change it, or start with your own."
BINDINGS = {
    "rooms": "The sessions need {needed} room hours a week, and the rooms have {there}.",
    "supervision": (
        "Associates and interns need {needed} hours of supervision a week, and {there} are given."
    ),
    "demand": (
        "The sessions have room for {needed} clients, and {there} ask: some will stay empty. The "
        "margin counts them as held, so it is too high."
    ),
}


def money(amount: float, result: ClinicResult) -> str:
    """Money of the clinic, whole from 100 on."""
    return escape(numbers.money(amount, result.clinic.currency))


def hourly(amount: float, result: ClinicResult) -> str:
    """A wage; without cents where it has none, as a limit often is."""
    whole = float(amount).is_integer()
    return escape(numbers.money(amount, result.clinic.currency, cents=not whole))


def plan_name(place: int) -> str:
    """Plan A, B or C."""
    return f"Plan {LETTERS[place]}"


def known(posts: Sequence[PostResult], figure: str) -> list[float]:
    """A figure of each clinician that has one."""
    values = (getattr(post.earner, figure) for post in posts)
    return [value for value in values if math.isfinite(value)]


def lowest_wage(posts: Sequence[PostResult]) -> float:
    """The lowest true hourly wage; not known without hours."""
    return min(known(posts, "wage"), default=math.nan)


def most_exhausted(posts: Sequence[PostResult]) -> float:
    """Of 100 who work like the clinician of the heaviest load, how many are exhausted."""
    return PEOPLE * max(known(posts, "load_probability"), default=math.nan)


def ceiling(result: ClinicResult) -> str:
    """The director's ceiling in people of 100; one stated as a score, in whole people."""
    stated = result.clinic.limits.load_ceiling_people
    if stated is not None:
        return f"{float(stated):g}"
    return in_people(ceiling_points(result.clinic.limits, result.rules), result)


def in_people(score: float, result: ClinicResult, places: int = 0) -> str:
    """A score of load as people of 100."""
    return f"{float(people_of_score(score, result.rules)):.{places}f}"


def in_hundred(load: Load) -> str:
    """The load of one clinician in people, with its range."""
    if load.range is None or not math.isfinite(float(load.probability)):
        return "Outside the range studied, so no share of people is named."
    low, middle, high = (
        round(100 * float(share)) for share in (load.range.low, load.probability, load.range.high)
    )
    return (
        f"Of 100 therapists who work like this, about {middle} are exhausted, and plausibly {low} "
        f"to {high}: a group of practices, not this person."
    )


def sessions(result: ClinicResult) -> float:
    """Sessions booked a week, everybody together."""
    return math.fsum(post.booked_per_week for post in result.posts)


def marked(result: ClinicResult, kind: str) -> list[Mark]:
    """The marks of one kind."""
    return [mark for mark in result.marks if mark.kind == kind]


def headline(results: Sequence[ClinicResult], shown: int) -> str:
    """What the plan does to the weakest place, and what it costs."""
    result = results[shown]
    if not begun.has_sessions(result):
        return begun.headline(result)
    if not known(result.posts, "wage"):
        return NO_HOURS
    name = plan_name(shown)
    limits = result.clinic.limits
    floor, most = float(limits.wage_floor_per_hour), ceiling(result)
    below, above = marked(result, "below_wage_floor"), marked(result, "over_load_ceiling")
    unlawful = marked(result, "below_minimum_wage")
    said = []
    if below:
        floored = f"below {hourly(floor, result)} an hour" if floor else "paying to work"
        alike = shown and _labels(below) == _labels(marked(results[0], "below_wage_floor"))
        said.append(f"leaves {who(below, result)} {floored}{', as plan A does,' if alike else ''}")
    if unlawful:
        said.append(f"pays {who(unlawful, result)} less than the minimum wage")
    if above:
        said.append(f"puts {who(above, result)} above {most} in 100 exhausted")
    if not said and not limit_words.has_limits(limits):
        return f"{name}: {extremes(result)}. {cost(results, shown)}"
    if not said:
        above_floor = f"above {hourly(floor, result)} an hour and " if floor else ""
        said = [f"keeps every clinician {above_floor}below {most} in 100 exhausted"]
    return f"{name} {' and '.join(said).removesuffix(',')}. {cost(results, shown)}"


def _labels(marks: Sequence[Mark]) -> set[str]:
    return {mark.label for mark in marks}


def extremes(result: ClinicResult) -> str:
    """The lowest wage and the heaviest load, as facts: nobody set a limit to hold them against."""
    wage = escape(numbers.wage(lowest_wage(result.posts), result.clinic.currency))
    load = most_exhausted(result.posts)
    heaviest = f", the heaviest load {load:.0f} in 100 exhausted" if math.isfinite(load) else ""
    return f"the lowest wage is {wage} an hour{heaviest}"


def premise(result: ClinicResult) -> str:
    """What the figures of a clinic stand on that nobody entered; empty where there is nothing."""
    said = []
    fees = [
        row.sessions.fee_per_session
        for row in result.clinic.payer_mix
        if "fee_per_session" not in row.sessions.model_fields_set
    ]
    if fees and any(post.post.mix_sessions_per_week for post in result.posts):
        written = joined([money(float(fee), result) for fee in dict.fromkeys(fees)])
        said.append(f"fees of {written} a session are typical")
    if not (result.overhead or result.clinic.shared.each_clinician_per_month):
        said.append("shared costs are 0 until entered")
    told = [", ".join(said), begun.without_sessions(result)]
    if not begun.has_sessions(result):
        return ""
    return " ".join(f"{line[:1].upper()}{line[1:]}." for line in told if line)


def who(marks: Sequence[Mark], result: ClinicResult) -> str:
    """One clinician by label, or how many of how many."""
    if len(marks) == 1:
        return escape(marks[0].label)
    return f"{len(marks)} of {len(result.posts)} clinicians"


def cost(results: Sequence[ClinicResult], shown: int) -> str:
    """What a plan costs beside A; of A itself, what its margin is."""
    result = results[shown]
    margin = float(result.margin.amount)
    if not shown:
        if margin < 0.0:
            return f"The clinic loses {money(-margin, result)} a year."
        return f"The margin is {money(margin, result)} a year."
    more = margin - float(results[0].margin.amount)
    if abs(more) < 0.5:
        return "The margin stays as it is."
    if margin < 0.0:
        return f"It costs {money(-more, result)} of margin, and the clinic loses money."
    return f"It {'adds' if more > 0 else 'costs'} {money(abs(more), result)} of margin."


def what_they_are(plans: Plans) -> str:
    """A line that says what each plan is."""
    said = [
        f"{letter}: {_lower(escape(clinic.title))}."
        for letter, clinic in zip(LETTERS, plans.plans, strict=False)
    ]
    return " ".join(said)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def chip(now: float, before: float, written: str, shown: int) -> str:
    """The difference from plan A."""
    if not shown:
        return "as it is"
    if not (math.isfinite(now) and math.isfinite(before)):
        return "no comparison"
    return "as in A" if numbers.same(now, before) else f"{written} from A"


def bar(results: Sequence[ClinicResult], shown: int) -> str:
    """The bottom bar."""
    if not begun.has_sessions(results[shown]):
        return f"{plan_name(shown)} · {begun.NONE_YET}"
    return (
        f"{plan_name(shown)} · margin **{money(float(results[shown].margin.amount), results[0])}**"
    )


def marks(result: ClinicResult) -> list[str]:
    """What a plan does to its people, a sentence each."""
    return [_mark(mark, result) for mark in result.marks]


def _mark(mark: Mark, result: ClinicResult) -> str:
    label = f"**{escape(mark.label)}**"
    match mark.kind:
        case "over_load_ceiling":
            people, most = in_people(mark.value, result), ceiling(result)
            if people == most:  # beyond it by less than one
                people = in_people(mark.value, result, places=1)
            whose = limit_words.ceiling(result.clinic.limits)
            return f"{label}: {people} in 100 exhausted, above {whose} of {most}."
        case "below_wage_floor":
            wage = escape(numbers.wage(mark.value, result.clinic.currency))
            if not mark.limit:
                return f"{label}: each hour of work costs more than it pays, {wage} an hour."
            whose = limit_words.floor(result.clinic.limits)
            return f"{label}: {wage} an hour, below {whose} of {hourly(mark.limit, result)}."
        case _:
            pay = escape(numbers.wage(mark.value, result.clinic.currency))
            least = escape(numbers.wage(mark.limit, result.clinic.currency))
            state = state_names()[result.clinic.state]
            return (
                f"{label}: pay of {pay} for each hour worked, before tax. "
                f"The minimum wage in {state} is {least}."
            )


def nobody_harmed(result: ClinicResult, minimum: Parameter | None) -> str:
    """Said where a plan has no mark."""
    limits = result.clinic.limits
    floor = float(limits.wage_floor_per_hour)
    said = [f"nobody above {ceiling(result)} in 100 exhausted"]
    if floor:
        whose = limit_words.floor(limits)
        said.insert(0, f"nobody below {whose} of {hourly(floor, result)} an hour")
    if minimum is not None:
        wage = escape(numbers.wage(minimum.number, result.clinic.currency))
        said.append(f"no employee below the minimum wage of {wage}")
    joined = ", ".join(said)
    return f"{joined[:1].upper()}{joined[1:]}."


def bands(first: ClinicResult, result: ClinicResult) -> Iterator[str]:
    """Clinicians whom a plan moves into a heavier band of load."""
    names = list(result.rules["burnout.bands"].words("names"))
    before = {post.label: post.earner.load_band for post in first.posts}
    for post in result.posts:
        was, now = before.get(post.label), post.earner.load_band
        if was in names and now in names and names.index(now) > names.index(was):
            yield f"**{escape(post.label)}**: load moves from {was} to {now}."


def harm(found: BoughtWithHarm | None, result: ClinicResult) -> str:
    """More margin at the cost of people, said where the plan is shown."""
    if found is None:
        return ""
    labels = sorted({mark.label for mark in found.marks})
    people = escape(labels[0]) if len(labels) == 1 else f"{len(labels)} clinicians"
    return (
        f"It earns {money(found.more_margin, result)} more than plan A, and puts {people} beyond a "
        "limit that A keeps."
    )


def binding(found: Binding) -> str:
    """A shared resource of which there is too little."""
    write = numbers.number if found.resource == "demand" else numbers.hours
    needed, there = (write(amount) for amount in (found.needed, found.there))
    return BINDINGS[found.resource].format(needed=needed, there=there)
