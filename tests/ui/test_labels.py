"""Labels say in whole words what they ask; none of the short ones that misled comes back."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.clinic.clinics import opened as clinic_opened
from tests.ui.offers.letters import LETTERS, part, unfolded
from tests.ui.pages import EXAMPLES, PARTS, Open
from ui.clinic.files import HEADINGS
from ui.shell.frame import PAGES

MIXED = EXAMPLES["insurance_with_sliding_scale"]
GRADUATE = EXAMPLES["graduate_with_loans"]
COUPLE = MIXED.with_values(
    {"household.filing_status": "joint", "household.spouse_wages_per_year": 6e4}
)
COURSE = "Start, and after the licence"
MISLED = (
    "Load, in 100 people",
    "Missed, late",
    "Booked a week",
    "Late, charged",
    "Late, part of fee",
    "Hours in that job",
    "Other wages a year",
    "Beside the year",
    "Waiting put to use",
    "Find the least",
    "Caseload",
    "Quota",
    "Within",
    "Then moves to",
    "Rules of ",
    "Belief ",
    "Lines of RAP",
    "Credentialing",
    "Ramp",
    "Load to leaving",
    "Highest load",
)


def labels(app: AppTest) -> set[str]:
    """What stands over fields, figures and sections, and before the rows of tables; no units.

    No page but Load speaks of a score.
    """
    assert not app.exception
    assert not [text.value for text in app.markdown if "score" in text.value.lower()]
    fields = [*app.number_input, *app.selectbox, *app.toggle, *app.text_input, *app.date_input]
    bars = app.segmented_control
    rows = [str(row) for table in app.table for row in table.value.iloc[:, 0]]
    found = [
        *(widget.label for widget in (*fields, *bars, *app.metric)),
        *(option.content for bar in bars for option in bar.proto.options),
        *(heading.value for heading in app.header),
        *(row.replace("\u00ad", "") for row in rows),
    ]
    return {re.sub(r" \([^)]*\)$", "", label) for label in found}


def of_your_hour(open_app: Open) -> set[str]:
    """Every group at its first part."""
    app = open_app("Your hour", COUPLE)
    for group in PARTS:
        app.session_state[f"group {group}"] = True
    return labels(app.run())


def of_set_a_rate(open_app: Open) -> set[str]:
    """The targets, and what may be found."""
    return labels(open_app("Set a rate", MIXED))


def of_loans(open_app: Open) -> set[str]:
    """Every group."""
    app = open_app("Loans", GRADUATE)
    for group in ("plan and day", "household", "public service", "assumptions"):
        app.session_state[f"group loan {group}"] = True
    return labels(app.run())


def of_job_offers(open_app: Open) -> set[str]:
    """The letter in short, and the part that speaks of its start and of leaving."""
    app = open_app()
    app.session_state["offers"] = LETTERS
    app.session_state["offers own"] = True
    app.session_state["offers version"] += 1
    app = unfolded(app.switch_page(PAGES["Job offers"]).run(), "offer 0")
    return labels(app) | labels(part(app, 0, COURSE))


def of_clinic(open_app: Open) -> set[str]:
    """What lies ahead of it, and its limits."""
    return labels(clinic_opened(open_app, None, "ahead", "best"))


@pytest.mark.parametrize(
    ("of_page", "asked"),
    [
        (
            of_your_hour,
            (
                "Exhausted, of 100",
                "No-shows and late cancellations",
                "Sessions scheduled a week",
                "Late cancellations you charge",
                "Late cancellations, how much of the fee",
                "Hours a week in your other job",
                "What your other job pays a year",
                "Also show by",
                "Share of gaps between sessions you use for notes",
            ),
        ),
        (of_set_a_rate, ("Find", "Lowest fee", "Fewest sessions", "Most weeks off")),
        (
            of_loans,
            (
                "Use the loan rules in force on",
                "How sure are you that PSLF will still exist?",
                "Income steps of RAP",
            ),
        ),
        (
            of_job_offers,
            (
                "Exhausted, of 100",
                "Range of that figure",
                "Months from the first day",
                "Sessions held a week you must reach",
                "Repay if you leave within",
                "After the licence",
                "Sessions added each week",
            ),
        ),
        (
            of_clinic,
            (
                "Exhausted, of 100",
                "Exhausted, of 100, at most",
                "Weeks until insurers accept a hire",
                "Sessions added each week",
                "How strongly load drives leaving",
            ),
        ),
    ],
)
def test_a_label_says_what_it_asks(
    open_app: Open, of_page: Callable[[Open], set[str]], asked: tuple[str, ...]
) -> None:
    """Each by its own words, and none that begins as those that were misread."""
    found = of_page(open_app)
    assert set(asked) <= found, sorted(found)
    assert not [label for label in found if label.startswith(MISLED)]


def test_a_workbook_of_a_clinic_says_what_its_columns_hold() -> None:
    """The same words there: sessions scheduled, people exhausted; none of those that misled."""
    assert {"Sessions scheduled a week", "Exhausted, of 100"} <= set(HEADINGS)
    assert not [heading for heading in HEADINGS if heading.startswith(MISLED)]
