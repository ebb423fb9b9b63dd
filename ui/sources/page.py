"""Sources: every assumption in use, and every parameter with its kind, year and source."""

from contextlib import nullcontext

import streamlit as st

from ui.offers import rules as offer_rules
from ui.shell import clock, examples, frame, state, streamlit_ways
from ui.sources import sections
from ui.telling import listings, load_listings, loan_rules, renewal_words
from ui.telling.words import written_date

IN_USE = "Assumptions in use"
result = state.evaluated()
example = examples.began(result.scenario)
today = clock.today()
day = loan_rules.day_of(result.scenario)
loans = loan_rules.HEAD.format(day=written_date(day.isoformat()))
tables = [
    (
        IN_USE,
        f"{sections.assumed(example)} Change them on Your hour.",
        listings.assumptions_table(result, example),
    ),
    *(
        (title, f"{line} {renewal_words.LINE}", listings.sources_table(result.rules, kind, today))
        for kind, (title, line) in listings.SOURCE_KINDS.items()
    ),
    ("Weights of the load", listings.WEIGHTS, load_listings.load_weights(result.rules)),
    ("Rules of student loans", f"{loans} {renewal_words.LINE}", loan_rules.rules_table(day, today)),
    *(
        (title, f"{offer_rules.HEAD} {renewal_words.LINE}", rows)
        for title, rows in offer_rules.lists(state.offers().starts_on, today).items()
    ),
]

with frame.page(
    "Sources",
    "Where every figure comes from.",
    f"{len(result.assumptions)} fields of this plan are at their defaults; "
    f"{len(result.rules)} parameters stand behind the rest.",
    result,
    ["Your hour", "Start"],
):
    search = st.text_input(
        "Search",
        placeholder="Try: standard deduction, rent, Ohio or OH",
        live=False,
        key="source search",
    )
    asked = listings.spelled(search)
    first = st.container()  # assumptions in use, unless something is searched for
    told = sections.not_computed(asked)
    matched = [(title, line, listings.matching(rows, asked)) for title, line, rows in tables]
    for title, line, found in matched:
        if not found.rows:
            continue
        key = f"source {title} {'found' if search else 'all'}"
        above = first if title == IN_USE and not search else nullcontext()
        with (
            above,
            st.expander(
                f"**{title}** · {len(found.rows)}",
                expanded=bool(search),
                key=key,
                on_change="rerun",
            ) as folded,
        ):
            if folded.open:
                frame.quiet(line)
                streamlit_ways.table(listings.in_two(found), title)
    if search and not told and not any(found.rows for _, _, found in matched):
        st.markdown(listings.nothing_matches(search))
