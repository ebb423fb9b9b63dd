"""A roster brought in, and everything shown taken out, as CSV or Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import streamlit as st

from calc.errors import OtherChairError
from calc.scenario.clinic import Clinic
from calc.staffing import ClinicResult, PostResult
from calc.staffing.plans import LETTERS
from calc.staffing.roster_reading import Reading
from ui.clinic import faults, roster_brought, roster_dialog, roster_files, tables
from ui.clinic.roster_brought import Brought
from ui.clinic.roster_dialog import READ
from ui.clinic.view import View, view
from ui.shell import intake, plan_menu, uploads
from ui.telling import refusals
from ui.telling.tables import Table

UPLOAD = "clinic roster file"
MEGABYTES = 1
Found = TypeVar("Found")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NEEDED = (
    "Any table with a row for each post: its label, its sessions a week and its pay are enough. "
    "Headings may be your own. You see how it was read before anything changes."
)
PASTED = "clinic roster pasted"


def bring_in() -> None:
    """The template, and a roster from a file; what was wrong in it is listed row by row."""
    st.markdown(NEEDED)
    with st.container(horizontal=True):
        for kind, mime in (("csv", "text/csv"), ("xlsx", EXCEL)):
            st.download_button(
                f"Template ({'CSV' if kind == 'csv' else 'Excel'})",
                roster_files.template(kind),
                file_name=f"roster-template.{kind}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"template {kind}",
            )
    st.file_uploader(
        "Your roster (CSV or Excel)",
        key=UPLOAD,
        on_change=intake.first(_take),
        max_upload_size=MEGABYTES,
        help="Names of people are not kept unless you say that they are labels.",
    )
    st.text_area(
        "Or paste the cells here",
        key=PASTED,
        height="content",
        max_chars=roster_files.MOST_BYTES,
        help="Copy them in your spreadsheet, with the row of headings.",
    )
    with st.container(horizontal=True):
        if st.session_state.get(PASTED):
            st.button("Read the cells", key="clinic roster paste", on_click=intake.first(_paste))
        if st.session_state.get(UPLOAD) and READ not in st.session_state:
            st.button("Read the file again", key="clinic roster again", on_click=_take)
    _said()


def _said() -> None:
    """The drawer of the file that was brought, or why there is none."""
    done: roster_brought.Done | None = st.session_state.get(roster_brought.DONE)
    if done is not None:
        st.success(f"{refusals.shortened(done.taken)}: taken.")
    if done is not None and not done.left:
        st.session_state.pop(roster_brought.DONE)
    read: Brought | str | None = st.session_state.get(READ)
    if isinstance(read, str):
        st.error(f"{read} {faults.UNCHANGED}")
    elif read is not None:
        roster_dialog.show(read)


def _take() -> None:
    """Reads an uploaded roster, for the drawer to show."""
    uploaded = st.session_state[UPLOAD]
    if uploaded is None:
        st.session_state.pop(READ, None)
        return
    name, data = uploaded.name, uploaded.getvalue()
    _bring(name, lambda: roster_files.sheets_of(name, data))


def _paste() -> None:
    """Reads pasted cells, for the drawer to show."""
    text = st.session_state[PASTED]
    _bring("Pasted cells", lambda: {"": roster_files.of_text(text)})


def _bring(name: str, read: Callable[[], dict[str, roster_files.Rows]]) -> None:
    found = _guarded(lambda: roster_brought.brought(name, read(), view(0).clinic))
    st.session_state[READ] = found


def _guarded(read: Callable[[], Found]) -> Found | str:
    """What a reader makes of a file, or why it makes nothing, as a sentence."""
    try:
        return uploads.guarded(read)
    except roster_files.RosterError as error:
        return faults.FILES[error.why]
    except OtherChairError:
        return faults.FILES["unreadable"]


def read_file(name: str, data: bytes) -> Reading | str:
    """A file as the drawer shows it before any answer, or why it shows none, as a sentence."""
    clinic = Clinic()

    def read() -> Reading:
        sheets = roster_files.sheets_of(name, data)
        return roster_brought.brought(name, sheets, clinic).found(clinic)

    return _guarded(read)


def take_out(found: View) -> None:
    """Everything shown, as one workbook or as the roster's CSV."""
    name = plan_menu.file_name(found.plans.title)
    with st.container(horizontal=True):
        st.download_button(
            "All of it (Excel)",
            lambda: roster_files.as_excel(sheets(found)),
            file_name=f"{name}.xlsx",
            mime=EXCEL,
            icon=":material/download:",
            on_click="ignore",
            key="clinic excel",
        )
        st.download_button(
            f"Plan {found.letter} (CSV)",
            lambda: roster_files.as_csv(outcome(found, found.shown)),
            file_name=f"{name}-plan-{found.letter.lower()}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="clinic csv",
        )
        st.download_button(
            f"Roster of plan {found.letter} (CSV)",
            lambda: roster_files.as_csv(roster_files.roster_table(found.clinic.posts)),
            file_name=f"{name}-roster-{found.letter.lower()}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="clinic roster csv",
        )


def sheets(found: View) -> Mapping[str, list[list[Any]]]:
    """Every table of the page: plans side by side, what differs, and each plan's posts."""
    made = {
        "Plans": _plain(tables.side_by_side(found.compared)),
        "What differs": _plain(tables.what_differs(found.compared)),
    }
    for place, clinic in enumerate(found.plans.plans):
        made[f"Plan {LETTERS[place]}"] = outcome(found, place)
        made[f"Roster {LETTERS[place]}"] = roster_files.roster_table(clinic.posts)
    return made


def _plain(table: Table) -> list[list[Any]]:
    """A table of words without the marks of Markdown."""
    rows = [table.heads, *table.rows]
    return [[str(cell).replace("\\", "").replace("**", "") for cell in row] for row in rows]


WORDS: Mapping[str, Callable[[PostResult], str]] = {
    "Post": lambda post: post.label,
    "Licence": lambda post: post.post.licence,
    "Arrangement": lambda post: post.scenario.work.kind.replace("_", " "),
}
FIGURES: Mapping[str, Callable[[PostResult, ClinicResult], float | None]] = {
    "Booked a week": lambda post, _: post.booked_per_week,
    "Hours a week": lambda post, _: post.earner.hours_per_week,
    "True hourly wage": lambda post, _: post.earner.wage,
    "Take-home a year": lambda post, _: post.earner.take_home,
    "Exhausted, of 100": lambda post, _: 100 * post.earner.load_probability,
    "Brings": lambda post, _: post.brings,
    "Pay": lambda post, _: post.pay,
    "Employer's load": lambda post, _: post.employer_load,
    "Other costs": lambda post, _: post.other_cost + post.processing,
    "To margin": lambda post, _: post.contribution,
    "Break-even sessions": lambda post, result: result.break_even(post),
    "Hours with clients, share": lambda post, _: post.utilisation,
}
HEADINGS = (*WORDS, *FIGURES)


def outcome(found: View, place: int) -> list[list[Any]]:
    """Every post of a plan with its figures, then what is shared, and the margin."""
    result = found.compared.results[place]
    rows: list[list[Any]] = [list(HEADINGS)]
    for post in result.posts:
        said = [word(post) for word in WORDS.values()]
        rows.append([*said, *(_rounded(figure(post, result)) for figure in FIGURES.values())])
    taxes = result.receipts_taxes.line
    for title, line, sign in (
        *([("Taxes on receipts", taxes, -1)] if taxes is not None else []),
        ("Shared costs", result.shared, -1),
        ("Administration", result.administration, -1),
        ("Margin", result.margin, 1),
    ):
        row = dict.fromkeys(HEADINGS) | {
            "Post": title,
            "To margin": _rounded(sign * float(line.amount)),
        }
        rows.append(list(row.values()))
    return rows


def _rounded(figure: float | None) -> float | None:
    return None if figure is None or figure != figure else round(figure, 2)
