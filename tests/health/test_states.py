"""The data files of the states: every figure says where it was read, and is used."""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from calc.parameters import Parameter, load_rules, state_names, tax_years
from calc.parameters.by_state import state_entries
from calc.parameters.files import read
from calc.taxes import Household
from calc.taxes.earnings import adjusted_income, earnings_of
from calc.taxes.household import ReturnStatus
from calc.taxes.itemising import first_half
from calc.taxes.states.engine import state_bill
from calc.taxes.states.lines import BASES, DEDUCTIONS, rule_in_words
from calc.taxes.states.own_rules import OWN_RULES
from calc.taxes.states.record import StateRecord

FOLDER = Path(__file__).resolve().parents[2] / "calc" / "data" / "states"
DATA: dict[str, dict[str, Any]] = {
    path.stem: {**read(f"states/{path.stem}"), "parameter": state_entries(path.stem)}
    for path in FOLDER.glob("*.toml")
}
SHARED: Mapping[str, Mapping[str, str]] = read("states")["shared"]
PARAMETERS = [(code, name) for code in DATA for name in DATA[code]["parameter"]]
# Rules in words, the same in every file; they are read as words, and shown.
WORDS = {
    "starting_base": "Income the state starts from",
    "half_se_tax_treatment": "Half of self-employment tax",
    "qbi_deduction_treatment": "Federal deduction for business income",
    "standard_deduction_basis": "How the standard deduction is set",
    "couple_computation": "How a couple is taxed",
    "refundable_credits": "Credits that are paid out, in words",
    "special_rule": "What is the state's own",
}
# In the files of some states only: told, and no step reads it; the second only where a figure hangs
# on the status and a separate return has none of its own.
TOLD = {"not_worked_out", "separate_files_as"}
RULES = load_rules(2026)


def test_every_state_has_a_file() -> None:
    """The fifty states and the District of Columbia, and no other."""
    assert set(DATA) == set(state_names())


@pytest.mark.parametrize(("code", "name"), PARAMETERS)
def test_every_parameter_has_its_source(code: str, name: str) -> None:
    """Label, unit, kind and day of reading; each year a value and a source with a link."""
    entry = DATA[code]["parameter"][name]
    assert entry["years"]
    assert set(entry["years"]) <= set(map(str, tax_years()))
    for year in entry["years"]:
        found = (load_rules(int(year)).state(code) or {})[name]
        assert found.label.strip()
        assert found.unit.strip()
        assert found.kind in ("law", "judgement")
        assert isinstance(found.retrieved, datetime.date)
        assert (found.kind == "judgement") == (found.confirmed is False)
        assert found.source.title.strip()
        assert found.source.link.startswith(("https://", "http://"))


@pytest.mark.parametrize("code", DATA)
def test_every_source_is_used(code: str) -> None:
    """No source stands in a file that no figure of it was read in."""
    entries = DATA[code]["parameter"].values()
    used = {one["source"] for entry in entries for one in entry["years"].values()}
    assert set(DATA[code]["sources"]) == used


@pytest.mark.parametrize("code", DATA)
def test_rules_in_words_have_the_same_name_everywhere(code: str) -> None:
    """A reader who compares two states finds the same rows."""
    found = {name: DATA[code]["parameter"][name]["label"] for name in WORDS}
    assert found == WORDS


@pytest.mark.parametrize("code", DATA)
def test_rules_that_steps_branch_on_are_known_words(code: str) -> None:
    """A misspelt one would be taken for another rule without a word."""
    years = [load_rules(year).state(code) or {} for year in tax_years()]
    for rules in filter(None, years):
        assert rules["starting_base"].value in BASES
        assert rules["standard_deduction_basis"].value in ("none", *DEDUCTIONS)
        if rules["standard_deduction_basis"].value != "federal_amount":
            is_own = rules["standard_deduction_basis"].value == "own_amount"
            assert is_own == ("standard_deduction" in rules)


@pytest.mark.parametrize("code", DATA)
def test_a_file_says_only_what_it_does_not_share(code: str) -> None:
    """A label or unit that states share stands in one place; a rule stands among the rules."""
    for name, entry in read(f"states/{code}")["parameter"].items():
        assert name not in WORDS.keys() | TOLD
        for key, said in SHARED.get(name, {}).items():
            assert entry.get(key) != said, f"{name}: {key} is shared"


def test_what_is_shared_is_what_states_have_in_common() -> None:
    """A label that two states give to the same name is shared, and no other is."""
    labels: dict[str, list[str]] = {}
    for code, name in PARAMETERS:
        labels.setdefault(name, []).append(DATA[code]["parameter"][name]["label"])
    common = {name for name, found in labels.items() if len(set(found)) < len(found)}
    assert set(SHARED) == common
    assert all(set(said) == {"label", "unit"} for said in SHARED.values())
    assert all(SHARED[name]["label"] in labels[name] for name in SHARED)


class Watched(Mapping[str, Parameter]):
    """A state's parameters, and which of them were read."""

    def __init__(self, parameters: Mapping[str, Parameter]) -> None:
        self.parameters = parameters
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Parameter:
        self.read.add(name)
        return self.parameters[name]

    def __contains__(self, name: object) -> bool:
        return name in self.parameters

    def __iter__(self) -> Iterator[str]:
        return iter(self.parameters)

    def __len__(self) -> int:
        return len(self.parameters)


def households(code: str) -> Iterator[Household]:
    """Each filing status, young and old, with and without children, from nothing to two million."""
    incomes = np.linspace(0.0, 2_000_000.0, 40)
    statuses: tuple[ReturnStatus, ...] = (
        "single",
        "joint",
        "head_of_household",
        "surviving_spouse",
        "separate",
    )
    for status in statuses:
        for children, age in ((0, 40), (2, 40), (0, 70), (0, 90)):
            yield Household(
                filing_status=status,
                state=code,
                age=age,
                spouse_age=age,
                children_under_17=children,
                profit=incomes,
                pension_income=9_000.0 if age > 40 else 0.0,
                spouse_wages=incomes if status == "joint" else 0.0,
                deduction="standard",
            )


@pytest.mark.parametrize("code", DATA)
def test_every_number_is_used(code: str) -> None:
    """A number that no step of the state reads has no place in its file."""
    parameters = RULES.state(code)
    assert parameters is not None
    watched = Watched(parameters)
    record = StateRecord(code, code, watched)
    for household in households(code):
        earnings = earnings_of(household, RULES)
        interest, adjusted = adjusted_income(household, RULES, earnings)
        figures = first_half(household, RULES, earnings, interest, adjusted).figures
        state_bill(household, figures, record, OWN_RULES)
    follows = {"deduction_follows_federal_choice"}  # its presence is the rule
    assert set(parameters) - watched.read - set(WORDS) - TOLD - follows == set()


@pytest.mark.parametrize("code", OWN_RULES)
def test_every_own_step_says_what_it_does(code: str) -> None:
    """A step that is a state's own is shown with its rule in words."""
    record = StateRecord(code, code, RULES.state(code) or {})
    for name in OWN_RULES[code]:
        words = rule_in_words(record, name)
        assert len(words) > 20
        assert words[0].isupper()


@pytest.mark.parametrize(
    ("code", "start"),
    [
        ("KY", "Federal adjusted income"),
        ("NY", "Federal adjusted income"),
        ("SC", "Federal adjusted income"),
        ("WI", "Federal adjusted income"),
    ],
)
def test_where_a_state_starts_is_named(code: str, start: str) -> None:
    """A state that leaves pensions out says of which income it leaves them out."""
    record = StateRecord(code, code, RULES.state(code) or {})
    assert rule_in_words(record, "base").startswith(f"{start}, less ")
