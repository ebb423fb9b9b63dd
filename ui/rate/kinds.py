"""Without one kind of session: what its hours bring, and what would replace it."""

from __future__ import annotations

from functools import partial

from calc import Result
from calc.questions.kinds import replaced, what_kinds_pay
from ui.shell import answers, frame, streamlit_ways
from ui.telling import kind_words


def without_a_kind(result: Result) -> None:
    """A row for each kind that could be dropped, where there are two at least."""
    plan, year = answers.parts_of(result.scenario), (result.rules.tax_year,)
    rows = answers.kept("kinds", partial(what_kinds_pay, result), of=plan, at=year)
    if len(rows) < 2:
        return
    swaps = answers.kept("kinds replaced", partial(replaced, result, rows), of=plan, at=year)
    frame.heading(kind_words.DROP_TITLE, kind_words.drop_line(result, rows, swaps))
    streamlit_ways.table(kind_words.drop_table(result, rows, swaps), kind_words.DROP_TITLE)
    frame.quiet(kind_words.DROP_NOTE)
