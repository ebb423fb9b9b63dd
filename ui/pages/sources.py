"""Sources: every assumption in use, and every parameter with its kind, year and source."""

import streamlit as st

from ui import frame, listings, loan_rules, offer_rules, state
from ui.words import written_date

RULES = "Rules of student loans from this source"
result = state.evaluated()

with frame.page(
    "Sources",
    "Where every figure comes from.",
    f"{len(result.assumptions)} fields of your plan are at their defaults; "
    f"{len(result.rules)} parameters stand behind the rest.",
    result,
    ["Your hour", "Start"],
):
    search = st.text_input(
        "Search",
        placeholder="Try: standard deduction, notes, rent",
        live=False,
        key="source search",
    )
    frame.heading("Assumptions in use", "Fields you left alone. Change them on Your hour.")
    rows = listings.matching(listings.assumptions_table(result), search)
    if len(rows):
        st.table(rows, border="horizontal", hide_index=True, alt="Assumptions in use")
    else:
        st.markdown(listings.nothing_matches(search))
    for kind, title in listings.SOURCE_KINDS.items():
        frame.heading(*title)
        rows = listings.matching(listings.sources_table(result.rules, kind), search)
        if len(rows):
            st.table(rows, border="horizontal", hide_index=True, alt=title[0])
        else:
            st.markdown(listings.nothing_matches(search))
    day = loan_rules.day_of(result.scenario)
    frame.heading(
        "Student loans",
        f"The rules of {written_date(day.isoformat())}. Second-hand: the law as others quote it.",
    )
    rows = listings.matching(loan_rules.rules_table(day), search)
    if len(rows):
        with st.expander(f"**Rules of student loans** · {len(rows)}", expanded=bool(search)):
            for source, group in rows.groupby("Source", sort=False):
                st.markdown(source)
                st.table(group.iloc[:, :3], border="horizontal", hide_index=True, alt=RULES)
    else:
        st.markdown(listings.nothing_matches(search))
    frame.heading("Job offers and licences", offer_rules.HEAD)
    for title, made in offer_rules.lists(state.offers().starts_on).items():
        rows = listings.matching(made, search)
        if len(rows):
            with st.expander(f"**{title}** · {len(rows)}", expanded=bool(search)):
                st.table(rows, border="horizontal", hide_index=True, alt=title)
