"""What other calculators print of filling, staying and paying tax, set up as they assume."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from calc.months import ahead, full_when, worth_of_place
from calc.months.payments import Payee, Taxes, YearAsked, instalments, payees_of
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.scenario import Scenario
from calc.scenario.ahead import Ahead
from tests.calc.months.months_cases import scenario
from tests.worked.months import RULES

FILE = Path(__file__).parent / "peer_examples_2.csv"
with FILE.open(newline="", encoding="utf-8") as opened:
    ROWS = list(csv.DictReader(opened))
NOBODY_LEAVES = 2_000.0  # weeks, the longest stay that can be typed


def named(output: str) -> list[dict[str, Any]]:
    """The rows of one output, what went in beside them."""
    return [
        {**row, "given": json.loads(row["inputs_json"])}
        for row in ROWS
        if row["output_name"] == output
    ]


def filling(calls: float, share: float, stay: float, full: float = 25.0) -> Scenario:
    """Weekly sessions from nothing; each client leaves by the same chance in every week."""
    stated = Ahead(
        months=60,
        full_share=1.0,
        clients_at_start=0,
        enquiries_per_month=calls * WEEKS_PER_YEAR / MONTHS_PER_YEAR,
        intake_share=share,
        early_ending_share=1.0 / stay,
        weeks_until_settled=1.0,
        weeks_once_settled=stay,
    )
    booked = {"work.session_kinds.0.booked_per_week": full, "ahead": stated}
    return scenario("plain").with_values(booked)


def near(row: dict[str, Any]) -> Any:
    """What a source prints, within what it rounds to."""
    return pytest.approx(float(row["expected"]), abs=float(row["tolerance"]) + 1e-6)


@pytest.mark.parametrize("row", named("caseload_level"), ids=lambda row: row["description"])
def test_where_a_caseload_levels_off(row: dict[str, Any]) -> None:
    """Calls x the share that starts x the sessions of each; what stays below 25 is never full."""
    given = row["given"]
    counts = ahead(filling(given["calls"], given["conv"], given["n"]), RULES).expected.counts
    assert float(counts.caseload[-1, 0]) == near(row)
    if float(row["expected"]) < 25.0:
        assert full_when(counts, (1.0,)).weeks == (None,)


@pytest.mark.parametrize("row", named("weeks_to_full"), ids=lambda row: row["description"])
def test_weeks_until_25_a_week(row: dict[str, Any]) -> None:
    """They let nobody leave before their tenth session: with 2.5 a week it is full in week 11."""
    given = row["given"]
    found = ahead(filling(given["calls"], given["conv"], NOBODY_LEAVES, given["full"]), RULES)
    assert float(found.full_expected or 0) == near(row)


@pytest.mark.parametrize("row", named("client_value"), ids=lambda row: row["description"])
def test_what_a_client_brings(row: dict[str, Any]) -> None:
    """Ten sessions at $100, without tax or cost."""
    given = row["given"]
    plan = filling(5.0, 0.5, given["n"]).with_values(
        {
            "work.session_kinds.0.fee_per_session": float(given["f"]),
            "household": type(scenario("plain").household).model_validate(
                {"tax": {"mode": "none"}}
            ),
        }
    )
    place = worth_of_place(plan, RULES)
    assert (place.take_home, place.most_to_find) == (near(row), near(row))


@pytest.mark.parametrize("row", named("share_by_june"), ids=lambda row: row["description"])
def test_what_california_asks_by_june(row: dict[str, Any]) -> None:
    """Its first two dates, of April and June."""
    _, state, _ = payees_of(scenario("solo").with_values({"household.state": "CA"}), RULES)
    assert state.months[:2] == (4, 6)
    assert state.shares[1] == near(row)


@pytest.mark.parametrize("row", named("quarter"), ids=lambda row: row["description"])
def test_a_year_in_four_payments(row: dict[str, Any]) -> None:
    """Equal quarters of what the expected year asks."""
    tax = float(row["given"]["t"])
    even = Payee("federal", (0.25, 0.5, 0.75, 1.0), (4, 6, 9, 13), read=True)
    asked = YearAsked((), Taxes(tax, 0.0, 0.0, 0.0, tax), 0.0, 1)
    found = instalments("equal_quarters", [even], asked)
    assert [float(one["federal"]) for one in found] == [near(row)] * 4


def test_every_row_is_asked_for() -> None:
    """No row stands there untested."""
    outputs = {"caseload_level", "weeks_to_full", "client_value", "share_by_june", "quarter"}
    assert {row["output_name"] for row in ROWS} == outputs
