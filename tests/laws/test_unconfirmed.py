"""What one page alone says, what texts disagree on and what was recalled starts no figure."""

from typing import get_args

import pytest

from calc.offers.licensure import fees_of, requirement_for
from calc.parameters import load_rules, state_names
from calc.parameters.licensure import board_rows, licence_fee_rows
from calc.scenario import Family, LicenceInputs
from calc.taxes.payroll import payroll_rates

SETTLED = ("", "confirmed", "second_hand")


@pytest.mark.parametrize("family", get_args(Family))
def test_no_board_starts_with_a_figure_that_is_not_settled(family: Family) -> None:
    """A figure of ours is used only where its row was read in a law or in two texts that agree."""
    for state in state_names():
        asked = requirement_for(state, LicenceInputs(family=family))
        ours = [figure.source for figure in asked.figures.values() if figure.origin == "data"]
        for row in ours:
            assert row is not None
            assert (row.kind, row.confirmed) == ("law", True)
            assert row.certainty in ("confirmed", "second_hand")
        assert not (ours and asked.unconfirmed)


@pytest.mark.parametrize("family", get_args(Family))
def test_no_fee_is_counted_that_is_not_settled(family: Family) -> None:
    """A fee counts as read only where its row does; every other one is added apart."""
    for state in state_names():
        for fee in fees_of(state, family):
            assert fee.source is not None
            settled = fee.source.kind != "judgement" and fee.source.certainty in SETTLED
            assert fee.confirmed == settled


@pytest.mark.parametrize("state", state_names())
def test_no_employer_pays_by_a_rule_that_is_not_settled(state: str) -> None:
    """Payroll taxes of a new employer of any size cite no page that stands alone."""
    rates = payroll_rates(load_rules(2026), state, employees=1_000.0, workers_compensation_share=0)
    cited = [rule for rules in rates.sources.values() for rule in rules]
    assert cited
    for rule in cited:
        assert (rule.kind, rule.confirmed) == ("law", True)
        assert rule.certainty in SETTLED


def test_what_is_not_settled_exists() -> None:
    """The laws above have something to hold: boards and fees that are ours to show, not to use."""
    for rows, least in ((board_rows(), 17), (licence_fee_rows(), 10)):
        assert sum(not row.confirmed for row in rows) >= least
