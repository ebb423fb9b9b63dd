"""What lies ahead is a part of a plan: kept as it is, in any order, and no part of its year."""

from __future__ import annotations

import dataclasses
import random
import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import Scenario, evaluate, load_rules
from calc.errors import OtherChairError, ScenarioError
from calc.months.weeks import weeks_ahead
from calc.scenario import Ahead
from calc.scenario.ahead import ROWS, SEASONS
from tests.hostile import toml_files
from tests.hostile.opening import STRAY
from tests.laws.trees import lines_of
from tests.strategies import plans_ahead
from tests.ui.telling.shipped import check_plain
from ui.telling import listings, origins, refusals

WORK = '[work]\nkind = "own_practice"\n'
KEYS = (*Ahead.model_fields, "month", "weeks", "kind", "share", "amount", "factor", "colour")
TABLES = tuple(f"[[ahead.{name}]]" for name in ROWS)
KINDS = ('kind = "leave"', 'kind = "holiday"', "")


@given(plans_ahead())
def test_a_file_says_all_that_lies_ahead(plan: Scenario) -> None:
    """Written and read back it is the same, and so is what was left alone in it."""
    text = plan.to_toml()
    back = Scenario.from_toml(text)
    assert back == plan
    assert hash(back) == hash(plan)
    assert back.assumptions() == plan.assumptions()
    assert back.to_toml() == text
    stated = tomllib.loads(text).get("ahead", {})
    assert all(set(stated[name]) != {1.0} for name in SEASONS if name in stated)


@given(plans_ahead(), st.randoms(use_true_random=True))
def test_the_order_of_rows_and_keys_is_nothing(plan: Scenario, chance: random.Random) -> None:
    """Whatever row, and whatever key of a row, stands first in the file, the weeks are the same."""
    stated = tomllib.loads(plan.to_toml())
    mixed = {name: _turned(value, chance) for name, value in _shuffled(stated["ahead"], chance)}
    other = Scenario.from_toml(tomli_w.dumps({**stated, "ahead": mixed}))
    assert other.steady_year == plan.steady_year
    one, two = figures_of(plan), figures_of(other)
    assert one.keys() == two.keys()
    for name, held in one.items():
        assert two[name] == pytest.approx(held, rel=1e-9, abs=1e-12), name


def _shuffled(table: dict[str, Any], chance: random.Random) -> list[tuple[str, Any]]:
    return chance.sample(list(table.items()), len(table))


def _turned(value: Any, chance: random.Random) -> Any:
    """Rows, and the keys of each, in another order; seasons as they are."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return value
    return chance.sample([dict(_shuffled(row, chance)) for row in value], len(value))


def figures_of(plan: Scenario) -> dict[str, Any]:
    """The figures of every week, or what the plan lacks for them."""
    assert plan.ahead is not None
    try:
        weeks = weeks_ahead(plan, plan.ahead)
    except ScenarioError as error:
        return {problem.kind: 0.0 for problem in error.problems}
    found = {one.name: getattr(weeks, one.name) for one in dataclasses.fields(weeks)}
    del found["payers"], found["chances"]  # nothing of what lies ahead has rows for them
    return found


@given(plans_ahead(), plans_ahead())
def test_rows_are_refused_in_any_order(plan: Scenario, other: Scenario) -> None:
    """Rows of two plans together: kept or refused for the same reason, whichever come first."""
    assert plan.ahead is not None
    assert other.ahead is not None
    ours, theirs = plan.ahead.model_dump(), other.ahead.model_dump()
    for name in ROWS:
        both = [*ours[name], *theirs[name]]
        one = reasons({**ours, name: both})
        two = reasons({**ours, name: both[::-1]})
        assert one == two


def reasons(values: dict[str, Any]) -> set[str]:
    """Why values are refused; nothing where they are not."""
    try:
        Scenario.parse({"work": {"kind": "own_practice"}, "ahead": {**values, "starts_on": None}})
    except ScenarioError as error:
        return {problem.kind for problem in error.problems}
    return set()


@given(plans_ahead())
def test_the_steady_year_never_looks_ahead(plan: Scenario) -> None:
    """With what lies ahead and without it: each line and each remark is the same."""
    rules = load_rules(plan.tax_year)
    one, two = evaluate(plan, rules), evaluate(plan.steady_year, rules)
    assert [repr(line) for line in lines_of(one)] == [repr(line) for line in lines_of(two)]
    assert repr(one.remarks) == repr(two.remarks)
    ahead = tuple(found for found in one.assumptions if found.path.startswith("ahead."))
    assert ahead == one.assumptions[len(two.assumptions) :]
    assert one.assumptions[: len(two.assumptions)] == two.assumptions


@given(plans_ahead())
def test_all_that_lies_ahead_has_words(plan: Scenario) -> None:
    """What is stated and what was left alone: a name and a value, none of them of ours."""
    stated = origins.stated(plan, None)
    said = [(each.title, each.said) for each in stated if each.path.startswith("ahead.")]
    rows = listings.typical_rows(evaluate(plan, load_rules(plan.tax_year)))
    said += [(name, value) for path, name, value, _ in rows if path.startswith("ahead.")]
    for name, value in said:
        assert name
        assert value, name
        assert not STRAY.search(value), (name, value)


@st.composite
def hostile_texts(draw: st.DrawFn) -> str:
    """A plan that states anything at all of what lies ahead, in any table of it."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    lines = [WORK, "[ahead]"]
    for _ in range(chance.randrange(1, 12)):
        if chance.random() < 0.3:
            lines += [chance.choice(TABLES), chance.choice(KINDS)]
        usual = str(chance.choice((0, 1, 2, 13, 60, -1, 0.5, 1.0, [1] * 12, [0] * 12, [1, 2])))
        value = toml_files.value(chance) if chance.random() < 0.5 else usual
        lines.append(f"{chance.choice(KEYS)} = {value}")
    return "\n".join(lines)


@settings(max_examples=300)
@given(hostile_texts())
def test_whatever_is_stated_ends_as_a_plan_or_in_a_sentence(text: str) -> None:
    """No value of what lies ahead raises anything else, or is refused without plain words."""
    try:
        plan = Scenario.from_toml(text)
    except OtherChairError as error:
        said = refusals.file_refused(error)
        assert not STRAY.search(said), said
        check_plain(said)
        return
    assert Scenario.from_toml(plan.to_toml()) == plan
    assert set(figures_of(plan))
