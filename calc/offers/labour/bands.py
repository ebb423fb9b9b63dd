"""Reference wages: where a wage lies among what others in the occupation are paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from calc.number import WEEKS_PER_YEAR, Number, ratio_of
from calc.parameters import Parameter
from calc.parameters.labour import NATION, Family, Occupation, wage_names, wage_table
from calc.scenario import Hourly, Salary
from calc.year.evaluate import Result

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


@dataclass(frozen=True, slots=True)
class Place:
    """Between which percentiles a wage lies: `above` is None below all, `below` None above all."""

    above: Percentile | None
    below: Percentile | None


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


def place_in(band: Percentiles, wage: float) -> Place:
    """Where a wage lies in a band; a wage equal to a percentile has reached it.

    Wages of the survey are pay before tax for an hour that is paid: compare the same.

    >>> place_in(Percentiles(10.0, 20.0, 30.0, 40.0, 50.0), 20.0)
    Place(above='p25', below='p50')
    """
    reached = [name for name in PERCENTILES if wage >= band.of(name)]
    ahead = [name for name in PERCENTILES if wage < band.of(name)]
    return Place(reached[-1] if reached else None, ahead[0] if ahead else None)


def pay_of_an_hour(result: Result) -> tuple[Number, Number]:
    """Pay before tax for a paid hour, as wages are surveyed, and for every hour; NaN for none.

    Weeks of leave that are paid are paid hours: the survey takes a year of pay over 2,080 hours,
    leave among them.
    """
    hours, pay = result.hours.amount, result.money.taxable.amount
    paid = hours - result.year.unpaid.amount
    return ratio_of(pay, paid + _hours_of_leave(result, paid)), ratio_of(pay, hours)


def _hours_of_leave(result: Result, paid: Number) -> Number:
    """Hours of paid leave in a year: a salary is for all weeks, an hourly wage for those named."""
    weeks = result.year.worked_weeks.amount
    match result.scenario.work.pay:
        case Salary():
            return ratio_of(paid, weeks) * (WEEKS_PER_YEAR - weeks)
        case Hourly() as hourly:
            return hourly.paid_leave_weeks * hourly.contracted_hours_per_week
        case _:
            return 0.0


def pre_licensed_band() -> tuple[WageBand, Percentile, Parameter]:
    """What stands for pay before licensure: a band, the percentile in it, and why.

    The survey does not tell associates apart: a judgement, never a fact.

    >>> band, percentile, _ = pre_licensed_band()
    >>> band.hourly.of(percentile)
    22.65
    """
    stands = wage_names("pre_licensed")
    occupation = next(name for name in OCCUPATION_OF.values() if name == stands.text("occupation"))
    percentile = next(name for name in PERCENTILES if name == stands.text("percentile"))
    return wage_bands(stands.text("area"), occupation)[0], percentile, stands


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
