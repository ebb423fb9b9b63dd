"""The premium credit against an independent program, row by row; README.md has its columns."""

import csv
from pathlib import Path

import pytest

from calc.number import Number
from calc.parameters import load_rules
from calc.scenario.household import FilingStatus
from calc.taxes import Household, tax_bill
from calc.taxes.cover import Cover, Marketplace, cover_of
from calc.taxes.cover.circle import Terms, iterated
from calc.taxes.cover.of_household import terms_of

Row = dict[str, str]
FILE = Path(__file__).parent / "premium_credit.csv"
STATUSES: dict[str, FilingStatus] = {"S": "single", "J": "joint", "H": "head_of_household"}
MODEL_USD = 5.0  # the other model keeps parts of percents within a band's step
TAX_USD = 1.0
# Doubts, and the columns of which each says that they are another thing than the law. The others
# speak of what is no column: Medicaid, which comes before the credit, and that the iteration of the
# procedure goes round, where the row has the largest deduction that fits, as ours.
DOUBTS = {
    "the model refuses exactly 400 %": {"pe_credit"},
    "Texas has no Medicaid expansion": set(),
    "the iteration of Rev. Proc. 2014-41 does not settle": set(),
    "no deduction and credit together satisfy the rule": set(),
}


def rows() -> list[Row]:
    """The rows of the file, below what it says of itself."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


ROWS = rows()


def return_of(row: Row) -> tuple[Household, Marketplace]:
    """The household of a row, and its cover."""
    children = int(row["children_under_17"])
    household = Household(
        filing_status=STATUSES[row["filing_status"]],
        state=row["state"],
        age=int(row["age"]),
        children_under_17=children,
        profit=float(row["profit"]),
        wages=float(row["wages"]),
        spouse_wages=float(row["spouse_wages"]),
        other_income=float(row["other_income"]),
        self_employed_retirement=float(row["retirement"]),
        hsa=float(row["hsa"]),
        deduction="standard",
    )
    return household, Marketplace(
        benchmark_per_year=float(row["benchmark_premium"]),
        premium_per_year=float(row["own_premium"]),
        people_covered=int(row["household_size"]),
    )


def answers(row: Row) -> tuple[Cover, Terms]:
    """Our year of cover for a row, and the circle of it."""
    household, plan = return_of(row)
    rules = load_rules(int(row["year"]))
    return cover_of(household, plan, rules), terms_of(household, plan, rules)


def exempt(row: Row) -> set[str]:
    """The columns that a row's doubt takes out; a doubt that is not in the list is an error."""
    if not row["doubt"]:
        return set()
    return next(out for doubt, out in DOUBTS.items() if row["doubt"].startswith(doubt))


def figures(cover: Cover) -> dict[str, Number]:
    """Our figures by their columns."""
    return {
        "poverty_line": cover.line,
        "deduction": cover.deduction,
        "consistent_deduction": cover.deduction,
        "magi": cover.income,
        "agi": cover.income,
        "expected_contribution": cover.contribution,
        "credit": cover.credit,
        "consistent_credit": cover.credit,
        "premium_after_credit": cover.premium_after_credit,
        "earned_income_limit": cover.earned_income,
    }


def test_every_row_is_here() -> None:
    """All rows that we were given, each kind among them."""
    assert len(ROWS) == 45
    assert {row["block"] for row in ROWS} >= {"edge", "region", "own_plan", "circular", "cliff"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_within_its_tolerance(row: Row) -> None:
    """Deduction, income, percent, share, contribution, credit and premium left, as the row has."""
    cover, _ = answers(row)
    assert "deduction" not in exempt(row)
    assert float(cover.percent) == float(row["fpl_percent"])
    if row["applicable_figure"]:
        assert float(cover.figure) == pytest.approx(float(row["applicable_figure"]), abs=1e-9)
    else:
        assert cover.figure != cover.figure  # not a number
    for column, figure in figures(cover).items():
        if row[column]:
            expected = pytest.approx(float(row[column]), abs=float(row["tolerance"]))
            assert float(figure) == expected, column
    if row["method"] == "window_no_credit":
        assert bool(cover.just_above)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_return_with_the_deduction(row: Row) -> None:
    """The return that `tax_bill` takes has the row's taxes and deduction for business income."""
    cover, _ = answers(row)
    bill = tax_bill(cover.household, load_rules(int(row["year"])))
    for column, line in (
        ("agi", bill.adjusted_income),
        ("qbi_deduction", bill.qbi_deduction),
        ("se_tax", bill.self_employment_tax),
        ("federal_income_tax_before_credit", bill.income_tax),
    ):
        assert float(line.amount) == pytest.approx(float(row[column]), abs=TAX_USD), column


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["alt_deduction"]], ids=lambda row: row["id"]
)
def test_the_procedure_of_the_irs(row: Row) -> None:
    """Both pairs of Rev. Proc. 2014-41, that of the simple method and that where it settles."""
    found = iterated(answers(row)[1])
    assert float(found.simple_deduction) == pytest.approx(float(row["alt_deduction"]), abs=0.01)
    assert float(found.simple_credit) == pytest.approx(float(row["alt_credit"]), abs=0.01)
    if row["method"] == "iterative":
        assert bool(found.settled)
        assert float(found.deduction) == pytest.approx(float(row["deduction"]), abs=0.01)
        assert float(found.credit) == pytest.approx(float(row["credit"]), abs=0.01)
    if row["iterations"] == "60":
        assert not found.settled


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_other_model(row: Row) -> None:
    """Another model has the same credit, but where the row says that it reads the law otherwise."""
    credit = float(answers(row)[0].credit)
    if "pe_credit" in exempt(row):
        assert float(row["pe_credit"]) == 0.0 < credit
    else:
        assert credit == pytest.approx(float(row["pe_credit"]), abs=MODEL_USD)
