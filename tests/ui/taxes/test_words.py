"""Sentences of the page: each claims what was worked out, and no more."""

from dataclasses import replace

import pytest

from calc.scenario.entity import SCorporation
from tests.ui.pages import EXAMPLES, SOLO
from tests.ui.taxes.both import PRACTICES, forms, plan_in
from ui.taxes import words
from ui.taxes.view import Forms

CALIFORNIA = plan_in("CA")


def said(text: str) -> str:
    """A sentence without its marks of text."""
    return text.replace("\\", "")


def headline(found: Forms) -> str:
    """The heading of the worked example in California."""
    return said(words.headline(found, CALIFORNIA))


def test_a_gain_says_where_it_ends() -> None:
    """The salary that is level is the engine's, to the dollar."""
    found = forms(CALIFORNIA, 40_000.0)
    assert found.curve.turns_at is not None
    assert headline(found) == (
        f"At a salary of $40,000 an S corporation leaves you ${found.gain:,.0f} more a year; above "
        f"${found.curve.turns_at:,.0f} it leaves you less."
    )
    assert found.gain > 0.0


def test_a_loss_says_from_where_on_it_would_gain() -> None:
    """Above the level salary the sign is turned, never a minus in words."""
    found = forms(CALIFORNIA, 90_000.0)
    assert headline(found).startswith("At a salary of $90,000 an S corporation leaves you $")
    assert "less a year; it leaves you more only below $67,1" in headline(found)


def test_no_salary_gains_at_great_costs() -> None:
    """Running costs beyond all that payroll tax could spare."""
    found = forms(CALIFORNIA, 40_000.0, costs=30_000.0)
    assert not found.ever_gains
    assert headline(found).endswith("less a year, and no salary makes it pay.")


def test_a_gain_that_never_ends_is_said_to() -> None:
    """Where no salary is level, it could pay each that it has."""
    found = forms(CALIFORNIA, 40_000.0)
    always = replace(found, curve=replace(found.curve, gain=abs(found.gains), turns_at=None))
    assert headline(always).endswith(f"more a year; {words.NEVER}.")


def test_no_gain_at_all_is_neither() -> None:
    """Less than half a dollar is not called more or less."""
    found = forms(CALIFORNIA, 67_101.584)
    assert "leaves you as much as no corporation does" in headline(found)
    assert words.difference(found, "USD").startswith("Both forms come to the same.")


def test_more_than_the_practice_has_is_no_answer() -> None:
    """The most that it could pay is named, and nothing is claimed of a gain."""
    found = forms(CALIFORNIA, 500_000.0)
    assert found.both is None
    assert headline(found) == (
        f"A salary of $500,000 is more than the practice could pay: ${found.most:,.0f} is the most."
    )
    assert words.difference(found, "USD") == ""
    assert words.also(found, CALIFORNIA) == []
    assert words.entity_sources(found) == []
    assert words.to_check(found, CALIFORNIA) == ""


def test_a_practice_without_profit_has_no_forms() -> None:
    """No salary, no curve, a sentence."""
    plan = plan_in("CA", {"work.session_kinds.0.booked_per_week": 0.0})
    found = forms(plan)
    assert words.headline(found, plan) == words.NO_PROFIT
    assert words.premise(found, plan) == words.NO_PROFIT_LINE


def test_a_guessed_salary_carries_the_guess() -> None:
    """The median is called a guess; a salary that was typed is not."""
    assert "is a guess: the median pay of counselors in California" in words.premise(
        forms(CALIFORNIA), CALIFORNIA
    )
    assert "guess" not in words.premise(forms(CALIFORNIA, 40_000.0), CALIFORNIA)


def test_a_plan_that_is_a_corporation_is_called_ones_own() -> None:
    """The heading says whose it is."""
    plan = CALIFORNIA.with_values({"work.form": SCorporation()})
    assert "your S corporation" in words.headline(forms(plan, 40_000.0), plan)


def test_a_salary_below_the_bar_is_remarked_on() -> None:
    """A remark, never a verdict; none within the bar. No share of profit is offered."""
    low, within = forms(CALIFORNIA, 20_000.0), forms(CALIFORNIA, 35_000.0)
    assert words.salary_line(low, "USD").endswith("expect to be asked why.")
    assert "asked why" not in words.salary_line(within, "USD")
    assert "No law names a share" in words.salary_line(within, "USD")


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("TX", "That Texas takes nothing"),
        ("TN", "Tennessee excise and franchise tax: remembered"),
        ("CA", ""),
    ],
)
def test_a_tax_that_nobody_read_is_marked_where_it_decides(state: str, told: str) -> None:
    """Below the figures that rest on it, not only behind a fold."""
    plan = plan_in(state)
    found = words.to_check(forms(plan, 35_000.0), plan)
    assert found.startswith(told)
    assert bool(found) == bool(told)


def test_california_forbids_an_llc_and_the_board_is_asked() -> None:
    """The state's own sentence with its source; elsewhere the board alone."""
    told = " ".join(words.electing(forms(CALIFORNIA, 40_000.0), CALIFORNIA))
    assert "may not practise through an LLC" in told
    assert "17701.04" in told
    ohio = plan_in("OH")
    assert len(words.electing(forms(ohio, 40_000.0), ohio)) == 3
    assert words.ASK in words.electing(forms(ohio, 40_000.0), ohio)


def test_what_else_moves_says_pension_and_adjusted_income() -> None:
    """Each with the engine's figure."""
    found = forms(CALIFORNIA, 40_000.0)
    assert found.also is not None
    told = said(" ".join(words.also(found, CALIFORNIA)))
    assert f"${float(found.also.no_longer_covered):,.0f} less of earnings" in told
    assert f"Adjusted income** is ${float(found.also.adjusted_income):,.0f} higher" in told
    assert "25 % of the salary" in told


def test_no_pension_is_lost_at_a_job_that_has_paid_the_base() -> None:
    """Then the sentence is left out."""
    plan = plan_in("TX", {"household.own_other_wages_per_year": 200_000.0})
    told = " ".join(words.also(forms(plan, 40_000.0), plan))
    assert "Pension" not in told
    assert words.household_line(forms(plan, 40_000.0)).startswith("Taxes are those of the whole")
    assert words.household_line(forms(CALIFORNIA, 40_000.0)) == ""


def test_the_profit_that_turns() -> None:
    """Below it the salary does not pay; without one it is said how far was looked."""
    found = forms(CALIFORNIA, 40_000.0)
    assert found.turns_at_profit is not None
    near = round(found.turns_at_profit, -2)
    assert f"no profit below about ${near:,.0f}" in said(words.difference(found, "USD"))
    dear = forms(CALIFORNIA, 25_000.0, costs=80_000.0)
    assert dear.both is not None
    assert "no profit up to $486,402 makes" in said(words.difference(dear, "USD"))


@pytest.mark.parametrize("name", PRACTICES)
def test_every_practice_has_sentences(name: str) -> None:
    """Whole ones, without a figure that is not known."""
    plan = EXAMPLES[name]
    found = forms(plan)
    told = [
        words.headline(found, plan),
        words.premise(found, plan),
        words.salary_line(found, "USD"),
        words.salary_sources(found),
        words.difference(found, "USD"),
        *words.also(found, plan),
        *words.electing(found, plan),
        *words.entity_sources(found),
    ]
    for sentence in filter(None, told):
        assert sentence.endswith("."), sentence
        assert "nan" not in sentence


def test_without_the_law_of_a_state_the_reason_is_told() -> None:
    """An employee has no practice; another tax has no two returns."""
    assert words.employee_or_other(EXAMPLES["graduate_with_loans"])[0] == words.EMPLOYEE
    assert words.employee_or_other(SOLO)[0] == words.OTHER_TAX


def test_what_is_left_out_is_named() -> None:
    """In the fold's summary, as a part of a sentence."""
    assert words.not_computed().startswith("alternative minimum tax; penalties")


@pytest.mark.parametrize(
    ("elects", "begins"), [(False, "It may choose to pay $"), (True, "By election it also pays $")]
)
def test_a_tax_by_election_is_told_apart_from_the_form(elects: bool, begins: str) -> None:
    """California's 9.3 %: its own gain, beside and not within that of the form."""
    form = SCorporation(salary_per_year=50_000.0, elects_pte=elects)
    plan = plan_in("CA", {"work.form": form})
    found = forms(plan)
    assert found.both is not None
    assert found.both.elected is not None
    line = said(words.election_line(found, plan))
    assert line.startswith(begins)
    assert f"you ${float(found.both.elected.gain.amount):,.0f} more, in no row above." in line
    assert any("19910" in source for source in words.entity_sources(found))


def test_no_election_is_told_of_where_none_is_known() -> None:
    """Texas has none, and Connecticut's rate would have to be entered."""
    for state in ("TX", "CT"):
        plan = plan_in(state)
        assert words.election_line(forms(plan, 50_000.0), plan) == ""


def test_what_a_corporation_has_chosen_is_in_both_returns() -> None:
    """Without unemployment tax and programmes of the state it leaves more."""
    stays = SCorporation(salary_per_year=50_000.0)
    out = SCorporation(
        salary_per_year=50_000.0, pays_state_unemployment=False, in_state_programmes=False
    )
    within, without = (forms(plan_in("CA", {"work.form": form})) for form in (stays, out))
    assert without.gain > within.gain + 238.0  # 3.4 % of $7,000 alone
