"""One formula serves one case and a batch of draws."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from calc import Scenario, evaluate, load_rules
from calc.ledger import Line, less
from calc.loans import BY_INCOME
from calc.number import Number
from tests.laws.trees import same, statements
from tests.strategies import DRAWS, batches

# Rows stand whatever the draws, but for one choice made by looking at all of them: whether anybody
# of the batch earns something beside this work. Then each tax is a bill with it less one without.


def at(amount: Number, draw: int) -> float:
    """One draw of an amount."""
    return float(amount[draw]) if isinstance(amount, np.ndarray) and amount.ndim else float(amount)


def differences(
    batch: Line, single: Line, draw: int, seen: set[tuple[int, int]]
) -> Iterator[tuple[str, float, float]]:
    """Where the tree of a draw differs from the tree of its scalar run."""
    if (id(batch), id(single)) in seen:
        return
    seen.add((id(batch), id(single)))
    if batch.key != single.key or not same(at(batch.amount, draw), single.amount):
        yield f"{batch.key} / {single.key}", at(batch.amount, draw), single.amount
        return
    for left, right in pairs(batch, single, draw):
        yield from differences(left, right, draw, seen)


def pairs(batch: Line, single: Line, draw: int) -> Iterator[tuple[Line, Line]]:
    """Rows of a batch beside the rows of one draw's scalar run."""
    ours, theirs = [part.key for part in batch.parts], [part.key for part in single.parts]
    if ours == [f"{batch.key}.with", f"{batch.key}.without"] != theirs:
        with_work, without = batch.parts
        bill = with_work.parts[0]
        turned = any(differences(bill, single, draw, set()))  # the whole bill was taken away
        yield less(bill) if turned else bill, single
        yield replace(without, parts=()), replace(without, amount=0.0, parts=())
    else:
        assert ours == theirs, batch.key
        yield from zip(batch.parts, single.parts, strict=True)


def check(batch: Scenario, singles: tuple[Scenario, ...]) -> None:
    """Each line and number of a batch is, at each draw, what that draw alone gives."""
    rules = load_rules(batch.tax_year)
    together = dict(statements(evaluate(batch, rules)))
    for draw, single in enumerate(singles):
        alone = dict(statements(evaluate(single, rules)))
        assert together.keys() == alone.keys()
        seen: set[tuple[int, int]] = set()
        for name, item in alone.items():
            found = together[name]
            if isinstance(item, Line):
                assert isinstance(found, Line)
                assert list(differences(found, item, draw, seen)) == []
            else:
                assert not isinstance(found, Line)
                assert same(at(found, draw), item), name


@given(batches())
def test_a_draw_equals_its_scalar_run(pair: tuple[Scenario, tuple[Scenario, ...]]) -> None:
    """Each line and number of a batch is, at each draw, what that draw alone gives, to the bit."""
    check(*pair)


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("household.own_other_wages_per_year", (0.0, 50_000.0, 400_000.0)),
        ("household.other_income_per_year", (0.0, 0.5)),
        ("household.tax.state_rate", (0.0, 0.05, 0.4)),
        ("household.tax.payroll_programme_rate", (0.0, 0.02)),
        ("work.saving.solo_401k_deferral_per_year", (0.0, 1_000.0)),
        ("work.session_kinds.0.fee_per_session", (0.0, 10.0, 30.0, 150.0, 900.0)),
        ("work.session_kinds.0.booked_per_week", (0.0, 1.0, 40.0)),
        ("work.session_kinds.0.clients_per_session", (1.0, 8.0)),
        ("work.time.holiday_weeks", (0.0, 51.0)),
        ("support.supervision_hours_per_week", (0.0, 1.0)),
    ],
    ids=str,
)
def test_choices_over_all_draws_change_none(path: str, row: tuple[float, ...]) -> None:
    """Nor where a batch crosses what is decided for all draws at once, such as itemising."""
    tax = {"mode": "us", "state_rate": 0.04}
    one = Scenario.parse(
        {
            "work": {"kind": "own_practice", "session_kinds": [{"payer": "private"}]},
            "household": {"state": "CA", "children_under_17": 1, "tax": tax},
        }
    )
    check(one.with_values({path: np.array(row)}), tuple(one.with_values({path: n}) for n in row))


@pytest.mark.parametrize("state", ["CA", "DC", "NY", "MN", "CO", "AR"])
def test_a_draw_equals_its_scalar_run_where_a_state_has_steps(state: str) -> None:
    """Across the steps of a state, and across the choice to itemise its tax."""
    fees = (0.0, 40.0, 90.0, 150.0, 260.0, 420.0, 900.0)
    one = Scenario.parse(
        {
            "work": {"kind": "own_practice", "session_kinds": [{"payer": "private"}]},
            "household": {"state": state, "children_under_17": 1, "filing_status": "joint"},
        }
    )
    path = "work.session_kinds.0.fee_per_session"
    check(one.with_values({path: np.array(fees)}), tuple(one.with_values({path: f}) for f in fees))


@pytest.mark.parametrize("plan", ["standard_10", "extended", "tiered_standard", *BY_INCOME])
def test_a_draw_equals_its_scalar_run_under_each_plan(plan: str) -> None:
    """Across the terms of Tiered Standard, the lines of RAP and the cap of IBR."""
    made_on = datetime.date(2026 if plan == "tiered_standard" else 2019, 9, 1)
    loans = {
        "kind": "by_plan",
        "plan": plan,
        "plan_now": "paye",
        "new_borrower": plan != "ibr_15",
        "federal": [{"made_on": made_on}, {"made_on": made_on, "balance": 12_000.0}],
        "private": [{}],
    }
    one = Scenario.parse({"work": {"kind": "own_practice"}, "loans": loans})
    rows = {
        "loans.federal.0.balance": (36_000.0, 37_999.99, 38_000.0, 150_000.0),
        "household.own_other_wages_per_year": (0.0, 22_600.0, 62_600.0, 400_000.0),
    }
    batch = one.with_values({path: np.array(row) for path, row in rows.items()})
    assert evaluate(batch, load_rules(2026)).loan_year.plan == plan
    check(
        batch,
        tuple(
            one.with_values({path: row[draw] for path, row in rows.items()}) for draw in range(4)
        ),
    )


@given(batches())
def test_at_gives_one_draw_of_the_whole_tree(pair: tuple[Scenario, tuple[Scenario, ...]]) -> None:
    """`Line.at` keeps the tree and takes one draw of every amount in it."""
    batch, _ = pair
    whole = evaluate(batch, load_rules(batch.tax_year)).take_home
    for draw in range(DRAWS):
        one = whole.at(draw)
        for (_, line), (_, source) in zip(one.walk(), whole.walk(), strict=True):
            assert line.key == source.key
            assert np.ndim(line.amount) == 0
            assert same(line.amount, at(source.amount, draw))
