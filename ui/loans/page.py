"""Loans: what each plan asks, until when, what it forgives, and what public service is worth."""

import streamlit as st

from calc.repayment import outlook
from calc.scenario import KnownPayment
from ui import frame, loan_fields, loan_sections, loan_words, state

result, baseline = state.evaluated(), state.evaluated_baseline()
found = outlook(result)
answer, sentence = loan_words.heading(result, found)
known = isinstance(result.scenario.loans, KnownPayment)

with frame.page("Loans", answer, sentence, result, ["Your hour", "Sources"]):
    inputs, outcome = st.columns([4, 8], gap="medium")
    with outcome:
        if found or float(result.loans.amount):
            loan_sections.figures(result, found, baseline, outlook(baseline))
    with inputs:
        frame.heading("Your loan", "Plans ask by debt, or by income.")
        loan_fields.basics()
        if not known:
            loan_fields.groups(result)
    with outcome:
        loan_sections.remarks(result)
        if known:
            loan_sections.offer()
        if found:
            loan_sections.plans(result, found)
            loan_sections.courses(result, found)
            loan_sections.rap_lines(result)
            loan_sections.filing(result)
            loan_sections.public_service(result, found)
            loan_sections.awards(result, found)
            loan_sections.notes(found)
