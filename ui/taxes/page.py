"""Taxes and saving: corporation or not over the salary, and who wants tax by when."""

import streamlit as st

from calc.errors import ScenarioError
from ui.shell import frame, state
from ui.taxes import apart, asked, next_dollar, saving, sections, view, words

plan, result = state.plan(), state.evaluated()
NEXT = ["Your hour", "Months ahead", "Loans"]

found: view.Forms | None = None
try:
    found = view.found(result, asked.asked(plan))
    answer = words.headline(found, plan), words.premise(found, plan)
except ScenarioError:
    answer = words.employee_or_other(plan)
title, line = answer
line = f"{line} {saving.in_short(result)}".strip()
shown = frame.shown_of(words.bar(result), result.rules.tax_year, (plan,), (result,))

with frame.page(words.PAGE, title, line, shown, NEXT):
    if found is not None and found.most > 0.0:
        curve, forms = st.columns(2, gap="medium")
        with curve:
            sections.corporation(found, plan)
        with forms:
            sections.both_forms(found, plan)
        sections.also(found, plan)
    credit, room = st.columns(2, gap="medium")
    with credit:
        saving.premium_credit(result)
    with room:
        saving.saving_room(result)
        with frame.not_printed("cover"):
            saving.cover_fields()
    sections.dates(result)
    next_dollar.fold(result)
    apart.fold(result)
    sections.not_computed()
