"""The command that lists what is out of date, and the page that it writes."""

import datetime

import pytest

from bench import refresh
from calc.parameters import renewal


def test_the_page_on_renewal_is_current() -> None:
    """The page says what the data say; else run `python -m bench.refresh`."""
    assert refresh.PAGE.read_text(encoding="utf-8") == refresh.page()


def test_the_page_counts_every_figure_once() -> None:
    """The figures of its sections are all there are."""
    text = refresh.page()
    heads = [line for line in text.splitlines() if line.startswith("## ") and " · " in line]
    counts = [int(head.split(" · ")[1].split()[0].replace(",", "")) for head in heads]
    assert sum(counts) == len(renewal.dated_figures())


def test_a_day_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """How many, the last day and how long ago, what, who publishes the next, and where."""
    assert refresh.main(["2027-01-15"]) == 0
    said = capsys.readouterr().out
    count = len(renewal.out_of_date(datetime.date(2027, 1, 15)))
    assert said.startswith(f"Out of date on 15 January 2027: {count} figures.\n")
    guideline = said.index("14 January 2027 (1 day ago)")
    assert said.index("31 December 2026 (15 days ago)") < guideline
    assert said[guideline:].splitlines()[1:] == [
        "  Poverty guideline: student_loans.poverty_guideline",
        "    next: US Department of Health and Human Services (ASPE): poverty guidelines, in the "
        "Federal Register",
        "    when: January; where: "
        "https://aspe.hhs.gov/topics/poverty-economic-mobility/poverty-guidelines",
    ]


def test_what_expires_soon_is_listed_behind_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Of 29 September 2027: Florida's wage ends that day, and nothing else for a month."""
    assert refresh.main(["2027-09-29", "30"]) == 0
    _, _, soon = capsys.readouterr().out.partition("To expire")
    assert soon.startswith(" on that day or within 30 days: 1 figure.\n")
    assert "29 September 2027 (that day)" in soon
    assert "labour.minimum_wage_FL" in soon


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["2027-13-01"], "2027-13-01 is not a day. Write it as year-month-day"),
        (["tomorrow"], "tomorrow is not a day"),
        (["2027-02-29"], "2027-02-29 is not a day"),
        (["2027-01-15", "soon"], "soon is not a number of days. Write a whole number from 0 to"),
        (["2027-01-15", "-3"], "-3 is not a number of days"),
        (["2027-01-15", "99999999"], "99999999 is not a number of days"),
        (["2027-01-15", "60", "x"], "Give one day, and a number of days after it"),
    ],
)
def test_a_wrong_day_is_told(
    typed: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was typed, and what to type; nothing is listed."""
    assert refresh.main(typed) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(told)


def test_a_day_before_all_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """The first and the last day there are."""
    assert refresh.main(["0001-01-01"]) == 0
    assert capsys.readouterr().out == "Out of date on 1 January 1: no figure.\n"
    assert refresh.main(["9999-12-31", "60"]) == 0
