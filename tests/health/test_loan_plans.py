"""A loan plan has one home: three files are touched to add one, and no other lists the plans."""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

from calc.loans import Plan

ROOT = Path(__file__).resolve().parents[2]
HOMES = {"calc/loans/plans.py", "calc/scenario/loans.py"}
# Words of plain English too, so that a text may hold them and mean no plan.
ALSO_WORDS = {"extended", "graduated", "save"}
# What a stranger would write: the name, the record, the figures.
NAMED = ('    "save",\n]', '    "save",\n    "gentle",\n]')
RECORD = (
    '        "icr": LoanPlan(',
    """        "gentle": LoanPlan(
            name="Gentle",
            full_name="Gentle (made up)",
            gates=(OLD_LOANS_ONLY,),
            payment=ShareAboveGuideline(law="gentle"),
            waiver=SUBSIDISED_FOR_A_WHILE,
        ),
        "icr": LoanPlan(""",
)
FIGURES = (
    "[parameter.paye]",
    """[parameter.gentle]
label = "Gentle"
unit = "table"
kind = "law"
retrieved = 2026-11-21
certainty = "second_hand"

[parameter.gentle.from.2026-07-01]
source = "cfr_685_209"
value = { rate = 0.05, months = 180, guideline_multiple = 2.0 }

[parameter.paye]""",
)
COUNTS = ('"paye", "standard_10"] }', '"paye", "standard_10", "gentle"] }')
ASKED = """
import json
from calc import Scenario, evaluate, load_rules
from calc.questions.cliff import cliff
from calc.questions.repayment import outlook
from ui.telling import loan_rules, loan_words
loans = {"kind": "by_plan", "plan": "gentle", "adjusted_income_per_year": 60_000.0}
plan = Scenario.parse({"work": {"kind": "own_practice"}, "loans": loans})
result = evaluate(plan, load_rules(2026))
found = outlook(result)
month = result.find("loans.month")
print(json.dumps({
    "payment": float(month.amount),
    "how": month.how,
    "federal": result.find("loans.federal").label,
    "source": month.source.key,
    "open": [each.plan for each in found.plans if each.for_all],
    "outcome": found.of("gentle").outcome,
    "needed": float(found.payments_to_the_end("gentle").amount),
    "no lines": cliff(result) is None,
    "choice": loan_words.full_plan_name("gentle"),
    "summary": loan_words.summary(result),
    "asked": loan_words.what_is_asked(result),
    "rule": loan_rules.rule_value(month.source),
    "service": loan_rules.pslf_needs(found.rules),
}))
"""


def python_files() -> list[Path]:
    """Sources of calc and the pages, apart from the homes of the plans."""
    files = (path for folder in ("calc", "ui", "cli") for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in files if path.relative_to(ROOT).as_posix() not in HOMES)


def texts_in(path: Path) -> set[str]:
    """Every text in a module that stands alone, as a name does."""
    return {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_no_other_file_names_a_plan() -> None:
    """A plan is asked by its record, never "is it this one": only its two homes name it."""
    plans = set(get_args(Plan)) - ALSO_WORDS
    naming = {path.relative_to(ROOT).as_posix(): plans & texts_in(path) for path in python_files()}
    assert {name: found for name, found in naming.items() if found} == {}
    for home in HOMES:
        assert plans <= texts_in(ROOT / home)


def edited(path: Path, *changes: tuple[str, str]) -> None:
    """Each text found once in a file gives way to another."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, (path.name, old)
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a copy with a made-up plan says of it, changed in three files only."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in ("calc", "ui"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    edited(copy / "calc/scenario/loans.py", NAMED)
    edited(copy / "calc/loans/plans.py", RECORD)
    edited(copy / "calc/data/student_loans.toml", FIGURES, COUNTS)
    ran = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=copy, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_a_plan_added_in_three_files_is_paid(told: dict[str, Any]) -> None:
    """5 % of what 60,000 are above 200 % of 15,960, a month: 28,080 / 240 = 117; 180 payments."""
    assert told["payment"] == 117
    assert told["how"] == (
        "5 % of income above 200 % of the guideline / 12, at most the Standard payment"
    )
    assert told["source"] == "student_loans.gentle"
    assert "gentle" in told["open"]
    assert (told["outcome"], told["needed"]) == ("forgiven", 180)
    assert told["no lines"]


def test_a_plan_added_in_three_files_is_told(told: dict[str, Any]) -> None:
    """Its words on the page come from its record and its rule."""
    assert told["federal"] == "Federal loans, Gentle"
    assert told["choice"] == "Gentle (made up)"
    assert told["summary"] == "Gentle, \\$117 a month"
    assert told["asked"].startswith("What the plan asks of the income of a year")
    assert told["rule"].replace("\N{NO-BREAK SPACE}", " ") == (
        "5 % of income above 200 % of the poverty guideline, for 180 payments"
    )
    assert "under RAP, IBR, PAYE, Standard or Gentle, made" in told["service"]
