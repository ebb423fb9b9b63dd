"""Room of retirement saving: every case by hand, and what the IRS and web pages print."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from calc import load_rules
from calc.number import at_least_zero
from calc.taxes import Household, contributions, tax_bill
from calc.taxes.saving_room import Room, Saver, proprietor_share, savers_credit_rate, saving_room
from calc.taxes.saving_room.formulas import (
    catch_up_most,
    corporation_part_most,
    own_part_most,
    together_most,
)

HERE = Path(__file__).parent
DOLLAR = 1.0
STATUSES = {"S": "single", "J": "joint", "H": "head_of_household", "M": "separate"}
FORMS = {"sole": "sole_proprietor", "scorp": "s_corporation", "": "employee"}
ENOUGH = 1e6  # pay, where a row says nothing of earnings


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a file of this folder, below the lines that say where they are from."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


ROWS, EXAMPLES = rows_of("retirement_room.csv"), rows_of("retirement_examples.csv")


def saver_of(row: dict[str, str]) -> Saver:
    """The person of a row."""
    pay = float(row["salary"] or (0.0 if row["profit"] else ENOUGH))
    stated: dict[str, Any] = {"form": FORMS[row["form"]], "age": int(row["age"])}
    return Saver(
        **stated,
        filing_status=STATUSES[row["filing_status"]],  # type: ignore[arg-type]
        profit=float(row["profit"] or 0.0),
        pay=pay,
        adjusted_income=float(row["magi"] or 0.0),
        covered=row["covered_by_plan"] == "1",
        spouse_covered=row["spouse_covered"] == "1",
    )


def room_of(saver: Saver, year: int, plan: str) -> Room:
    """One plan's room."""
    return next(room for room in saving_room(saver, load_rules(year)) if room.plan == plan)


def near(expected: str | float, tolerance: float = DOLLAR) -> Any:
    """A figure within a dollar."""
    return pytest.approx(float(expected), abs=tolerance)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_case_by_hand(row: dict[str, str]) -> None:
    """Every figure of the row within a dollar, a rate to the bit."""
    saver, year = saver_of(row), int(row["year"])
    if row["plan"] == "savers_credit":
        assert float(savers_credit_rate(saver, load_rules(year))) == float(row["saver_rate"])
        return
    room = room_of(saver, year, row["plan"])
    if row["plan"] in ("traditional_ira", "roth_ira"):
        assert float(room.own_part + room.catch_up) == near(row["ira_limit"])
        if row["plan"] == "roth_ira":
            assert float(room.total) == near(row["roth_limit"])
            assert float(room.deductible) == 0.0
        else:
            assert float(room.total) == near(row["ira_limit"])
            assert float(room.deductible) == near(row["ira_deductible"])
        return
    assert float(room.own_part) == near(row["deferral"])
    assert float(room.catch_up) == near(row["catch_up"])
    assert float(room.employer_part) == near(row["employer"])
    assert float(room.total) == near(row["total"])
    assert float(room.deductible) == near(row["total"])


def test_the_cases_are_all_there() -> None:
    """Each block of the table has rows; no id stands twice."""
    assert len(ROWS) == 73
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    blocks = {row["block"] for row in ROWS}
    assert blocks == {"solo_401k", "sep", "simple", "ira", "roth", "saver"}


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["id"])
def test_each_example_that_is_printed(row: dict[str, str]) -> None:
    """The figures of a page, at the limits of its year."""
    given, expected = json.loads(row["inputs_json"]), json.loads(row["expected_json"])
    for name, figure in figures_of(row["rule"], given).items():
        if name in expected:
            assert figure == near(expected[name], float(row["tolerance"])), name
    assert set(expected) <= set(figures_of(row["rule"], given))


def figures_of(rule: str, given: dict[str, Any]) -> dict[str, float]:
    """What an example asks for, by its name there."""
    if rule == "self_employed_rate":
        return {"reduced_rate": float(proprietor_share(given["plan_rate"]))}
    if rule == "room":
        stated = {name: given[name] for name in given if name not in ("year", "plan")}
        return {
            "total": float(room_of(Saver(age=40, **stated), given["year"], given["plan"]).total)
        }
    if rule == "room_lost":
        own = Saver(form="sole_proprietor", age=40, profit=float(given["profit"]))
        paid = Saver(form="s_corporation", age=40, pay=float(given["pay"]))
        rooms = [float(room_of(one, given["year"], "solo_401k").total) for one in (own, paid)]
        return {"lost": rooms[0] - rooms[1]}
    return of_another_year(given)


def of_another_year(given: dict[str, Any]) -> dict[str, float]:
    """A solo 401(k) at limits of a year that we do not have."""
    additions = float(given["additions_limit"])
    if "salary" in given:
        pay = float(given["salary"])
        employer = corporation_part_most(pay, 0.25, pay, additions)
    else:
        pay = float(given["net_earnings_after_half_tax"])
        share = float(proprietor_share(0.25))
        employer = contributions.employer_part_limit(pay, 0.0, share, additions)
    limit, further = float(given["deferral_limit"]), float(given["catch_up_limit"])
    own = own_part_most(pay, limit, 0.0)
    catch_up = catch_up_most(pay, own, further, limit, 0.0)
    together = together_most(own, catch_up, employer, additions, pay)
    return {
        "deferral": float(own),
        "catch_up": float(catch_up),
        "employer": float(employer),
        "total": float(together),
    }


@pytest.mark.parametrize(("plan", "saved"), [("solo_401k", 14_090.37), ("sep", 7_499.87)])
def test_tax_that_a_full_plan_saves_in_california(plan: str, saved: float) -> None:
    """$150,000 of profit, single, 40: a web tool's federal and state tax saved, within $25.

    https://therapistsupport.org/therapist-tax-strategy-california.html; ours rounds where the state
    does.
    """
    room = room_of(Saver(form="sole_proprietor", age=40, profit=150_000.0), 2026, plan)
    rules = load_rules(2026)
    stated: dict[str, Any] = {"profit": 150_000.0, "state": "CA", "deduction": "standard"}
    bills = [
        tax_bill(Household(**stated, self_employed_retirement=put_in), rules).total.amount
        for put_in in (0.0, float(at_least_zero(room.total)))
    ]
    assert float(bills[0] - bills[1]) == pytest.approx(saved, abs=25.0)
