"""Job offers: what each pays for an hour, takes and leads to, and what to ask for."""

import streamlit as st

from calc.offers import compare
from ui.offers import cards, person, sections, words
from ui.shell import frame, state

with state.working_on("offers"):
    comparison = compare(state.offers())
    shown, example = sections.shown(comparison)
    ranked, offers = shown.ranked(), shown.offers
    answer, sentence = words.heading(comparison, ranked, example=example)
    bar = frame.Shown(words.bar(comparison.offers, comparison.compared), shown.rules.tax_year)

    with frame.page("Job offers", answer, sentence, bar, ["Load", "Loans"]):
        few = sections.cards_first(comparison)
        with st.container():  # there even if empty: what follows keeps its place, and the focus
            if few:
                cards.cards(comparison)
            if not comparison.compared:
                person.groups(comparison)
            if example:
                sections.mark_example()
        wages, glance = st.columns([5, 7], gap="medium")
        with wages:
            sections.wages(ranked, offers)
        with glance:
            sections.glance(ranked, offers)
        if comparison.compared:
            inputs, terms = st.columns([5, 7], gap="medium")
            with inputs:
                if not few:
                    cards.cards(comparison)
                person.groups(comparison)
            with terms:
                sections.differing(shown, ranked)
                sections.years(ranked, offers)
            sections.licence(shown, ranked)
            sections.asking(shown, ranked)
            sections.folded(shown, ranked)
