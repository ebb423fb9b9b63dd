"""What a report says of job offers and of a clinic, where the reader entered any."""

from __future__ import annotations

from dataclasses import replace

from calc.offers import Compared, open_terms
from calc.scenario import Letter
from calc.scenario.fields import words_of
from ui.clinic import begun, tax_words
from ui.clinic import tables as clinic_tables
from ui.clinic import view as clinic_view
from ui.clinic import words as clinic_words
from ui.offers import heading
from ui.offers import tables as offer_tables
from ui.offers import view as offer_view
from ui.offers import words as offer_words
from ui.shell import examples, state
from ui.telling import numbers, origins
from ui.telling.report import Section
from ui.telling.words import escape, joined

LETTERS, CLINIC, POSTS = "Job offers", "Clinic", "Clinic, post by post"


def letters() -> tuple[Section, ...]:
    """The letters at a glance, best first, and what they leave open; none before one is complete.

    More than a table has room for go on in a second one.
    """
    with state.working_on("offers"):
        view = offer_view.view()
        if view.example:
            return ()
        answer, line = heading.heading(view.typed, view.ranked, view.undecided, example=False)
        loads = [state.load_of(found.result) for found in view.ranked]
        rows = [
            ("An hour of work", [_wage(found) for found in view.ranked]),
            *offer_tables.at_a_glance(view.ranked, loads, view.offers),
        ]
    names = [offer_words.named(found) for found in view.ranked]
    first, *further = (Section(LETTERS, table) for table in offer_tables.side_by_side(rows, names))
    silent = [_open(found) for found in view.ranked if open_terms(found.offer)]
    rest = (replace(found, title=f"{LETTERS}, continued") for found in further)
    said = (answer, line, *origins.in_short(view.offers, examples.began(view.offers)), *silent)
    return (replace(first, sentences=said), *rest)


def _wage(found: Compared) -> str:
    return numbers.wage(float(found.result.wage.amount), offer_words.currency_of(found))


def _open(found: Compared) -> str:
    """What a letter does not say, to be asked."""
    names = words_of(Letter.model_fields["unsaid"])
    terms = joined(
        [f"{names[term][:1].lower()}{names[term][1:]}" for term in open_terms(found.offer)]
    )
    return f"{escape(offer_words.named(found))} does not say: {terms}."


def clinic() -> tuple[Section, ...]:
    """The plans side by side, and every post of the one shown; none while it is the example's."""
    with state.working_on("clinic"):
        if not state.is_own():
            return ()
        view = clinic_view.view()
    results = view.compared.results
    said = (
        clinic_words.headline(results, view.shown),
        clinic_words.what_they_are(view.plans),
        begun.line(view.result),
        clinic_words.premise(view.result),
        *origins.in_short(view.plans, examples.began(view.plans)),
        *tax_words.on_receipts(view.result),
    )
    posts = f"{clinic_words.plan_name(view.shown)}. {clinic_words.OF_100}"
    return (
        Section(CLINIC, clinic_tables.side_by_side(view.compared), tuple(filter(None, said))),
        Section(POSTS, clinic_tables.roster(view.result), (posts,)),
    )
