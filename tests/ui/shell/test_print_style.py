"""How a page prints, by its rules: what is never cut in two, and what is left out."""

import re

import pytest

from ui.shell import print_style

RULES = [
    (selectors, what)
    for selectors, what in re.findall(r"([^{}]+)\{([^{}]*)\}", print_style.STYLE)
    if "@" not in selectors
]


def told(name: str, wanted: str) -> bool:
    """Whether some rule says this of an element that Streamlit calls so."""
    own = re.compile(rf'(^|,)\s*\[data-testid="{name}"\]\s*(,|$)')
    return any(own.search(selectors) and wanted in what for selectors, what in RULES)


@pytest.mark.parametrize("name", ["stPlotlyChart", "stMetric"])
def test_a_chart_and_a_figure_stay_on_one_sheet(name: str) -> None:
    """No page ends in the middle of one."""
    assert told(name, "break-inside: avoid")


def test_a_chart_is_not_cut_at_the_right() -> None:
    """What stands beyond its frame is printed too."""
    assert told("stPlotlyChart", "overflow: visible")


@pytest.mark.parametrize(
    "name",
    ["stHeader", "stBottom", "stNumberInput", "stSelectbox", "stTextInput", "stExpander"],
)
def test_what_is_for_typing_is_left_out(name: str) -> None:
    """Bar, logo, fields and folds are no part of a sheet."""
    assert told(name, "display: none")
