"""Room for saving in tables and sentences."""

from typing import get_args

from calc import load_rules
from calc.questions.saving_room import rooms_of, saving_costs
from calc.taxes.saving_room import Plan, ReasonName, Room, Saver, Step, saving_room
from tests.ui.telling.shipped import EMPLOYEE, SOLO, check_plain, result_of
from ui.telling import saving_words

RULES = load_rules(2026)


def rooms(**of: object) -> tuple[Room, ...]:
    """The rooms of a person."""
    person = {"form": "sole_proprietor", "age": 40, "profit": 100_000.0, **of}
    return saving_room(Saver(**person), RULES)  # type: ignore[arg-type]


def told(found: tuple[Room, ...]) -> dict[str, list[str]]:
    """The table of rooms, by plan."""
    return {row[0]: row[1:] for row in saving_words.rooms_table(found, "USD").texts()}


def test_every_name_has_words() -> None:
    """Plans, reasons and steps."""
    assert set(saving_words.PLANS) == set(get_args(Plan))
    assert set(saving_words.REASONS) == set(get_args(ReasonName))
    assert set(saving_words.STEPS) == set(get_args(Step))


def test_each_plan_with_its_most_and_its_days() -> None:
    """100,000 of profit: 24,500 and a fifth of net earnings."""
    rows = told(rooms(adjusted_income=90_000.0, cover="self_only"))
    assert rows["Solo 401(k)"][0] == "$43,087"
    assert rows["Solo 401(k)"][2] == "yours $24,500; practice $18,587"
    assert "15 Apr 2027" in rows["Solo 401(k)"][1]
    assert rows["Employer's 401(k)"] == ["–", "–", "only with pay from an employer"]
    assert rows["HSA"][2] == "only beside a high-deductible plan"
    assert told(rooms())["HSA"][2] == "only with a high-deductible plan; not entered"


def test_age_and_income() -> None:
    """Catch-ups by age; a deduction and a Roth IRA that income ends."""
    old = rooms(age=61, adjusted_income=400_000.0, covered=True)
    rows = told(old)
    assert rows["Solo 401(k)"][2].startswith("yours $35,750 with catch-up")
    assert rows["IRA"][2] == "$1,100 of it by age; not deductible at this income"
    assert rows["Roth IRA"][0] == "–"
    assert rows["Roth IRA"][2].endswith("income ends it")
    assert saving_words.catch_up(old, "USD").startswith("Your age adds \\$11,250 in Solo")
    assert saving_words.catch_up(rooms(), "USD") == ""
    half = rooms(adjusted_income=85_000.0, covered=True)
    assert told(half)["IRA"][2] == "deductible in part, because of income"


def test_a_catch_up_that_must_be_roth() -> None:
    """After high pay from the same employer."""
    owner = rooms(form="s_corporation", age=52, pay=160_000.0, pay_last_year=160_000.0)
    assert "the catch-up is Roth" in told(owner)["Solo 401(k)"][2]


def test_the_savers_credit() -> None:
    """Its share where there is one."""
    low = rooms(profit=25_000.0, adjusted_income=23_000.0)
    said = saving_words.savers_credit(low)
    check_plain(said)
    assert said.startswith("The saver's credit pays 50 %")
    assert saving_words.savers_credit(rooms(adjusted_income=90_000.0)) == ""
    assert saving_words.savers_credit(()) == ""


def test_what_a_dollar_costs_and_by_when() -> None:
    """Roth apart, at a dollar; what is full or closed has no row; each step its day."""
    result = result_of(SOLO)
    rows = saving_words.costs_table(saving_costs(result, 100.0), "USD").texts()
    found = {place: cost for place, _, cost in rows}
    assert found["Solo 401(k), Roth"] == "$1.00"
    assert found["SEP"] == "$0.82"
    full = result_of(SOLO, {"work.saving.sep_per_year": 60_000.0})
    places = [row[0] for row in saving_words.costs_table(saving_costs(full), "USD").rows]
    assert "SEP" not in places
    steps = dict(saving_words.steps_table(rooms_of(result)).texts())
    assert steps["SEP: practice's part paid in"] == "15 October 2027"
    assert not any(name.startswith("Employer's") for name in steps)


def test_an_employees_places() -> None:
    """A 401(k), its Roth and an HSA."""
    result = result_of(SOLO, {"work": {**EMPLOYEE, "session_kinds": []}})
    rows = saving_words.costs_table(saving_costs(result, 100.0), "USD").rows
    assert [row[0] for row in rows] == ["401(k)", "401(k), Roth", "HSA"]
