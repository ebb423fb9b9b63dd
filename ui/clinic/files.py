"""A roster brought in, and everything shown taken out, as CSV or Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from calc.staffing import ClinicResult, PostResult, Roster, read_roster
from calc.staffing.plans import LETTERS
from calc.staffing.roster_rows import imported
from ui.clinic import faults, roster_files, tables
from ui.clinic.roster import write_posts
from ui.clinic.view import View, view
from ui.shell import intake, plan_menu, uploads
from ui.telling.tables import Table

UPLOAD = "clinic roster file"
READ = "clinic roster read"
MEGABYTES = 1
MOST_TOLD = 12
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NEEDED = (
    "A row for each post. **Label**, **Arrangement** and **Sessions a week** are needed; an empty "
    "cell of another column keeps what the post has."
)


def bring_in(found: View) -> None:
    """The template, and a roster from a file; what was wrong in it is listed row by row."""
    st.markdown(NEEDED)
    with st.container(horizontal=True):
        for kind, mime in (("csv", "text/csv"), ("xlsx", EXCEL)):
            st.download_button(
                f"Template ({'CSV' if kind == 'csv' else 'Excel'})",
                roster_files.template(kind),  # type: ignore[arg-type]
                file_name=f"roster-template.{kind}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"template {kind}",
            )
    st.file_uploader(
        f"A roster for plan {found.letter} (.csv or .xlsx)",
        type=["csv", "xlsx"],
        key=UPLOAD,
        on_change=intake.first(_take),
        max_upload_size=MEGABYTES,
        help="It takes the place of the roster shown. Labels such as Post 3, never names.",
    )
    _said(found)


def _said(found: View) -> None:
    """What came of the last file."""
    read: Roster | str | None = st.session_state.get(READ)
    if read is None:
        return
    if isinstance(read, str):
        st.error(f"{read} {faults.UNCHANGED}")
        return
    told = list(faults.told(read, found.clinic.currency))
    if not read.posts:
        st.error("\n".join([f"{faults.UNCHANGED}", "", *(f"- {line}" for line in told)]))
        return
    (st.warning if told else st.success)(faults.taken(read))
    st.markdown("\n".join(f"- {line}" for line in told[:MOST_TOLD]))
    if len(told) > MOST_TOLD:
        with st.expander(f"{len(told) - MOST_TOLD} more"):
            st.markdown("\n".join(f"- {line}" for line in told[MOST_TOLD:]))


def _take() -> None:
    """Reads an uploaded roster; the rows that are right take the place of the posts shown."""
    uploaded = st.session_state[UPLOAD]
    if uploaded is None:
        st.session_state.pop(READ, None)
        return
    read = read_file(uploaded.name, uploaded.getvalue())
    st.session_state[READ] = read
    if isinstance(read, Roster) and read.posts:
        now = view()
        pairs = imported(read.posts, now.clinic)
        kept = {pair.before.label for pair in pairs if pair.before is not None}
        removed = [post for post in now.clinic.posts if post.label not in kept]
        write_posts(now, pairs, removed)


def read_file(name: str, data: bytes) -> Roster | str:
    """The roster in a file, or why there is none, as a sentence."""
    try:
        return uploads.guarded(lambda: read_roster(roster_files.rows_of(name, data)))
    except roster_files.RosterError as error:
        return faults.FILES[error.why]
    except uploads.UnreadableError:
        return faults.FILES["unreadable"]


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
    "Load score": lambda post, _: post.earner.load_score,
    "Load, in 100": lambda post, _: 100 * post.earner.load_probability,
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
    for title, line, sign in (
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
