"""Whose a figure is: entered, of the example it began as, or typical."""

from pathlib import Path

import pytest

from calc.scenario import Ahead, Document, Offers, Scenario
from calc.scenario.clinic import Plans
from calc.scenario.fields import unit_of
from calc.scenario.walk import models_in
from tests.ui.telling.shipped import result_of
from ui.shell import documents, examples
from ui.telling import ahead_words, listings, origins, shared_out, value_words

SOLO = examples.scenarios()["solo_private_pay"]
KIND = "work.session_kinds.0"


def told(plan: Scenario) -> dict[str, tuple[str, str]]:
    """Value and origin of each field stated, by its name."""
    return {
        each.title: (each.said, each.origin) for each in origins.of_plan(plan, examples.began(plan))
    }


def test_after_one_edit_all_else_still_is_the_examples() -> None:
    """A fee typed; the sessions, the premium and the state came with the example."""
    found = told(SOLO.with_values({f"{KIND}.fee_per_session": 180.0}))
    assert found["Individual: Fee per session"] == ("$180 a session", "entered")
    assert found["Individual: Sessions scheduled"] == ("22 sessions a week", "example")
    assert found["Health cover premium"] == ("$625 a month", "example")
    assert [name for name, (_, whose) in found.items() if whose == "entered"] == [
        "Individual: Fee per session"
    ]


@pytest.mark.parametrize("turn", ["saved", "renamed", "moved", "removed", "added"])
def test_it_outlasts_a_file_and_changes_of_rows(turn: str) -> None:
    """Nothing of the example is called entered once saved, or with its rows elsewhere."""
    first, *others = SOLO.costs
    added = {"kind": "other", "label": "Mine", "amount": 12.34, "per": "month"}
    changed = {
        "saved": SOLO,
        "renamed": SOLO.with_values({"costs.0.label": "My room", "title": "Mine"}),
        "moved": SOLO.with_values({"costs": (*others, first)}),
        "removed": SOLO.with_values({"costs": tuple(others)}),
        "added": SOLO.with_values({"costs": (added, *SOLO.costs)}),
    }[turn]
    again = Scenario.from_toml(changed.to_toml())
    assert [name for name, (_, whose) in told(again).items() if whose == "entered"] == (
        ["Mine"] if turn == "added" else []
    )


def test_a_file_of_ones_own_has_no_example() -> None:
    """Nor has a shipped file opened from disk, nor one that names an example there is not."""
    text = (Path(examples.FOLDER) / "solo_private_pay.toml").read_bytes()
    own = Scenario.from_toml(text)
    strange = own.with_values({"began_as": "../no such <b>example</b>"})
    for found in (own, strange):
        assert examples.began(found) is None
        assert {whose for _, whose in told(found).values()} == {"entered"}


def test_letters_and_clinics_know_their_example_too() -> None:
    """Through a file and back, and a clinic through that of plan A alone."""
    for found in (*examples.offers().values(), *examples.clinics().values()):
        again = type(found).from_toml(found.to_toml())
        assert examples.began(again) is not None
        (said,) = origins.in_short(again, examples.began(again))
        assert "0 entered" in said
    plans = examples.clinics()[examples.FIRST_CLINIC]
    alone = documents.to_save(plans.with_values({"plans": plans.plans[:1]}))
    assert alone.began_as == examples.FIRST_CLINIC
    assert origins.in_short(Offers(), None) == ()


def test_costs_typed_as_one_sum_are_that_sum() -> None:
    """1,000 + 79 + ... scaled by 1.5: entered is the sum; with a row of one's own, the rest."""
    scaled = {f"costs.{at}.amount": float(row.amount) * 1.5 for at, row in enumerate(SOLO.costs)}
    plan = SOLO.with_values(scaled)
    # 1,000 + 79 + 30 + 75 a month, and 450 + 110 + 500 + 200 + 1,200 a year: 1,389 a month.
    assert told(plan)[shared_out.ALL] == ("$2,083.50 a month", "entered")
    assert "Office rent" not in told(plan)
    some = told(plan.with_values({"costs.0.amount": 900.0}))
    assert some["Office rent"] == ("$900 a month", "entered")
    # 2,083.50 less the rent of 1,500.
    assert some[shared_out.SOME] == ("$583.50 a month", "entered")
    assert shared_out.costs(SOLO, examples.began(SOLO)) is None


def test_a_share_of_lost_sessions_typed_as_one_is_that_share() -> None:
    """10 %, in halves as in the example, or in halves by the program where there is none."""
    plan = SOLO.with_values({f"{KIND}.late_cancelled_share": 0.05, f"{KIND}.missed_share": 0.05})
    found = told(plan)
    assert found["Individual: No-shows and late cancellations"] == (
        "10\xa0% of scheduled sessions",
        "entered",
    )
    assert found["Individual: Cancelled late"] == (
        "50\xa0% of them, the others are no-shows",
        "example",
    )
    own = told(plan.with_values({"began_as": ""}))
    assert own["Individual: Cancelled late"] == ("5\xa0% of scheduled sessions", "entered")
    # The graduate's split is a third to two thirds: halves are this program's.
    graduate = examples.scenarios()["graduate_with_loans"].with_values(
        {f"{KIND}.late_cancelled_share": 0.04, f"{KIND}.missed_share": 0.04}
    )
    assert told(graduate)["Individual: Cancelled late"][1] == "typical"
    rows = listings.assumptions_table(result_of(graduate), examples.began(graduate)).rows
    assert any(row[2] == listings.OF_PROGRAM for row in rows)
    assert any(row[2].startswith("example: Graduate") for row in rows)


@pytest.mark.parametrize("document", [Scenario, Offers, Plans])
def test_every_share_says_of_what(document: type[Document]) -> None:
    """A field that is a share has its words."""
    seen, waiting = set(), [document]
    while waiting:
        model = waiting.pop()
        for name, info in model.model_fields.items():
            waiting += [each for each in models_in(info.annotation) if each not in seen]
            seen.update(models_in(info.annotation))
            if unit_of(info) == "share":
                ahead = model.__module__.startswith(Ahead.__module__)
                assert (ahead_words.SHARES if ahead else value_words.SHARES)[name]


def test_figures_are_said_with_their_units() -> None:
    """As typed, not rounded."""
    figure = value_words.figure
    assert figure("loans.federal.0.rate_per_year", 0.0794, "share", "USD") == "7.94\xa0% a year"
    assert figure("work.time.travel_hours_per_week", 0.75, "hours_per_week", "USD") == (
        "0.75 hours a week"
    )
    assert figure("household.children_under_17", 1.0, "count", "USD") == "1 child"
    assert figure("payer_mix.0.share", 0.65, "share", "USD").endswith(value_words.OF_THE_MIX)
    assert figure("work.pay.rates_per_session.0", 62.0, "money_per_session", "USD") == (
        "$62 a session"
    )
