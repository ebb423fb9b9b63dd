"""Parts of the page Job offers that are always in sight: wages, at a glance, terms, licence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from calc.burnout import Load
from calc.offers import Compared
from calc.offers.licensure import requirement_for
from calc.parameters import state_names
from calc.scenario import Offers
from ui.offers import (
    asks,
    assumed,
    charts,
    checks,
    counter,
    level,
    licence_words,
    phone,
    reference,
    service_words,
    tables,
)
from ui.offers import words as offer_words
from ui.offers.view import View
from ui.shell import answers, drawer, fields, frame, state, streamlit_ways
from ui.telling import numbers, words
from ui.telling.remark_words import remark

WAGES = "After tax and costs, for every hour the job takes."
THIN = "Thin: after student loans."
SERIOUS = (  # what makes a wage wrong; loans and load have pages of their own
    "after_hours_exceed_hours",
    "contracted_hours_counted",
    "contracted_hours_not_paid",
    "loss",
    "more_hours_than_a_week",
    "no_hours",
    "no_worked_weeks",
    "paid_hours_beyond_contract",
    "paid_leave_exceeds_weeks_off",
    "reuse_exceeds_work",
    "state_tax_not_included",
    "take_home_negative",
    "us_tax_in_other_currency",
)
HATCHED = "Hatched: how far an answer, or loan forgiveness, may still move it."


def wages(view: View) -> None:
    """A bar an offer, best first, each with its "How ...?"; and what puts them in order."""
    ranked = view.ranked
    drawn = partial(charts.wages, ranked, frame.theme())
    after = any(
        abs(float(found.result.wage_after_loans.amount) - float(found.result.wage.amount)) > 0.0
        for found in ranked
    )
    said = [WAGES, THIN if after else "", HATCHED if any(map(charts.is_open, ranked)) else ""]
    frame.heading("True hourly wage", " ".join(filter(None, said)))
    frame.chart(drawn, "offer wages", offer_words.NOTHING_TO_DRAW)
    with st.container(horizontal=True, gap="small"):
        for found in ranked:
            drawer.button(_how_wage(found, view))
    if view.offers is state.offers() and len(ranked) > 1:
        with fields.place("order"):
            fields.choice("goal", label="Put in order by")


def _how_wage(found: Compared, view: View) -> drawer.How:
    name = offer_words.named(found)
    return drawer.How(
        asked=f"How {words.escape(name)}?",
        title=f"How the wage of {name} is made",
        figure=("True hourly wage", numbers.wage(float(found.result.wage.amount), view.currency)),
        sentence="What you take home in a year, divided by every hour the work takes.",
        line=found.result.breakdown,
        currency=view.currency,
        key=f"offer {view.number_of(found)}",
    )


def glance(view: View) -> None:
    """Take-home, paycheck, hours, load with its range, licence."""
    frame.heading("At a glance", f"A year at a steady pace, once the caseload is full.{_law(view)}")
    loads = [_load(found) for found in view.ranked]
    rows = tables.at_a_glance(view.ranked, loads, view.offers)
    _tables(rows, view, "At a glance")
    if view.shown is view.typed:
        assumed.draw(view)
    for found in view.ranked:
        if service_words.lifts(found):
            st.markdown(service_words.worth(found))
    for found in view.ranked:
        for odd in found.result.remarks:
            if odd.kind in SERIOUS:
                name = words.escape(offer_words.named(found))
                st.warning(f"**{name}:** {remark(odd, found.result.scenario)}")


def _load(found: Compared) -> Load:
    """The load of an offer with its range, as long as the offer is the same."""
    result = found.result
    return answers.kept(
        f"load of offer {found.place}", partial(state.load_of, result), of=(result,)
    )


def _law(view: View) -> str:
    """Which year's tax rules are used, where the work starts in another."""
    used, starts = view.shown.rules.tax_year, view.offers.starts_on.year
    if starts == used:
        return ""
    return f" The work starts in {starts}; its taxes are by the rules of {used}."


def differing(view: View) -> None:
    """Only the terms that differ."""
    rows = tables.differing(view.shown, view.ranked)
    if not rows:
        return
    with st.expander(f"**Only what differs** · {words.count(len(rows), 'term')}"):
        frame.quiet("Terms that are the same in all offers are left out.")
        _tables(rows, view, "Only what differs")


def _tables(rows: tables.Texts, view: View, alt: str, *, folded: bool = False) -> None:
    names = [offer_words.named(found) for found in view.ranked]
    narrow = phone.stacked(rows, names)
    # The page cannot know its width; the style shows the one of both that has room.
    with st.container(key=f"wide {alt}" if narrow else None):
        for place, table in enumerate(tables.side_by_side(rows, names, folded=folded)):
            said = alt if not place else f"{alt}, continued"
            streamlit_ways.table(table, said)
    if narrow:
        with st.container(key=f"narrow {alt}"):
            _on_a_phone(rows, names, alt, narrow)


def _on_a_phone(rows: tables.Texts, names: Sequence[str], alt: str, narrow: str) -> None:
    """What decides as one small table with the other terms folded; else each term's lines."""
    found = phone.in_short(rows, names)
    if found is None:
        st.markdown(narrow)
        return
    table, others = found
    streamlit_ways.table(table, f"{alt}, in short")
    with st.expander(f"**More of each letter** · {words.count(len(others), 'term')}"):
        st.markdown(phone.stacked(others, names))


def licence(view: View) -> None:
    """A line of time for each offer, and what the board asks."""
    ranked, offers = view.ranked, view.offers
    if offers.licence.licensed or offers.licence.family == "none":
        return
    frame.heading("The way to licence", _asked(ranked, offers))
    drawn = charts.way_to_licence(ranked, offers.starts_on, frame.theme())
    nothing = "No figure of this board was read. Type what it asks under You, Licence."
    frame.chart(drawn, "way to licence", nothing)
    unlisted = licence_words.unlisted(ranked)
    if unlisted:
        frame.quiet(unlisted)
    missing = {name for found in ranked for name in found.licence.unknown}
    if drawn is not None and missing:
        said = ", ".join(
            licence_words.FIGURES[name] for name in licence_words.FIGURES if name in missing
        )
        frame.quiet(
            f"“At least”, because the board usually asks more that we did not read: "
            f"{said}. Type it under You, Licence."
        )


def _asked(ranked: Sequence[Compared], offers: Offers) -> str:
    """What the boards ask, from the first day on."""
    said: list[str] = []
    silent: list[str] = []
    for code in dict.fromkeys(offers.state_of(found.offer) for found in ranked):
        asked = requirement_for(code, offers.licence)
        figures = ", ".join(
            f"{numbers.number(float(figure.value))} {licence_words.FIGURES[figure.name]}"
            for figure in asked.figures.values()
            if figure.value is not None
        )
        place = ", ".join(filter(None, (state_names().get(code, code), asked.credential)))
        (said if figures else silent).append(f"{figures} ({place})" if figures else place)
    start = words.written_date(offers.starts_on.isoformat())
    known = [f"From {start} until {'; '.join(said)}."] if said else []
    return " ".join([*known, *(f"No figure was read of the board of {place}." for place in silent)])


def years(view: View) -> None:
    """Take-home over the years ahead, with the ramp, the licence and the raise."""
    with st.expander(
        "**Take-home over 3, 5 and 10 years**", key="offer years", on_change="rerun"
    ) as more:
        if more.open:
            _years(view)


def _years(view: View) -> None:
    rate = numbers.percent(float(view.offers.discount_rate_per_year))
    frame.quiet(
        "From the first day on: less while the caseload fills, then a full one, and from the "
        "licence on with the raise or the next place. Loan payments are not taken off."
    )
    today, plain = f"Today's money, {rate} a year", "Added up"
    chosen = st.segmented_control(
        "How years are added",
        [today, plain],
        default=today,
        required=True,
        key="years ahead",
        label_visibility="collapsed",
    )
    table = tables.years(view.ranked, view.currency, today=chosen != plain)
    streamlit_ways.table(table, "Take-home over 3, 5 and 10 years")
    moves = [found for found in view.ranked if found.offer.after_licence.moves_to]
    for found in moves:
        then = words.escape(found.offer.after_licence.moves_to)
        name = words.escape(offer_words.named(found))
        frame.quiet(f"{name}: then {then}, once licensed.")


def asking(view: View) -> None:
    """The counter-offer, the questions that the letters leave open, and what law says."""
    counter.draw(view)
    asks.questions(view)
    checks.draw(view)


def folded(view: View) -> None:
    """What is worked out only when it is opened."""
    frame.heading("More to compare", "Each is worked out when you open it.")
    differing(view)
    years(view)
    benefits = tables.benefits(view.ranked, view.currency)
    with st.expander("**Benefits, line by line**", key="offer benefits", on_change="rerun") as more:
        if more.open and benefits:
            frame.quiet(
                "A year. Match, stipends, bonus and awards are in take-home already; "
                "paid time off is in the pay; what is provided is priced as if you had to buy "
                "it."
            )
            _tables(benefits, view, "Benefits", folded=True)
        elif more.open:
            st.markdown("No offer here gives any.")
    level.draw(view)
    asks.service(view)
    reference.draw(view)


def cards_first(view: View) -> bool:
    """Whether the cards come before the answers: there was too little to compare when last laid.

    They stay where they are while letters are typed, else the field being typed in would go.
    """
    key = state.widget_key(f"few of {len(view.typed.offers.offers)}")
    few = st.session_state.setdefault(key, len(view.typed.compared) < 2)
    return bool(few) or not view.typed.compared


def mark_example() -> None:
    """Marks the worked example as what it is."""
    st.badge("Worked example", icon=":material/visibility:", color="gray")
