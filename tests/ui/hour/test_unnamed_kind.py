"""A kind of session without a name is told by who pays, and the two ways of losing one apart."""

from calc import evaluate, load_rules
from calc.scenario import InsurerSessions, PrivateSessions
from tests.ui.pages import Open, field, open_part
from ui.rate import words as rate_words
from ui.shell import examples
from ui.telling import kind_words

SOLO = examples.scenarios()[examples.FIRST]
KIND = "work.session_kinds.0"
NO_NAME = "Private pay, no name yet"


def test_no_row_reads_as_blank(open_app: Open) -> None:
    """The line below the ten figures, the choice of a kind, the statement and the fees name it."""
    kinds = (*SOLO.with_values({f"{KIND}.label": ""}).work.session_kinds, InsurerSessions())
    plan = SOLO.with_values({"work.session_kinds": kinds})
    app = open_part(open_app("Your hour", plan), "clients", None)
    said = "\n".join(found.value for found in app.markdown)
    assert f"are those of “{NO_NAME}”" in said
    box = next(box for box in app.selectbox if box.label == "Kind of session")
    assert list(box.options) == [NO_NAME, "Individual"]
    assert kind_words.name(plan, 0) == NO_NAME
    assert NO_NAME in rate_words.fees_moved(plan)
    result = evaluate(plan, load_rules(2026))
    assert result.find("money_in.kinds.0").label == NO_NAME
    assert [PrivateSessions(label=" ").name, InsurerSessions(label="").name] == [
        NO_NAME,
        "Insurer, no name yet",
    ]
    assert PrivateSessions(label="Couples").name == "Couples"


def test_no_shows_and_late_cancellations_are_told_apart(open_app: Open) -> None:
    """Two fields, each of which says that it is not the other."""
    app = open_part(open_app("Your hour", SOLO), "clients", None)
    late, missed = (
        field(app, f"{KIND}.{name}", "clients") for name in ("late_cancelled_share", "missed_share")
    )
    assert (late.label, missed.label) == ("Cancelled late (%)", "No-shows (%)")
    about = {
        name: PrivateSessions.model_fields[name].description or ""
        for name in ("late_cancelled_share", "missed_share")
    }
    assert "No-shows are counted apart" in about["late_cancelled_share"]
    assert "nobody cancelled" in about["missed_share"]
