"""How new the law is on a set day: law that has run out, and states with estimates."""

import datetime

import pytest

from calc.parameters import load_rules, state_names, tax_years, years_read
from calc.taxes.states.record import state_record
from tests.ui.telling.shipped import SOLO, check_plain, result_of
from ui.telling import law_words, report

LAST, READ = max(tax_years()), max(years_read())
DAY, NEXT = datetime.date(LAST, 12, 31), datetime.date(LAST + 1, 1, 1)


@pytest.mark.parametrize("used", tax_years())
def test_law_runs_out_with_its_last_year(used: int) -> None:
    """On its last day nothing is said; on the next, what law is used and that none is newer."""
    assert list(law_words.how_new(LAST, (), DAY)) == []
    (said,) = law_words.how_new(used, (), NEXT)
    assert f"by the law of {used}" in said
    assert f"newer than that of {LAST} is not known" in said
    check_plain(said)


@pytest.mark.parametrize("used", years_read())
def test_in_a_year_that_is_projected_an_older_one_is_told(used: int) -> None:
    """In 2027 a plan of 2026 hears that 2027 can be chosen; on the last day of 2026 nothing."""
    assert list(law_words.how_new(used, (), datetime.date(READ, 12, 31))) == []
    (said,) = law_words.how_new(used, (), datetime.date(READ + 1, 1, 1))
    assert said == (
        f"It is 2027, and these figures are by the law of {used}. That of 2027 is known here in "
        "part, and the rest is projected: choose 2027 as the tax year to see it."
    )
    check_plain(said)


def test_a_projected_year_names_no_states() -> None:
    """There each figure is counted and listed beside the results instead."""
    assert list(law_words.how_new(LAST, ("CA", "MT"), DAY, ("MT",))) == []


def test_states_with_estimates_are_named() -> None:
    """18 of them for 2026, each once and by name; after the year it is said that it may be old."""
    estimated = [code for code in state_names() if law_words.is_estimated(code, 2026)]
    assert len(estimated) == 18
    day = datetime.date(READ, 12, 31)
    (said,) = law_words.how_new(2026, ("CA", "TX", "OR", "CA"), day)
    assert said == (
        "Some figures of California and Oregon for 2026 are estimates, until the state publishes "
        "its own."
    )
    for code in estimated:
        (said,) = law_words.how_new(2026, (code,), day)
        assert state_names()[code] in said
        check_plain(said)
    _, later = law_words.how_new(2026, ("CA",), NEXT)
    assert later.endswith("publishes its own; by now it may have.")
    assert list(law_words.how_new(2026, ("TX", "NY"), day)) == []
    assert list(law_words.how_new(2025, ("CA",), day)) == []  # not recorded: a remark says so


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


def test_figures_for_age_that_were_not_read_are_told_to_whoever_they_count_for() -> None:
    """Montana's 5,810 for a filer of 65 is not published: said from 65, of a spouse too."""
    montanan = SOLO.with_values({"household.state": "MT", "household.age": 65})
    assert law_words.aged_states_of(montanan, 2026) == ("MT",)
    assert law_words.aged_states_of(montanan, 2025) == ()  # not recorded
    younger = montanan.with_values({"household.age": 64})
    assert law_words.aged_states_of(younger, 2026) == ()
    couple = younger.with_values({"household.filing_status": "joint", "household.spouse_age": 70})
    assert law_words.aged_states_of(couple, 2026) == ("MT",)
    read = montanan.with_values({"household.state": "WV"})
    assert law_words.aged_states_of(read, 2026) == ()
    (said,) = law_words.how_new(2026, ("MT",), datetime.date(READ, 12, 31), ("MT", "MT"))
    assert said == (
        "What Montana gives for age in 2026 rests in part on figures that were not read in a "
        "source."
    )
    check_plain(said)
    both = list(law_words.how_new(2026, ("GA",), datetime.date(READ, 12, 31), ("GA", "MT")))
    assert both[1].startswith("What Georgia and Montana give for age")
    foot = report.report(result_of(montanan), DAY).foot
    assert said in foot
    assert said not in report.report(result_of(younger), DAY).foot


def test_an_age_from_which_a_state_gives_more() -> None:
    """Georgia from 62, by its table; Utah from 74; Texas at none."""
    begins = {"GA": 62, "UT": 74, "DE": 60, "VA": 65}
    rules = load_rules(2026)
    for code, age in begins.items():
        record = state_record(code, rules)
        assert record is not None
        assert record.age_begins == age
    assert not law_words.unread_for_age("MT", 2026, 64)
    assert law_words.unread_for_age("MT", 2026, 65)
    assert not law_words.unread_for_age("GA", 2026, 62)  # read
    assert not law_words.unread_for_age("TX", 2026, 100)
