"""Parts of the page Loans: figures, plans, courses, income steps, public service, awards, notes."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from calc import Result
from calc.loans import NAMES, RECORDS, Outlook, services
from calc.questions.cliff import cliff, contribution_to_fall_below, more_profit_to_the_line
from calc.questions.repayment import ServiceWorth, filing_compared, payment_per_month, service_worth
from calc.scenario import Scenario
from calc.scenario.fields import MOST_MONEY
from ui.loans import charts, tables
from ui.shell import drawer, examples, frame, helps, loan_fields, state, streamlit_ways, trying
from ui.taxes import apart
from ui.telling import loan_rules, loan_words, numbers, words
from ui.telling.remark_words import remark

CHEAPEST = "the cheapest without it"
NOT_DRAWN = "Nothing is left to be paid, so there is nothing to draw."
EXTRA = trying.Tried(
    "Another job pays more, a year after tax", "money_per_year", "", 10_000.0, MOST_MONEY, 500.0
)


def figures(
    result: Result, found: Outlook | None, baseline: Result | None, before: Outlook | None
) -> None:
    """Payment, wage after loans, paid in all and the end, each with its "How ...?"."""
    shown = [_payment(result, baseline), _wage(result, baseline)]
    if found:
        shown += [_paid(result, found, before), _end(result, found)]
    drawer.cards(shown)


def _payment(result: Result, baseline: Result | None) -> drawer.Figure:
    """The federal payment a month where it is the only one, else all payments a month."""
    currency = result.scenario.currency
    alone = result.loan_year.plan is not None and len(result.loans.parts) == 1
    line = result.find("loans.month") if alone else result.loans
    now = float(line.amount if alone else payment_per_month(result))
    name = "Payment a month" if alone else "Payments a year"
    how = drawer.How(
        asked="How this payment?",
        title="How this payment is made",
        figure=(name, numbers.money(float(line.amount), currency)),
        sentence=loan_words.what_is_asked(result),
        line=line,
        currency=currency,
    )
    before = float(payment_per_month(baseline)) if baseline else None
    chip, against = words.since(now, before, partial(numbers.money, currency=currency))
    return drawer.Figure(
        "Payment a month", numbers.money(now, currency), chip, how, against=against
    )


def _wage(result: Result, baseline: Result | None) -> drawer.Figure:
    currency = result.scenario.currency
    now = float(result.wage_after_loans.amount)
    before = float(baseline.wage_after_loans.amount) if baseline else None
    written = numbers.wage(now, currency)
    how = drawer.How(
        asked="How this wage?",
        title="How this wage is made",
        figure=("Wage after loans", written),
        sentence="Take-home less loan payments, divided by every hour the work takes.",
        line=result.wage_after_loans,
        currency=currency,
    )
    chip, against = words.since(now, before, partial(numbers.wage, currency=currency))
    return drawer.Figure("Wage after loans", written, chip, how, against=against)


def _paid(result: Result, found: Outlook, before: Outlook | None) -> drawer.Figure:
    currency = result.scenario.currency
    line = found.paid_in_all(found.chosen)
    written = numbers.money(float(line.amount), currency)
    earlier = float(before.paid_in_all(before.chosen).amount) if before else None
    how = drawer.How(
        asked="How this total?",
        title="How this total is made",
        figure=("Paid in all", written),
        sentence="All payments until the end, in the money of their years.",
        line=line,
        currency=currency,
    )
    chip, against = words.since(
        float(line.amount), earlier, partial(numbers.money, currency=currency)
    )
    return drawer.Figure("Paid in all", written, chip, how, against=against)


def _end(result: Result, found: Outlook) -> drawer.Figure:
    line = found.payments_to_the_end(found.chosen)
    last = found.last_month(found.chosen)
    start = words.written_date(found.loans.as_of.isoformat())
    how = drawer.How(
        asked="How this end?",
        title="How this end is found",
        figure=("Payments until the end", numbers.number(float(line.amount))),
        sentence=f"Counted from {start}; the first payment is a month later.",
        line=line,
        currency=result.scenario.currency,
    )
    chip = f"{last:%b}, {loan_words.outcome(found.of(found.chosen))}"
    return drawer.Figure("Ends", str(last.year), chip, how)


def remarks(result: Result) -> None:
    """What is odd or left out about the loans, a sentence each."""
    for found in result.remarks:
        if found.path.startswith("loans"):
            st.warning(remark(found, result.scenario))


def offer(by_payment: bool) -> None:
    """What the page shows once the loan is known, and the way there where a payment was entered."""
    frame.heading("From the loan itself", "What this page shows once you enter it.")
    st.markdown(_list(list(loan_words.OFFER)))
    if by_payment and st.button(":violet[Work it out from the loan]", type="primary"):
        own = state.is_own()  # no figure is typed: whose it is stays
        state.change("loans.kind", "by_plan", loan_fields.change_of_kind("by_plan"))
        st.session_state[state.key_beside("own")] = own
        st.rerun()


def plans(result: Result, found: Outlook) -> None:
    """Every open plan side by side, then the closed ones with the rule that closes each."""
    currency = result.scenario.currency
    frame.heading("Plans side by side", "Open to you on that day; the plan that counts is bold.")
    _table(tables.plans_table(found, currency), "Plans side by side")
    _beside_the_plans(result, found)
    with st.expander("All figures of the plans", key="all figures"):
        st.markdown("Payments a month, and how many.")
        _table(tables.payments_table(found, currency), "Payments of each plan")
        st.markdown(
            "All payments, the tax on what is forgiven, and both in today's money: what is paid "
            f"later counts for less, {numbers.percent(float(found.discount_rate))} a year."
        )
        _table(tables.worth_table(found, currency), "What each plan comes to")
    closed = loan_rules.not_open(found)
    count = sum(item.closed_by is not None for item in found.plans)
    with st.expander(f"**Not open to you** · {count} plans, and why", key="not open"):
        for said in closed:
            st.markdown(said)


def _beside_the_plans(result: Result, found: Outlook) -> None:
    """What a plan gives beside its figures."""
    for plan in found.projections:
        if RECORDS[plan.plan].match and plan.waived + plan.matched > 0:
            st.markdown(loan_words.gifts_of_rap(plan, result))
        if plan.then is not None:
            st.markdown(
                f"{NAMES[plan.plan]} ends by law; "
                f"from then on these are the payments of {NAMES[plan.then]}."
            )


def courses(result: Result, found: Outlook) -> None:
    """What is owed and what was paid, plan by plan, over the years."""
    _course("What is owed", result, found, "balance")
    _course("What has been paid in all", result, found, "paid")


def _course(title: str, result: Result, found: Outlook, what: charts.What) -> None:
    currency = result.scenario.currency
    frame.heading(title, "Year by year; the thick line is your plan.")
    frame.chart(charts.lines(found, what, frame.theme(), currency), f"loans {what}", NOT_DRAWN)
    frame.as_table(f"loans {what}", lambda: tables.years_table(found, what, currency))


def rap_lines(result: Result) -> None:
    """Where the income stands among the steps of RAP."""
    found = cliff(result)
    if found is None:
        return
    plan = NAMES[found.plan]
    frame.heading(
        f"Income steps of {plan}",
        f"{plan} takes a share of all income, and the share rises in steps.",
    )
    profit, fall = more_profit_to_the_line(result), contribution_to_fall_below(result)
    example = examples.began(result.scenario)
    theirs = isinstance(example, Scenario) and example.work == result.scenario.work
    said = loan_words.lines_of_rap(found, profit, fall, result, of_example=theirs)
    st.markdown(_list(said))


def filing(result: Result) -> None:
    """A couple's payment together and apart, what filing apart costs, and all three returns."""
    found = filing_compared(result)
    if found is None:
        return
    frame.heading("Filing together or apart", "A couple that files apart pays on one income.")
    st.markdown(_list(loan_words.ways_of_filing(found, result)))
    apart.fold(result)


def public_service(result: Result, found: Outlook) -> None:
    """What public service is worth, by how likely it is to pay out, and what leaving gives up."""
    frame.heading("Public service", "Public Service Loan Forgiveness, PSLF.")
    if not found.service.counts:
        st.markdown(loan_rules.pslf_needs(found.rules))
        return
    against: Any = st.selectbox(
        "Compared with",
        ["", *(plan.plan for plan in found.without_service)],
        format_func=lambda plan: f"{NAMES[plan]} without it" if plan else CHEAPEST,
        key="pslf against",
    )
    worth = service_worth(found, against or None)
    if worth is None:
        st.markdown(
            f"Under {NAMES[found.chosen]} PSLF cancels nothing: the plan does not count for it, or "
            "the loan is repaid before."
        )
        return
    _worth(result, worth)


def _worth(result: Result, worth: ServiceWorth) -> None:
    """The worth in words and by belief, leaving year by year, and another job beside it."""
    currency = result.scenario.currency
    st.markdown(loan_words.worth_of_service(worth, result))
    _table(tables.beliefs_table(worth, currency), "Worth of public service by belief")
    if not worth.leaving:
        return
    with helps.gathered("another job"):
        store = st.session_state.setdefault("pslf tried", {})
        told = st.container()
        extra = trying.number(EXTRA, "extra", "pslf extra", store, currency, told)
    st.markdown(loan_words.break_even(worth, extra, result))
    with st.expander("If you leave", key="pslf leaving"):
        st.markdown(
            "What is given up, in the money of that day, and how much more after tax another job "
            "must bring a year, until PSLF would have ended the loan, to be level."
        )
        _table(tables.leaving_table(worth, currency), "Leaving public service, year by year")


def awards(result: Result, found: Outlook) -> None:
    """What each award pays off, and what leaving early means."""
    asked = services(found)
    if not asked:
        return
    frame.heading("Awards", "Money that pays off loans for service.")
    st.markdown(_list([loan_words.award(each, result) for each in asked]))


def notes(found: Outlook) -> None:
    """What is not computed, and the rules that are uncertain."""
    with st.expander("What is not computed, and what is uncertain", key="loan notes"):
        st.markdown(_list(loan_rules.notes(found.loans.as_of)))


def _table(table: Any, alt: str) -> None:
    streamlit_ways.table(table, alt)


def _list(said: list[str]) -> str:
    return "\n".join(f"- {sentence}" for sentence in said)
