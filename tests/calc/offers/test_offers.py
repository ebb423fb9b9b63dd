"""Offers beside each other: order, what is left out, what differs, what the letter does not say."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from calc import evaluate, load_rules
from calc.errors import ScenarioError
from calc.offers import (
    band,
    benefits_of,
    booked_for_quota,
    compare,
    counter_offer,
    equal_pay,
    faults,
    level_by,
    net_per_paycheck,
)
from calc.offers.compare import Comparison
from calc.offers.horizon import YEARS, _weekly, discounted
from calc.offers.unsaid import read
from calc.questions.solve import OutOfReach, Reached, Target
from calc.scenario import UNSAID, Offers

FILES = sorted((Path(__file__).parents[3] / "scenarios" / "offers").glob("*.toml"))
KIND = {
    "payer": "private",
    "booked_per_week": 20,
    "minutes_per_session": 50,
    "notes_minutes_per_session": 10,
    "fee_per_session": 120,
    "late_cancelled_share": 0.05,
    "missed_share": 0.05,
}
PAYS: dict[str, dict[str, Any]] = {
    "salary": {"kind": "salary", "salary_per_year": 60_000, "quota_sessions_per_week": 15},
    "hourly": {"kind": "hourly", "rate_per_hour": 30, "paid_buckets": ["sessions"]},
    "per_session": {"kind": "per_session", "rates_per_session": [60]},
    "split": {"kind": "split", "share": 0.5},
}

NEVER_HELD = {**KIND, "missed_share": 1, "late_cancelled_share": 0}


def offer(
    pay: str = "salary", label: str = "", kind: str = "employee", **more: Any
) -> dict[str, Any]:
    """One offer of a kind of pay; `work` and `letter` are added to what it has."""
    work = {"kind": kind, "session_kinds": [KIND], **more.pop("work", {})}
    if kind != "own_practice":
        work = {"pay": PAYS[pay], **work}
    return {"label": label or pay, "work": work, **more}


def offers(*rows: dict[str, Any], **person: Any) -> Offers:
    """A file of offers for a person in Texas."""
    return Offers.parse({"offers": list(rows), **person})


def compared(*rows: dict[str, Any], **person: Any) -> Comparison:
    """The same, compared."""
    return compare(offers(*rows, **person))


IDLE = ("administration_hours_per_week", "marketing_hours_per_week", "training_hours_per_year")
# A board that asks for nothing: the licence comes on the first day.
AT_ONCE = {
    "typed": [
        {
            "state": "TX",
            "family": "counselor",
            "total_hours": 0,
            "direct_hours": 0,
            "supervision_hours": 0,
            "least_months": 0,
        }
    ]
}
EVERY = (*(offer(pay) for pay in PAYS), offer(label="own", kind="own_practice"))


def test_each_offer_is_evaluated_like_anyones_plan() -> None:
    """The figures are those of the plan of a year, to the bit."""
    file = offers(*EVERY)
    for found, row in zip(compare(file).compared, file.offers, strict=True):
        alone = evaluate(file.scenario_of(row), load_rules(2026))
        assert found.result.wage.amount == alone.wage.amount
        assert found.result.take_home.amount == alone.take_home.amount


def test_nothing_to_compare() -> None:
    """A file without offers has no order and nothing that differs."""
    found = compare(Offers())
    assert found.compared == ()
    assert found.ranked() == ()
    assert found.differing() == {}


@pytest.mark.parametrize("goal", ["wage", "wage_after_loans", "take_home", "package", "value"])
def test_most_comes_first(goal: Any) -> None:
    """For money, in every order of the file."""
    for rows in (EVERY, EVERY[::-1]):
        found = compared(*rows, goal=goal)
        figures = [each.figure(goal, 5) for each in found.ranked()]
        assert figures == sorted(figures, reverse=True)
    assert {each.label for each in found.ranked()} == {"own", *PAYS}


@pytest.mark.parametrize("goal", ["load", "licence"])
def test_least_comes_first(goal: Any) -> None:
    """For load, and for months to a licence."""
    person = {"licence": {"typed": [{"state": "TX", "family": "counselor", "total_hours": 3_000}]}}
    found = compared(*EVERY, goal=goal, **person)
    figures = [each.figure(goal, 5) for each in found.ranked()]
    assert figures == sorted(figures)


def test_an_offer_that_never_leads_to_a_licence_comes_last() -> None:
    """No client hours, no licence: said by months that are not there."""
    nobody = offer(label="none", work={"session_kinds": [{**KIND, "booked_per_week": 0}]})
    found = compared(nobody, offer(), goal="licence")
    last = found.ranked()[-1]
    assert last.label == "none"
    assert last.licence.months is None
    assert last.figure("licence", 5) == np.inf
    assert last.ahead.licensed_after_weeks is None


def test_a_figure_that_is_missing_comes_last() -> None:
    """An offer without any hours has no wage."""
    time = dict.fromkeys(
        ("administration_hours_per_week", "marketing_hours_per_week", "training_hours_per_year"), 0
    )
    idle = offer(
        label="idle",
        supervision_hours_per_week=0,
        work={"session_kinds": [{**KIND, "booked_per_week": 0}], "time": time},
    )
    quiet = {"support": {"consultation_hours_per_week": 0}}
    found = compared(idle, offer("hourly"), **quiet)
    assert [each.label for each in found.ranked("wage")] == ["hourly", "idle"]


@pytest.mark.parametrize(
    ("row", "kind", "path"),
    [
        ({"label": "x"}, "no_pay", "work.pay.salary_per_year"),
        (offer(work={"pay": {"kind": "hourly"}}), "no_pay", "work.pay.rate_per_hour"),
        (
            offer(work={"pay": {"kind": "per_session", "rates_per_session": [0]}}),
            "no_pay",
            "work.pay.rates_per_session",
        ),
        (
            offer(kind="own_practice", work={"session_kinds": [{**KIND, "fee_per_session": 0}]}),
            "no_pay",
            "work.session_kinds.0.fee_per_session",
        ),
        (
            offer("split", work={"session_kinds": [{"payer": "private"}]}),
            "no_pay",
            "work.session_kinds.0.fee_per_session",
        ),
        (
            offer(after_licence={"moves_to": "nowhere"}),
            "unknown_offer",
            "after_licence.moves_to",
        ),
        (
            offer("split", supervision_hours_per_week=60),
            "supervision_exceeds_work",
            "supervision_hours_per_week",
        ),
        (
            offer(work={"pay": {**PAYS["salary"], "quota_sessions_per_week": 75}}),
            "quota_too_large",
            "work.pay.quota_sessions_per_week",
        ),
        (
            offer(work={"session_kinds": [NEVER_HELD]}),
            "quota_too_large",
            "work.pay.quota_sessions_per_week",
        ),
    ],
)
def test_an_incomplete_offer_is_kept_and_the_others_compare(
    row: dict[str, Any], kind: str, path: str
) -> None:
    """What stands against it is told with its field; the next offer is compared all the same."""
    found = compared(row, offer("hourly", "other"))
    assert [each.label for each in found.compared] == ["other"]
    (problem,) = found.incomplete[0]
    assert (problem.kind, problem.path) == (kind, f"offers.0.{path}")


def test_a_name_twice() -> None:
    """The second of two offers of one name waits for another name."""
    found = compared(offer(label="A"), offer("hourly", "A"))
    assert list(found.incomplete) == [1]
    assert [problem.kind for problem in found.incomplete[1]] == ["same_name"]


def test_a_next_place_that_is_not_complete() -> None:
    """An offer that goes on to one without pay waits for it."""
    found = compared(offer(after_licence={"moves_to": "x"}), {"label": "x"})
    assert [problem.kind for problem in found.incomplete[0]] == ["incomplete_offer"]
    assert [problem.kind for problem in found.incomplete[1]] == ["no_pay"]


def test_a_group_meets_for_its_quota() -> None:
    """A group is held though most members stay away, so its quota can be met."""
    group = {**KIND, "clients_per_session": 8, "missed_share": 0.8, "late_cancelled_share": 0}
    asked = {**PAYS["salary"], "quota_sessions_per_week": 20}
    assert faults(offers(offer(work={"session_kinds": [group], "pay": asked})), 0) == ()


def test_where_nothing_is_known_of_a_licence() -> None:
    """No figure of the board: neither soon nor never, and last in that order."""
    unread = {"household": {"state": "AL"}, "licence": {"family": "psychologist"}}
    found = compared(offer(), offer("hourly", state="TX"), goal="licence", **unread)
    assert np.isnan(found.compared[0].figure("licence", 5))
    assert found.compared[0].ahead.licensed_after_weeks is None


def test_a_raise_beyond_all_money() -> None:
    """Pay is never more than the most a field holds."""
    pay = {"kind": "salary", "salary_per_year": 5e8}
    row = offer(work={"pay": pay}, after_licence={"raise_share": 5.0})
    (found,) = compared(row, licence=AT_ONCE, household={"tax": {"mode": "none"}}).compared
    assert found.ahead.by_year()[0] == pytest.approx(1e9, rel=1e-3)


def test_another_currency() -> None:
    """What is known in dollars only is not used in yen; pay is looked for far enough."""
    rate = {"kind": "per_session", "rates_per_session": [6_000]}
    silent = {"unsaid": ["supervision", "health_cover", "notes", "attendance"]}
    row = offer(label="yen", work={"pay": rate}, letter=silent)
    (found,) = compared(row, currency="JPY", household={"tax": {"mode": "none"}}).compared
    assert found.band is not None
    assert [reading.term for reading in found.band.readings] == ["attendance"]
    assert found.benefits.parts[-1].key != "benefits.supervision"
    wage = float(found.result.wage.amount)
    asks = {ask.term: ask for ask in counter_offer(found, Target("wage", 1.5 * wage))}
    assert asks["pay"].reached
    assert asks["pay"].ask == pytest.approx(9_000, rel=0.01)


def test_a_salary_may_hold_more_supervision_than_sessions() -> None:
    """Contracted hours count as work too."""
    row = offer(supervision_hours_per_week=30)
    assert faults(offers(row), 0) == ()


def test_booked_for_a_quota() -> None:
    """90 % are held, so 18 kept need 20 booked; no quota needs none."""
    found = offers(
        offer(work={"pay": {**PAYS["salary"], "quota_sessions_per_week": 18}}), EVERY[-1]
    )
    assert booked_for_quota(found.offers[0].work) == pytest.approx(20.0)
    assert booked_for_quota(found.offers[1].work) == 0.0


def test_only_what_differs() -> None:
    """Two offers that differ in the rate alone differ in the pay alone."""
    higher = offer("hourly", "B", work={"pay": {**PAYS["hourly"], "rate_per_hour": 31}})
    assert list(compared(offer("hourly", "A"), higher).differing()) == ["pay"]
    assert compared(offer("hourly", "A"), offer("hourly", "B")).differing() == {}


def test_terms_of_every_kind_of_pay() -> None:
    """What is paid, and on whom a lost session falls."""
    rated = {**PAYS["per_session"], "lost_sessions_paid_share": 0.5}
    rated |= {"administration_rate_per_hour": 18, "administration_rate_buckets": ["notes"]}
    waiting = {**PAYS["hourly"], "paid_buckets": ["sessions", "waiting"]}
    uncharged = {**KIND, "late_cancelled_charged_share": 0, "missed_charged_share": 0}
    rows = (
        *EVERY,
        offer(label="rated", work={"pay": rated}),
    )
    terms = {each.label: each.terms for each in compared(*rows[:5]).compared}
    assert [terms[name]["notes"] for name in ("salary", "hourly", "per_session", "split")] == [
        "paid",
        "unpaid",
        "unpaid",
        "unpaid",
    ]
    assert terms["salary"]["lost_sessions"] == "on_them"
    assert terms["hourly"]["lost_sessions"] == "on_you"
    assert terms["per_session"]["lost_sessions"] == "on_you"
    assert terms["own"]["lost_sessions"] == "shared"
    assert terms["own"]["employer"] == ""
    more = compared(
        offer(label="rated", work={"pay": rated}),
        offer(label="waits", work={"pay": waiting}),
        offer("split", work={"session_kinds": [uncharged]}),
    ).compared
    assert more[0].terms["notes"] == "paid"
    assert more[0].terms["meetings"] == "unpaid"
    assert more[0].terms["lost_sessions"] == "shared"
    assert more[1].terms["lost_sessions"] == "on_them"
    assert more[2].terms["lost_sessions"] == "on_you"


def test_ten_even_years() -> None:
    """Without ramp, licence or raise each year leaves the take-home of the plan."""
    (found,) = compared(offer(), licence={"licensed": True}, discount_rate_per_year=0).compared
    take_home = float(found.result.take_home.amount)
    assert found.ahead.by_year() == pytest.approx([take_home] * YEARS, abs=1e-6)
    assert found.ahead.paid(3) == pytest.approx(3 * take_home)
    assert found.ahead.worth(3) == pytest.approx(3 * take_home)


def test_discounting_by_the_week() -> None:
    """One dollar a week from now, and a year from now, at 4 %."""
    worth = discounted(np.ones(52), 0.04)
    assert worth[0] == pytest.approx(1.04 ** (-1 / 52))
    assert worth[-1] == pytest.approx(1 / 1.04)


def test_a_raise_with_the_licence() -> None:
    """From the week of the licence on: half of a year before it, half after it, at full tax."""
    typed = [{"state": "TX", "family": "counselor", "least_months": 6}]
    person = {"licence": {"typed": typed}, "discount_rate_per_year": 0}
    row = offer("hourly", supervision_hours_per_week=0, after_licence={"raise_share": 0.2})
    (found,) = compared(row, **person).compared
    pay = {**PAYS["hourly"], "rate_per_hour": 36}
    (after,) = compared(offer(work={"pay": pay}, supervision_hours_per_week=0)).compared
    weeks = found.licence.weeks
    assert weeks is not None
    before, later = found.result.take_home.amount, after.result.take_home.amount
    first = (float(before) * weeks + float(later) * (52 - weeks)) / 52
    if weeks <= 52:
        assert found.ahead.by_year()[0] == pytest.approx(first)
    assert found.ahead.by_year()[-1] == pytest.approx(float(later))


@pytest.mark.parametrize("pay", [*PAYS, "own"])
def test_a_raise_is_more_of_the_same_pay(pay: str) -> None:
    """For each kind of pay; a split of the whole cannot be raised."""
    row = offer(pay, kind="own_practice" if pay == "own" else "employee")
    row |= {"after_licence": {"raise_share": 0.1}, "supervision_hours_per_week": 0}
    (found,) = compared(row, licence=AT_ONCE).compared
    assert found.ahead.by_year()[0] > 1.03 * float(found.result.take_home.amount)


def test_who_is_licensed_stays_as_the_offer_says() -> None:
    """No raise of a licence that is there already, and supervision as it is stated."""
    row = offer(after_licence={"raise_share": 0.5}, supervision_price_per_hour=100)
    (found,) = compared(row, licence={"licensed": True}).compared
    years = found.ahead.by_year()
    assert years == pytest.approx([float(found.result.take_home.amount)] * YEARS)


def test_a_move_at_half_a_year_pays_half_a_year_there() -> None:
    """Without tax: $50 a session for 26 weeks, then $100: 21,600 + 43,200 by hand."""
    even = {**KIND, "booked_per_week": 20, "missed_share": 0.05, "late_cancelled_share": 0.05}
    time = {"holiday_weeks": 4, "sickness_weeks": 0, "training_weeks": 0}

    def paid(rate: float, label: str, **more: Any) -> dict[str, Any]:
        pay = {"kind": "per_session", "rates_per_session": [rate]}
        work = {"pay": pay, "session_kinds": [even], "time": time}
        return offer(label=label, work=work, supervision_hours_per_week=0, **more)

    rows = dict.fromkeys(("total_hours", "direct_hours", "supervision_hours"), 0)
    typed = [{"state": "TX", "family": "counselor", "least_months": 6, **rows}]
    found = compared(
        paid(50, "first", after_licence={"moves_to": "next"}, letter={"repaid_on_leaving": 700}),
        paid(100, "next"),
        household={"tax": {"mode": "none"}},
        support={"consultation_hours_per_week": 0},
        licence={"typed": typed},
    )
    # 20 x 48 x 0.9 = 864 sessions a year; left within its year, 700 are paid back.
    years = found.compared[0].ahead.by_year()
    assert years[0] == pytest.approx(864 * 50 / 2 + 864 * 100 / 2 - 700)
    assert years[1] == pytest.approx(864 * 100)


def test_a_bonus_is_earned_over_its_years() -> None:
    """10,000 over two years beside 50,000: 55,000 twice, then 50,000; without tax."""
    pay = {"kind": "salary", "salary_per_year": 50_000}
    benefits = {"sign_on_bonus": 10_000, "sign_on_years": 2}
    row = offer(work={"pay": pay, "benefits": benefits}, supervision_hours_per_week=0)
    free = {"support": {"consultation_hours_per_week": 0}, "household": {"tax": {"mode": "none"}}}
    (found,) = compared(row, licence={"licensed": True}, **free).compared
    years = found.ahead.by_year()
    assert list(years[:3]) == pytest.approx([55_000, 55_000, 50_000])
    assert found.ahead.paid(10) == pytest.approx(510_000)


def test_moving_on_to_a_practice() -> None:
    """After the licence the pay is that of the other offer, from its ramp on."""
    moves = offer("hourly", "first", after_licence={"moves_to": "own"})
    ramp = {"sessions_added_per_week": 1, "credentialing_weeks": 4}
    own = offer(label="own", kind="own_practice", supervision_hours_per_week=0, ramp=ramp)
    first, practice = compared(moves, own, licence=AT_ONCE).compared
    years = first.ahead.by_year()
    assert years[0] < years[1]
    assert years[5] == pytest.approx(float(practice.result.take_home.amount))
    itself = offer("hourly", "first", after_licence={"moves_to": "first"})
    (stays,) = compared(itself, licence=AT_ONCE).compared
    assert stays.ahead.by_year()[5] == pytest.approx(float(stays.result.take_home.amount), rel=0.05)


def test_a_salary_without_sessions_has_no_ramp() -> None:
    """Nothing to fill, so nothing is waited for."""
    row = offer(
        work={"session_kinds": [{**KIND, "booked_per_week": 0}]}, ramp={"credentialing_weeks": 10}
    )
    (found,) = compared(row, licence={"licensed": True}).compared
    assert found.ahead.by_year()[0] == pytest.approx(found.ahead.by_year()[5])


def test_benefits_line_by_line() -> None:
    """Each at its own worth; supervision provided at the price of an hour bought."""
    benefits = {
        "retirement_match_per_year": 1_500,
        "stipends_per_year": 400,
        "sign_on_bonus": 3_000,
        "sign_on_years": 2,
        "loan_award_per_year": 5_000,
        "loan_award_taxable": True,
        "in_kind": [{"label": "Premium", "worth_per_year": 6_000}],
    }
    row = offer(work={"benefits": benefits, "time": {"holiday_weeks": 4, "sickness_weeks": 1}})
    found = compared(row, offer("hourly", work={"pay": {**PAYS["hourly"], "paid_leave_weeks": 2}}))
    lines = {line.key: float(line.amount) for line in found.compared[0].benefits.parts}
    weeks = float(found.compared[0].result.year.worked_weeks.amount)
    price = found.rules["typical.supervision_price_per_hour"].number
    off = 52 - weeks
    assert lines == pytest.approx(
        {
            "money_in.stipends": 400,
            "money_in.sign_on": 1_500,
            "money_in.match": 1_500,
            "money_in.award": 5_000,
            "benefits.leave": 60_000 / 52 * off,
            "benefits.in_kind.0": 6_000,
            "benefits.supervision": weeks * price,
        }
    )
    leave = found.compared[1].benefits.find("benefits.leave").amount
    assert leave == pytest.approx(2 * 40 * 30)
    # The award and the bonus, with their tax, come apart from the paycheck.
    net = net_per_paycheck(found.compared[0].result, 24)
    assert net is not None
    # Social tax 60,400 x 7.65 %; income tax 1,240 + (60,400 - 16,100 - 12,400) x 12 %.
    withheld = 60_400 * 0.0765 + 1_240 + (60_400 - 16_100 - 12_400) * 0.12
    assert net.amount == pytest.approx((60_400 - withheld) / 24)


def test_a_credit_is_not_in_the_paycheck() -> None:
    """What is paid out with the tax return is not withheld from pay the other way round."""
    home = {"filing_status": "head_of_household", "children_under_17": 2}
    pay = {"kind": "salary", "salary_per_year": 24_000}
    own_cover = {"health_premium_per_month": 300, "premium_before_tax": False}
    (found,) = compared(offer(work={"pay": pay, **own_cover}), household=home).compared
    assert found.result.taxes.amount < 0.0
    assert found.paycheck is not None
    assert found.paycheck.amount == pytest.approx((24_000 - 24_000 * 0.0765) / 26)


def test_no_more_is_saved_from_a_paycheck_than_is_in_it() -> None:
    """A 401(k) above the pay takes what the payroll taxes leave of 24,000, and no more."""
    pay = {"kind": "salary", "salary_per_year": 24_000}
    saved = {"saving": {"deferral_401k_per_year": 30_000}}
    (found,) = compared(offer(work={"pay": pay, **saved})).compared
    assert found.paycheck is not None
    assert found.paycheck.amount == pytest.approx(0.0, abs=1e-9)


def test_a_sign_on_bonus_is_earned_whole_though_a_phase_ends_within_a_year() -> None:
    """6,000 over a year and a half, earned within 78 weeks: all of it, no tax being taken."""
    paid = {}
    for bonus in (0, 6_000):
        benefits = {"sign_on_bonus": bonus, "sign_on_years": 1.5}
        row = offer(work={"benefits": benefits})
        (found,) = compared(row, household={"tax": {"mode": "none"}}).compared
        plan = found.result.scenario
        paid[bonus] = _weekly(plan, np.ones(78), 0.0, load_rules(2026)).sum()
    assert paid[6_000] - paid[0] == pytest.approx(6_000)


def test_a_practice_of_ones_own_provides_nothing() -> None:
    """What one does not pay for is not provided either."""
    (found,) = compared(EVERY[-1]).compared
    assert benefits_of(found.result).amount == 0.0
    assert found.paycheck is None


@pytest.mark.parametrize("row", EVERY, ids=lambda row: row["label"])
@pytest.mark.parametrize("term", UNSAID)
def test_a_silent_term_is_read_both_ways(row: dict[str, Any], term: Any) -> None:
    """The band spans both readings and the plan's own; a term that means nothing has none."""
    silent = {**row, "letter": {"unsaid": [term]}}
    (found,) = compared(silent).compared
    wages = sorted(
        float(evaluate(read(found.result.scenario, term, better=way), load_rules(2026)).wage.amount)
        for way in (False, True, None)
    )
    assert found.result.wage.amount in wages
    if wages[0] == wages[2]:
        assert found.band is None
    else:
        assert found.band is not None
        assert (found.band.low, found.band.high) == pytest.approx((wages[0], wages[2]))
        (reading,) = found.band.readings
        assert (reading.term, reading.worse, reading.better) == (term, wages[0], wages[2])


def test_a_dear_price_of_ones_own_is_in_the_band() -> None:
    """Supervision at $300 an hour is dearer than the typical price: the band reaches down to it."""
    row = offer("per_session", supervision_hours_per_week=1.0, supervision_price_per_hour=300.0)
    (found,) = compared({**row, "letter": {"unsaid": ["supervision"]}}).compared
    assert found.band is not None
    assert found.band.low == found.result.wage.amount < found.band.high


def test_silent_terms_together() -> None:
    """The band of all is at least as wide as that of each."""
    (found,) = compared(offer("per_session", letter={"unsaid": list(UNSAID)})).compared
    assert found.band is not None
    assert found.band.low <= min(reading.worse for reading in found.band.readings)
    assert found.band.high >= max(reading.better for reading in found.band.readings)
    assert band(found.offer, found.result) == found.band


def test_a_letter_that_says_all_has_no_band() -> None:
    """No silent term, no band; nor where there is no session whose number could be silent."""
    (found,) = compared(offer()).compared
    assert found.band is None
    nobody = offer(
        "hourly",
        work={"session_kinds": [{**KIND, "booked_per_week": 0}]},
        letter={"unsaid": ["caseload"]},
    )
    (found,) = compared(nobody).compared
    assert found.band is None


def test_where_lines_meet_on_the_flat_part() -> None:
    """A salary with a bonus above 920 sessions against pay by the session: 55,000 / 60 a year."""
    clear = {**KIND, "late_cancelled_share": 0, "missed_share": 0}
    time = {"holiday_weeks": 6, "sickness_weeks": 0, "training_weeks": 0}
    hybrid = {
        "kind": "salary",
        "salary_per_year": 55_000,
        "quota_sessions_per_week": 20,
        "bonus_per_session_above_quota": 30,
    }
    work = {"session_kinds": [clear], "time": time}
    salaried = offer(label="hybrid", work={**work, "pay": hybrid})
    rated = offer("per_session", work={**work, "pay": PAYS["per_session"]})
    one, other = compared(salaried, rated).compared
    (point,) = level_by(one, other, "booked").points
    assert point.at * 46 == pytest.approx(55_000 / 60, rel=1e-7)
    assert (point.ahead_below, point.ahead_above) == ("one", "other")
    turned = level_by(other, one, "booked").points[0]
    assert (turned.ahead_below, turned.ahead_above) == ("other", "one")


def salaried(label: str, salary: float, **terms: float) -> dict[str, Any]:
    """A salary beside which nothing is bought or taxed."""
    pay = {"kind": "salary", "salary_per_year": salary, **terms}
    return offer(label=label, work={"pay": pay, **EVEN}, supervision_hours_per_week=0)


CLEAR = {**KIND, "late_cancelled_share": 0, "missed_share": 0}
EVEN = {
    "session_kinds": [CLEAR],
    "time": {"holiday_weeks": 4, "sickness_weeks": 0, "training_weeks": 0},
}
FREE = {
    "household": {"tax": {"mode": "none"}},
    "support": {"consultation_hours_per_week": 0},
    "licence": {"licensed": True},
}
BY_SESSION = offer("per_session", work=EVEN, supervision_hours_per_week=0)


def test_levels_that_fall_on_the_grid() -> None:
    """57,600 against $60 x 48 weeks: 20 sessions; 43,200 when a quarter of 20 is missed."""
    one, other = compared(salaried("A", 57_600), BY_SESSION, **FREE).compared
    (point,) = level_by(one, other, "booked").points
    assert (point.at, point.to) == pytest.approx((20.0, 20.0))
    assert (point.ahead_below, point.ahead_above) == ("one", "other")
    one, other = compared(salaried("A", 43_200), BY_SESSION, **FREE).compared
    (point,) = level_by(one, other, "missed").points
    assert point.at == pytest.approx(0.25)
    assert (point.ahead_below, point.ahead_above) == ("other", "one")


def test_two_levels() -> None:
    """43,200 with 90 above 20 sessions against $60: level at 15 and at 30."""
    terms = {"quota_sessions_per_week": 20, "bonus_per_session_above_quota": 90}
    one, other = compared(salaried("A", 43_200, **terms), BY_SESSION, **FREE).compared
    found = level_by(one, other, "booked")
    assert [point.at for point in found.points] == pytest.approx([15.0, 30.0])
    assert found.leads is None


def test_level_over_a_span() -> None:
    """A cut below 20 against a bonus above 30: level from 20 to 30, and one side ahead of both."""
    cut = {"quota_sessions_per_week": 20, "cut_per_session_below_quota": 10}
    bonus = {"quota_sessions_per_week": 30, "bonus_per_session_above_quota": 10}
    one, other = compared(
        salaried("A", 50_000, **cut), salaried("B", 50_000, **bonus), **FREE
    ).compared
    found = level_by(one, other, "booked")
    (span,) = found.points
    assert (span.at, span.to) == pytest.approx((20.0, 30.0), abs=1e-4)
    assert (span.ahead_below, span.ahead_above, found.leads) == ("other", "other", "other")
    both = {**cut, "bonus_per_session_above_quota": 10}
    one, other = compared(salaried("A", 50_000, **both), salaried("B", 50_000), **FREE).compared
    (point,) = level_by(one, other, "booked").points
    assert (point.at, point.to) == pytest.approx((20.0, 20.0), abs=1e-4)
    assert (point.ahead_below, point.ahead_above) == ("other", "one")
    # Cut below 20 against a bonus above 30 that starts at a lower salary: level in between.
    step = {"quota_sessions_per_week": 30, "cut_per_session_below_quota": 10}
    one, other = compared(
        salaried("A", 50_000, **cut), salaried("B", 50_000, **step), **FREE
    ).compared
    assert level_by(one, other, "booked").points == ()
    assert level_by(one, other, "booked").leads == "one"


def test_no_kind_of_session_is_level_nowhere() -> None:
    """Nothing can be booked or missed in an offer without any."""
    none = offer(label="none", work={"session_kinds": []})
    one, other = compared(none, offer()).compared
    assert level_by(one, other, "booked").points == ()
    assert level_by(one, other, "booked").leads is None


def test_level_from_no_sessions() -> None:
    """Offers of nobody yet are set to the sessions asked for; equal offers are level throughout."""
    nobody = [{**KIND, "booked_per_week": 0}]
    one, other = compared(
        offer("hourly", "A", work={"session_kinds": nobody}),
        offer("per_session", "B", work={"session_kinds": nobody}),
    ).compared
    assert level_by(one, other, "booked").leads == "other"
    same, twin = compared(offer(label="A"), offer(label="B")).compared
    assert level_by(same, twin, "missed").leads is None
    assert level_by(one, other, "booked", "wage").leads == "other"


def test_the_pay_that_would_be_level() -> None:
    """Found for every kind of pay; a split cannot pass the whole."""
    for row in (*EVERY[1:], offer(label="target")):
        one, other = compared(row, offer(label="Z")).compared
        found = equal_pay(one, other)
        assert found.unknown.current == pytest.approx(float(found.unknown.current))
        if isinstance(found, Reached):
            wage = float(other.result.wage.amount)
            assert found.achieved["wage"] == pytest.approx(wage, abs=1e-5)
    low = offer("split", "low", work={"session_kinds": [{**KIND, "fee_per_session": 20}]})
    one, other = compared(low, offer()).compared
    assert isinstance(equal_pay(one, other), OutOfReach)


def asks_of(row: dict[str, Any], wage: float) -> dict[str, Any]:
    """What could be asked for, by term."""
    (found,) = compared(row).compared
    return {ask.term: ask for ask in counter_offer(found, Target("wage", wage))}


def test_an_offer_that_is_enough_asks_for_nothing() -> None:
    """The target is reached as it is."""
    assert asks_of(offer(), 1.0) == {}


def test_unpaid_hours_to_ask_for() -> None:
    """By the hour they are paid at the hour's rate; by the session at the least that does."""
    time = {"meetings_hours_per_week": 2}
    hourly = asks_of(offer("hourly", work={"time": time}), 100.0)
    assert {"notes_paid", "meetings_paid", "supervision_paid"} <= set(hourly)
    assert hourly["notes_paid"].ask == 30.0
    assert not hourly["notes_paid"].reached
    (base,) = compared(offer("per_session", work={"time": time})).compared
    target = float(base.result.wage.amount) + 1.0
    rated = asks_of(offer("per_session", work={"time": time}), target)
    pay = {
        **PAYS["per_session"],
        "administration_rate_per_hour": rated["notes_paid"].ask,
        "administration_rate_buckets": ["notes"],
    }
    (again,) = compared(offer(work={"pay": pay, "time": time})).compared
    assert again.result.wage.amount == pytest.approx(target, abs=1e-6)
    pay["administration_rate_per_hour"] = 18
    some = asks_of(offer(work={"pay": pay, "time": time}), 100.0)
    assert "notes_paid" not in some
    assert some["meetings_paid"].ask == 18.0
    assert "notes_paid" not in asks_of(offer("split"), 100.0)


def test_only_what_would_help_is_asked() -> None:
    """Paid lost sessions help where some are lost; a cap stays above the quota."""
    lossy = asks_of(offer("per_session"), 100.0)
    assert lossy["lost_paid"].ask == pytest.approx(1.0)
    assert "lost_paid" not in asks_of(BY_SESSION, 100.0)
    # A cap lowers the quota with it, so that fewer sessions cost no pay.
    quota = {**PAYS["salary"], "quota_sessions_per_week": 18, "cut_per_session_below_quota": 50}
    row = offer(work={"pay": quota, "session_kinds": [CLEAR]})
    (found,) = compared(row).compared
    wage = float(found.result.wage.amount) * 1.2
    cap = {ask.term: ask for ask in counter_offer(found, Target("wage", wage))}["cap"]
    assert cap.reached
    assert cap.ask < 18.0
    pay = {**quota, "quota_sessions_per_week": cap.ask}
    (again,) = compared(
        offer(work={"pay": pay, "session_kinds": [{**CLEAR, "booked_per_week": cap.ask}]})
    ).compared
    assert again.result.wage.amount == pytest.approx(wage, rel=1e-6)
    pay = {**PAYS["salary"], "quota_sessions_per_week": 0}
    never = offer(work={"pay": pay, "session_kinds": [NEVER_HELD]})
    assert asks_of(never, 500.0)["pay"].reached


def test_supervision_and_premium_to_ask_for() -> None:
    """Bought supervision could be provided, a premium paid; reached terms come first."""
    row = offer(supervision_price_per_hour=100, work={"health_premium_per_month": 300})
    (found,) = compared(row).compared
    target = float(found.result.wage.amount) + 0.5
    asks = counter_offer(found, Target("wage", target))
    assert [ask.reached for ask in asks] == sorted((a.reached for a in asks), reverse=True)
    by_term = {ask.term: ask for ask in asks}
    assert by_term["supervision_provided"].ask == 0.0
    assert by_term["supervision_provided"].reached
    assert by_term["premium"].current == 300.0
    own = asks_of(EVERY[-1], 500.0)
    assert "premium" not in own
    nobody = offer(work={"session_kinds": [{**KIND, "booked_per_week": 0}]})
    assert "cap" not in asks_of(nobody, 500.0)


def test_another_state_leaves_own_rates_behind() -> None:
    """A rate the person knows of one state says nothing of another, unless tax is a flat rate."""
    tax = {"mode": "us", "state_rate": 0.05, "local_rate": 0.02}
    file = offers(offer(state="CA"), household={"state": "OH", "tax": tax})
    there = file.scenario_of(file.offers[0]).household
    assert (there.state, there.tax.state_rate, there.tax.local_rate) == ("CA", None, 0.0)  # type: ignore[union-attr]
    flat = offers(offer(state="CA"), household={"state": "OH", "tax": {"mode": "none"}})
    assert flat.scenario_of(flat.offers[0]).household.state == "CA"


def test_what_law_looks_at() -> None:
    """Silent terms of pay become buckets; silent supervision is not named."""
    row = offer(letter={"unsaid": ["notes", "supervision", "caseload"], "repaid_on_leaving": 900})
    (found,) = compared(row, licence={"family": "lcsw"}).compared
    assert found.letter.unsaid == {"notes", "supervision_received"}
    assert not found.letter.supervision_named
    assert found.letter.clawback_amount == 900.0
    assert found.letter.family == "lcsw"
    assert "no_supervision_named" in {check.kind for check in found.checks}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_offers_compare(path: Path) -> None:
    """Every shipped file reads, compares in full, and is written back as it was."""
    file = Offers.from_toml(path.read_text(encoding="utf-8"))
    found = compare(file)
    assert not found.incomplete
    assert Offers.from_toml(file.to_toml()) == file
    for each in found.compared:
        assert np.isfinite(each.figure("wage", 5))


def test_service_is_shown_apart() -> None:
    """PSLF is worth something at the agency, and nothing where it does not apply."""
    file = next(path for path in FILES if path.stem == "new_msw_three_letters")
    agency, group, contract = compare(Offers.from_toml(file.read_text())).compared
    assert agency.service is not None
    assert float(agency.service.per_year) > 1_000.0
    assert group.service is None
    assert contract.service is None
    (no_loans,) = compared(offer()).compared
    assert no_loans.service is None


def test_years_ahead_in_a_file() -> None:
    """A file may write the years as 5 or 5.0."""
    assert offers(horizon_years=5.0).horizon_years == 5
    assert offers(horizon_years=10).horizon_years == 10


def test_offers_hold_single_numbers() -> None:
    """A way to a licence and the years ahead are of one offer, never of a row of them."""
    offers = Offers.parse({"offers": [offer(), offer("hourly", "other")]})
    with pytest.raises(ScenarioError) as error:
        offers.with_values({"offers.0.work.pay.salary_per_year": np.array([5e4, 6e4])})
    assert error.value.problems[0].kind == "not_supported"


@pytest.mark.parametrize("state", ["UT", "CA"])
def test_hours_that_may_not_count_come_after_those_that_do(state: str) -> None:
    """Utah and California count no hours of a 1099, as read: sooner, it still comes second."""
    person = {
        "household": {"state": state},
        "licence": {"family": "lcsw"},
        "goal": "licence",
    }
    busy = {"session_kinds": [{**KIND, "booked_per_week": 30}]}
    rows = (
        offer("split", "1099", "contractor", work=busy, supervision_hours_per_week=2),
        offer("hourly", "W-2", supervision_hours_per_week=2),
        offer("hourly", "no supervision", work={"session_kinds": []}),
    )
    found = compared(*rows, **person)
    assert [one.label for one in found.ranked()] == ["W-2", "1099", "no supervision"]
    contract, wages, _ = found.compared
    assert contract.licence.months < wages.licence.months  # type: ignore[operator]
    assert contract.hours_in_doubt is not None
    assert contract.hours_in_doubt.text("state") == state
    assert wages.hours_in_doubt is None
    licensed = compared(*rows, **person | {"licence": {"licensed": True}})
    assert licensed.compared[0].hours_in_doubt is None


def test_an_own_practice_before_the_licence_is_in_doubt() -> None:
    """Where a state leaves no practice of one's own open, the way by it is in doubt too."""
    row = offer("", "own", "own_practice")
    found = compared(row, household={"state": "CA"}, licence={"family": "mft"})
    assert found.compared[0].hours_in_doubt is not None
    texas = compared(row, household={"state": "WY"}, licence={"family": "mft"})
    assert texas.compared[0].hours_in_doubt is None


@pytest.mark.parametrize("years", [-1, 20])
def test_no_more_years_than_are_worked_out(years: int) -> None:
    """Ten years are worked out; more or less is refused, never cut short unsaid."""
    (found,) = compared(offer()).compared
    with pytest.raises(ValueError, match=f"years is {years}"):
        found.ahead.worth(years)


def test_a_lead_that_jumps_is_no_level() -> None:
    """From 400 of its profit on a 1099 owes twice a W-2's payroll tax: the lead jumps there."""
    work = {
        "session_kinds": [{**CLEAR, "missed_charged_share": 0}],
        "health_premium_per_month": 0,
    }
    rows = (
        offer("split", "1099", "contractor", work=work, costs=[]),
        offer("split", "W-2", work=work, costs=[]),
    )
    contract, wages = compared(*rows).compared
    found = level_by(contract, wages, "missed")
    assert found.points
    jump = found.points[-1]
    assert (jump.ahead_below, jump.ahead_above) == ("other", "one")
    assert abs(jump.figure - jump.other_figure) > 1.0
