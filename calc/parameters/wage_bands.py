"""What surveys say an occupation is paid: five wages of a state, or of an industry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from calc.parameters.labour import NATION, Family, Occupation, wage_names, wage_table
from calc.parameters.parameter import Parameter

Percentile = Literal["p10", "p25", "p50", "p75", "p90"]
PERCENTILES: tuple[Percentile, ...] = get_args(Percentile)
OCCUPATION_OF: dict[Family, Occupation] = {
    "counselor": "counselors",
    "lcsw": "social_workers",
    "mft": "marriage_and_family_therapists",
    "psychologist": "psychologists",
}


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Five wages: a tenth, a quarter, half, three quarters and nine tenths are paid less."""

    p10: float
    p25: float
    p50: float
    p75: float
    p90: float

    def of(self, percentile: Percentile) -> float:
        """The wage of one percentile."""
        wage: float = getattr(self, percentile)
        return wage


@dataclass(frozen=True, slots=True)
class WageBand:
    """What all staff of an occupation are paid in an area, or an industry of the nation.

    All staff, not associates; the self-employed are not counted. `area` is a state or `US`.
    """

    occupation: Occupation
    area: str
    industry: str | None
    hourly: Percentiles
    annual: Percentiles
    source: Parameter

    @property
    def occupation_name(self) -> str:
        """The occupation as the survey names it."""
        return wage_names("occupations").text(self.occupation)

    @property
    def industry_name(self) -> str | None:
        """The industry as the survey names it; None for all of them."""
        return wage_names("industries").text(self.industry) if self.industry else None


def wage_bands(state: str, of: Family | Occupation) -> tuple[WageBand, ...]:
    """The band of a state, or the nation where the state's is not published; then by industry.

    >>> [band.area for band in wage_bands("CT", "psychologist")][:2]
    ['US', 'US']
    """
    occupation = _occupation(of)
    areas = wage_table(occupation)
    area = state if state in _names(areas) else NATION
    by_industry = wage_table(occupation, "industry")
    return (
        _band(occupation, area, None, areas, area),
        *(_band(occupation, NATION, name, by_industry, name) for name in _names(by_industry)),
    )


def _occupation(of: Family | Occupation) -> Occupation:
    match of:
        case "counselor" | "lcsw" | "mft" | "psychologist":
            return OCCUPATION_OF[of]
        case _:
            return of


def _names(table: Parameter) -> tuple[str, ...]:
    return tuple(table.value)  # type: ignore[arg-type]


def _band(
    occupation: Occupation, area: str, industry: str | None, table: Parameter, row: str
) -> WageBand:
    wages, half = table.row(row), len(PERCENTILES)
    hourly, annual = Percentiles(*wages[:half]), Percentiles(*wages[half:])
    return WageBand(occupation, area, industry, hourly, annual, table)
