"""The one way through a model, and the tags that its types give."""

from typing import Annotated, Literal

import numpy as np
import pytest
from pydantic import Field

from calc import Scenario
from calc.errors import ScenarioError
from calc.scenario import Cost, Employee, OwnPractice, PrivateSessions, RatePerSession
from calc.scenario.document import Document
from calc.scenario.fields import Inputs, Money, entry
from calc.scenario.walk import batches_in, field_at, tags_of, values_by_path, walk

FEE = "fee_per_session"


class Barter(Inputs):
    """Paid in eggs: a kind of pay that no list of ours knows."""

    way: Literal["barter"] = "barter"
    eggs: Money = entry("Eggs", "Eggs for a session.", "count", 6.0)


class Gift(Inputs):
    """Paid in what comes; told apart by the name of a field of the other."""

    way: Literal["eggs"] = "eggs"
    worth: Money = entry("Worth", "What it would cost.", "money", 1.0)


Way = Annotated[Barter | Gift, Field(discriminator="way")]


class Village(Document):
    """A document of types made up for these tests."""

    pay: Way = Barter()
    others: tuple[Way, ...] = ()


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"pay": {"way": "barter", "eggs": -1}}, "pay.eggs"),
        ({"pay": {"way": "eggs", "worth": -1}}, "pay.worth"),
        ({"pay": {"way": "barter", "barter": 1}}, "pay.barter"),
        ({"pay": {"way": "gold"}}, "pay.way"),
        ({"others": [{"way": "barter"}, {"way": "barter", "eggs": -1}]}, "others.1.eggs"),
        ({"others": [{"way": "eggs", "eggs": 1}]}, "others.0.eggs"),
        ({"gold": {"eggs": 1}}, "gold"),
    ],
)
def test_a_new_tagged_type_needs_no_list(data: dict[str, object], path: str) -> None:
    """What is refused is named by its fields alone, whatever types there are and their tags."""
    with pytest.raises(ScenarioError) as caught:
        Village.parse(data)
    assert [problem.path for problem in caught.value.problems] == [path]


def test_a_tag_is_written_and_never_assumed() -> None:
    """A file says which type it means though nobody stated it; that is no assumption."""
    changed = Village().with_values({"others": (Gift(),), "pay.eggs": 3.0})
    assert changed.to_toml().splitlines()[1:] == [
        "format = 1",
        "others = [",
        '    { way = "eggs" },',
        "]",
        "",
        "[pay]",
        'way = "barter"',
        "eggs = 3.0",
    ]
    assert Village.from_toml(changed.to_toml()) == changed
    assert {item.path for item in changed.assumptions()} >= {"others.0.worth"}
    assert not any(item.path.endswith(("way", "eggs")) for item in changed.assumptions())


def test_tags_come_from_the_types() -> None:
    """A choice of one is a tag; a choice of several only where a type says so."""
    assert tags_of(Gift) == {"way"}
    assert tags_of(Scenario) == {"format"}
    assert tags_of(Cost) == {"kind"}
    assert tags_of(Employee) == {"kind"}


def test_a_walk_passes_every_field_once() -> None:
    """Models are walked through and rows of models too; a row of plain values is one field."""
    scenario = Scenario(work=Employee(pay=RatePerSession(rates_per_session=(40.0,))))
    places = list(walk(scenario))
    paths = [path for path, *_ in places]
    assert len(paths) == len(set(paths))
    assert "work.session_kinds.0.fee_per_session" in paths
    assert "work.pay.rates_per_session" in paths
    assert ("costs", ()) in [(path, value) for path, *_, value in places]
    for path, owner, name, info, value in places:
        assert not isinstance(value, Inputs)
        assert scenario.value_at(path) is value
        assert getattr(owner, name) is value
        assert type(owner).model_fields[name] is info
    assert dict(values_by_path(scenario))["work.pay.rates_per_session.0"] == 40.0


def test_a_walk_of_what_was_stated_leaves_out_the_rest() -> None:
    """What the person left alone is passed over, and a row of numbers is found by its path."""
    own = Scenario(work=OwnPractice())
    assert list(walk(own, stated=True)) == []
    rates = {"rates_per_session": (np.array([40.0, 50.0]),)}
    paid = Scenario(work=Employee(pay=RatePerSession(**rates)))
    assert [path for path, *_ in walk(paid, stated=True)] == ["work.pay.rates_per_session"]
    ((path, batch),) = batches_in(paid)
    assert (path, batch.tolist()) == ("work.pay.rates_per_session.0", [40.0, 50.0])


def test_a_path_finds_its_field() -> None:
    """The field that a walk passes at a path, and that of a row which is not there yet."""
    scenario = Scenario(work=Employee(pay=RatePerSession(rates_per_session=(40.0,))))
    for path, _, _, info, _ in walk(scenario):
        assert field_at(scenario, path) is info
    rates = RatePerSession.model_fields["rates_per_session"]
    assert field_at(scenario, "work.pay.rates_per_session.0") is rates
    assert field_at(scenario, "costs.3.amount") is Cost.model_fields["amount"]
    fee = field_at(scenario.with_values({"work.session_kinds": ()}), "work.session_kinds.0." + FEE)
    assert fee is PrivateSessions.model_fields[FEE]


@pytest.mark.parametrize("path", ["tea", "work.tea", "tax_year.tea", "tea.0.tea", "5", ""])
def test_a_path_to_nowhere_finds_no_field(path: str) -> None:
    """A name that no model has is no field, however far down it stands."""
    assert field_at(Scenario(work=OwnPractice()), path) is None
