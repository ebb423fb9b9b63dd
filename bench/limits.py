"""Write `docs/limits.md`: everything that is not computed, in one table, and how sure the rest is.

Run it as `python -m bench.limits`; a test compares the page with what this would write.
"""

import csv
from pathlib import Path

from ui.telling import limits

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "limits.md"
ORACLES = ROOT / "tests" / "oracle"
HEAD = """# What is not computed, and how sure the rest is

This page is written by `python -m bench.limits`, from `calc/data/limits.toml` and from what other
files of `calc/data` say of themselves. The page Sources shows the same table, and its search finds
the rows by the words that people use.

An estimate for one full year at a steady pace, and an indicator of a group of practices. Not tax,
legal or financial advice, and not a diagnosis. What is left out of one result is told beside it,
as a remark; what is left out of all of them is here.

"""
COLUMNS = """| where | what is not computed | whom it concerns | what to do instead |
|---|---|---|---|
"""
SURE = """
## How sure the rest is

- What you type is taken as it is: odd values are asked about, not corrected. A figure left alone is
  the typical one, listed on the page Sources; many of those are judgements of ours, and say so.
- A figure of law is "confirmed" where the law or its agency was read. "Second-hand" is the law as
  others quote it, "recalled" or "not read" is memory, and "uncertain" is a rule on which texts
  disagree: the page says so beside it. Of what boards ask, only what was read is used.
- Rules of student loans are those from 1 July 2026. State income tax is compared household by
  household in [state by state](states.md).
- Load rests on studies that are mostly of others than therapists, and was never checked on
  therapists in practice ([load](load.md)). The weights of most factors are guesses with their
  spread; each says which. The range is part of the figure.
- Federal tax is compared with an independent model on {federal:,} returns, states on {states:,};
  loans and load with worked examples: good evidence, no proof. A figure that a form contradicts
  is a fault: `.github/ISSUE_TEMPLATE` has a form for it.
"""


def row_of(one: limits.Limit) -> str:
    """One row of the table; a bar within a text would end its cell."""
    cells = (limits.AREAS[one.area], one.what, one.who, one.instead)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def page() -> str:
    """The whole page."""
    federal = [row for path in sorted(ORACLES.glob("federal_*.csv")) for row in rows_of(path)]
    grid = [row for row in rows_of(ORACLES / "state_2026.csv") if not row["state_doubt"]]
    others = rows_of(ORACLES / "households.csv")
    alone = [row for row in others if not float(row["spouse_profit"] or 0.0)]
    sure = SURE.format(federal=len(federal) + len(others), states=len(grid) + len(alone))
    return HEAD + COLUMNS + "".join(map(row_of, limits.limits())) + sure


def rows_of(path: Path) -> list[dict[str, str]]:
    """The returns of a file of the independent model."""
    with path.open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
