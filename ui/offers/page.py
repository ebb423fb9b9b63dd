"""Job offers: what each pays for an hour, takes and leads to, and what to ask for."""

import streamlit as st

from calc.offers import compare
from ui import frame, offer_cards, offer_person, offer_sections, offer_words, state

with state.working_on("offers"):
    comparison = compare(state.offers())
    shown, example = offer_sections.shown(comparison)
    ranked, offers = shown.ranked(), shown.offers
    answer, sentence = offer_words.heading(comparison, ranked, example=example)
    bar = frame.Shown(offer_words.bar(comparison.offers, comparison.compared), shown.rules.tax_year)

    with frame.page("Job offers", answer, sentence, bar, ["Load", "Loans"]):
        few = offer_sections.cards_first(comparison)
        with st.container():  # there even if empty: what follows keeps its place, and the focus
            if few:
                offer_cards.cards(comparison)
            if not comparison.compared:
                offer_person.groups(comparison)
            if example:
                offer_sections.mark_example()
        wages, glance = st.columns([5, 7], gap="medium")
        with wages:
            offer_sections.wages(ranked, offers)
        with glance:
            offer_sections.glance(ranked, offers)
        if comparison.compared:
            inputs, terms = st.columns([5, 7], gap="medium")
            with inputs:
                if not few:
                    offer_cards.cards(comparison)
                offer_person.groups(comparison)
            with terms:
                offer_sections.differing(shown, ranked)
                offer_sections.years(ranked, offers)
            offer_sections.licence(shown, ranked)
            offer_sections.asking(shown, ranked)
            offer_sections.folded(shown, ranked)
