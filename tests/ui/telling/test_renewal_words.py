"""Until when a figure holds, in words, on set days."""

import datetime

import pytest

from calc.parameters import Parameter, load_rules
from calc.parameters.labour import labour_rules
from calc.parameters.renewal import dated_figures
from calc.parameters.student_loans import loan_rules
from ui.telling import renewal_words
from ui.telling.law_words import how_new

AUTUMN = datetime.date(2026, 11, 30)
END = datetime.date(2026, 12, 31)
NEXT = datetime.date(2027, 1, 1)


def law(name: str, on: datetime.date = AUTUMN) -> Parameter:
    """A rule of pay for work, as read for a day."""
    return next(rule for rule in labour_rules(on) if rule.key == f"labour.{name}")


def test_a_figure_says_its_last_day_and_where_the_next_is() -> None:
    """Brackets of 2026 hold to its last day; from the next on they have run out."""
    found = load_rules(2026)["us_federal.income_tax"]
    after = "next: IRS, October or November"
    assert renewal_words.holds(found, END, END) == f"holds until 31 December 2026; {after}"
    assert renewal_words.holds(found, END, NEXT) == f"ran out on 31 December 2026; {after}"


def test_a_version_that_has_a_later_one_names_no_publisher() -> None:
    """The brackets of 2025, and Rhode Island's wage before its step of January 2027."""
    earlier = datetime.date(2025, 12, 31)
    found = load_rules(2025)["us_federal.income_tax"]
    assert renewal_words.holds(found, earlier, AUTUMN) == "held until 31 December 2025"
    stepping = law("minimum_wage_RI")
    assert renewal_words.holds(stepping, AUTUMN, AUTUMN) == "holds until 31 December 2026"
    stepped = law("minimum_wage_RI", NEXT)
    assert renewal_words.holds(stepped, NEXT, NEXT) == (
        "holds until 31 December 2027; next: the state's department of labor, December or January"
    )


def test_what_stands_in_says_so() -> None:
    """Colorado's salary of 2026 was recalled; that of 2025 was read, and its next was not."""
    recalled = renewal_words.holds(law("exempt_salary_CO"), AUTUMN, AUTUMN)
    assert recalled == (
        "stands in until it is read at its publisher: the state's department of labor"
    )
    summer = datetime.date(2025, 7, 1)
    read = renewal_words.holds(law("exempt_salary_CO", summer), summer, AUTUMN)
    assert read == "ran out on 31 December 2025; next: the state's department of labor"


def test_what_is_projected_stands_in() -> None:
    """Brackets of 2027 until the IRS publishes them; the limits of health savings were."""
    end = datetime.date(2027, 12, 31)
    rules = load_rules(2027)
    projected, published = rules["us_federal.income_tax"], rules["us_federal.hsa_limit_family"]
    stands_in = "stands in until it is read at its publisher: IRS"
    assert renewal_words.holds(projected, end, AUTUMN) == stands_in
    assert renewal_words.holds(published, end, AUTUMN) == "holds until 31 December 2027; next: IRS"


def test_a_plan_that_ends_has_no_successor() -> None:
    """PAYE ends on 30 June 2028, and nothing takes its place."""
    found = loan_rules(AUTUMN)["paye"]
    assert renewal_words.holds(found, AUTUMN, AUTUMN) == (
        "holds until 30 June 2028; no next one is known"
    )


def test_where_it_is_not_known_when_nothing_is_said_of_it() -> None:
    """Federal Student Aid's rates are announced on a day that no source of ours says."""
    found = loan_rules(AUTUMN)["graduate_loan_rate"]
    assert renewal_words.holds(found, AUTUMN, AUTUMN) == (
        "holds until 30 June 2027; next: Federal Student Aid"
    )


@pytest.mark.parametrize("key", ["us_federal.se_medicare_rate", "typical.minutes_per_session"])
def test_what_holds_until_it_is_changed_says_nothing(key: str) -> None:
    """No day, so nothing is added to its source: a line over the table says it of all."""
    found = load_rules(2026)[key]
    assert renewal_words.holds(found, END, NEXT) == ""
    assert renewal_words.with_last_day("here", found, END, NEXT) == "here"


def test_the_words_stand_behind_the_source() -> None:
    """In one cell, so no table is wider for them."""
    found = load_rules(2026)["us_federal.standard_deduction"]
    told = renewal_words.with_last_day("here", found, END, END)
    assert told.startswith("here · holds until 31 December ")
    assert "; next: IRS" in told


def test_the_line_on_law_that_ran_out_follows_the_same_day() -> None:
    """It is told from the day on which brackets have run out, and not before."""
    last = dated_figures()["us_federal.income_tax"].last_day
    assert last is not None
    assert list(how_new(last.year, (), last)) == []
    after = last + datetime.timedelta(days=1)
    (said,) = how_new(last.year, (), after)
    assert said.startswith(f"It is {after.year}, ")
    assert f"by the law of {last.year}" in said
    assert list(how_new(after.year, (), after)) == []  # of a later year its own page tells
