"""Words: every refusal and every remark once, and typed names never read as markup."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from calc import Scenario, evaluate, load_rules
from calc.errors import FileFormatError, OtherChairError, ScenarioError, UnknownYearError
from calc.offers import compare
from calc.scenario import Offers
from tests.ui.browser import settled, still, unfold
from ui.shell import state
from ui.telling import charts, listings, refusals, remark_words, words
from ui.telling.palette import LIGHT
from ui.telling.tables import statement_rows

Open = Callable[..., AppTest]
SOLO = state.examples()[state.FIRST_EXAMPLE]
KIND = "work.session_kinds.0"
PAID = {"kind": "employee", "pay": {"kind": "per_session"}, "session_kinds": [{"payer": "private"}]}
PAID["session_kinds"] *= 3

REFUSED: dict[str, tuple[Mapping[str, Any], str]] = {
    "too_large": (
        {f"{KIND}.booked_per_week": 220.0},
        "**Booked a week** is 220. The most we model is 80, because a week has 168 hours. "
        "If you meant a month, enter 51.",
    ),
    "too_small": (
        {f"{KIND}.fee_per_session": -5.0},
        "**Fee per session** is −\\$5.00. The least that makes sense is \\$0. Enter at least that.",
    ),
    "not_a_number": (
        {f"{KIND}.fee_per_session": float("nan")},
        "**Fee per session** is empty or not a number. Enter a plain number, such as 12 or 12.5.",
    ),
    "shares_exceed_one": (
        {f"{KIND}.late_cancelled_share": 0.7, f"{KIND}.missed_share": 0.6},
        "Late-cancelled and missed sessions together come to 130\u00a0%, and all booked sessions "
        "are 100\u00a0%. Lower one of the two.",
    ),
    "wrong_type": (
        {f"{KIND}.fee_per_session": "150"},
        "**Fee per session** is “150”. It must be a number, without quotes.",
    ),
    "wrong_choice": (
        {"household.state": "ZZ"},
        "**State** is “ZZ”, which we do not know. Choose one of the list.",
    ),
    "unknown_field": (
        {"work.time.tea_weeks": 1.0},
        "There is no field **tea_weeks**. Check its spelling, or take it out.",
    ),
    "missing_field": ({"household.tax": {}}, "is missing. Add it; the shipped examples show how."),
    "too_long": ({"title": "x" * 81}, "**Title** is longer than 80 characters. Shorten it."),
    "too_many": (
        {"work.session_kinds": ({"payer": "private"},) * 21},
        "**Kinds of session** has more rows than we model, 20. Join some of them.",
    ),
    "too_few": (
        {"work.pay.rates_per_session": (40.0, 50.0)},
        "**Rate per session** needs 3 values: one for all kinds, or one for each kind.",
    ),
    "mixed_lengths": (
        {
            f"{KIND}.fee_per_session": np.array([1.0, 2.0]),
            f"{KIND}.booked_per_week": np.array([1.0, 2.0, 3.0]),
        },
        "The rows of numbers differ in length. Give all of them the same length.",
    ),
    "loan_in_the_future": (
        {"loans": {"kind": "by_plan", "federal": ({"made_on": date(2027, 1, 1)},)}},
        "**Paid out on** is 1 January 2027, after 22 November 2026, the day whose rules are used. "
        "Correct the day of the loan, or set “Rules of” to that day or a later one.",
    ),
    "no_rules_on_day": (
        {"loans": {"kind": "by_plan", "as_of": date(2026, 1, 1)}},
        "**Rules of** is 1 January 2026, and the first rules of student loans we have hold from "
        "1 July 2026. Choose that day or a later one.",
    ),
    "not_supported": (
        {"household.filing_status": "separate"},
        "married filing separately changes too many rules. Choose joint or single to compare.",
    ),
}


def problem_of(plan: Scenario, changes: Mapping[str, Any]) -> Any:
    """The one problem of a change that the model refuses."""
    with pytest.raises(ScenarioError) as refused:
        plan.with_values(changes)
    assert len(refused.value.problems) == 1
    return refused.value.problems[0]


# What keeps an offer from being compared: changes of the shipped letters, and what is said.
LETTERS = Offers.from_toml((state.EXAMPLES / "offers" / "new_msw_three_letters.toml").read_bytes())
KEPT_OUT: dict[str, tuple[Mapping[str, Any], str]] = {
    "no_pay": (
        {"offers.0.work.pay.salary_per_year": 0.0},
        "**Salary** is not stated, so this offer is not compared yet.",
    ),
    "same_name": (
        {"offers.1.label": "Community agency"},
        "Two offers are called “Community agency”, so this one is not compared yet.",
    ),
    "unknown_offer": (
        {"offers.0.after_licence.moves_to": "Nowhere"},
        "**Then moves to** is “Nowhere”, and no offer here has that name.",
    ),
    "incomplete_offer": (
        {
            "offers.0.after_licence.moves_to": "Group practice",
            "offers.1.work.pay.rates_per_session": (0.0,),
        },
        "**Then moves to** is “Group practice”, which is not complete yet.",
    ),
    "supervision_exceeds_work": (
        {"offers.2.supervision_hours_per_week": 60.0},
        "**Supervision** is 60 hours a week, and all other work of this offer comes to",
    ),
    "quota_too_large": (
        {"offers.0.work.pay.quota_sessions_per_week": 70.0},
        "**Quota** is 70 sessions held a week.",
    ),
}


def test_every_refusal_has_a_case() -> None:
    """A kind of refusal that no test provokes is not done."""
    assert {*REFUSED, *KEPT_OUT} == set(refusals.SENTENCES)


@pytest.mark.parametrize(("kind", "case"), KEPT_OUT.items(), ids=KEPT_OUT)
def test_what_keeps_an_offer_out_says_why(kind: str, case: tuple[Mapping[str, Any], str]) -> None:
    """Each reason, provoked by real letters, is a sentence a person can act on."""
    changes, told = case
    letters = LETTERS.with_values(changes)
    problems = [found for every in compare(letters).incomplete.values() for found in every]
    problem = next(found for found in problems if found.kind == kind)
    said = refusals.sentence(problem, letters)
    assert told in said
    check_plain(said)


@pytest.mark.parametrize(("kind", "case"), REFUSED.items(), ids=REFUSED)
def test_a_refusal_says_field_value_rule_and_remedy(
    kind: str, case: tuple[Mapping[str, Any], str]
) -> None:
    """Each kind of refusal, provoked by a real plan, is the sentence a person can act on."""
    changes, told = case
    plan = Scenario.parse({"work": PAID}) if kind == "too_few" else SOLO
    problem = problem_of(plan, changes)
    assert problem.kind == kind
    said = refusals.sentence(problem, plan)
    assert told.replace("\\", "") in said.replace("\\", "")
    check_plain(said)


def check_plain(said: str) -> None:
    """Whole sentences, without a name of ours or a hole in them."""
    assert said.endswith(".")
    assert "{" not in said
    assert "  " not in said
    for stray in ("None", "nan", "inf ", "True", "False", "object"):
        assert stray not in said, said


FAULTS: dict[str, tuple[bytes | str, str]] = {
    "broken": ("title = 'a'\nfee 12", "line 2 is not valid TOML."),
    "too_big": ("#" * 200_001, "it has 200,001 characters, and the most we read is 200,000."),
    "too_full": (
        "title = [" + "[]," * 60_000 + "]",
        "it holds more than 80,000 values or lines, the most we read.",
    ),
    "binary": (b"\xff\xfe\x00", "it is not a text file. Choose the .toml file you saved."),
    "new_format": ("format = 7", "its format 7 is newer than 1, which this version reads."),
    "old_format": ("format = -1", "its format −1 was never in use. The present one is 1."),
    "bad_format": ("format = 1.5", "its format is 1.50, not a number."),
}


def test_every_file_fault_has_a_case() -> None:
    """A kind of fault that no test provokes is not done."""
    assert set(FAULTS) == set(refusals.FILE_FAULTS)


@pytest.mark.parametrize(("kind", "case"), FAULTS.items(), ids=FAULTS)
def test_a_fault_of_a_file_is_one_sentence(kind: str, case: tuple[bytes | str, str]) -> None:
    """Each way a file can be no plan at all is said in words."""
    with pytest.raises(FileFormatError) as fault:
        Scenario.from_toml(case[0])
    assert fault.value.kind == kind
    said = refusals.file_refused(fault.value)
    if kind != "bad_format":
        assert case[1] in said
    check_plain(said)


def test_a_format_with_a_point_is_not_called_no_number() -> None:
    """1.5 is a number: the sentence must say that the format is a whole one."""
    with pytest.raises(FileFormatError) as fault:
        Scenario.from_toml("format = 1.5")
    assert "not a number" not in refusals.file_refused(fault.value)


def test_other_faults_are_said_too() -> None:
    """A year without law, and a fault nobody foresaw."""
    said = refusals.file_refused(UnknownYearError(2031, (2025, 2026)))
    assert "its tax year is 2031, and the years we have are 2025 and 2026." in said
    assert "it could not be read." in refusals.file_refused(OtherChairError())


EMPLOYEE = {"kind": "employee", "pay": {"kind": "salary", "contracted_hours_per_week": 60.0}}
HOURLY = {"kind": "employee", "pay": {"kind": "hourly", "paid_leave_weeks": 20.0}}
REMARKED: dict[str, tuple[Mapping[str, Any], str]] = {
    "no_hours": (
        {
            f"{KIND}.booked_per_week": 0.0,
            "work.time": {
                "administration_hours_per_week": 0.0,
                "marketing_hours_per_week": 0.0,
                "meetings_hours_per_week": 0.0,
                "training_hours_per_year": 0.0,
            },
            "support.consultation_hours_per_week": 0.0,
        },
        "The work takes no hours",
    ),
    "no_worked_weeks": ({"work.time.holiday_weeks": 52.0}, "No week is worked"),
    "no_sessions": ({f"{KIND}.booked_per_week": 0.0}, "No session is booked"),
    "no_money_in": ({f"{KIND}.fee_per_session": 0.0}, "No money comes in"),
    "more_hours_than_a_week": (
        {"work.time.administration_hours_per_week": 168.0},
        "and a week has 168.",
    ),
    "after_hours_exceed_hours": (
        {"work.time.after_hours_per_week": 100.0},
        "**After hours** is 100, more than all hours of the week, 25.",
    ),
    "reuse_exceeds_work": (
        {
            "work.time.waiting_reused_share": 1.0,
            "work.time.administration_hours_per_week": 0.0,
            "work.time.marketing_hours_per_week": 0.0,
            f"{KIND}.notes_minutes_per_session": 0.0,
            f"{KIND}.billing_minutes_per_session": 0.0,
        },
        "more time of lost sessions is put to use",
    ),
    "contracted_hours_not_listed": ({"work": EMPLOYEE}, "The contract is for 60 hours a week"),
    "paid_leave_exceeds_weeks_off": ({"work": HOURLY}, "is longer than the weeks off"),
    "loss": ({f"{KIND}.fee_per_session": 5.0}, "costs more than it brings in"),
    "take_home_negative": (
        {"work.health_premium_per_month": 20_000.0},
        "nothing is left to live on",
    ),
    "other_tax_year": ({"tax_year": 2025}, "This plan is for 2025; it is worked out under the law"),
    "state_tax_not_included": (
        {"household.state": "CA"},
        "**State income tax is not included yet.** California taxes earnings.",
    ),
    "spouse_wages_not_counted": (
        {"household.spouse_wages_per_year": 9e4},
        "count on a joint return only.",
    ),
    "us_tax_in_other_currency": ({"currency": "EUR"}, "on figures in EUR."),
    "interest_exceeds_payments": (
        {"loans.interest_per_year": 900.0},
        "Only interest that is paid lowers tax",
    ),
    "over_the_legal_limit": ({"work.saving.sep_per_year": 9e4}, "The law lets you deduct"),
    "plan_not_open": (
        {"loans": {"kind": "by_plan", "plan": "paye"}},
        "**Plan**: PAYE is not open to you. PAYE is offered only to those who already repay under "
        "it. This rule is uncertain: texts disagree. The payment shown is that of Standard, which "
        "the law gives who picks none. Open to you: Standard, Extended, RAP, IBR (10 %). Choose",
    ),
    "loan_income_before_tax": (
        {"loans": {"kind": "by_plan"}, "household.tax": {"mode": "none"}},
        "Enter the **Income on last return** if you know it.",
    ),
    "pslf_not_employee": (
        {"loans": {"kind": "by_plan", "pslf_employer": "this_work"}},
        "**Public service** is this work, and PSLF takes employees (W-2) only",
    ),
    "pslf_employer": (
        {"loans": {"kind": "by_plan", "pslf_employer": "this_work"}, "work": EMPLOYEE},
        "its employer does not count for PSLF: government, schools and non-profits do.",
    ),
    "pslf_hours": (
        {
            "loans": {"kind": "by_plan", "pslf_employer": "other_job"},
            "household.other_job_hours_per_week": 12.0,
        },
        "that work takes 12 hours a week, and PSLF needs 30.",
    ),
    "pslf_plan": (
        {
            "loans": {"kind": "by_plan", "pslf_employer": "other_job", "plan": "extended"},
            "household.other_job_hours_per_week": 40.0,
        },
        "payments under Extended do not count for PSLF.",
    ),
    "needs_not_stated": (
        {"household.needs_per_month": 0.0},
        "**Needs a month** is not stated, so pay counts as in a typical practice.",
    ),
    "debt_not_stated": ({"loans.payment_per_month": 200.0}, "Enter it as **Owed in all**."),
    "far_above_typical": (
        {f"{KIND}.notes_minutes_per_session": 200.0},
        "**Notes each** is 200; usually it is 5 to 16.",
    ),
}


def test_every_remark_has_a_case() -> None:
    """A kind of remark that no test provokes is not done."""
    assert set(REMARKED) == set(remark_words.SENTENCES)


# Under the law of 2026 state tax is worked out everywhere; that of 2025 is not recorded.
OF_2025 = {"state_tax_not_included"}


@pytest.mark.parametrize(("kind", "case"), REMARKED.items(), ids=REMARKED)
def test_a_remark_says_what_is_odd(kind: str, case: tuple[Mapping[str, Any], str]) -> None:
    """Each kind of remark, provoked by a real plan, names what is odd and is a whole sentence."""
    changes, told = case
    plan = SOLO.with_values(changes)
    year = 2025 if kind in OF_2025 else 2026
    result = evaluate(plan, load_rules(year))
    found = (*result.remarks, *result.load_remarks)
    said = [remark_words.remark(remark, plan) for remark in found if remark.kind == kind]
    assert len(said) == 1, [remark.kind for remark in found]
    assert told in said[0]
    check_plain(said[0])


HOSTILE = "<img src=x onerror=alert(1)> [a](http://b.c) *i* $x$ :red[r] `c` # |~~d~~"
NAME = "<b>B</b> [l](javascript:alert(2)) **s** $y$ :material/home: &amp;"


def hostile() -> Scenario:
    """A plan whose every name tries to be markup."""
    return SOLO.with_values(
        {
            "title": HOSTILE,
            "description": HOSTILE,
            "work.session_kinds": (
                {"payer": "private", "label": HOSTILE, "booked_per_week": 10.0},
                {"payer": "private", "label": NAME, "booked_per_week": 5.0},
            ),
            "costs.0.label": NAME,
            "costs.1.label": HOSTILE,
        }
    )


MARKUP = ("](", "<img", "<b>", "$x$", "$y$", ":red[", ":material", "**s**", "*i*", "`c`")


def unescaped(text: str) -> list[str]:
    """Markup in what Markdown will read, once what is escaped is gone."""
    left = text
    for sign in "\\`*_{}[]<>#|~$:":
        left = left.replace("\\" + sign, "")
    return [sign for sign in MARKUP if sign in left]


def test_typed_names_are_escaped_in_tables() -> None:
    """A name is plain text in every statement, list and table that Markdown is read in."""
    plan = hostile()
    result = evaluate(plan, load_rules(2026))
    frames = [statement_rows(line, 3).frame for line in (result.breakdown, result.left_over)]
    frames += [listings.costs_table(plan.costs, plan.currency).frame]
    frames += [listings.assumptions_table(result).frame]
    for frame in frames:
        for text in frame.iloc[:, 0]:
            assert unescaped(text) == []


def test_typed_names_are_escaped_in_charts() -> None:
    """Plotly reads a little HTML: a name reaches it escaped, in labels and in hovers."""
    result = evaluate(hostile(), load_rules(2026))
    drawn = [
        charts.staircase(result.staircase, LIGHT),
        charts.week(result.hours, 46.0, LIGHT),
        charts.dollar(result.costs, LIGHT),
    ]
    for chart in filter(None, drawn):
        figure = chart.figure
        for text in [*figure["layout"]["yaxis"]["ticktext"], *figure["data"][0]["hovertext"]]:
            assert not set("<>") & set(text.replace("<br>", ""))


def test_typed_names_are_escaped_on_the_page(open_app: Open) -> None:
    """Every expander and text of the page, every group and drawer open, holds names escaped."""
    app = open_app("Your hour", hostile())
    for group in ("clients", "time", "costs", "assumptions"):
        app.session_state[f"group {group}"] = True
    app.run()
    for how in [None, *[b.key for b in app.button if b.label.startswith(":blue[How")]]:
        if how:
            app.button(key=how).click().run()
        assert not app.exception
        for text in [*app.markdown, *app.warning, *app.title]:
            if "B</b>" in text.value or "onerror" in text.value:
                assert unescaped(text.value.replace(":small[:gray[", "").replace("]]", "")) == []
        for group in app.expander:
            assert unescaped(group.label.replace("**", "")) == []


def test_escape_leaves_nothing_for_markdown() -> None:
    """Every sign that Markdown or Streamlit reads is taken literally."""
    assert unescaped(words.escape(HOSTILE + NAME)) == []


def test_typed_names_are_plain_text_in_a_browser(page: Page) -> None:
    """A hostile plan, opened from a file, is read as typed: no tag, no link, no alert."""
    page.on("dialog", lambda _: pytest.fail("a name was run as a script"))
    page.get_by_role("button", name="Plan", exact=True).click()
    page.get_by_role("menuitem", name="Open a file").click()
    raw = hostile().to_toml().encode()
    box = page.locator("input[type=file]")
    box.set_input_files({"name": "h.toml", "mimeType": "application/toml", "buffer": raw})
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="My practice").click()
    expect(page.get_by_text("Your practice")).to_be_visible()
    unfold(page, "Clients", "Costs", "Assumptions used")
    expect(page.get_by_role("cell", name="<b>B</b> [l](javascript").first).to_be_visible()
    check_no_markup(page)
    page.get_by_role("button", name="How this wage?").click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("table")).to_be_visible()
    still(page)
    drawer.locator("summary", has_text="Session fees").click()
    expect(drawer.get_by_text(HOSTILE[:28]).first).to_be_visible()
    settled(page)
    check_no_markup(page)


def check_no_markup(page: Page) -> None:
    """Nothing a name could have made is in the page."""
    for made in ("img[src=x]", "a[href^=javascript]", ".katex", "del"):
        expect(page.locator(made)).to_have_count(0)


def test_an_address_in_a_name_is_no_link(open_app: Open) -> None:
    """Streamlit makes links of bare addresses: a name must not bring one into the page."""
    app = open_app("Your hour", SOLO.with_values({"costs.0.label": "http://b.c www.b.c a@b.c"}))
    app.button(key="how How this take-home?").click().run()
    told = [text.value for text in app.markdown if "b.c" in text.value]
    assert told
    for text in told:
        assert not any(sign in text.replace("\\", "") for sign in ("http://", "www.b", "a@b.c"))
