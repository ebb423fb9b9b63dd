"""What is told of an employer's taxes: what is counted, and what is only offered."""

import pytest

from tests.calc.clinics import RULES, SALARY, clinic, employee
from ui.telling.employer_words import lines


def told(state: str, posts: int = 1, **more: object) -> str:
    """All lines of a clinic of so many posts, without an administrator, as plain words."""
    people = [employee(str(place), SALARY) for place in range(posts)]
    more = {"administration": {"administrators": 0}, **more}
    found = "\n".join(lines(clinic(posts=people, state=state, **more), RULES))
    return found.replace("\\", "").replace("\xa0", " ")


def test_a_state_of_which_all_is_settled_says_nothing() -> None:
    """Texas has no paid leave, and its base and rate were read."""
    assert told("TX") == ""


@pytest.mark.parametrize(("posts", "counted"), [(49, "0 %"), (50, "0.32 %")])
def test_paid_leave_says_from_which_size(posts: int, counted: str) -> None:
    """Washington: 0.32 % from 50 employees on."""
    said = told("WA", posts)
    assert "0.322841 % of pay from 50 employees on" in said
    assert f"This plan has {posts}, so {counted} is counted" in said


def test_an_own_share_stands_in_its_place() -> None:
    """What is typed replaces the law's part, and the line says so."""
    said = told("DC", employer={"other_payroll_rate": 0.005})
    assert "0.75 % of pay from 1 employee on. Your own share stands in its place" in said


def test_what_one_page_says_is_offered_and_not_counted() -> None:
    """Colorado's paid leave and its base, New York's rate, Kentucky's base of 2025."""
    colorado = told("CO")
    assert "by one page and not counted: 0.44 % of pay from 10 employees on" in colorado
    assert "counted on pay up to $23,800" in colorado
    assert "One page says $30,600 for 2026" in colorado
    assert "counted as 3.4 %. One page says 4.1 % for 2026" in told("NY")
    assert "One page says $11,700 for 2025" in told("KY")


def test_elsewhere_nothing_is_told() -> None:
    """With another currency no law of a state is counted, and none is told."""
    assert told("CO", household={"tax": {"mode": "separate"}}, currency="EUR") == ""
