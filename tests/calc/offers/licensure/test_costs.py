"""What the way to a licence costs: the fees of a state, and those that fall due on it."""

from typing import get_args

import pytest

from calc.offers.licensure import cost_of_way, fees_of, pace_of, requirement_for, way_to_licence
from calc.offers.licensure.costs import Due
from calc.parameters import state_names
from calc.parameters.licensure import licence_fee_rows
from calc.scenario import Family, LicenceInputs, Requirement, Support
from tests.calc.offers.licensure.practices import PACE, practice


def test_no_cost_of_a_way_without_end() -> None:
    """A cost until nobody knows when is not told."""
    stands = LicenceInputs()
    pace = pace_of(practice(), 0.0, stands)
    path = way_to_licence(requirement_for("TX", stands), pace, stands)
    assert cost_of_way(path, Support(), fees_of("TX", "counselor")) is None


def test_fees_of_a_state() -> None:
    """The country's fees and the state's own, of this kind of licence alone."""
    labels = {(fee.due, fee.amount_usd, fee.confirmed) for fee in fees_of("CA", "lcsw")}
    assert labels == {
        ("exam", 260.0, True),
        ("earlier", 230.0, True),
        ("exam", 75.0, False),
        ("renewal", 120.0, False),
        ("associate_renewal", 75.0, False),
        ("application", 125.0, False),
        ("application", 100.0, False),
        ("earlier", 75.0, False),
        ("dues", 236.0, False),
        ("renewal", 100.0, False),
    }
    assert len(licence_fee_rows()) == 67


def test_fees_on_the_way() -> None:
    """Three years in California: the exam, 260, was read; the halved fees stand on one page.

    Unconfirmed: law exam 75, two renewals of 75, application 125, first licence 100: 450. What
    comes after, before, or by choice is not on the way.
    """
    typed = Requirement(state="CA", family="lcsw", total_hours=0, direct_hours=0, least_months=36)
    stands = LicenceInputs(family="lcsw", typed=(typed,))
    path = way_to_licence(requirement_for("CA", stands), PACE, stands)
    assert path.months == pytest.approx(36.0)
    found = cost_of_way(path, Support(), fees_of("CA", "lcsw"))
    assert found is not None
    due = [(row.fee.amount_usd, row.times) for row in found.fees]
    assert due == [(260, 1), (75, 1), (75, 2), (125, 1), (100, 1)]
    assert (found.supervision, found.fees_usd, found.unconfirmed_fees_usd) == (0.0, 260.0, 450.0)


def test_fees_of_maryland() -> None:
    """Read in its code: a counselor pays 250 to apply and 200 for the licence, then 275."""
    due = {
        (fee.due, fee.amount_usd, fee.confirmed)
        for fee in fees_of("MD", "counselor")
        if fee.source is not None and fee.source.text("state") == "MD"
    }
    assert due == {
        ("application", 250.0, True),
        ("application", 200.0, True),
        ("renewal", 275.0, True),
    }


def test_every_fee_is_of_a_kind_we_know() -> None:
    """Its `due`, families and state are known; what recurs says how often."""
    for row in licence_fee_rows():
        assert row.text("due") in get_args(Due)
        assert set(row.words("families")) <= set(get_args(Family))
        assert row.text("state") in {"", *state_names()}
        if row.text("due") == "associate_renewal":
            assert row.of("every_years") > 0.0
