"""The premium credit in sentences and as the chart of its cliff."""

from typing import Any

import pytest

from calc import Result
from calc.questions.cover import CoverYear, Edge, cover_year, edge_of_credit, not_worked_out
from calc.questions.cover_saving import over_saving, saving_for_credit, ways_of
from tests.ui.telling.shipped import EMPLOYEE, GRADUATE, KIND, SOLO, check_plain, result_of
from ui.telling import cliff_chart, cover_words
from ui.telling.palette import DARK, LIGHT

COVER = "household.cover"
STATED = {COVER: {"benchmark_per_month": 950.0}, "work.health_premium_per_month": 880.0}
FEE = f"{KIND}.fee_per_session"
HAS = {FEE: 90.0}


def result_with(changes: dict[str, Any] | None = None) -> Result:
    """The worked example with cover stated."""
    return result_of(SOLO, {**STATED, **(changes or {})})


def year_of(result: Result) -> CoverYear:
    """Its year of cover."""
    found = cover_year(result)
    assert found is not None
    return found


def told(changes: dict[str, Any] | None = None) -> list[str]:
    """All that is said of it, each a whole sentence."""
    result = result_with(changes)
    said = list(cover_words.told(year_of(result), edge_of_credit(result), result))
    for sentence in said:
        check_plain(sentence)
    return said


def test_a_credit_and_where_it_ends() -> None:
    """How much, at which income, what is left to pay, and what more profit does."""
    credit, edge, *rest = told(HAS)
    assert credit.startswith("The credit is **\\$5,")
    assert "% of the poverty line" in credit
    assert "of the premium to pay" in credit
    assert edge.startswith("With \\$")
    assert edge.endswith("is lost.")
    assert rest == [cover_words.NOT_KNOWN]


def test_above_the_line_and_just_above_it() -> None:
    """The line is named; just above it, why the deduction does not help."""
    above = told()[0]
    assert "it ends at \\$62,600, 400 % of the poverty line, with a dollar more." in above
    assert cover_words.AT_THE_EDGE not in above
    assert cover_words.AT_THE_EDGE in told({FEE: 100.0})[0]


def test_below_the_poverty_line_and_a_cheap_benchmark() -> None:
    """Two other ways to have none."""
    assert "it begins at \\$15,650" in told({FEE: 30.0})[0]
    cheap = told({FEE: 90.0, COVER: {"benchmark_per_month": 100.0}})[0]
    assert "is for the household to pay, and the benchmark is no more." in cheap


@pytest.mark.parametrize(
    ("edge", "said"),
    [
        (Edge(900.0, 0.4), "With \\$900 more profit it has shrunk to nothing."),
        (Edge(1.0, 5_165.0), "One dollar more profit ends it, and takes \\$5,165."),
    ],
)
def test_the_edge_in_words(edge: Edge, said: str) -> None:
    """A credit that shrinks away, and one that the next dollar ends."""
    assert cover_words.ends(edge, employed=False) == said
    assert "more pay" in cover_words.ends(edge, employed=True)


@pytest.mark.parametrize(
    ("advance", "said"),
    [
        (0.0, None),
        (880.0, "is owed with the return in April."),
        (1.0, "is paid in advance; the return pays the other \\$"),
    ],
)
def test_april(advance: float, said: str | None) -> None:
    """Too much, too little, and none in advance."""
    found = [
        one
        for one in told(
            {**HAS, COVER: {"benchmark_per_month": 950.0, "advance_per_month": advance}}
        )
        if "advance" in one
    ]
    assert len(found) == (said is not None)
    assert said is None or said in found[0]


def test_an_advance_that_is_the_credit() -> None:
    """Nothing is owed either way."""
    exact = float(year_of(result_with(HAS)).cover.credit) / 12
    both = {**HAS, COVER: {"benchmark_per_month": 950.0, "advance_per_month": exact}}
    assert any("in April nothing is owed." in one for one in told(both))


def test_employers_plans() -> None:
    """One that is open, and that of somebody employed, which is not known."""
    assert cover_words.EMPLOYER_PLAN in told({**HAS, "household.may_join_employer_plan": True})
    hired = SOLO.with_values({"work": EMPLOYEE})
    result = result_of(hired, {**STATED, "work.premium_before_tax": False})
    said = list(cover_words.told(year_of(result), None, result))
    assert cover_words.EMPLOYED in said


def test_what_stands_beside_it() -> None:
    """Money of a state that is in no figure, and shares that were not read in the law."""
    assert any("New Mexico" in one for one in told({**HAS, "household.state": "NM"}))
    later = told({**HAS, "tax_year": 2027})
    assert later[-1].startswith("The shares of income for 2027 are those of one tax model")


@pytest.mark.parametrize(
    "changes",
    [
        {COVER: None},
        {"household.tax": {"mode": "none"}},
        {"tax_year": 2025},
    ],
)
def test_why_there_is_none(changes: dict[str, Any]) -> None:
    """Each reason in a whole sentence."""
    result = result_with(changes)
    why = not_worked_out(result)
    assert why is not None
    check_plain(cover_words.missing(why, result))


def test_every_reason_has_words() -> None:
    """Those of a year are made of it; the others stand."""
    assert all(said or why == "year_not_read" for why, said in cover_words.MISSING.items())
    assert "2026 and 2027" in cover_words.missing("year_not_read", result_with({"tax_year": 2025}))


def test_what_saving_costs_and_brings() -> None:
    """Less in hand, more in hand, and no credit whatever goes in."""
    far, near = result_with({FEE: 110.0}), result_with({FEE: 100.0})
    costs, gains = (saving_for_credit(each, ways_of(each)[0]) for each in (far, near))
    assert costs is not None
    assert gains is not None
    said = cover_words.saving(costs)
    short = cover_words.in_short(costs).replace("\\", "")
    assert short.startswith(f"Saving ${costs.amount:,.0f}")
    assert short.endswith(f"would bring a premium credit of ${costs.credit:,.0f}.")
    assert " saved in a solo 401(k) costs **\\$" in said
    assert " less tax, " in said
    assert "more in hand" in cover_words.saving(gains)
    none = saving_for_credit(result_with(), ways_of(result_with())[2])
    assert none is not None
    assert cover_words.in_short(none) == ""
    assert cover_words.saving(none).startswith("No saving that may still go into a health savings")


def test_loans_are_told_where_they_fall() -> None:
    """A payment by income falls with the income that is saved."""
    plan = GRADUATE.with_values(
        {
            COVER: {"benchmark_per_month": 1_500.0},
            "work.health_premium_per_month": 900.0,
            "work.premium_before_tax": False,
            "work.pay.salary_per_year": 78_000.0,
            "tax_year": 2026,
        }
    )
    result = result_of(plan)
    found = saving_for_credit(result, ways_of(result)[0])
    assert found is not None
    assert "less on loans" in cover_words.saving(found)


def test_the_line_on_your_hour() -> None:
    """Only where there is a credit, and no employer's plan that may end it."""
    said = cover_words.on_your_hour(year_of(result_with(HAS)))
    assert said.startswith("At this income the marketplace credit is \\$5,")
    assert said.endswith("it is not in the figures above.")
    assert cover_words.on_your_hour(year_of(result_with())) == ""
    opened = {**HAS, "household.may_join_employer_plan": True}
    assert cover_words.on_your_hour(year_of(result_with(opened))) == ""


@pytest.mark.parametrize("fee", [110.0, 140.0, 100.0, 90.0, 200.0])
def test_the_chart_of_the_cliff(fee: float) -> None:
    """Two lines with a gap where there is a step, one where there is none, each told in words."""
    result = result_with({FEE: fee})
    ways = ways_of(result)
    found = over_saving(result, ways[0])
    assert found is not None
    ends = {way.way: way.most for way in ways[1:2]}
    for palette in (LIGHT, DARK):
        chart = cliff_chart.cliff(found, palette, dict(ends))
        lines = [one for one in chart.figure["data"] if one["mode"] == "lines"]
        assert len(lines) == (1 if found.step_at is None else 3)
        texts = [one["text"] for one in chart.figure["layout"]["annotations"]]
        assert ("one dollar less: none" in texts) == (found.step_at is not None)
        assert "a SEP ends here" in texts
        check_plain(chart.alt)
        assert ("it steps from" in chart.alt) == (found.step_at is not None)
    assert cover_words.curve_line("sep").endswith("by what goes into a SEP.")
