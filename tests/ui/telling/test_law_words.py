"""How new the law is on a set day: law that has run out, and states with estimates."""

import datetime

import pytest

from calc.parameters import state_names, tax_years
from tests.ui.telling.shipped import SOLO, check_plain, result_of
from ui.telling import law_words, report

LAST = max(tax_years())
DAY, NEXT = datetime.date(LAST, 12, 31), datetime.date(LAST + 1, 1, 1)


@pytest.mark.parametrize("used", tax_years())
def test_law_runs_out_with_its_last_year(used: int) -> None:
    """On its last day nothing is said; on the next, what law is used and that none is newer."""
    assert list(law_words.how_new(used, (), DAY)) == []
    (said,) = law_words.how_new(used, (), NEXT)
    assert f"by the law of {used}" in said
    assert f"newer than that of {LAST} is not known" in said
    check_plain(said)


def test_states_with_estimates_are_named() -> None:
    """18 of them for 2026, each once and by name; after the year it is said that it may be old."""
    estimated = [code for code in state_names() if law_words.is_estimated(code, 2026)]
    assert len(estimated) == 18
    (said,) = law_words.how_new(2026, ("CA", "TX", "OR", "CA"), DAY)
    assert said == (
        "Some figures of California and Oregon for 2026 are estimates, until the state publishes "
        "its own."
    )
    for code in estimated:
        (said,) = law_words.how_new(2026, (code,), DAY)
        assert state_names()[code] in said
        check_plain(said)
    _, later = law_words.how_new(2026, ("CA",), NEXT)
    assert later.endswith("publishes its own; by now it may have.")
    assert list(law_words.how_new(2026, ("TX", "NY"), DAY)) == []
    assert list(law_words.how_new(2025, ("CA",), DAY)) == []  # not recorded: a remark says so


def test_only_a_states_own_record_is_told_of() -> None:
    """Not where the person states a rate, or no tax of the United States is worked out."""
    assert law_words.states_of(SOLO) == ("TX",)
    rated = SOLO.with_values({"household.state": "CA", "household.tax.state_rate": 0.05})
    assert law_words.states_of(rated) == ()
    assert law_words.states_of(SOLO.with_values({"household.tax": {"mode": "none"}})) == ()


def test_the_report_says_it_too() -> None:
    """In its foot, on the day it is made."""
    result = result_of(SOLO, {"household.state": "CA"})
    assert "California" in report.report(result, DAY).foot
    assert "is not known here" in report.report(result, NEXT).foot
    assert "is not known here" not in report.report(result, DAY).foot
