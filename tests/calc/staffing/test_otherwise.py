"""A clinic that goes otherwise: each change alone, and what it changes."""

from typing import get_args

import pytest

from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing import evaluate_clinic
from calc.staffing.otherwise import Otherwise, otherwise, results_otherwise
from calc.staffing.plans import raised
from calc.staffing.sessions import booked_of
from tests.calc.clinics import POSTS, SALARY, clinic, employee

FEWER, MORE, MISSED, PAY, LESS, LATER = get_args(Otherwise)
MIX = [
    {"share": 0.6, "sessions": {"payer": "insurer", "label": "Plan", "fee_per_session": 120}},
    {"share": 0.4, "sessions": {"payer": "private", "label": "Private", "fee_per_session": 150}},
]
CLINIC = clinic(posts=[*POSTS, employee("Post 8", SALARY, mix_sessions_per_week=5)], payer_mix=MIX)
HIRING = CLINIC.with_values({"posts.1.start_month": 3})
WITHOUT_ROWS = clinic(posts=[{"label": "A", "work": {"kind": "employee", "session_kinds": []}}])


def after(title: Otherwise, found: Clinic = CLINIC) -> Clinic:
    """The clinic after the change of that name."""
    return dict(otherwise(found))[title]


def shape(found: Clinic, path: tuple[str, ...]) -> object:
    """Everything a clinic states, the fields of those names left out wherever they stand."""

    def pruned(value: object) -> object:
        if isinstance(value, dict):
            return {name: pruned(part) for name, part in value.items() if name not in path}
        if isinstance(value, list | tuple):
            return [pruned(part) for part in value]
        return value

    return pruned(found.model_dump())


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        (FEWER, ("booked_per_week", "mix_sessions_per_week")),
        (MORE, ("booked_per_week", "mix_sessions_per_week")),
        (MISSED, ("missed_share",)),
        (PAY, ("salary_per_year", "rate_per_hour", "rates_per_session", "share")),
        (LESS, ("fee_per_session",)),
        (LATER, ("payer_lag_weeks",)),
    ],
)
def test_each_changes_only_what_it_says(title: str, fields: tuple[str, ...]) -> None:
    """Without the fields that a change is about, the clinic is the same; with them it is not."""
    found = after(title, HIRING)
    assert found != HIRING
    assert shape(found, fields) == shape(HIRING, fields)


def test_payers_are_late_only_for_posts_that_start() -> None:
    """Without a post that starts later nothing changes, so that row is not there."""
    titles = [title for title, _ in otherwise(CLINIC)]
    assert titles == [FEWER, MORE, MISSED, PAY, LESS]
    assert [title for title, _ in otherwise(HIRING)] == [*titles, LATER]
    lag = after(LATER, HIRING).hiring.payer_lag_weeks - HIRING.hiring.payer_lag_weeks
    assert lag == pytest.approx(4.0)


@pytest.mark.parametrize(("title", "times"), [(FEWER, 0.9), (MORE, 1.1)])
def test_a_tenth_of_the_sessions_of_every_post(title: str, times: float) -> None:
    """Owners and sessions at the mix too: each books 0.9 or 1.1 times what it did."""
    for was, now in zip(CLINIC.posts, after(title).posts, strict=True):
        assert booked_of(now) == pytest.approx(times * booked_of(was))


def lost_of(found: Clinic) -> list[tuple[float, float]]:
    """Late-cancelled and missed shares of every row, those of the mix first."""
    rows = [row.sessions for row in found.payer_mix]
    rows += [kind for post in found.posts for kind in post.work.session_kinds]
    return [(float(row.late_cancelled_share), float(row.missed_share)) for row in rows]


def test_five_points_more_are_missed_of_every_row() -> None:
    """Of the mix and of each post, and never more than what is not cancelled already."""
    full = {"posts.0.work.session_kinds.0.late_cancelled_share": 0.9}
    full |= {"posts.0.work.session_kinds.0.missed_share": 0.08}
    before = CLINIC.with_values(full)
    pairs = zip(lost_of(before), lost_of(after(MISSED, before)), strict=True)
    gained = [now[1] - was[1] for was, now in pairs]
    assert gained[len(MIX)] == pytest.approx(0.02)
    assert gained[: len(MIX)] + gained[len(MIX) + 1 :] == pytest.approx([0.05] * (len(gained) - 1))
    assert all(sum(lost) <= 1.0 + 1e-12 for lost in lost_of(after(MISSED, before)))


def test_only_insurers_pay_less() -> None:
    """Their 120 is 108, of the mix and of rows; what private clients pay stays."""
    found = after(LESS)
    fees = [float(row.sessions.fee_per_session) for row in found.payer_mix]
    assert fees == pytest.approx([108.0, 150.0])
    for was, now in zip(CLINIC.posts, found.posts, strict=True):
        for old, new in zip(was.work.session_kinds, now.work.session_kinds, strict=True):
            times = 0.9 if old.payer == "insurer" else 1.0
            assert new.fee_per_session == pytest.approx(old.fee_per_session * times)


def test_pay_is_raised_as_a_plan_raises_it() -> None:
    """The row is the plan that "Pay so much higher" makes of the clinic."""
    assert after(PAY).posts == raised(CLINIC, 0.05).posts


def test_a_clinic_without_rows_and_mix_is_left_alone() -> None:
    """Where there is no session none is missed and no insurer pays less."""
    assert after(MISSED, WITHOUT_ROWS) == WITHOUT_ROWS
    assert after(LESS, WITHOUT_ROWS) == WITHOUT_ROWS
    private = Post.model_validate({"label": "A", "work": {"kind": "own_practice"}})
    owned = Clinic(posts=(private,))
    assert after(LESS, owned) == owned


def test_the_margin_moves_the_way_a_director_expects() -> None:
    """Fewer sessions, more missed, higher pay and lower fees each leave the clinic less."""
    margin = float(evaluate_clinic(CLINIC).margin.amount)
    found = {title: float(evaluate_clinic(one).margin.amount) for title, one in otherwise(CLINIC)}
    assert all(found[title] < margin for title in (FEWER, MISSED, PAY, LESS))
    assert found[MORE] > margin


def test_each_result_is_of_its_clinic() -> None:
    """What a change does is what evaluating the changed clinic says, and others may go between."""
    steps: list[None] = []
    found = dict(results_otherwise(CLINIC, 15.0, lambda: steps.append(None)))
    assert list(found) == [title for title, _ in otherwise(CLINIC)]
    assert len(steps) == len(found)
    for title, changed in otherwise(CLINIC):
        alone = evaluate_clinic(changed, minimum_wage_per_hour=15.0)
        assert found[title].margin.amount == alone.margin.amount
