"""Job offers: what each pays for an hour, takes and leads to, and what to ask for."""

import streamlit as st

from calc.offers import compare
from ui import frame, offer_cards, offer_person, offer_sections, offer_words, state

with state.working_on("offers"):
    mine = state.offers()
    comparison = compare(mine)
    shown, example = offer_sections.shown(comparison)
    ranked = shown.ranked()
    answer = offer_words.heading(ranked, shown.offers)
    sentence = offer_words.sentence(comparison, ranked, example=example)
    bar = frame.Shown(offer_words.bar(mine, comparison.compared), shown.rules.tax_year)

    with frame.page("Job offers", answer, sentence, bar, ["Load", "Loans"]):
        offer_sections.first_visit(example=example)
        waiting = len(comparison.compared) < 2
        if waiting:
            offer_cards.cards(comparison)
        wages, glance = st.columns([5, 7], gap="medium")
        with wages:
            offer_sections.wages(ranked, shown.offers)
        with glance:
            offer_sections.glance(ranked, shown.offers)
        inputs, differing = st.columns([5, 7], gap="medium")
        with inputs:
            if not waiting:
                offer_cards.cards(comparison)
            offer_person.groups(comparison)
        with differing:
            offer_sections.differing(shown, ranked)
            offer_sections.years(ranked, shown.offers)
        offer_sections.licence(shown, ranked)
        offer_sections.asking(shown, ranked)
        offer_sections.folded(shown, ranked)
