"""Every refusal once: of a value and of an offer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pytest

from calc import Scenario
from calc.errors import Problem
from calc.offers import compare
from tests.ui.telling.refused_ahead import MORE, REFUSED_AHEAD
from tests.ui.telling.refused_saving import BENCHMARK, COVERED, NO_ELECTION, NO_RATE, ROOM
from tests.ui.telling.shipped import KIND, LETTERS, SOLO, check_plain, problem_of
from ui.telling import refusals

PAID = {"kind": "employee", "pay": {"kind": "per_session"}, "session_kinds": [{"payer": "private"}]}
PAID["session_kinds"] *= 3

REFUSED: dict[str, tuple[Mapping[str, Any], str]] = {
    "too_large": (
        {f"{KIND}.booked_per_week": 220.0},
        "**Sessions scheduled a week** is 220. The most we model is 80, because a week has 168 "
        "hours. If you meant a month, enter 51.",
    ),
    "too_small": (
        {f"{KIND}.fee_per_session": -5.0},
        "**Fee per session** is −\u2060\\$5.00. The least that makes sense is \\$0. "
        "Enter at least that.",
    ),
    "not_a_number": (
        {f"{KIND}.fee_per_session": float("nan")},
        "**Fee per session** is empty or not a number. Enter a plain number, such as 12 or 12.5.",
    ),
    "too_many_dependents": (
        {
            "household.children_under_17": 9,
            "household.older_children": 6,
            "household.other_dependents": 6,
        },
        "Children and other dependants are 21 in all; we model 20 at most. Lower one.",
    ),
    "city_elsewhere": (
        {"household.city": "columbus"},
        "**City** is “Columbus”, which is not in “Texas”. Choose a city of that state, or none.",
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
        "Correct the day of the loan, or use the rules of that day or a later one.",
    ),
    "no_rules_on_day": (
        {"loans": {"kind": "by_plan", "as_of": date(2026, 1, 1)}},
        "The day whose loan rules are used is 1 January 2026, and the first we have hold from "
        "1 July 2026. Choose that day or a later one.",
    ),
    "needs_joint_return": (
        {"household.spouse_profit_per_year": 50_000.0},
        "**Spouse's own profit a year** is \\$50,000, and counts on a joint return only. "
        "File jointly, or set it to 0 first.",
    ),
    "not_supported": (
        {"household.filing_status": "separate"},
        "Choose **Married, filing jointly**; Loans then says what filing apart costs in tax and "
        "saves of payments.",
    ),
    **REFUSED_AHEAD,
}


# What keeps an offer from being compared: changes of the shipped letters, and what is said.
KEPT_OUT: dict[str, tuple[Mapping[str, Any], str]] = {
    "no_pay": (
        {"offers.0.work.pay.salary_per_year": 0.0},
        "**Salary** is not stated, so this offer is not compared yet.",
    ),
    "no_sessions": (
        {
            "offers.0.work.session_kinds": ({"payer": "private"},),
            "offers.0.work.pay.quota_sessions_per_week": 22.0,
        },
        "so this offer is not compared yet. Enter how many sessions are booked. To hold its quota "
        "it takes about 24.",
    ),
    "same_name": (
        {"offers.1.label": "Community agency"},
        "Two offers are called “Community agency”, so this one is not compared yet.",
    ),
    "unknown_offer": (
        {"offers.0.after_licence.moves_to": "Nowhere"},
        "**After the licence** you go on to “Nowhere”, and no offer here is called so.",
    ),
    "incomplete_offer": (
        {
            "offers.0.after_licence.moves_to": "Group practice",
            "offers.1.work.pay.rates_per_session": (0.0,),
        },
        "**After the licence** you go on to “Group practice”, which is not complete yet.",
    ),
    "supervision_exceeds_work": (
        {"offers.2.supervision_hours_per_week": 60.0},
        "**Supervision** is 60 hours a week, and all other work of this offer comes to",
    ),
    "quota_too_large": (
        {"offers.0.work.pay.quota_sessions_per_week": 70.0},
        "**Sessions held a week you must reach**: 70.",
    ),
}


LITTLE = Problem("offers.0.work.pay.salary_per_year", "unlikely_little", 58.0, 58_000.0)
ASKED = Problem(f"{KIND}.fee_per_session", "unlikely", 1e9, 2000.0)
LOW = Problem(f"{KIND}.fee_per_session", "unlikely_low", 1.75, 7.25)


def test_every_refusal_has_a_case() -> None:
    """A kind of refusal that no test provokes is not done."""
    told = {ASKED.kind, LITTLE.kind, MORE.kind, LOW.kind, ROOM.kind, BENCHMARK.kind, COVERED.kind}
    told |= {NO_ELECTION.kind, NO_RATE.kind}
    assert {*REFUSED, *KEPT_OUT, *told} == set(refusals.SENTENCES)


def test_a_number_that_is_asked_about_is_named_with_its_bound() -> None:
    """The number, from where on we ask, and a button that names the number again."""
    said = refusals.sentence(ASKED, SOLO)
    assert "is $1,000,000,000, which does not count yet" in said
    assert "more than $2,000," in said
    assert refusals.yes_it_is(ASKED, SOLO) == "It is \\$1,000,000,000"


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


FEE = f"{KIND}.fee_per_session"
LOANS = SOLO.with_values({"loans": {"kind": "by_plan"}})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {f"{KIND}.booked_per_week": 400.0},
            "**Sessions scheduled a week** is 400. The most we model is 80, because a week has "
            "168 hours. Check for a digit too many.",
        ),
        (
            {f"{KIND}.missed_share": 1.5},
            "**No-shows** is 150\u00a0%. The most we model is 100\u00a0%, because it is a part of "
            "a whole. Enter a part of 100.",
        ),
        (
            {"household.tax.local_rate": 0.2000001},
            "**Local income tax** is 20.00001\u00a0%. The most we model is 20\u00a0%. Check for a "
            "digit too many.",
        ),
        (
            {FEE: 1e9 + 0.25},
            "**Fee per session** is 1000000000.25. The most we model is \\$1,000,000,000. Check "
            "for a digit too many.",
        ),
        (
            {FEE: 1e20},
            "**Fee per session** is too large to write. The most we model is \\$1,000,000,000. "
            "Check for a digit too many.",
        ),
        (
            {"tax_year": 10**20},
            "**Tax year** is too large to write. The most we model is 2,200. Check for a digit too "
            "many.",
        ),
        (
            {FEE: True},
            "**Fee per session** is yes. It must be a number, without quotes.",
        ),
        (
            {FEE: None},
            "**Fee per session** is not usable. It must be a number, without quotes.",
        ),
        ({"title": 5}, "**Title** is 5. It must be text in quotes."),
    ],
)
def test_a_value_is_written_so_that_it_can_be_found(changes: Mapping[str, Any], told: str) -> None:
    """In its unit, with the decimals that break the rule, in words where it cannot be written."""
    said = refusals.sentence(problem_of(SOLO, changes), SOLO)
    assert said.replace("\\", "") == told.replace("\\", "")


def test_the_months_certified_have_a_reason_of_their_own() -> None:
    """The last payment that counts ends the loan."""
    found = problem_of(LOANS, {"loans.pslf_months_certified": 999})
    assert refusals.sentence(found, LOANS).endswith(
        "is 999. The most we model is 120, because the last of them ends the loan. Enter 120 if "
        "all of them are certified."
    )


def test_a_typed_value_is_said_to_be_kept() -> None:
    """A figure, a day, and a row too many, which is not kept."""
    fee = problem_of(SOLO, {FEE: -5.0})
    assert refusals.refused_value(FEE, fee, SOLO).endswith(
        "Enter at least that. Your figure is kept below until you change it."
    )
    day = problem_of(LOANS, {"loans.as_of": date(2026, 1, 1)})
    assert refusals.refused_value("loans.as_of", day, LOANS).endswith(
        "Choose that day or a later one. The day you entered is kept below until you change it."
    )
    rows = problem_of(SOLO, {"work.session_kinds": ({"payer": "private"},) * 21})
    assert refusals.refused_value("work.session_kinds", rows, SOLO) == (
        "**Kinds of session** has more rows than we model, 20. Join some of them."
    )


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("virtual.missed", "**No-shows and late cancellations** is 150\u00a0%."),
        ("virtual.weeks_off", "**Weeks off a year** is 1.50."),
        ("virtual.offers.1.weeks_off", "**Weeks off a year** is 1.50."),
        ("virtual.costs", "**Costs a month** is $1.50."),
        ("virtual.board.TX.total_hours", "**Hours in all** is 1.5."),
        ("work.tea_per_week", "**tea_per_week** is 1.50."),
    ],
)
def test_a_field_that_is_no_field_of_the_plan_has_a_title(path: str, told: str) -> None:
    """A total of rows, and a figure of a board; else its name stands for itself."""
    found = refusals.sentence(Problem(path, "too_large", 1.5, 1.0), SOLO)
    assert found.replace("\\", "").startswith(told)


@pytest.mark.parametrize("work", [{"pay": {"kind": "split", "share": 0.5}}, {"pay": None}])
def test_a_fee_is_missed_by_its_title_where_there_is_no_session(work: Mapping[str, Any]) -> None:
    """An offer without a kind of session is told which fee it lacks."""
    kind = "contractor" if work["pay"] else "own_practice"
    own = {"kind": kind, **{name: value for name, value in work.items() if value}}
    letters = LETTERS.with_values({"offers.1.work": {**own, "session_kinds": ()}})
    said = [refusals.sentence(found, letters) for found in compare(letters).incomplete[1]]
    assert said == [
        "**Fee per session** is not stated, so this offer is not compared yet. Enter what the "
        "letter says."
    ]
