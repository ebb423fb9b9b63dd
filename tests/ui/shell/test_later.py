"""What takes long and is not typed in waits for a lull, as charts do."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from ui.rate import sections as rate_sections
from ui.shell import lull
from ui.therapy import sections as therapy_sections


@pytest.mark.parametrize(
    ("page", "room", "parts"),
    [
        ("Own therapy", therapy_sections, ["figures", "inputs", "pays", "options"]),
        ("Set a rate", rate_sections, ["answer", "moves"]),
    ],
)
def test_slow_parts_come_after_the_lull(
    open_app: Callable[..., AppTest],
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    room: object,
    parts: list[str],
) -> None:
    """Figures and fields first, then the lull, then what is searched for; all of it is drawn."""
    app = open_app(page)
    order: list[str] = []

    def noted(name: str) -> Callable[..., object]:
        draw = getattr(room, name)
        return lambda *given: (order.append(name), draw(*given))[1]

    for name in parts:
        monkeypatch.setattr(room, name, noted(name))
    wait = lull.wait
    monkeypatch.setattr(lull, "wait", lambda: (order.append("lull"), wait())[1])
    tables = len(app.table)
    app.run()
    assert not app.exception
    late = ("pays", "options", "moves")
    assert order == [*(p for p in parts if p not in late), "lull", *(p for p in parts if p in late)]
    assert len(app.table) == tables > 0
