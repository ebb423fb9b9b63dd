"""What is shown adds up."""

from hypothesis import given

from calc import Scenario, evaluate, load_rules
from calc.ledger import Line
from calc.number import Number, ratio_of
from tests.laws.trees import lines_of, same
from tests.strategies import batches, scenarios


def added(parts: tuple[Line, ...]) -> Number:
    """Parts added in order."""
    amount: Number = 0.0
    for part in parts:
        amount = amount + part.amount
    return amount


def adds_up(line: Line) -> bool:
    """Whether a line is what its parts make."""
    match line.kind:
        case "sum":
            return same(line.amount, added(line.parts))
        case "ratio":
            above, below = line.parts
            return same(line.amount, ratio_of(above.amount, below.amount))
    return True


@given(scenarios())
def test_every_sum_is_the_sum_of_its_parts(scenario: Scenario) -> None:
    """A sum equals its parts added in order, a ratio its parts divided: to the bit, everywhere."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    wrong = [line for line in lines_of(result) if not adds_up(line)]
    assert wrong == []


@given(batches())
def test_every_sum_of_a_batch_adds_up(pair: tuple[Scenario, tuple[Scenario, ...]]) -> None:
    """The same holds for each draw of a batch."""
    batch, _ = pair
    result = evaluate(batch, load_rules(batch.tax_year))
    wrong = [line for line in lines_of(result) if not adds_up(line)]
    assert wrong == []


@given(scenarios())
def test_statements_divided_still_add_up(scenario: Scenario) -> None:
    """Dollars a year divided by hours are dollars an hour, row by row, and the rows add up."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    each = result.take_home.per(result.hours)
    assert same(each.amount, result.wage.amount)
    largest = max(abs(part.amount) for part in each.parts)
    if largest == largest:  # not a year without hours
        assert abs(each.amount - added(each.parts)) <= 1e-12 * largest
