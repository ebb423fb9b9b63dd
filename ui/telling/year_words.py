"""What of a year's law is published and what is projected, for the figures of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from calc import Result
from calc.ledger import Line
from calc.parameters import Parameter, load_rules, projected_years
from calc.parameters.rules import EMPLOYERS, LAW_FILES
from ui.telling.parameter_words import parameter_value
from ui.telling.tables import Table
from ui.telling.words import escape

# The files whose figures are of a tax year.
OF_A_YEAR = (*LAW_FILES, EMPLOYERS, "states", "payroll_programmes", "local_taxes")
GUIDELINE = "student_loans.poverty_guideline"
COUNTED = "{year}: published {published}, projected {projected}"
TOLD = (
    "Figures of law behind these results. What is projected is our judgement, made from the figure "
    "of {last}; what is published later may differ. To be told by law that was read, choose {last} "
    "as the tax year."
)
OPTION = "{year} (in part projected)"


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures of law behind results for a year: those that are published, and the projected."""

    year: int
    published: tuple[Parameter, ...]
    projected: tuple[Parameter, ...]

    @property
    def counted(self) -> str:
        """How many of each, in words."""
        published, projected = len(self.published), len(self.projected)
        return COUNTED.format(year=self.year, published=published, projected=projected)

    @property
    def told(self) -> str:
        """What the two mean."""
        return TOLD.format(last=self.year - 1)

    @property
    def table(self) -> Table:
        """Each figure with its value and how it is known; the projected ones first."""
        rows = [
            (escape(found.label), escape(parameter_value(found)), _known(found, self.year))
            for found in (*self.projected, *self.published)
        ]
        return Table(("Figure", "Value", "How it is known"), rows)


def standing(year: int, lines: Iterable[Line]) -> Standing | None:
    """How the figures of law stand that these lines rest on; None for a year that was read."""
    if year not in projected_years():
        return None
    found = {
        source.key: source
        for top in lines
        for _, line in top.walk()
        for source in line.sources
        if _is_figure(source)
        and (source.key.partition(".")[0] in OF_A_YEAR or source.key == GUIDELINE)
    }
    projected = tuple(one for one in found.values() if is_projected(one, year))
    published = tuple(one for one in found.values() if not is_projected(one, year))
    return Standing(year, published, projected)


def of_results(year: int, results: Iterable[Result]) -> Standing | None:
    """How the figures of law behind the results of plans stand."""
    return standing(year, (line for result in results for line in (result.breakdown, result.loans)))


def sentences(result: Result) -> tuple[str, ...]:
    """For a report: how many figures are published and which ones are projected; mostly nothing."""
    found = of_results(result.rules.tax_year, (result,))
    if found is None:
        return ()
    named = "; ".join(escape(one.label) for one in found.projected)
    return (f"{found.counted}. {found.told}", f"Projected: {named}.")


def of_rules(year: int, states: Iterable[str]) -> Standing | None:
    """How all law of a year stands, that of these states with it; None for a year that was read."""
    if year not in projected_years():
        return None
    rules, codes = load_rules(year), tuple(dict.fromkeys(states))
    published, projected = rules.published(*codes), rules.projected(*codes)
    return Standing(
        year, tuple(filter(_is_figure, published)), tuple(filter(_is_figure, projected))
    )


def _is_figure(found: Parameter) -> bool:
    """Whether it is a figure, and no rule in words."""
    return found.unit != "words"


def is_projected(found: Parameter, year: int) -> bool:
    """Whether a figure stands in for that of a later year, or was projected for it."""
    return found.projected or (found.year is not None and found.year < year)


def _known(found: Parameter, year: int) -> str:
    if found.projected:
        return f"projected: {escape(found.method)}"
    if is_projected(found, year):
        return f"projected: the figure of {found.year}, kept"
    return f"published: {escape(found.source.title)}"


def option(year: int) -> str:
    """A tax year as a choice: one that is projected says so."""
    return OPTION.format(year=year) if year in projected_years() else str(year)
