"""The page Loans: four people, every field, what is refused, charts and tables by their data."""

import datetime
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from calc import Scenario
from calc.loans import NAMES, PLANS, Outlook, services
from calc.parameters.student_loans import loan_rules
from calc.questions.repayment import outlook, service_worth
from tests.ui.browser import seen_in_both_themes, settled, still
from tests.ui.telling.borrowers import (
    ABOVE,
    COUPLE,
    FULL,
    JOINT,
    OLD,
    PAYE,
    PEOPLE,
    ahead,
    borrower,
)
from tests.ui.telling.shipped import GRADUATE, SOLO, result_of
from tests.ui.test_pages import every_choice, number_paths, plan_of, try_numbers, warnings
from ui.loans import charts as loan_charts
from ui.loans import tables as loan_tables
from ui.shell.frame import PAGES
from ui.telling import loan_rules as rules_in_words
from ui.telling import loan_words, numbers, words
from ui.telling.chart_frame import NARROWEST, WORD_WIDTH
from ui.telling.palette import DARK, LIGHT
from ui.telling.tables import Table

Open = Callable[..., AppTest]
DAY = datetime.date(2026, 11, 22)
GROUPS = (
    "loans",
    "plan and day",
    "household",
    "public service",
    "changes ahead",
    "awards",
    "assumptions",
)


def field(app: AppTest, path: str, place: str = "loan basics") -> Any:
    """The one widget of a field in a part of the page."""
    widgets = [*app.number_input, *app.selectbox, *app.text_input, *app.toggle, *app.date_input]
    found = [w for w in widgets if re.fullmatch(rf"{place} field \d+ {path}", w.key or "")]
    assert len(found) == 1, (path, [w.key for w in widgets])
    return found[0]


def unfolded(app: AppTest, *groups: str) -> AppTest:
    """Some groups of the page open."""
    for group in groups:
        app.session_state[f"group loan {group}"] = True
    return app.run()


def button(app: AppTest, label: str) -> Any:
    """The one button of this label."""
    (found,) = (b for b in app.button if b.label == label)
    return found


def texts(app: AppTest) -> str:
    """All the words of the page."""
    return "\n".join(text.value for text in [*app.title, *app.markdown, *app.warning])


# --- the page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_the_page_answers(open_app: Open, plan: Scenario) -> None:
    """Heading, four figures and the table of plans are the engine's; every "How ...?" opens."""
    app = open_app("Loans", plan)
    assert not app.exception
    result, found = result_of(plan), ahead(plan)
    chosen = found.of(found.chosen)
    heading, sentence = loan_words.heading(result, found)
    assert app.title[0].value == heading
    assert sentence in [text.value for text in app.markdown]
    wage = words.escape(numbers.wage(float(result.wage_after_loans.amount)))
    paid = words.escape(numbers.money(float(chosen.total_paid)))
    last = str(found.last_month(found.chosen).year)
    assert [metric.value for metric in app.metric][1:] == [wage, paid, last]
    table = next(table.value for table in app.table if "Now" in table.value)
    assert list(table["Now"]) == [float(each.first_payment) for each in found.projections]
    for how in ("payment", "wage", "total", "end"):
        app.button(key=f"how How this {how}?").click().run()
        assert not app.exception


ENDINGS: dict[str, tuple[Scenario, str]] = {
    "pslf": (GRADUATE, "Public service ends it in June 2037"),
    "repaid": (PAYE, "It is repaid in "),
    "forgiven": (
        borrower(adjusted_income_per_year=3e4, federal=({**OLD, "balance": 2e5},), plan="ibr_10"),
        "It ends in ",
    ),
    "certified": (
        GRADUATE.with_values({"loans.pslf_months_certified": 120}),
        "All payments that count are made",
    ),
    "nothing": (borrower(plan="ibr_10", adjusted_income_per_year=0.0), "It is repaid in "),
    "in parts": (COUPLE, "RAP asks \\$879 of it. It is repaid in "),
    "private": (
        SOLO.with_values({"loans": {"kind": "by_plan", "federal": (), "private": ({},)}}),
        "A private loan asks",
    ),
    "no hours": (
        borrower({"work.time.holiday_weeks": 52.0}, adjusted_income_per_year=5e4),
        "It ends in ",
    ),
}


@pytest.mark.parametrize(("plan", "told"), ENDINGS.values(), ids=ENDINGS)
def test_how_it_ends(open_app: Open, plan: Scenario, told: str) -> None:
    """Repaid, cancelled, cancelled now, or asked nothing: each is a sentence of its own."""
    app = open_app("Loans", plan)
    assert not app.exception
    heading, sentence = loan_words.heading(result_of(plan), outlook(result_of(plan)))
    assert sentence.startswith(told)
    assert heading.endswith(".")
    assert not re.search(r"\bnan\b|\bNone\b", texts(app))
    assert "not known" not in heading + sentence  # the bar may say so of a load


def test_without_loans_the_page_invites(open_app: Open) -> None:
    """No loans: a question, the way in, and no figure; one tap shows the plans."""
    app = open_app("Loans")
    assert app.title[0].value == "What do your student loans ask of an hour?"
    assert not app.metric
    app.button[0].click().run()
    assert not app.exception
    assert plan_of(app).loans.kind == "by_plan"
    assert len(app.metric) == 4


def test_a_known_payment_keeps_its_figures(open_app: Open) -> None:
    """To the plans and back, twice: what was typed in either way is there again."""
    plan = SOLO.with_values({"loans.payment_per_month": 310.0})
    app = open_app("Loans", plan)
    assert app.title[0].value.startswith("Your loans ask \\$310 a month: ")
    assert len(app.metric) == 2
    field(app, "loans.payment_per_month").set_value(320.0).run()
    field(app, "loans.kind").select_index(1).run()
    field(app, "loans.federal.0.balance").set_value(50_000.0).run()
    field(app, "loans.kind").select_index(0).run()
    assert field(app, "loans.payment_per_month").value == 320.0
    field(app, "loans.kind").select_index(1).run()
    assert field(app, "loans.federal.0.balance").value == 50_000.0
    assert not app.exception


def test_a_refused_value_is_forgotten_with_its_kind(open_app: Open) -> None:
    """A payment refused does not haunt the loans worked out from a plan, nor the other way."""
    app = open_app("Loans")
    field(app, "loans.payment_per_month").set_value(-1.0).run()
    assert len(warnings(app)) == 1
    field(app, "loans.kind").select_index(1).run()
    assert warnings(app) == []
    field(app, "loans.federal.0.balance").set_value(0.0).run()
    field(app, "loans.kind").select_index(0).run()
    assert warnings(app) == []
    assert field(app, "loans.payment_per_month").value == 0.0


# --- fields ------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["basics", *GROUPS])
def test_every_number_takes_what_is_lawful(open_app: Open, group: str) -> None:
    """Each number at its bounds draws the page; past them it is refused, told once, and kept."""
    app = unfolded(open_app("Loans", FULL), group)
    place = f"loan {group}"
    assert number_paths(app, place)
    try_numbers(app, place)


@pytest.mark.parametrize("group", ["basics", *GROUPS])
def test_every_choice_draws(open_app: Open, group: str) -> None:
    """Every option of every choice draws the page and is taken."""
    plan = GRADUATE if group == "public service" else FULL
    every_choice(unfolded(open_app("Loans", plan), group), f"loan {group}")


def test_every_switch_and_name_is_taken(open_app: Open) -> None:
    """Switches turn, and names are taken as typed."""
    app = unfolded(open_app("Loans", FULL), "loans", "plan and day", "awards")
    for path, place in (
        ("loans.federal.0.subsidised", "loan loans"),
        ("loans.pooled", "loan loans"),
        ("loans.new_borrower", "loan plan and day"),
        ("loans.awards.0.taxable", "loan awards"),
        ("loans.awards.0.paid_back_if_left", "loan awards"),
    ):
        before = plan_of(app).value_at(path)
        field(app, path, place).set_value(not before).run()
        assert not app.exception
        assert plan_of(app).value_at(path) is not before
    for path, place in (
        ("loans.federal.0.label", "loan loans"),
        ("loans.private.0.label", "loan loans"),
        ("loans.awards.0.label", "loan awards"),
    ):
        field(app, path, place).set_value("<b>x</b> *y*").run()
        assert not app.exception
        assert plan_of(app).value_at(path) == "<b>x</b> *y*"
    assert "<b>" not in texts(app).replace("\\<", "")


ROWS = {
    "federal": ("loans", "federal loan", "a"),
    "private": ("loans", "private loan", "a"),
    "steps": ("changes ahead", "change", "a"),
    "awards": ("awards", "award", "an"),
}


@pytest.mark.parametrize(("name", "row"), ROWS.items(), ids=ROWS)
def test_rows_come_and_go(open_app: Open, name: str, row: tuple[str, str, str]) -> None:
    """Rows are added up to the most, one too many is told, and all can be taken away."""
    group, word, article = row
    app = unfolded(open_app("Loans", borrower()), group)
    rows = lambda: len(getattr(plan_of(app).loans, name))  # noqa: E731
    most = 10 if group == "loans" else 8
    while rows() < most:
        before = rows()
        button(app, f"Add {article} {word}").click().run()
        assert not app.exception
        assert rows() == before + 1
    assert app.selectbox(key=shown_key(app, group, word)).value == most - 1
    button(app, f"Add {article} {word}").click().run()
    assert rows() == most
    assert len(warnings(app)) == 1
    while rows():
        button(app, f"Remove this {word}").click().run()
        assert not app.exception
    assert not [b for b in app.button if b.label == f"Remove this {word}"]


def shown_key(app: AppTest, group: str, word: str) -> str:
    """The key of the box that says which row is shown."""
    return f"loan {group} field {app.session_state['version']} which {word}"


def test_a_typical_debt_is_used(open_app: Open) -> None:
    """Each typical debt names its source, and becomes the balance."""
    app = unfolded(open_app("Loans", borrower()), "loans")
    rules = loan_rules(DAY)
    for index, name in enumerate(rules_in_words.PRESETS):
        app.selectbox(key="debt preset").select_index(index).run()
        assert words.escape(rules[name].source.title) in texts(app)
        assert words.escape(rules[name].note) in texts(app)
        button(app, "Use this balance").click().run()
        assert not app.exception
        assert plan_of(app).loans.federal[0].balance == rules[name].number


def test_the_rate_of_a_graduate_loan_is_hinted(open_app: Open) -> None:
    """The day of a loan brings the rate of its school year, where that is recorded."""
    app = open_app("Loans", borrower())
    assert "A graduate loan first paid out then has 8.08\u00a0%." in texts(app)
    field(app, "loans.federal.0.made_on").set_value(datetime.date(2019, 9, 1)).run()
    assert "first paid out then" not in texts(app)


def test_days_are_taken(open_app: Open) -> None:
    """A day is written into the plan; the rules of 2027 take a loan of 2026."""
    app = unfolded(open_app("Loans", borrower()), "plan and day")
    day = datetime.date(2027, 6, 1)
    field(app, "loans.as_of", "loan plan and day").set_value(day).run()
    assert plan_of(app).loans.as_of == day
    field(app, "loans.federal.0.made_on").set_value(datetime.date(2026, 9, 1)).run()
    assert not app.exception
    assert [each.plan for each in ahead(plan_of(app)).projections] == ["tiered_standard", "rap"]


def test_an_emptied_day_is_told(open_app: Open) -> None:
    """A day taken out of its field is refused in a sentence, and the plan keeps the old one."""
    app = open_app("Loans", borrower())
    field(app, "loans.federal.0.made_on").set_value(None).run()
    assert not app.exception
    assert len(warnings(app)) == 1
    assert "**Paid out on** is not usable. It must be a day" in warnings(app)[0]
    assert plan_of(app).loans.federal[0].made_on == OLD["made_on"]


# --- odd input ---------------------------------------------------------------------------------

ODD = {
    "negative balance": (
        "loans.federal.0.balance",
        -5.0,
        "**Balance** is −$5.00. The least that makes sense is $1.00. Enter at least that.",
    ),
    "no balance": (
        "loans.federal.0.balance",
        0.0,
        "**Balance** is $0. The least that makes sense is $1.00. Enter at least that.",
    ),
    "a rate of 60 %": (
        "loans.federal.0.rate_per_year",
        60.0,
        "**Rate** is 60\u00a0%. The most we model is 25\u00a0%. Check for a digit too many.",
    ),
    "a loan in the future": (
        "loans.federal.0.made_on",
        datetime.date(2027, 1, 1),
        "**Paid out on** is 1 January 2027, after 22 November 2026, the day whose rules are used.",
    ),
}


@pytest.mark.parametrize(("path", "typed", "told"), ODD.values(), ids=ODD)
def test_odd_input_is_told_and_kept(open_app: Open, path: str, typed: Any, told: str) -> None:
    """Field, value, rule and remedy in one sentence; what was typed stays; the plan is unmoved."""
    plan = borrower()
    app = open_app("Loans", plan)
    field(app, path).set_value(typed).run()
    assert not app.exception
    assert len(warnings(app)) == 1
    assert warnings(app)[0].startswith(told)
    assert field(app, path).value == typed
    assert plan_of(app) == plan
    app.switch_page(PAGES["Your hour"]).run()
    app.switch_page(PAGES["Loans"]).run()
    assert field(app, path).value == typed


def test_months_beyond_the_last_payment(open_app: Open) -> None:
    """More than 120 months certified is refused with what to enter."""
    app = unfolded(open_app("Loans", GRADUATE), "public service")
    path = "loans.pslf_months_certified"
    field(app, path, "loan public service").set_value(130.0).run()
    assert warnings(app)[0].startswith(
        "**Months certified** is 130. The most we model is 120, because the last of them ends the "
        "loan. Enter 120 if all of them are certified."
    )
    assert field(app, path, "loan public service").value == 130.0


def test_a_later_day_makes_a_loan_of_the_future_right(open_app: Open) -> None:
    """The loan's day is kept, and taken as soon as the rules are those of a later day."""
    app = unfolded(open_app("Loans", borrower()), "plan and day")
    made = datetime.date(2027, 1, 15)
    field(app, "loans.federal.0.made_on").set_value(made).run()
    assert len(warnings(app)) == 1
    field(app, "loans.as_of", "loan plan and day").set_value(datetime.date(2027, 6, 1)).run()
    assert warnings(app) == []
    assert plan_of(app).loans.federal[0].made_on == made


def test_days_before_the_first_rules(open_app: Open) -> None:
    """Rules of a day we have none of: the first day is named; a loan after the day as well."""
    app = unfolded(open_app("Loans", borrower()), "plan and day")
    day = field(app, "loans.as_of", "loan plan and day")
    day.set_value(datetime.date(2026, 1, 1)).run()
    assert "hold from 1 July 2026. Choose that day or a later one." in warnings(app)[0]
    field(app, "loans.as_of", "loan plan and day").set_value(DAY).run()
    assert warnings(app) == []


@pytest.mark.parametrize("plan", [plan for plan in PLANS if plan != "rap"])
def test_a_closed_plan_says_why_and_what_is_open(open_app: Open, plan: str) -> None:
    """A graduate of 2027 may choose RAP or Tiered Standard: the others say what closes them."""
    app = open_app("Loans", GRADUATE)
    field(app, "loans.plan").set_value(plan).run()
    assert not app.exception
    said = [text.value for text in app.warning if "is not open to you" in text.value]
    assert len(said) == (plan != "tiered_standard")
    if said:
        closed = next(item for item in ahead(GRADUATE).plans if item.plan == plan)
        assert closed.closed_by is not None
        assert words.escape(closed.closed_by.label) in said[0]
        assert "Open to you: Tiered Standard, RAP." in said[0]
        assert loan_words.full_plan_name(plan) + ": not open" in field(app, "loans.plan").options


def test_an_employer_that_does_not_count(open_app: Open) -> None:
    """PSLF with a group practice: the reason is told, and what PSLF needs stands in its place."""
    app = unfolded(open_app("Loans", GRADUATE), "public service")
    box = field(app, "work.employer_type", "loan public service")
    box.select("Private group practice").run()
    assert not app.exception
    assert any("its employer does not count for PSLF" in text.value for text in app.warning)
    assert rules_in_words.pslf_needs(loan_rules(DAY)) in texts(app)
    assert "Staying is worth" not in texts(app)


# --- what the page says ------------------------------------------------------------------------


def test_public_service_in_words(open_app: Open) -> None:
    """Worth a year, against a plan of choice, by belief, and beside a job that pays more."""
    app = open_app("Loans", GRADUATE)
    result, found = result_of(GRADUATE), ahead(GRADUATE)
    worth = service_worth(found)
    assert worth is not None
    assert loan_words.worth_of_service(worth, result) in texts(app)
    beliefs = next(t.value for t in app.table if "If you believe in it" in t.value)
    assert list(beliefs["If you believe in it"]) == [
        "0\u00a0%",
        "25\u00a0%",
        "50\u00a0%",
        "**100\u00a0%**",
    ]
    leaving = next(t.value for t in app.table if "Leave after" in t.value)
    assert list(leaving["Leave after"])[:3] == ["today", "1 year", "2 years"]
    app.selectbox(key="pslf against").set_value("tiered_standard").run()
    against = service_worth(found, "tiered_standard")
    assert against is not None
    assert loan_words.worth_of_service(against, result) in texts(app)
    for extra, told in (
        (0.0, "staying is ahead from today on"),
        (10_000.0, "leaving within the first 4 years is ahead"),
        (90_000.0, "leaving is ahead at any time before the end"),
    ):
        app.number_input(key="pslf extra").set_value(extra).run()
        assert told in texts(app)


def test_a_belief_of_ones_own(open_app: Open) -> None:
    """A belief of 75 % is in the sentence, and bold in the table."""
    app = open_app("Loans", GRADUATE.with_values({"loans.pslf_survives_share": 0.75}))
    assert "if you believe in it at 75\u00a0%" in texts(app)
    beliefs = next(t.value for t in app.table if "If you believe in it" in t.value)
    assert "**75\u00a0%**" in list(beliefs["If you believe in it"])


def test_public_service_that_cancels_nothing(open_app: Open) -> None:
    """A loan repaid before the 120th payment has nothing left for PSLF."""
    small = [{"balance": 4_000.0, "made_on": datetime.date(2026, 9, 1)}]
    app = open_app("Loans", GRADUATE.with_values({"loans.federal": small}))
    assert not app.exception
    assert "PSLF cancels nothing" in texts(app)


def test_a_couple_sees_both_ways_of_filing(open_app: Open) -> None:
    """Together and apart, with the tax cost as stated; without one it is asked for."""
    app = open_app("Loans", COUPLE)
    assert "Together: **\\$887** a month." in texts(app)
    assert "Apart: **\\$879** a month, and \\$200 a month more tax, as you stated." in texts(app)
    app = open_app("Loans", COUPLE.with_values({"loans.separate_cost_per_year": 0.0}))
    assert "Filing apart also costs tax: enter it under Household" in texts(app)
    assert "Together:" not in texts(open_app("Loans", ABOVE))


def test_awards_say_what_leaving_means(open_app: Open) -> None:
    """What is paid, for how long, whether it is taxed, and what is paid back."""
    awards = (
        {"label": "NHSC", "amount": 50_000.0},
        {"label": "State", "amount": 9_000.0, "taxable": True, "paid_back_if_left": False},
    )
    plan = borrower(awards=awards)
    app = open_app("Loans", plan)
    told = [loan_words.award(each, result_of(plan)) for each in services(ahead(plan))]
    assert all(sentence in texts(app) for sentence in told)
    assert "Who leaves before November 2028 is taken to pay back \\$50,000." in told[0]
    assert "taxed as income. Leaving before November 2028 costs nothing, as entered." in told[1]


@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_closed_plans_are_listed_with_their_rule(open_app: Open, plan: Scenario) -> None:
    """Open and closed plans are all there; each closed one with rule, day, source and certainty."""
    app, found = open_app("Loans", plan), ahead(plan)
    said = rules_in_words.not_open(found)
    closed = [item for item in found.plans if item.closed_by is not None]
    assert len(closed) + len(found.projections) == len(PLANS)
    for item in closed:
        (told,) = (
            text for text in said if re.search(rf"\*\*.*{re.escape(NAMES[item.plan])}.*\*\*", text)
        )
        assert words.escape(item.closed_by.label) in told
        assert words.escape(item.closed_by.source.title) in told
        assert told in texts(app)
    for name in ("SAVE", "ICR", "Graduated"):
        assert any(text.startswith(f"**{name}**") for text in said)


# --- charts and tables -------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["balance", "paid"])
@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_a_course_is_drawn_as_the_engine_has_it(plan: Scenario, what: Any) -> None:
    """One thick whole line; the others thin, with a dash of their own; ends where the plan ends."""
    found = ahead(plan)
    chart = loan_charts.lines(found, what, LIGHT)
    assert chart is not None
    lines = [trace for trace in chart.figure["data"] if trace["mode"] == "lines"]
    dashes = [line["line"]["dash"] for line in lines]
    assert len(set(dashes)) == len(dashes)
    thick = [line for line in lines if line["line"]["color"] == LIGHT.kept]
    assert len(thick) == 1
    assert thick[0]["line"]["dash"] == "solid"
    assert thick[0]["line"]["width"] == max(line["line"]["width"] for line in lines)
    chosen = found.of(found.chosen)
    assert len(thick[0]["x"]) == len(thick[0]["y"]) == len(thick[0]["hovertext"])
    if what == "paid":
        assert thick[0]["y"][-1] == pytest.approx(float(chosen.total_paid), abs=0.01)
    else:
        assert thick[0]["y"][0] == pytest.approx(float(found.owed))
        assert thick[0]["y"][-1] == 0.0
    end = found.loans.as_of.year + (found.loans.as_of.month - 1 + float(chosen.months)) / 12
    assert thick[0]["x"][-1] == pytest.approx(end)
    named = [note["text"].replace("<b>", "").replace("</b>", "") for note in notes_of(chart)]
    assert {name for text in named for name in text.split(", ")} == {
        NAMES[each.plan] for each in found.projections
    }
    for each in found.projections:
        assert NAMES[each.plan] in chart.alt
    assert "," in chart.alt
    assert "$" in chart.alt


def notes_of(chart: Any) -> list[dict[str, Any]]:
    """The labels of a chart."""
    notes: list[dict[str, Any]] = chart.figure["layout"]["annotations"]
    return notes


@pytest.mark.parametrize("what", ["balance", "paid"])
@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_labels_do_not_lie_on_each_other(plan: Scenario, what: Any) -> None:
    """At the width of a phone no label covers another, and all lie inside the chart."""
    chart = loan_charts.lines(ahead(plan), what, DARK)
    assert chart is not None
    layout = chart.figure["layout"]
    width = NARROWEST - layout["margin"]["l"] - layout["margin"]["r"]
    height = chart.height - layout["margin"]["t"] - layout["margin"]["b"]
    boxes = []
    for note in notes_of(chart):
        left, right = layout["xaxis"]["range"]
        x = (note["x"] - left) / (right - left) * width
        y = note["y"] / layout["yaxis"]["range"][1] * height
        half = len(re.sub("</?b>", "", note["text"])) * WORD_WIDTH / 2
        x += note["xshift"] + {"left": half, "right": -half}.get(note["xanchor"], 0)
        y += note["yshift"] + (10 if note["yanchor"] == "bottom" else 0)
        assert half - 8 <= x <= width - half + 8
        boxes.append((x, y, half))
    for (x, y, half), (left, top, wide) in combinations(boxes, 2):
        assert abs(x - left) > half + wide - 8 or abs(y - top) > 16


def test_plans_that_run_alike_share_a_line() -> None:
    """PAYE and IBR ask the same: one line with both names, thick if one of them is chosen."""
    shown = loan_charts.curves(ahead(PAYE))
    (both,) = (curve for curve in shown if "PAYE" in curve.label)
    assert both.label == "IBR (10 %), PAYE"
    assert both.chosen


def test_what_is_cancelled_falls_to_nothing() -> None:
    """Public service cancels what is owed: an upright line, and the alternative says how much."""
    chart = loan_charts.lines(ahead(GRADUATE), "balance", LIGHT)
    assert chart is not None
    (line,) = (
        t for t in chart.figure["data"] if t["mode"] == "lines" and t["line"]["dash"] == "solid"
    )
    assert line["x"][-1] == line["x"][-2]
    assert line["y"][-2:] == [pytest.approx(59_910, abs=1), 0.0]
    assert "$59,910 cancelled in June 2037" in chart.alt
    assert "then cancelled" in line["hovertext"][-1]


def test_nothing_to_draw() -> None:
    """All payments of all plans made: no chart, and words in its place."""
    plan = borrower(
        JOINT,
        pslf_employer="other_job",
        pslf_months_certified=120,
        federal=({**OLD, "made_on": datetime.date(2026, 9, 1)},),
    ).with_values({"household.other_job_hours_per_week": 40.0})
    found = ahead(plan)
    assert loan_charts.lines(found, "balance", LIGHT) is not None  # Tiered Standard goes on
    only = found.__class__(**{**fields_of(found), "projections": (found.of("rap"),)})
    assert loan_charts.lines(only, "paid", LIGHT) is None


def fields_of(found: Outlook) -> dict[str, Any]:
    """The fields of an outlook by name."""
    return {name: getattr(found, name) for name in found.__dataclass_fields__}


TABLES: dict[str, Callable[[Outlook], Table]] = {
    "plans": lambda found: loan_tables.plans_table(found, "USD"),
    "payments": lambda found: loan_tables.payments_table(found, "USD"),
    "worth": lambda found: loan_tables.worth_table(found, "USD"),
    "balance": lambda found: loan_tables.years_table(found, "balance", "USD"),
    "paid": lambda found: loan_tables.years_table(found, "paid", "USD"),
}


@pytest.mark.parametrize("made", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("plan", PEOPLE.values(), ids=PEOPLE)
def test_tables_have_few_columns(plan: Scenario, made: Callable[[Outlook], Table]) -> None:
    """At most five columns, so that a phone holds them; every cell is written."""
    found = ahead(plan)
    table = made(found)
    assert len(table.frame.columns) <= 5
    rows = table.texts()
    assert all("nan" not in cell and "not known" not in cell for row in rows for cell in row)
    assert all(isinstance(cell, str) for row in rows for cell in row)


def test_the_chosen_plan_is_bold() -> None:
    """Of the plans exactly one is bold."""
    names = [row[0] for row in TABLES["plans"](ahead(COUPLE)).texts()]
    assert [name for name in names if name.startswith("**")] == ["**RAP**"]


def test_years_end_with_their_plan() -> None:
    """From the first year to the last: owed falls to 0, then nothing is written."""
    found = ahead(GRADUATE)
    rows = TABLES["balance"](found).texts()
    assert rows[0] == ["2027", "66,000", "66,000"]
    assert TABLES["balance"](found).frame.columns[1] == "Tiered Stan\u00addard ($)"
    assert rows[10][0] == "2037"
    assert rows[10][2] == "0"
    assert rows[11][2] == ""
    assert rows[-1][1] == "0"
    paid = TABLES["paid"](found).texts()
    assert paid[10][2] == numbers.number(float(found.of("rap").total_paid))


# --- Your hour ---------------------------------------------------------------------------------


def test_your_hour_holds_the_first_loan(open_app: Open) -> None:
    """Few fields, the way to the page, and the group says plan and payment."""
    app = open_app("Your hour", ABOVE)
    app.session_state["group loans"] = True
    app.run()
    assert not app.exception
    (group,) = (e for e in app.expander if e.label.startswith("**Loans**"))
    assert group.label == "**Loans** · RAP, \\$537 a month"
    assert number_paths(app, "loans") == [
        "loans.federal.0.balance",
        "loans.federal.0.rate_per_year",
    ]
    assert any("Wage after loans" in text.value for text in app.markdown)
    field(app, "loans.plan", "loans").set_value("standard_10").run()
    assert not app.exception
    assert plan_of(app).loans.plan == "standard_10"
    app.button(key="how How these loan payments?").click().run()
    assert not app.exception
    assert "Payment a month" in texts(app)


def test_the_kind_is_changed_on_your_hour(open_app: Open) -> None:
    """From a known payment to a plan and back; the group stays open and nothing is lost."""
    app = open_app("Your hour", SOLO.with_values({"loans.payment_per_month": 310.0}))
    app.session_state["group loans"] = True
    app.run()
    for index, path in ((1, "loans.federal.0.balance"), (0, "loans.payment_per_month")) * 2:
        field(app, "loans.kind", "loans").select_index(index).run()
        assert not app.exception
        assert field(app, path, "loans").value
    assert field(app, "loans.payment_per_month", "loans").value == 310.0


# --- in a browser ------------------------------------------------------------------------------


def show_loans(page: Page, plan: Scenario, folder: Path) -> None:
    """A plan opened from a file, at the page Loans."""
    file = folder / "plan.toml"
    file.write_text(plan.to_toml(), encoding="utf-8")
    page.get_by_role("button", name="Plan", exact=True).click()
    page.get_by_role("menuitem", name="Open a file").click()
    page.locator("input[type=file]").set_input_files(str(file))
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_test_id("stBottom").get_by_role("button", name="Pages").click()
    page.get_by_role("menuitem", name="Loans", exact=True).click()
    expect(page.get_by_role("heading", name="Your loan", exact=True)).to_be_visible()
    settled(page)


def check_heading(page: Page, plan: Scenario) -> None:
    """The heading is the engine's answer."""
    said, _ = loan_words.heading(result_of(plan), outlook(result_of(plan)))
    expect(page.get_by_role("heading", level=1)).to_have_text(said.replace("\\", ""))


@pytest.mark.parametrize("name", ["a graduate of 2027", "a couple who both owe"])
def test_each_person_on_a_phone(phone: Page, tmp_path: Path, name: str) -> None:
    """All groups and tables open at 390 pixels: no sideways scroll, and axe finds no fault."""
    show_loans(phone, PEOPLE[name], tmp_path)
    check_heading(phone, PEOPLE[name])
    folded = phone.locator("summary")
    for place in range(folded.count()):
        still(phone)
        folded.nth(place).click()
    still(phone)
    expect(phone.locator("details:not([open])")).to_have_count(0)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    wide = "[...document.querySelectorAll('table')].filter(t => t.scrollWidth > "
    wide += "t.closest('[data-testid=stTable]').clientWidth + 1).length"
    assert phone.evaluate(wide) == 0
    assert seen_in_both_themes(phone, tmp_path, "loans_390") == []


def test_the_page_on_a_desk(page: Page, tmp_path: Path) -> None:
    """A graduate changes the plan and opens a figure: the page follows, and axe is quiet."""
    show_loans(page, GRADUATE, tmp_path)
    check_heading(page, GRADUATE)
    assert seen_in_both_themes(page, tmp_path, "loans_1280") == []
    page.get_by_role("combobox", name=re.compile("^Plan")).click()
    page.get_by_role("option", name="Tiered Standard (10 to 25 years)").click()
    check_heading(page, GRADUATE.with_values({"loans.plan": "tiered_standard"}))
    settled(page)
    page.get_by_role("button", name="How this payment?").click()
    expect(page.get_by_role("dialog").get_by_role("table")).to_be_visible()
    assert seen_in_both_themes(page, tmp_path, "loans_drawer_1280") == []


def test_a_day_is_typed(page: Page, tmp_path: Path) -> None:
    """A loan of September 2026, typed: only two plans stay open, and Tiered Standard is one."""
    show_loans(page, ABOVE, tmp_path)
    expect(page.get_by_role("cell", name="Extended").first).to_be_visible()
    day = page.get_by_test_id("stDateInput").first
    day.get_by_role("spinbutton", name=re.compile("year", re.IGNORECASE)).click()
    page.keyboard.type("20260901")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("cell", name="Tiered Standard").first).to_be_visible()
    settled(page)
    expect(page.get_by_role("cell", name="Extended")).to_have_count(0)
