"""Cash with chance: folded until it is asked for, and its sentence says what was entered."""

import re
from collections.abc import Mapping

import numpy as np
import pytest

from calc.scenario.clinic import Plans
from calc.staffing import (
    ClinicResult,
    cash_timeline,
    clinic_chance,
    clinic_luck_of,
    evaluate_clinic,
    turnover_of,
)
from tests.calc.clinics import SALARY, clinic, employee, owner
from tests.ui.clinic.clinics import FOUND, Open, opened, texts
from ui.clinic import chance, chance_words, lines, words
from ui.shell import state
from ui.telling.palette import LIGHT

PATHS = 400
NO_CASH = {"opening_cash": 0.0}


def told(result: ClinicResult) -> str:
    """The sentences of a clinic's chances, as they are read."""
    luck = clinic_luck_of(np.random.default_rng(3), result.clinic.labels, PATHS)
    found = clinic_chance(result, luck)
    return " ".join(chance_words.told(found, result)).replace("\\", "")


def of_posts(posts: list[Mapping[str, object]], **more: object) -> str:
    """The sentences of a clinic of these posts."""
    return told(evaluate_clinic(clinic(posts=posts, **more)))


def test_the_fold_is_worked_out_only_when_it_is_open(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closed, nothing is drawn; open, its figures are those of the plan shown, and kept."""
    calls: list[ClinicResult] = []
    whole = chance.clinic_chance

    def counted(result: ClinicResult, *luck: object, **more: object) -> object:
        calls.append(result)
        return whole(result, *luck, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(chance, "clinic_chance", counted)
    opened(open_app)
    assert not calls
    app = opened(open_app, None, "chance")
    assert len(calls) == 1
    said = texts(app)
    luck = clinic_luck_of(
        np.random.default_rng(state.SEED), FOUND.results[1].clinic.labels, chance.PATHS
    )
    wanted = chance_words.told(clinic_chance(FOUND.results[1], luck), FOUND.results[1])
    for sentence in wanted:
        assert sentence.replace("\\", "") in said
    app.run()
    assert len(calls) == 1
    button = next(item for item in app.button if item.key == "how clinic chance")
    button.click().run()
    assert not app.exception
    assert "2,000 paths of two years were drawn" in texts(app)
    assert "**Judgement:**" in texts(app)


def test_who_may_leave_is_named_as_it_is_entered() -> None:
    """Several, one, owners alone, and a rate of 0."""
    posts = [owner(), employee("A", SALARY), employee("B", SALARY)]
    assert of_posts(posts).startswith("Two or more leave within a year in **")
    assert of_posts(posts[:2]).startswith("A leaves within a year in **")
    assert of_posts(posts[:1]).startswith(chance_words.OWNERS_STAY)
    assert of_posts(posts, turnover={"leaving_rate": 0}).startswith(chance_words.NOBODY_LEAVES)


def test_without_cash_nothing_is_said_of_how_often_it_runs_out() -> None:
    """Nobody entered a balance, so no month can be called short: only how low it falls from 0."""
    posts = [owner(), employee("A", SALARY)]
    none = of_posts(posts, hiring=NO_CASH)
    assert "From $0 in the bank, the lowest end of a month is" in none
    assert "below zero;" not in none
    assert chance_words.NOT_TOLD in none
    some = of_posts(posts, hiring={"opening_cash": 8_000})
    assert "of 100** a month ends below zero; the lowest end of a month is" in some
    assert chance_words.NOT_TOLD not in some


def test_what_would_hold_is_said_where_something_has_to_be_there() -> None:
    """A clinic that never falls below its start needs no cash, and none is named."""
    rich = clinic(posts=[owner()], shared={"costs": []}, administration={"administrators": 0})
    assert "19 times in 20" not in told(evaluate_clinic(rich))
    poor = clinic(posts=[employee("A", SALARY)], hiring={"opening_cash": 1_000})
    assert "in the bank at the start no month would end below zero, 19 times in 20." in told(
        evaluate_clinic(poor)
    )


def test_how_low_and_what_would_hold_follow_from_each_other() -> None:
    """From nothing, cash falls as far as what would have to be there: one path, one rounding."""
    for pay in (30_000, 50_000, 60_000, 70_000, 90_000):
        posts = [employee("A", SALARY | {"salary_per_year": pay})]
        said = of_posts(posts, hiring=NO_CASH)
        fall = re.search(r"\*\*−\u2060(\$[\d,]+) to", said)
        held = re.search(r"With (\$[\d,]+) in the bank", said)
        assert fall
        assert held
        assert fall[1] == held[1]


def test_one_persons_chance_is_that_of_the_drawer() -> None:
    """Whatever was drawn: the sentence and the table say the same of the only post."""
    for rate in (0.1, 0.25, 0.37):
        posts = [owner(), employee("A", SALARY)]
        result = evaluate_clinic(clinic(posts=posts, turnover={"leaving_rate": rate}))
        luck = clinic_luck_of(np.random.default_rng(3), result.clinic.labels, 50)
        found = clinic_chance(result, luck)
        ((_, chance_left),) = list(chance_words.tables(found, result))[-1].rows
        first = next(chance_words.told(found, result))
        assert f"**{str(chance_left).split()[0]} of 100**" in first


def test_the_middle_path_stands_beside_the_plan() -> None:
    """Both ends and why they part, the number first; of owners alone only clients come and go."""
    for posts, why in (
        ([owner(), employee("A", SALARY)], "on the paths people leave and clients come and go"),
        ([owner()], "on the paths clients come and go"),
    ):
        result = evaluate_clinic(clinic(posts=posts))
        luck = clinic_luck_of(np.random.default_rng(3), result.clinic.labels, 50)
        found = clinic_chance(result, luck)
        middle = words.money(float(found.cash[-1, chance_words.MIDDLE]), result)
        planned = words.money(float(cash_timeline(result).at_end[-1]), result)
        said = chance_words.beside_plan(found, float(cash_timeline(result).at_end[-1]), result)
        assert said.startswith(f"**{middle}** after two years on the middle path, **{planned}**")
        assert why in said
        level = float(found.cash[-1, chance_words.MIDDLE])
        assert chance_words.beside_plan(found, level, result) == ""


def test_what_leaving_costs_and_what_cash_depends_on_is_said() -> None:
    """Where people may leave; a smaller draw is named where there is one."""
    posts = [owner(), employee("A", SALARY)]
    draws = {"opening_cash": 5_000, "owner_draw_per_month": 9_000}
    result = evaluate_clinic(clinic(posts=posts, hiring=draws))
    cost = words.money(turnover_of(result).cost, result).replace("\\", "")
    said = told(result)
    assert f"Leaving costs about **{cost}** a year" in said
    assert "with more in the bank at the start, a smaller owner's draw or fewer who leave." in said
    still = of_posts(posts, hiring=draws, turnover={"leaving_rate": 0})
    assert "Leaving costs" not in still
    assert "with more in the bank at the start or a smaller owner's draw." in still


def test_the_drawer_leaves_out_what_says_nothing() -> None:
    """Nobody who may leave: no paragraph on people, no judgement of them, no table of zeros."""
    rich = {"shared": {"costs": []}, "administration": {"administrators": 0}}
    for plan in (
        clinic(posts=[owner()], **rich),
        clinic(posts=[owner(), employee("A", SALARY)], turnover={"leaving_rate": 0}, **rich),
    ):
        result = evaluate_clinic(plan)
        luck = clinic_luck_of(np.random.default_rng(3), result.clinic.labels, PATHS)
        found = clinic_chance(result, luck)
        said = " ".join(chance_words.how(found, result))
        assert "**People.**" not in said
        assert "leave" not in said.partition("**Judgement:**")[2]
        assert "who left" not in said
        assert ("**Cash that lasts.**" in said) == bool(found.reserve.amount)
        heads = [table.heads[0] for table in chance_words.tables(found, result)]
        assert "Post" not in heads
    assert chance_words.JUDGED in " ".join(chance_words.how(found, FOUND.results[0]))


def test_a_hire_is_said_to_leave_only_once_there() -> None:
    """The drawer says it where a post begins within the year, and that chances are worked out."""
    posts = [employee("A", SALARY), employee("B", SALARY, start_month=5)]
    result = evaluate_clinic(clinic(posts=posts))
    luck = clinic_luck_of(np.random.default_rng(3), result.clinic.labels, 50)
    said = " ".join(chance_words.how(clinic_chance(result, luck), result))
    assert "can be left only from then on. How often nobody leaves" in said
    assert "is worked out from these chances; cash alone is drawn." in said


def test_the_fan_has_the_plan_beside_it() -> None:
    """Bands, the plan dotted, the middle; all from the opening cash in month 0."""
    result = FOUND.results[0]
    luck = clinic_luck_of(np.random.default_rng(3), result.clinic.labels, PATHS)
    found, plan = clinic_chance(result, luck), cash_timeline(result)
    drawn = lines.chance(found, plan, LIGHT, "USD")
    wide, narrow, dotted, middle = drawn.figure["data"]
    assert [len(band["x"]) for band in (wide, narrow)] == [50, 50]
    assert dotted["line"]["dash"] == "dot"  # "dash" is plan A in the chart right above
    assert wide["y"][24] == pytest.approx(found.cash[-1, 4], abs=0.01)
    assert narrow["y"][25] == pytest.approx(found.cash[-1, 1], abs=0.01)
    assert dotted["y"][1:] == pytest.approx(plan.at_end, abs=0.01)
    assert middle["y"][1:] == pytest.approx(found.cash[:, 2], abs=0.01)
    assert dotted["y"][0] == middle["y"][0] == found.opening
    assert "month 24" in drawn.alt


def test_tables_of_the_drawer() -> None:
    """Every quarter, the chance of each to be short where cash was entered, and every post's."""
    result = FOUND.results[0]
    luck = clinic_luck_of(np.random.default_rng(3), result.clinic.labels, PATHS)
    quarters, short, posts = chance_words.tables(clinic_chance(result, luck), result)
    assert [row[0] for row in quarters.rows] == [str(month) for month in range(3, 25, 3)]
    assert len(short.rows) == 8
    assert len(posts.rows) == len([post for post in result.posts if not post.post.owner])
    bare = evaluate_clinic(clinic(posts=[owner()], hiring=NO_CASH))
    assert len(list(chance_words.tables(clinic_chance(bare, luck), bare))) == 1


def test_a_plan_of_nobody_has_no_fold(open_app: Open) -> None:
    """Where there is no post, neither cash nor its chances stand on the page."""
    app = opened(open_app, Plans(plans=(clinic(posts=[]),)), "chance", shown=0)
    assert "within a year" not in texts(app)
