"""What stands first on a page: the way to one's own, and what the first figures are."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ui.telling import hour_words

Open = Callable[..., AppTest]


def before_the_first_header(app: AppTest) -> list[Any]:
    """All that stands above the first section, in order."""
    found: list[Any] = []
    for node in app.main:
        if node.type == "header":
            return found
        found.append(node)
    return found


@pytest.mark.parametrize(("page", "key"), [("Job offers", "own offers"), ("Clinic", "own clinic")])
def test_the_way_to_ones_own_stands_under_the_heading(open_app: Open, page: str, key: str) -> None:
    """Nobody scrolls past a stranger's letters or clinic to begin."""
    app = open_app(page)
    assert not app.exception
    assert key in [getattr(node, "key", None) for node in before_the_first_header(app)]


def test_ten_figures_are_said_to_be_enough(open_app: Open) -> None:
    """Beside the fields, with where all others are."""
    said = [item.value for item in open_app("Your hour").markdown]
    assert any(hour_words.TEN_FIGURES in one for one in said)
    assert hour_words.TEN_FIGURES.startswith("Ten figures are enough.")
