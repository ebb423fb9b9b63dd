"""What an hour of each kind of session pays, near the hours of the week."""

from __future__ import annotations

from functools import partial

from calc import Result
from calc.questions.kinds import what_kinds_pay
from ui.shell import answers, frame, streamlit_ways
from ui.telling import kind_words


def kinds_pay(result: Result) -> None:
    """A row for each kind; a sentence alone where only one has sessions, nothing of one kind."""
    if len(result.scenario.work.session_kinds) < 2:
        return
    plan, year = answers.parts_of(result.scenario), (result.rules.tax_year,)
    rows = answers.kept("kinds", partial(what_kinds_pay, result), of=plan, at=year)
    frame.heading(kind_words.TITLE, kind_words.pays_line(result, rows))
    if len(rows) < 2:
        return
    streamlit_ways.table(kind_words.pays_table(result, rows), kind_words.TITLE)
    frame.quiet(f"{kind_words.no_hour(result, rows)} {kind_words.NOTE}".strip())
