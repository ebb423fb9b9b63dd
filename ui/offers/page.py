"""Job offers: what each pays for an hour, takes and leads to, and what to ask for."""

import streamlit as st

from ui.offers import cards, heading, person, sections, sure, words
from ui.offers import view as offer_view
from ui.shell import frame, state

with state.working_on("offers"):
    view = offer_view.view()
    answer, sentence = heading.heading(
        view.typed, view.ranked, view.undecided, example=view.example
    )
    said = words.bar(view.typed.offers, view.typed.compared, undecided=bool(view.undecided))
    bar = frame.shown_of(
        said,
        view.shown.rules.tax_year,
        (one.result.scenario for one in view.ranked),
        (one.result for one in view.ranked),
    )

    with frame.page("Job offers", answer, sentence, bar, ["Load", "Loans"]):
        few = sections.cards_first(view)
        with st.container():  # there even if empty: what follows keeps its place, and the focus
            cards.offer_own()
            if few:
                cards.cards(view.typed)
            if not view.typed.compared:
                person.groups(view.typed)
            if view.example:
                sections.mark_example()
        wages, glance = st.columns([5, 7], gap="medium")
        with wages:
            sections.wages(view)
            sure.draw(view)
        with glance:
            sections.glance(view)
        if view.typed.compared:
            if few:
                person.groups(view.typed)
            else:
                letters, you = st.columns(2, gap="medium")
                with letters:
                    cards.cards(view.typed)
                with you:
                    person.groups(view.typed)
            sections.licence(view)
            sections.asking(view)
            sections.folded(view)
