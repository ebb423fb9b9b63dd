"""Parts of the page Load, and its figure on other pages."""

from __future__ import annotations

import math
from functools import partial

import streamlit as st

from calc import Result
from calc.burnout import Load, groups
from calc.parameters import Rules, crisis_lines
from calc.questions.levers import LoadLever, load_levers
from calc.questions.stages import STAGES, at_stage, stage
from ui.load import charts, checks
from ui.shell import drawer, fields, frame, intake, state, streamlit_ways
from ui.telling import load_checks, load_scale, load_words, numbers, words
from ui.telling.remark_words import remark
from ui.telling.tables import Table

FEELING = "self report"
OF_100 = (
    "Of 100 therapists with a practice like this, how many would report high emotional "
    "exhaustion: a typical practice, and each factor beside it. A group, not you."
)


def figure(result: Result, load: Load) -> drawer.Figure:
    """The figure of 100 with its range, and how it is made."""
    value, chip = "not known", "no week of work"
    if math.isfinite(float(load.probability)) and load.range is not None:
        low, middle, high = charts.people(load)
        value, chip = str(middle), f"range {low} to {high}"
    how = drawer.How(
        asked="How this load?",
        title="How this load is made",
        figure=("Of 100, expected", value),
        sentence=OF_100,
        line=load.line,
        currency=result.scenario.currency,
        footer="An indicator of a group. Not a diagnosis.",
    )
    return drawer.Figure("Exhausted, of 100", value, chip, how)


def picture(load: Load) -> None:
    """The hundred squares with their key in words."""
    frame.chart(charts.icons(load, frame.theme()), "icons", words.NOTHING_TO_DRAW)
    if load.range is not None and math.isfinite(float(load.probability)):
        low, middle, high = charts.people(load)
        frame.quiet(
            f"{middle} filled: expected. Hatched, from {low} to {high}: the range. "
            "Pale: not expected."
        )


def reading(result: Result, load: Load, typical: Load) -> None:
    """What the figure is and is not, its range, and what to say of it."""
    st.markdown(load_words.NOT_YOU)
    frame.chart(charts.ranges(load, typical, frame.theme()), "ranges", "")
    st.markdown(load_words.band_line(load))
    for found in result.load_remarks:
        frame.quiet(remark(found, result.scenario))
    if load.band is not None and load.heavier:
        st.markdown(load_words.HEAVY)
    elif load.band is not None and load.lighter:
        st.markdown(load_words.LIGHT)
    hours = float(load.inputs.hours_total)
    long_week = result.rules["burnout.long_week"]
    if hours >= long_week.number:
        st.markdown(load_words.LONG_WEEK.format(hours=f"{long_week.number:g}"))
    with st.container(horizontal=True):
        struggling()
        with st.popover("What this cannot see"):
            for sentence in (*load_words.CANNOT_SEE, load_checks.never_checked(result.rules)):
                st.markdown(f"- {sentence}")
        with st.popover("The score behind it"):
            st.markdown(load_scale.SCORE)
            st.markdown(load_words.score(load))
    frame.quiet(load_words.OWN_THERAPY)


def struggling() -> None:
    """Where to turn, one click away: confirmed lines only."""
    with st.popover("If you are struggling", icon=":material/volunteer_activism:"):
        where_to_turn()


def where_to_turn() -> None:
    """The note and the lines that were read in a source."""
    for sentence in load_words.STRUGGLING:
        st.markdown(sentence)
    for line in crisis_lines():
        country, name, contact = load_words.crisis_line(line)
        st.markdown(f"**{words.escape(country)}**, {words.escape(name)}: {words.escape(contact)}")
    read = crisis_lines()[0].retrieved
    frame.quiet(f"Read {read.day} {read:%B %Y}, not tested by us.")


def asked(result: Result) -> None:
    """The four things no other figure shows, and the stage of a career."""
    frame.heading("What only you know", load_words.ASKED)
    with fields.place("load"):
        fields.rows(
            "work.conditions.trauma_share",
            "work.conditions.colleagues_points",
            "work.conditions.freedom_points",
            "work.time.after_hours_per_week",
        )
    stages(result.rules)


def stages(rules: Rules) -> None:
    """Starting points by stage of a career; choosing one changes the plan at once."""
    chosen = st.selectbox(
        "Start from a stage of a career",
        STAGES,
        index=None,
        format_func=lambda name: stage(name, rules).label,
        placeholder="Sets caseload, supervision, therapy",
        key=f"stage {st.session_state.version}",
        help="Sets sessions booked a week, supervision, consultation and own therapy to what is "
        "usual at that stage: our judgement, to be changed.",
    )
    if chosen:
        state.open_changed(at_stage(state.plan(), chosen, rules))
        st.rerun()


def parts(load: Load) -> None:
    """What makes it lighter or heavier."""
    in_all = float(load.from_typical)
    if not math.isfinite(in_all):
        return
    more = "more" if in_all > 0 else "fewer"
    frame.heading(
        "What makes it lighter or heavier",
        f"People in 100, against a typical practice. The parts add up to "
        f"{numbers.number(abs(in_all), 1)} {more}. Hatched bars are informed guesses.",
    )
    frame.chart(
        charts.contributions(load, frame.theme()),
        "contributions",
        "This practice is a typical one in every factor.",
    )
    frame.quiet(load_scale.HOURS_LEFT_OUT)
    frame.as_table("contributions", lambda: charts.contributions_table(load))


def levers(result: Result) -> None:
    """What might lower it, each with its effect on the wage."""
    found = tuple(
        item
        for item in load_levers(result, state.drawn(result.rules.tax_year))
        if not item.difference.between_groups > 0.0
    )
    if not found or not math.isfinite(found[0].difference.between_groups):
        return
    frame.heading("What might lower it", load_words.LEVERS_LINE)
    currency = result.scenario.currency
    streamlit_ways.table(lever_table(found, currency), "Changes, people in 100 and the wage")
    frame.quiet(load_words.LEVERS_NOTE)
    with st.expander("All figures of these changes", key="levers all", on_change="rerun") as more:
        if more.open:
            ranges, shares = lever_ranges(found), lever_shares(found, currency)
            streamlit_ways.table(
                ranges, "Changes with what groups differ by, half of it, its range"
            )
            streamlit_ways.table(shares, "Changes with their share of the extra load, and money")
            frame.quiet(load_words.EXTRA_LOAD if _any_extra(found) else load_words.NO_EXTRA_LOAD)


def lever_table(found: tuple[LoadLever, ...], currency: str) -> Table:
    """Change with its evidence, people in 100 with the range, and the wage."""
    rows = [
        (
            f"{words.escape(load_words.lever(item))} "
            f":gray-badge[{load_words.EVIDENCE[item.evidence]}]",
            float(item.difference.half),
            float(item.difference.half),
            round(item.wage, 2),
        )
        for item in found
    ]
    ranges = [partial(_range_of, item) for item in found]
    ways = (load_words.people_moved, ranges, partial(numbers.difference, currency=currency))
    return Table(("Change", "In 100", "Range", "Wage"), rows, ways)


def _range_of(found: LoadLever, _: float) -> str:
    return load_words.people_range(found.difference.low, found.difference.high)


def lever_ranges(found: tuple[LoadLever, ...]) -> Table:
    """What groups that differ so are apart, half of it, and its range."""
    rows = [
        (
            words.escape(load_words.lever(item)),
            item.difference.between_groups,
            item.difference.half,
            item.difference.half,
        )
        for item in found
    ]
    ranges = [partial(_tenths_of, item) for item in found]
    ways = (load_words.tenths_moved, load_words.tenths_moved, ranges)
    return Table(("Change", "Groups", "Half", "Range"), rows, ways)


def _tenths_of(found: LoadLever, _: float) -> str:
    ends = (found.difference.low, found.difference.high)
    return " to ".join(map(load_words.tenths_moved, ends))


def lever_shares(found: tuple[LoadLever, ...], currency: str) -> Table:
    """What each does to a month, and the share of the extra load it would take, if there is any."""
    change = partial(numbers.difference, currency=currency)
    names = [words.escape(load_words.lever(item)) for item in found]
    month = [round(item.take_home_per_month) for item in found]
    if not _any_extra(found):
        return Table(("Change", "A month"), list(zip(names, month, strict=True)), (change,))
    shares = [item.difference.share_removed for item in found]
    rows = list(zip(names, shares, month, strict=True))
    return Table(("Change", "Extra load", "A month"), rows, (_removed, change))


def _any_extra(found: tuple[LoadLever, ...]) -> bool:
    """Whether the practice is heavier than a typical one: the same for every change."""
    return math.isfinite(found[0].difference.share_removed)


def _removed(share: float) -> str:
    return numbers.percent(-share, 0)


def checked(rules: Rules) -> None:
    """What the indicator was checked on, what not, and published groups beside it."""
    with st.expander(load_checks.HEADING, key="load checked", on_change="rerun") as more:
        if not more.open:
            return
        for sentence in load_checks.checked(rules):
            st.markdown(sentence)
        found = groups(rules)
        frame.chart(checks.chart(found, frame.theme()), "checked", "")
        frame.quiet(load_checks.KEY)
        streamlit_ways.table(checks.table(found), "Published groups beside the indicator")


def self_report(load: Load) -> None:
    """How the person says they feel: asked only if they want, never mixed in, never kept."""
    if not st.toggle("Add how I feel", key="self report wanted"):
        return
    practice, feeling = st.columns(2, gap="medium", border=True)
    with practice:
        st.subheader("Your practice", anchor=False)
        st.markdown(load_scale.people(load))
    with feeling:
        st.subheader("How you say you feel", anchor=False)
        frame.quiet(load_words.SELF_REPORT)
        said = st.radio(
            "Which is nearest?",
            load_words.FEELINGS,
            index=None,
            key=FEELING,
            on_change=intake.first(_remember),
        )
        earlier: list[int] = st.session_state.get("self reports", [])
        if len(earlier) > 1:
            st.markdown(f"Earlier answers, oldest first: {', '.join(map(str, earlier[:-1]))} of 5.")
        if st.button("Erase my answers", disabled=not earlier):
            for key in (FEELING, "self reports"):
                st.session_state.pop(key, None)
            st.rerun()
    if said is None:
        return
    answer = load_words.FEELINGS.index(said) + 1
    st.markdown(load_words.READINGS[load.heavier, answer >= load_words.STRAINED_FROM])
    if answer == len(load_words.FEELINGS):
        with st.container(border=True):
            where_to_turn()


def _remember() -> None:
    said = st.session_state[FEELING]
    st.session_state.setdefault("self reports", []).append(load_words.FEELINGS.index(said) + 1)
