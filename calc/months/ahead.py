"""The months ahead of a plan: its expected path, and its paths with chance where luck is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from calc.months.counting import Counts
from calc.months.course import Course, course_of
from calc.months.expected import expected_counts
from calc.months.full import FullWhen, full_when
from calc.months.paths import Luck, counts_of_paths
from calc.months.risk import Risk, risk_of
from calc.months.setting import Setting, setting_of
from calc.parameters import Rules
from calc.scenario import Scenario, ahead_of

FULL_SHARES = (0.2, 0.5, 0.8)  # of the paths


@dataclass(frozen=True)
class MonthsAhead:
    """A plan's months: those of the expected path, and of every path where luck was given."""

    setting: Setting
    expected: Course
    paths: Course | None

    @cached_property
    def full_expected(self) -> int | None:
        """The first week, from 1, in which the expected path is full; None: in none of them."""
        return full_when(self.expected.counts, (1.0,)).weeks[0]

    @cached_property
    def full(self) -> FullWhen | None:
        """The first weeks by which 20, 50 and 80 of 100 paths have been full."""
        return full_when(self.paths.counts, FULL_SHARES) if self.paths else None

    @cached_property
    def risk(self) -> Risk | None:
        """Chances of falling short, and the reserve."""
        return risk_of(self.paths) if self.paths else None


def ahead(
    scenario: Scenario, rules: Rules, luck: Luck | None = None, counts: Counts | None = None
) -> MonthsAhead:
    """The months ahead of a practice or contractor, by its `[ahead]`; without one the steady year.

    `luck` (`calc.months.luck_of`) are uniforms, a row a week and a column a path; two plans with
    the same luck share it path by path. `counts` of an earlier run are taken as they are: a change
    of money alone moves no client. `ScenarioError` for an employee, a batch, or without a session.
    """
    stated = ahead_of(scenario)
    setting = setting_of(scenario, stated, rules)
    expected = course_of(setting, expected_counts(setting.plan))
    if counts is None and luck is not None:
        counts = counts_of_paths(setting.plan, luck)
    if counts is None:
        return MonthsAhead(setting, expected, None)
    return MonthsAhead(setting, expected, course_of(setting, counts, expected.years))
