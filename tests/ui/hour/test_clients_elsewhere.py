"""Clients in other states: a field of the group Clients, and a sentence beside it."""

from tests.ui.pages import Open, field, open_part, plan_of, remarks, warnings
from ui.shell import examples

SOLO = examples.scenarios()[examples.FIRST]
PATH = "work.clients_in_other_states_share"
SAID = "Clients in other states"


def test_a_share_of_clients_elsewhere_is_told_on_the_page(open_app: Open) -> None:
    """Empty says nothing; 30 % says what it may mean; empty again, and it is gone."""
    app = open_part(open_app("Your hour"), "clients", None)
    assert field(app, PATH, "clients").value is None
    assert not any(SAID in said for said in remarks(app))
    field(app, PATH, "clients").set_value(30.0).run()
    assert plan_of(app).work.clients_in_other_states_share == 0.3
    (said,) = [said for said in remarks(app) if SAID in said]
    assert "That is not worked out" in said
    field(app, PATH, "clients").set_value(None).run()
    assert plan_of(app).work.clients_in_other_states_share is None
    assert not any(SAID in said for said in remarks(app))


def test_more_than_all_clients_are_refused_with_a_sentence(open_app: Open) -> None:
    """The field, the value, the rule and what to do; what was typed stays."""
    app = open_part(open_app("Your hour"), "clients", None)
    field(app, PATH, "clients").set_value(130.0).run()
    (said,) = warnings(app)
    assert said.startswith(
        "**Clients in other states** is 130\xa0%. The most we model is 100\xa0%, because it is a "
        "part of a whole. Enter a part of 100."
    )
    assert field(app, PATH, "clients").value == 130.0
    assert plan_of(app).work.clients_in_other_states_share is None


def test_the_sentence_stands_beside_its_field(open_app: Open) -> None:
    """In the group while that is open, below it while it is folded, and nowhere else."""
    app = open_app("Your hour", SOLO.with_values({PATH: 0.3}))
    assert [SAID in said.value for said in app.warning].count(True) == 1
    folds = [fold for fold in app.expander if "**Clients**" in fold.label]
    assert not any(SAID in said.value for fold in folds for said in fold.warning)
    app = open_part(app, "clients", None)
    (fold,) = [fold for fold in app.expander if "**Clients**" in fold.label]
    (said,) = [said.value for said in fold.warning]
    assert SAID in said
    assert sum(SAID in said.value for said in app.warning) == 1
