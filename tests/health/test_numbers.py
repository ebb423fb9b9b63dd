"""No unexplained number in a formula."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FREE = {0, 1, -1}
# Bounds and widget steps stand on the field: these calls and keywords hold them.
BOUND_CALLS = {"Bounds"}
BOUND_KEYWORDS = {"step", "ge", "le", "max_length", "min_length"}
# Numbers that name themselves: module constants in capitals, each with its reason.
CONSTANTS = {
    "burnout/formulas.py": {"PERCENT", "NEXT_TO_TYPICAL"},
    "burnout/indicator.py": {"DRAWS"},
    "crossing.py": {"POINTS", "ROUNDS"},
    "questions/fees.py": {"HALVES", "SHARES"},
    "taxes/saving_room/formulas.py": {"HALF"},
    "questions/entity.py": {"GRID", "HALF", "HALVINGS"},
    "questions/solve/search.py": {"HALVINGS", "HALF"},
    "questions/solve/unknowns.py": {"MOST_FEE", "TIMES"},
    "offers/chance.py": {"OPEN_PLACES", "HAIR", "PERCENTILES"},
    "offers/licensure/terms.py": {"MOST_WEEKS_OF_RAMP"},
    "parameters/ahead.py": {"LEAST_INCOME", "NO_LIMIT"},
    "number.py": {
        "WEEKS_PER_YEAR",
        "MONTHS_PER_YEAR",
        "QUARTERS_PER_YEAR",
        "MINUTES_PER_HOUR",
        "HOURS_PER_WEEK",
        "HALF_A_CENT",
    },
    "scenario/fields.py": {
        "MOST_MONEY",
        "MOST_SESSIONS_PER_WEEK",
        "MOST_MINUTES",
        "MOST_RELIANCE",
        "STEPS",
        "TINY",
    },
    "scenario/costs.py": {"MOST_COSTS"},
    "scenario/household.py": {"MOST_CHILDREN", "MOST_DEPENDENTS"},
    "scenario/licence.py": {"MOST_TYPED"},
    "scenario/loans.py": {
        "MOST_LOANS",
        "MOST_STEPS",
        "MOST_CERTIFIED",
        "LAST_DAY",
    },
    "scenario/loan_parts.py": {"MOST_RATE", "MOST_BALANCE"},
    "scenario/offers.py": {
        "MOST_OFFERS",
        "MOST_RAISE",
        "FIRST_DAY",
        "EVERY_FORTNIGHT",
        "Horizon",
        "PAY_PERIODS",
        "PayPeriods",
    },
    "scenario/reading.py": {
        "MOST_FILE_CHARACTERS",
        "MOST_LINES",
        "MOST_KEY_CHARACTERS",
        "MOST_DOTS_IN_LINE",
        "MOST_PROBLEMS",
    },
    "scenario/values.py": {"MOST_VALUES", "MOST_STEPS", "LARGEST"},
    "scenario/sessions.py": {"MOST_KINDS"},
    "offers/labour/formulas.py": {"SLACK"},
    "year/remarks.py": {"NEARLY", "SLACK"},
    "offers/steps.py": {
        "FEWER_SESSIONS",
        "LEAST_PART",
        "MOST_WEEKS",
        "RAISES",
        "STEP_OF",
    },
    "scenario/clinic.py": {
        "MOST_POSTS",
        "MOST_MIX",
        "MOST_PLANS",
        "MOST_CLINIC_CHARACTERS",
        "MOST_ROSTER_COLUMNS",
        "MOST_CHANGES",
    },
    "scenario/posts.py": {"LAST_MONTH"},
    "staffing/receipts_taxes.py": {
        "BEYOND",
        "DOLLAR",
        "EARLY",
        "LATE",
        "PLACES_OF_MONEY",
        "PLACES_OF_RATE",
        "SAME",
    },
    "staffing/relaxing.py": {"HALVES"},
    "staffing/capacity.py": {"ROUNDING"},
    "staffing/chance.py": {"IN_HUNDRED"},
    "staffing/clients_paths.py": {"NO_CAP"},
    "staffing/leaving_paths.py": {"ALREADY", "WORD", "WORDS"},
    "months/ahead.py": {"FULL_SHARES"},
    "months/answers.py": {"HALF", "REACH", "STEPS", "TENTHS"},
    "months/course.py": {"HAIR"},
    "months/filling.py": {"PARTS_PER_WEEK", "PARTS_PER_MONTH"},
    "months/income.py": {"PERCENT"},
    "months/counting.py": {"AT_ONCE"},
    "months/paths.py": {"HALF", "ROOM", "SIDE_BY_SIDE"},
    "months/tables.py": {"ALL_BUT_NOTHING", "LEAST", "BITS", "COLUMNS", "GUIDED"},
    "months/loads.py": {"ROUNDED"},
    "months/payments.py": {"ASKED_SHARE", "PERIODS", "SETTLED"},
    "months/risk.py": {"HALF", "SAFE", "STEP", "SURE", "THREE_MONTHS", "TINY"},
    "months/weeks.py": {"ROUND", "HAIR"},
    "scenario/ahead.py": {
        "MONTHS_SHOWN",
        "MOST_ROWS",
        "MOST_ENQUIRIES",
        "MOST_STAY",
        "MOST_CLIENTS",
        "LEAST_FREQUENCY",
        "MOST_LAG",
        "WEEKS_ILL",
        "Factor",
        "LongWeeks",
    },
    "scenario/ahead_of.py": {"ROUND"},
    "scenario/ahead_rows.py": {"MOST_AHEAD", "MOST_AWAY", "HOLIDAY", "LEAVE"},
    "scenario/scenario.py": {"YEARS_AFTER"},
    "staffing/owners.py": {"PAIR"},
    "taxes/cover/circle.py": {"A_CENT", "HALF", "HALVINGS", "TIMES"},
    "taxes/cover/credit.py": {"PERCENT"},
    "taxes/cover/law.py": {"HAIR", "HALF"},
    "staffing/programme.py": {"TINY"},
    "staffing/roster_cells.py": {"MOST_CELL_CHARACTERS", "PERCENT"},
    "staffing/roster_columns.py": {"MOST_LINES", "MOST_COLUMNS", "MOST_LOOKED_AT", "LOOKED_AT"},
    "staffing/roster_headings.py": {
        "EXACTLY",
        "FEWEST_LETTERS",
        "KEPT",
        "LIKE",
        "MOST_LETTERS",
        "PART",
        "TIE",
    },
    "staffing/roster_meaning.py": {"WITHIN"},
    "staffing/roster_numbers.py": {"THOUSAND"},
    "staffing/roster_pay.py": {"PLAIN_SALARY"},
    "staffing/roster_reading.py": {"SAMPLES"},
    "staffing/roster_table.py": {"LOOKED_AT", "FEWEST_HEADINGS", "MOST_SORTED"},
    "staffing/roster_sheet.py": {"PERCENT", "COLUMNS"},
    "staffing/even.py": {"FAR"},
    "staffing/keeping.py": {
        "CENT",
        "LEAST_STEPS",
        "MANY",
        "MOST_MOVE",
        "MOST_STEPS",
        "PAY_STEPS",
    },
    "staffing/mixes.py": {
        "FEWEST_SESSIONS",
        "FLOORS",
        "FLOOR_STEP",
        "MOST_KINDS",
        "PAY_FACTORS",
        "SESSIONS_STEP",
    },
    "staffing/pay_forms.py": {"NONE_AND_TALL"},
    "staffing/turnover.py": {"FOUR", "MOST_STEEP"},
    "loans/formulas.py": {"CENTS_PER_DOLLAR", "HALF_AND_A_HAIR"},
    "loans/from_inputs.py": {"YEARS_AHEAD"},
    "offers/counter.py": {"HALF_A_YEAR"},
    "offers/even.py": {"LEVEL", "NEAR", "SIDES"},
    "questions/pay.py": {"MOST_RATE", "MOST_SALARY"},
    "questions/rate.py": {
        "STEPS",
        "SALARY_STEPS",
        "MEETS",
        "ANSWERS_KEPT",
        "PLACES",
    },
    "questions/rate_map.py": {
        "CELLS",
        "AROUND",
        "BEYOND",
        "LEAST_WIDTH",
        "ROWS",
        "MOST_FEES",
        "HAIR",
        "SPAN",
        "MAPS_KEPT",
    },
    "questions/cliff.py": {"MOST_TRIES"},
    "questions/repayment.py": {"BELIEFS"},
    "questions/kinds.py": {"HAIR", "POINTS", "CLOSER"},
    "questions/sought.py": {"TIMES_TODAY"},
    "staffing/otherwise.py": {"TENTH", "MORE_MISSED", "RAISE", "WEEKS_LATER"},
    "scenario/clinic_changes.py": {"LEAST_SHARE", "MOST_SHARE"},
    "staffing/plan_changes.py": {"PERCENT", "PLACES"},
    "staffing/plans.py": {"EXAMPLE_CAP", "EXAMPLE_RAISE"},
    "staffing/roster_posts.py": {"CENTS", "SPLIT_PLACES", "PLACES"},
}
# By file: each number, and why it may stand there.
EXCEPTIONS: dict[str, dict[float, str]] = {
    "ledger.py": {3: "near keys named in an error", 0.4: "how near they must be"},
    "parameters/parameter.py": {100: "a share in words is in percent"},
    "parameters/rules.py": {3: "near keys named in an error", 0.4: "how near they must be"},
    "scenario/sessions.py": {1e-12: "rounding of shares that add up to one"},
    "scenario/time.py": {1e-9: "rounding of weeks that add up to a year"},
    "scenario/household.py": {
        0.25: "starting value of a rate the person knows",
        0.2: "starting value of a rate the person knows",
        0.1: "starting value of a rate the person knows",
        40: "starting age, as that of the typical health premium",
    },
    "scenario/loan_parts.py": {
        66_000.0: "starting balance, as in the survey of social work graduates",
        2024: "the school year of the starting loan",
        9: "the month a school year starts",
        20_000.0: "starting balance of a private loan",
        10.0: "starting term of a private loan",
        50_000.0: "starting award: that of NHSC",
        24: "starting months of service: two years, as NHSC asks",
        60_000.0: "starting income of a change ahead",
        2: "starting years until a change ahead",
    },
    "taxes/states/engine.py": {2: "the people on a joint return"},
    "taxes/states/own_arkansas.py": {
        2.0: "the middle of a band: the mean of its two ends",
        0.5: "rounding to the nearest dollar",
    },
    "taxes/practice.py": {2.0: "times its amount, where a credit is gone (RCW 82.04.4451)"},
    "taxes/household.py": {40: "age where a test of a return does not say"},
    "scenario/clinic_ahead.py": {
        60.0: "starting ceiling: where the load indicator calls a practice heavier than typical",
        0.5: "starting share of associates: a director's choice",
        12.0: "starting size of a plan",
        6.0: "starting hours of supervisors: a director's to state",
    },
    "scenario/clinic_parts.py": {
        3.0: "starting number of rooms",
        50.0: "starting hours a room is open: ten on each of five days",
        4.0: "starting number of people who ask for a place a week",
    },
    "scenario/clinic_changes.py": {20.0: "starting cap of sessions: one to be changed at once"},
    "scenario/costs.py": {10.0: "a widget's step"},
    "scenario/pay.py": {45.0: "starting rate, the typical one"},
    "scenario/offers.py": {5: "starting years ahead, the middle choice"},
    "scenario/document.py": {2026: "starting tax year, the last we have"},
}
FILES = sorted((ROOT / "calc").rglob("*.py"))


def numbers_in(node: ast.AST, constants: set[str]) -> Iterator[ast.Constant]:
    """Number literals that are neither a bound, a step nor a named constant."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in BOUND_CALLS:
        return
    if isinstance(node, ast.keyword) and node.arg in BOUND_KEYWORDS:
        return
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in constants:
        return
    if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") in constants:
        return
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from numbers_in(child, constants)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_stray_number(path: Path) -> None:
    """0, 1, -1 and named conversions only: every other figure is in calc/data, with a source."""
    name = path.relative_to(ROOT / "calc").as_posix()
    allowed = FREE | set(EXCEPTIONS.get(name, {}))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    stray = [
        f"line {found.lineno}: {found.value}"
        for found in numbers_in(tree, CONSTANTS.get(name, set()))
        if found.value not in allowed
    ]
    assert stray == []


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_exceptions_are_still_needed(name: str) -> None:
    """An exception goes when its number goes."""
    tree = ast.parse((ROOT / "calc" / name).read_text(encoding="utf-8"))
    found = {item.value for item in numbers_in(tree, CONSTANTS.get(name, set()))}
    assert set(EXCEPTIONS[name]) <= found
