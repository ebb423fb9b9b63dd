"""Loans: what each plan asks, until when, what it forgives, and what public service is worth."""

import streamlit as st

from calc.questions.repayment import outlook
from calc.scenario import KnownPayment
from ui.loans import sections
from ui.shell import frame, loan_fields, state
from ui.telling import loan_words, words

result, baseline = state.evaluated(), state.evaluated_baseline()
found = outlook(result)
answer, sentence = loan_words.heading(result, found)
known = isinstance(result.scenario.loans, KnownPayment)

with frame.page("Loans", answer, sentence, result, ["Your hour", "Sources"]):
    inputs, outcome = st.columns([4, 8], gap="medium")
    with outcome:
        if found or float(result.loans.amount):
            before = outlook(baseline) if baseline else None
            sections.figures(result, found, baseline, before)
    with inputs, frame.not_printed("loan"):
        frame.heading("Your loan", "Plans ask by debt, or by income.")
        loan_fields.basics()
        if not known and (alone := words.spouse_hint(result.scenario.household)):
            frame.quiet(alone)
        if not known:
            loan_fields.groups(result)
    with outcome:
        sections.remarks(result)
        if known or not (found or float(result.loans.amount)):
            sections.offer(known)
        if found:
            sections.plans(result, found)
            sections.courses(result, found)
            sections.rap_lines(result)
            sections.filing(result)
            sections.public_service(result, found)
            sections.awards(result, found)
            sections.notes(found)
