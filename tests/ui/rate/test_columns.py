"""Set a rate on a desk: neither of two columns side by side ends far above the other."""

from playwright.sync_api import Page

from tests.ui.browser import still
from tests.ui.journeys import from_menu

INSIDE = "[data-testid=stElementContainer], [data-testid=stExpander]"
MOST_EMPTY = 260  # pixels that one column may end above its neighbour
ENDS = """inside => [...document.querySelectorAll("[data-testid=stHorizontalBlock]")]
    .map(row => [...row.children].filter(cell => cell.dataset.testid === "stColumn")
        .map(cell => {
            const found = [...cell.querySelectorAll(inside)]
            return Math.max(0, ...found.map(each => each.getBoundingClientRect().bottom))
        }))
    .filter(ends => ends.length === 2)
"""


def test_no_column_is_left_empty(page: Page) -> None:
    """Targets and answer beside the map, a rise beside the places: both end close together."""
    from_menu(page, "Pages", "Set a rate")
    page.get_by_role("heading", name="Places at a reduced fee").wait_for()
    still(page)
    pairs = page.evaluate(ENDS, INSIDE)
    assert len(pairs) == 2
    for left, right in pairs:
        assert abs(left - right) < MOST_EMPTY, pairs
