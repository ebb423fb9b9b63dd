"""What a kind of work leaves open to associates and to borrowers."""

from typing import Any

import pytest

from calc import Scenario, evaluate
from calc.offers.labour import LetterTerms, checks
from tests.calc.offers.labour.letters import (
    DAY,
    KIND,
    RULES,
    SUPPORT,
    TIME,
    asked,
    plan,
    salary,
    terms,
)


@pytest.mark.parametrize(
    ("state", "family", "kinds"),
    [
        ("CA", "mft", ["contractor_forbidden"]),
        ("CA", "psychologist", ["contractor_not_checked"]),
        ("UT", "lcsw", ["contractor_hours_not_counted"]),
        ("UT", "counselor", ["contractor_not_checked"]),
        ("DC", "mft", ["contractor_forbidden"]),
        ("TX", "counselor", ["contractor_conditions"]),
        ("OH", "counselor", ["contractor_conditions"]),
        ("AZ", "lcsw", ["contractor_conditions"]),
        ("MN", "counselor", ["contractor_not_checked"]),
    ],
)
def test_a_contractor_before_licensure(state: str, family: Any, kinds: list[str]) -> None:
    """What the state says, where it was read; where it was not, that is said."""
    found = checks(evaluate(plan(kind="contractor"), RULES), terms(state=state, family=family), DAY)
    assert [check.kind for check in found] == kinds
    grave = ("contractor_forbidden", "contractor_hours_not_counted")
    assert all(check.grave == (check.kind in grave) for check in found)
    for check in found:
        assert check.values["state"] == state
        assert (check.law is None) == (check.kind == "contractor_not_checked")


def test_an_argument_is_told_as_one() -> None:
    """Ohio's is a practitioner's argument: its effect says so, and it limits no practice."""
    found = asked(plan(kind="contractor"), terms(state="OH"))["contractor_conditions"]
    assert found.values["effect"] == "argument"
    assert asked(plan(kind="own_practice"), terms(state="OH")) == {}


@pytest.mark.parametrize(
    ("state", "family", "grave"),
    [
        ("WA", "counselor", True),
        ("CA", "counselor", True),
        ("UT", "lcsw", True),
        ("VA", "counselor", False),
        ("TX", "counselor", False),
        ("MN", "counselor", None),
    ],
)
def test_an_own_practice_before_licensure(state: str, family: Any, grave: bool | None) -> None:
    """Grave where none is open or no hour counts; conditions elsewhere; nothing if not read.

    Texas lets an LPC Associate be self-employed under supervision: conditions.
    """
    found = asked(plan(kind="own_practice"), terms(state=state, family=family))
    check = found.get("own_practice_limited")
    assert (None if check is None else check.grave) == grave
    if state == "TX":
        assert check is not None
        assert check.values["effect"] == "conditions"


def test_the_licensed_are_asked_nothing_of_associates() -> None:
    """Once licensed, no rule of associates applies and no supervision has to be named."""
    for kind in ("contractor", "own_practice"):
        assert asked(plan(kind=kind), LetterTerms("CA", "mft", licensed=True)) == {}


def test_supervision_nobody_named() -> None:
    """An associate without a named supervisor is asked about it, in any kind of work."""
    for kind in ("employee", "contractor", "own_practice"):
        found = asked(plan(kind=kind), terms(supervision_named=False))
        assert found["no_supervision_named"].grave


LOANS = {"kind": "by_plan", "federal": [{"balance": 60_000.0}]}


def owing(work: dict[str, Any], **loans: Any) -> Scenario:
    """A plan with federal loans."""
    base: dict[str, Any] = {"session_kinds": [KIND], "time": TIME, **work}
    return Scenario.parse({"work": base, "loans": {**LOANS, **loans}, "support": SUPPORT})


NONPROFIT = {"kind": "employee", "employer_type": "nonprofit_agency", "pay": salary(60_000.0)}
PART_TIME = {**NONPROFIT, "pay": salary(60_000.0, 25.0)}
UNSTATED = {"kind": "employee", "pay": salary(60_000.0)}
GROUP = {**UNSTATED, "employer_type": "private_group_practice"}


@pytest.mark.parametrize(
    ("work", "employer", "why"),
    [
        (NONPROFIT, "this_work", None),
        (NONPROFIT, "none", None),
        (PART_TIME, "none", "pslf_hours"),
        (GROUP, "this_work", "pslf_employer"),
        (GROUP, "none", "pslf_employer"),
        (GROUP, "other_job", None),
        (PART_TIME, "both", None),
        (UNSTATED, "this_work", "pslf_employer_not_stated"),
        (UNSTATED, "none", "pslf_employer_not_stated"),
        ({"kind": "contractor"}, "none", "pslf_not_employee"),
        ({"kind": "own_practice"}, "none", None),
        ({"kind": "own_practice"}, "this_work", "pslf_not_employee"),
    ],
)
def test_public_service(work: dict[str, Any], employer: str, why: str | None) -> None:
    """With federal loans, work that does not count is told; grave where it was counted on."""
    scenario = owing(work, pslf_employer=employer)
    found = asked(scenario, LetterTerms("TX", "counselor", licensed=True)).get("pslf_not_available")
    assert (None if found is None else found.values["why_not"]) == why
    if found is not None:
        assert found.law is not None
        assert found.law.key.startswith("student_loans.pslf_")
        assert found.grave == (employer == "this_work") == (found.values["asked"] == "yes")


def test_public_service_without_federal_loans() -> None:
    """No federal loan, nothing to forgive; a payment that is only known by its sum says nothing."""
    assert "pslf_not_available" not in asked(owing(GROUP, federal=[]))
    assert "pslf_not_available" not in asked(plan())
