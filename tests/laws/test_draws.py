"""One formula serves one case and a batch of draws."""

from collections.abc import Iterator

import numpy as np
from hypothesis import given

from calc import Scenario, evaluate, load_rules
from calc.ledger import Line
from calc.number import Number
from tests.laws.trees import same, statements
from tests.strategies import DRAWS, batches

# Where the rows may differ between a batch and one of its draws, since a choice was made by looking
# at all draws: the bill without this work is nothing for this draw; the standard deduction is shown
# beside the itemised one; a saver's credit is a row although it is nothing for this draw.


def at(amount: Number, draw: int) -> float:
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
    ours, theirs = [p.key for p in batch.parts], [p.key for p in single.parts]
    if ours == theirs:
        for left, right in zip(batch.parts, single.parts, strict=True):
            yield from differences(left, right, draw, seen)
    elif ours == [f"{batch.key}.with", f"{batch.key}.without"]:
        with_work, without = batch.parts
        if at(without.amount, draw) != 0.0:
            yield without.key, at(without.amount, draw), 0.0
        yield from differences(with_work.parts[0], single, draw, seen)
    elif batch.key == "taxes.deduction" and single.kind == "parameter":
        yield from differences(batch.parts[0], single, draw, seen)
    elif batch.key == "taxes.federal_income":
        alone = {part.key: part for part in single.parts}
        for part in batch.parts:
            if part.key in alone:
                yield from differences(part, alone[part.key], draw, seen)
            elif part.key != "taxes.savers_credit" or at(part.amount, draw) != 0.0:
                yield part.key, at(part.amount, draw), 0.0
    else:
        yield f"{batch.key}: {ours} / {theirs}", 0.0, 0.0


@given(batches())
def test_a_draw_equals_its_scalar_run(pair: tuple[Scenario, tuple[Scenario, ...]]) -> None:
    """Each line and number of a batch is, at each draw, what that draw alone gives, to the bit."""
    batch, singles = pair
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
