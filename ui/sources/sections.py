"""Words of the page Sources on what was assumed, and its section on what is not computed."""

from __future__ import annotations

import streamlit as st

from calc.scenario import Document
from ui.shell import frame, streamlit_ways
from ui.telling import limits, origins

HEAD = "What no figure here holds: the matter, what to do instead, and whom it concerns."

LEFT_ALONE = "Fields you left alone."
OF_EXAMPLE = "Fields you left alone, then those that came with the example your plan began as."


def assumed(example: Document | None) -> str:
    """What the list of assumptions holds; the example's figures are told apart by their source."""
    return f"{OF_EXAMPLE} {origins.RULE}" if example else LEFT_ALONE


def not_computed(search: str | None) -> bool:
    """What a search means that is not computed, then the table; whether there is anything."""
    meant = limits.answers(search)
    for said in limits.told(meant):
        st.info(said)
    rows = limits.matching(search) if search else limits.limits()
    found = [one for one in rows if one not in meant]
    if found:
        _table(found, bool(search))
    return bool(meant or found)


def _table(found: list[limits.Limit], searched: bool) -> None:
    key = f"not computed {'found' if searched else 'all'}"
    with st.expander(
        f"**Not computed** · {len(found)}", expanded=searched, key=key, on_change="rerun"
    ) as folded:
        if folded.open:
            frame.quiet(HEAD)
            for title, table in limits.tables(found):
                st.markdown(f"**{title}**")
                streamlit_ways.table(table, f"Not computed: {title}")
