"""One whole statement for each shipped scenario, as recorded beside this file.

Change a record only by `pytest tests/golden --update-golden`, and say why in the commit.
"""

from pathlib import Path

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.ledger import Line
from tests.golden.record import agrees

HERE = Path(__file__).parent
SCENARIOS = {path.stem: path for path in sorted((HERE.parents[1] / "scenarios").glob("*.toml"))}


def statements(result: Result) -> tuple[Line, ...]:
    """Every statement of a result, in reading order."""
    year = result.year
    return (
        year.booked,
        year.held,
        year.lost,
        result.hours,
        year.unpaid_share,
        year.hours_per_week,
        year.after_hours,
        result.money_in,
        result.costs,
        result.profit,
        result.taxes,
        result.health_cover,
        result.take_home,
        result.set_aside,
        result.loans,
        result.own_therapy,
        result.left_over,
        result.wage_before_tax,
        result.wage,
        result.wage_after_loans,
        result.wage_after_loans_and_therapy,
        result.staircase,
        result.tax_to_put_by.share_of_payment,
        result.tax_to_put_by.per_quarter,
        result.package,
    )


def text_of(line: Line) -> str:
    """A line as recorded: key, label, amount to six decimals, kind."""
    amount = f"{float(line.amount):.6f}"
    amount = "0.000000" if amount == "-0.000000" else amount
    return f"{line.key} | {line.label} | {amount} {line.unit} | {line.kind}"


def dump(result: Result) -> str:
    """All statements as indented text; a line met again is marked, without its parts."""
    rows: list[str] = []
    met: set[str] = set()

    def add(line: Line, depth: int) -> None:
        text = text_of(line)
        again = text in met and bool(line.parts)
        rows.append("  " * depth + text + (" | as above" if again else ""))
        met.add(text)
        if not again:
            for part in line.parts:
                add(part, depth + 1)

    for statement in statements(result):
        add(statement, 0)
    rows.extend(f"due {date}" for date in result.tax_to_put_by.due_dates)
    rows.extend(f"remark {remark.kind} {remark.path}".rstrip() for remark in result.remarks)
    return "\n".join(rows) + "\n"


def result_of(path: Path) -> Result:
    """A shipped scenario under the law of its own year."""
    scenario = Scenario.from_toml(path.read_bytes())
    return evaluate(scenario, load_rules(scenario.tax_year))


@pytest.mark.parametrize("name", SCENARIOS)
def test_statement(name: str, update_golden: bool) -> None:
    """No figure of a shipped scenario changes unnoticed."""
    record = HERE / f"{name}.txt"
    found = dump(result_of(SCENARIOS[name]))
    agrees(record, found, update=update_golden)


def test_no_record_without_a_scenario() -> None:
    """A record whose scenario is gone is deleted with it."""
    assert {path.stem for path in HERE.glob("*.txt")} == set(SCENARIOS)


@pytest.mark.parametrize("name", SCENARIOS)
def test_shipped_scenarios_are_whole(name: str) -> None:
    """A shipped scenario tells what it is, is usual (no remark), and survives being saved."""
    result = result_of(SCENARIOS[name])
    scenario = result.scenario
    assert scenario.description.endswith(".")
    assert scenario.title != "My practice"
    assert result.remarks == ()
    assert Scenario.from_toml(scenario.to_toml()) == scenario
    for name_of_type in ("session_kinds", "time"):
        assert name_of_type in scenario.work.model_fields_set
    assert {"minutes_per_session", "fee_per_session", "missed_share"} <= set.intersection(
        *(set(kind.model_fields_set) for kind in scenario.work.session_kinds)
    )
