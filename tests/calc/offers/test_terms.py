"""The terms of an offer, and which of them differ."""

from tests.calc.offers.letters import EVERY, KIND, PAYS, compared, offer


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


def test_an_employer_is_a_term_only_where_it_is_stated() -> None:
    """The kind that a letter names is told; what a letter leaves out is none, and never differs."""
    named = offer("hourly", "A", work={"employer_type": "government"})
    found = compared(named, offer("hourly", "B"))
    assert [each.terms["employer"] for each in found.compared] == ["government", ""]
    assert "employer" in found.differing()
