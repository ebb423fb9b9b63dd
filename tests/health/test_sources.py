"""Every figure from outside says where it was read, and is used."""

import ast
import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from calc.parameters import load_rules, projected_years, tax_years, years_read
from calc.parameters.files import parameter_of, read

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "calc" / "data").glob("*.toml"))
DATA: dict[str, dict[str, Any]] = {path.stem: read(path.stem) for path in FILES}
# Read whole, apart from the rules of a year: each figure of them is shown or applied.
READ_WHOLE = (
    "local_taxes",
    "payroll_programmes",
    "payroll_wages",
    "licensure",
    "licence_fees",
    "wages",
    "tax_dates",
    "premium_credit",
    "limits",
    "renewal",
    "projection",
)
# Dated by the day a rule holds from, and loaded for a day (and a state).
BY_DAY = ("student_loans", "labour")
AS_WRITTEN: dict[str, dict[str, Any]] = {
    str(path.relative_to(ROOT)): tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "calc" / "data").rglob("*.toml"))
}
PARAMETERS = [(file, name) for file, data in DATA.items() for name in data["parameter"]]
# Not used yet: figures that wait for the screens and questions that will read them.
LATER = {
    "typical.intake_share": "the months ahead: the default of their field, with no page yet",
    "typical.early_ending_share": "the months ahead, likewise",
    "typical.weeks_until_settled": "the months ahead, likewise",
    "typical.weeks_once_settled": "the months ahead, likewise",
    "typical.insurer_to_private_ratio": "payer mix, on the caseload screen",
    "typical.outside_billing_share": "the band beside the field, on the practice screen",
    "typical.supervision_price_per_hour": "the hint beside the price, on the support screen",
    "typical.supervision_price_group_per_hour": "the hint beside the price, on the support screen",
    "typical.split_employee": "comparing offers",
    "typical.contractor_costs_per_month": "comparing offers",
    "typical.needs_per_month": "the hint beside needs, on the household screen",
    "typical.solo_cost_share": "the band beside the cost share, on the costs screen",
}


@pytest.mark.parametrize("file", AS_WRITTEN)
def test_a_file_has_the_tables_that_are_read(file: str) -> None:
    """A table under another name would be left unread without a word."""
    more = {"shared"} if file == "calc/data/states.toml" else set()
    more = {"rules"} if "/states/" in file else more
    written = AS_WRITTEN[file]
    assert {"defaults", "sources"} <= set(written) <= {"defaults", "sources", "parameter"} | more
    assert {"retrieved"} <= set(written["defaults"]) <= {"kind", "retrieved", "unit"}


@pytest.mark.parametrize("file", AS_WRITTEN)
def test_what_a_file_says_of_all_is_not_said_again(file: str) -> None:
    """A parameter says only what is its own: kind, unit and day where they are not the file's."""
    defaults = AS_WRITTEN[file]["defaults"]
    for name, entry in AS_WRITTEN[file].get("parameter", {}).items():
        assert not defaults.items() & {(key, entry.get(key)) for key in defaults}, name


def dated(file: str, name: str) -> list[dict[str, Any]]:
    """The entries of a parameter: one a year, or the only one."""
    entry = DATA[file]["parameter"][name]
    for versions in ("years", "from"):
        if versions in entry:
            undated = [entry] if "value" in entry else []
            return [*undated, *entry[versions].values()]
    return [entry]


@pytest.mark.parametrize(("file", "name"), PARAMETERS)
def test_every_parameter_has_its_source(file: str, name: str) -> None:
    """Label, unit, kind, day of reading, and for each year a value with a source of the file."""
    entry = DATA[file]["parameter"][name]
    assert entry["label"].strip()
    assert entry["unit"].strip()
    assert entry["kind"] in ("law", "survey", "judgement")
    assert isinstance(entry["retrieved"], datetime.date)
    for one in dated(file, name):
        assert "value" in one
        assert one["source"] in DATA[file]["sources"]


@pytest.mark.parametrize(("file", "name"), PARAMETERS)
def test_a_guess_says_so(file: str, name: str) -> None:
    """A judgement is not confirmed; a law or survey has a link; a value lies in its band."""
    entry = DATA[file]["parameter"][name]
    for one in dated(file, name):
        found = parameter_of(name, {**entry, **one}, None, DATA[file]["sources"])
        assert found.source.title.strip()
        if found.kind == "judgement":
            assert found.confirmed is False
        else:
            assert found.source.link.startswith(("https://", "http://"))
    if "low" in entry and "high" in entry:
        assert entry["low"] <= entry["value"] <= entry["high"]


@pytest.mark.parametrize("year", tax_years())
def test_a_judgement_says_why(year: int) -> None:
    """It has no other source: a reason stands beside each, or by which method it was projected."""
    judged = [found for found in load_rules(year).values() if found.kind == "judgement"]
    assert judged
    assert [found.key for found in judged if not (found.note or found.method).strip()] == []


@pytest.mark.parametrize("file", DATA)
def test_every_source_is_used(file: str) -> None:
    """No source stands in a file that no figure of it was read in."""
    used = {one["source"] for name in DATA[file]["parameter"] for one in dated(file, name)}
    assert set(DATA[file]["sources"]) == used


def test_every_law_is_dated_for_every_year() -> None:
    """Each year we have holds every law; its rules hold every parameter of every file."""
    for year in tax_years():
        assert set(load_rules(year)) == {
            f"{file}.{name}" for file, name in PARAMETERS if file not in (*READ_WHOLE, *BY_DAY)
        }
    for name, entry in DATA["us_federal"]["parameter"].items():
        known = {int(year) for year in entry["years"]}
        assert set(years_read()) <= known <= set(tax_years()), name
        assert known >= set(projected_years()) or "next" in entry, name


def words_of_the_source() -> set[str]:
    """Every word in a text of calc and ui, docstrings included."""
    found: set[str] = set()
    for folder in ("calc", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found


def test_every_parameter_is_used() -> None:
    """A figure that nothing reads is removed, or is listed here with what will read it."""
    words = words_of_the_source()
    # Found by a name that is put together: costs by their kind, two by a choice.
    put_together = {f"work_costs.{name}" for name in DATA["work_costs"]["parameter"]}
    put_together |= {"us_federal.hsa_limit_self_only", "us_federal.hsa_limit_family"}
    put_together |= {
        f"typical.own_therapy_share_{option}" for option in ("courtesy", "sliding", "group")
    }
    put_together |= {
        f"payroll_tax.federal_unemployment_credit_reduction_{year}" for year in tax_years()
    }
    by_state = ("employer_leave_", "offered_leave_")
    put_together |= {
        f"payroll_tax.{name}"
        for name in DATA["payroll_tax"]["parameter"]
        if name.startswith(by_state)
    }
    # Found by the place of a practice.
    for file in ("practice_taxes", "practice_told", "corporation", "pass_through"):
        put_together |= {f"{file}.{name}" for name in DATA[file]["parameter"]}
    # Found by a state.
    by_state = ("minimum_wage_", "exempt_salary_", "classification_", "daily_overtime_")
    put_together |= {
        f"labour.{name}" for name in DATA["labour"]["parameter"] if name.startswith(by_state)
    }
    put_together |= {f"clinic.{name}_share" for name in ("people_cost", "overhead", "margin")}
    # Read whole: every line is shown.
    put_together |= {f"crisis_lines.{name}" for name in DATA["crisis_lines"]["parameter"]}
    unused = {
        f"{file}.{name}"
        for file, name in PARAMETERS
        if not {name, f"{file}.{name}"} & words
        and f"{file}.{name}" not in put_together
        and file not in READ_WHOLE
    }
    assert unused <= set(LATER)


def test_the_list_of_what_waits_is_short() -> None:
    """What is listed as waiting exists."""
    assert set(LATER) <= {f"{file}.{name}" for file, name in PARAMETERS}
