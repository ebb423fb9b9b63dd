"""Charts wait for a lull of somebody who goes on typing, and for nobody else."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.telling.shipped import shipped
from ui.shell import lull


class Newer(BaseException):
    """Stands for what Streamlit ends a run with."""


class Clock:
    """A clock that a rest moves on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.rests = 1000.0, 0
        monkeypatch.setattr(lull, "LULL", 0.3)
        monkeypatch.setattr(lull.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(lull.streamlit_ways.TURN, "rest", self.rest)

    def rest(self, seconds: float) -> None:
        """So long later."""
        self.now += seconds
        self.rests += 1


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of a page with nothing typed yet."""
    monkeypatch.setattr(lull.st, "session_state", {})
    return Clock(monkeypatch)


@pytest.mark.parametrize(("later", "rests"), [(0.15, 30), (0.99, 30), (1.01, 0)])
def test_a_change_soon_after_another_waits(clock: Clock, later: float, rests: int) -> None:
    """0.3 s in steps of 0.01 s; a change alone does not wait."""
    lull.begin()
    lull.wait()
    assert clock.rests == 0
    clock.now += later
    lull.begin()
    lull.wait()
    assert clock.rests == pytest.approx(rests, abs=1)


def test_what_is_typed_meanwhile_ends_the_run(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next look after it does."""
    lull.begin()
    clock.now += 0.15
    lull.begin()

    def look() -> None:
        if clock.rests == 3:
            raise Newer

    monkeypatch.setattr(lull.streamlit_ways, "look_for_newer_input", look)
    with pytest.raises(Newer):
        lull.wait()
    assert clock.rests == 3


def test_a_page_waits_before_its_charts(
    open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All else is there when it does: a run that ends here has its numbers, and no chart yet."""
    app = open_app("Your hour", shipped("solo_private_pay"))
    wages = [shown.value for shown in app.metric]
    waits: list[str] = []
    monkeypatch.setattr(lull, "wait", lambda: waits.append("waited"))
    app.run()
    assert waits == ["waited"]
    assert [shown.value for shown in app.metric] == wages
    monkeypatch.setattr(lull, "wait", app_stop)
    app.run()
    assert [shown.value for shown in app.metric] == wages
    assert not app.get("plotly_chart")


def app_stop() -> None:
    """Ends a run, as newer input does."""
    lull.st.stop()
