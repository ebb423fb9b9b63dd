"""Every refusal of a file once."""

import pytest

from calc import Scenario
from calc.errors import FileFormatError, OtherChairError, ScenarioError, UnknownYearError
from tests.ui.telling.shipped import check_plain
from ui.telling import refusals

FAULTS: dict[str, tuple[bytes | str, str]] = {
    "broken": ("title = 'a'\nfee 12", "line 2 is not valid TOML."),
    "too_big": ("#" * 200_001, "it has 200,001 characters, and the most we read is 200,000."),
    "too_full": (
        "title = [" + "[]," * 60_000 + "]",
        "it holds more than 80,000 values or lines, the most we read.",
    ),
    "binary": (b"\xff\xfe\x00", "it is not a text file. Choose the .toml file you saved."),
    "new_format": ("format = 7", "its format 7 is newer than 1, which this version reads."),
    "old_format": ("format = -1", "its format −1 was never in use. The present one is 1."),
    "bad_format": ("format = 1.5", "its format is 1.50, not a number."),
}


def test_every_file_fault_has_a_case() -> None:
    """A kind of fault that no test provokes is not done."""
    assert set(FAULTS) == set(refusals.FILE_FAULTS)


@pytest.mark.parametrize(("kind", "case"), FAULTS.items(), ids=FAULTS)
def test_a_fault_of_a_file_is_one_sentence(kind: str, case: tuple[bytes | str, str]) -> None:
    """Each way a file can be no plan at all is said in words."""
    with pytest.raises(FileFormatError) as fault:
        Scenario.from_toml(case[0])
    assert fault.value.kind == kind
    said = refusals.file_refused(fault.value)
    if kind != "bad_format":
        assert case[1] in said
    check_plain(said)


def test_a_format_with_a_point_is_not_called_no_number() -> None:
    """1.5 is a number: the sentence must say that the format is a whole one."""
    with pytest.raises(FileFormatError) as fault:
        Scenario.from_toml("format = 1.5")
    assert "not a number" not in refusals.file_refused(fault.value)


def test_other_faults_are_said_too() -> None:
    """A year without law, and a fault nobody foresaw."""
    said = refusals.file_refused(UnknownYearError(2031, (2025, 2026, 2027)))
    assert "its tax year is 2031, and the years we have are 2025, 2026 and 2027." in said
    assert "Write one of them as tax_year." in said
    assert "it could not be read." in refusals.file_refused(OtherChairError())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[work]\nkind = 'own_practice'\ntea = 1",
            "line 3 has a field we do not know, tea.",
        ),
        (
            "[work]\nkind = 'own_practice'\ntea = 1\ncoffee = 2",
            "line 3 has a field we do not know, tea. There is 1 more like it.",
        ),
        (
            "[work]\nkind = 'own_practice'\ntea = 1\ncoffee = 2\nmilk = 3",
            "line 3 has a field we do not know, tea. There are 2 more like it.",
        ),
        (
            "[work]\nkind = 'own_practice'\n[household]\nstate = 'ZZ'",
            "line 4: **household.state** is “ZZ”, which we do not know. Choose one of the list.",
        ),
        (
            "[work]\nkind = 'own_practice'\nclients_in_other_states_share = 30",
            "line 3: **work.clients\\_in\\_other\\_states\\_share** is 30. The most we model is 1, "
            "because it is a part of a whole. If you meant 30\xa0%, write 0.3.",
        ),
        (
            "[work]\nkind = 'own_practice'\nclients_in_other_states_share = 300",
            "line 3: **work.clients\\_in\\_other\\_states\\_share** is 300. The most we model is "
            "1, because it is a part of a whole. Write a part of 1.",
        ),
        ("title = 'a'", "**work** is missing. Add it; the shipped examples show how."),
    ],
)
def test_a_field_of_a_file_is_named_with_its_line(text: str, told: str) -> None:
    """Where it stands, what is wrong, and how much more there is."""
    with pytest.raises(ScenarioError) as fault:
        Scenario.from_toml(text)
    assert refusals.file_refused(fault.value) == (
        f"This file is not a plan of Other Chair: {told} Nothing was changed."
    )


def test_a_file_without_a_page_says_what_it_holds() -> None:
    """What it says of itself, shortened, and which files we read."""
    assert refusals.unknown_kind("tea" * 30) == (
        "This file says that it holds “teateateateateateateateateateateateateat…”, and we read "
        "plans, job offers and clinics. Choose the .toml file you saved. Nothing was changed."
    )
