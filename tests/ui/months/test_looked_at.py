"""Any chance opens to a single path that was drawn, month by month."""

import pytest

from calc.months.one_path import first_short, one_path, path_of_the_reserve
from tests.ui.months.test_words import AGENCY, found
from tests.ui.pages import SOLO, Open
from ui.months import hows, looked_at, words

NAMES = ("agency_to_practice", "first_year", "four_months_of_leave", "settled_practice_year")


@pytest.mark.parametrize("name", NAMES)
def test_a_path_adds_up_month_by_month(name: str) -> None:
    """What comes in less what goes out and tax moves the bank; who begins and leaves the people."""
    shown = found(name)
    assert shown.paths is not None
    path = one_path(shown.paths, 7)
    bank = float(shown.setting.ahead.opening_balance)
    for _, came_in, out, tax, left in looked_at.money(shown, path).rows:
        assert abs(bank + came_in - out - tax - left) <= 2
        bank = left
    there = shown.setting.plan.clients_at_start
    for _, _, began, left, clients in looked_at.people(shown, path).rows:
        there += began - left
        assert there == clients
    booked = sum(row[1] for row in looked_at.sessions(shown, path).rows)
    assert booked == pytest.approx(shown.paths.practice.sessions[:, 6].sum())
    said = looked_at.told(shown, path, 7)
    assert words.money(shown, float(path.balance.min())) in said


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("How full?", hows.FULL_PATH),
        ("How much?", hows.RESERVE_PATH),
        ("How often?", hows.SHORT_PATH),
    ],
)
def test_each_chance_opens_to_a_path(open_app: Open, asked: str, why: str) -> None:
    """The drawer of a chance begins with the path that decides, and any other can be looked at."""
    app = open_app("Months ahead", AGENCY)
    app.button(key=f"how {asked}").click().run()
    assert not app.exception
    (field,) = [one for one in app.number_input if one.label == "Path, 1 to 2,000"]
    said = " ".join(each.value for each in app.markdown)
    assert why.format(number=f"{field.value:,}") in said
    assert f"**Path {field.value:,}:** " in said


def test_the_first_path_looked_at_is_the_one_that_decides(open_app: Open) -> None:
    """Of the reserve its rank; where nothing ever runs out the first, and that is said."""
    shown = found("agency_to_practice")
    assert shown.paths is not None
    app = open_app("Months ahead", AGENCY)
    app.button(key="how How much?").click().run()
    assert app.number_input(key=f"path looked at {path_of_the_reserve(shown.paths)}")
    rich = SOLO.with_values({"ahead": {"opening_balance": 900_000.0, "months": 12}})
    app = open_app("Months ahead", rich)
    app.button(key="how How often?").click().run()
    assert any(hows.ANY_PATH in each.value for each in app.markdown)
    assert app.number_input(key="path looked at 1")
    assert first_short(shown.paths) > 1 or shown.paths.ever_short[0]


@pytest.mark.parametrize("typed", [0, 2001, None])
def test_a_number_without_a_path_is_told(typed: int | None) -> None:
    """Which path is shown meanwhile is said, and which there are."""
    said = "There are paths 1 to 2,000. Path 26 is shown until you type one of them."
    assert looked_at.number_of(typed, 26) == (26, said)
    assert looked_at.number_of(2000, 26) == (2000, "")
