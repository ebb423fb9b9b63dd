"""Where the labels of lines stand: in the plot, on nothing else."""

import pytest

from ui.telling.label_room import DOT, LABEL_HEIGHT, Place, Point, places

WIDTH, HEIGHT = 300.0, 200.0
HALF = 30.0


def line(start: Point, end: Point) -> list[Point]:
    """A straight line of many points."""
    (x, y), (to_x, to_y) = start, end
    return [(x + (to_x - x) * part / 100, y + (to_y - y) * part / 100) for part in range(101)]


def test_a_line_alone_is_named_in_its_middle() -> None:
    """Nothing hides it there."""
    (found,) = places([line((0.0, 100.0), (300.0, 100.0))], [HALF], WIDTH, HEIGHT)
    assert found == Place((150.0, 100.0))


def test_two_lines_that_lie_close_are_named_apart() -> None:
    """No label covers the other, and both lie in the plot."""
    paths = [line((0.0, 100.0), (300.0, 100.0)), line((0.0, 104.0), (300.0, 104.0))]
    found = places(paths, [HALF, HALF], WIDTH, HEIGHT)
    (x, y), (other_x, other_y) = (place.centre(HALF) for place in found)
    assert abs(x - other_x) >= 2 * HALF or abs(y - other_y) >= LABEL_HEIGHT
    for at_x, at_y in ((x, y), (other_x, other_y)):
        assert HALF <= at_x <= WIDTH - HALF
        assert LABEL_HEIGHT / 2 < at_y < HEIGHT


def test_a_short_line_is_named_at_its_end() -> None:
    """On it, the label would hide the end of another."""
    paths = [line((0.0, 100.0), (20.0, 100.0)), line((0.0, 100.0), (300.0, 20.0))]
    found = places(paths, [HALF, HALF], WIDTH, HEIGHT)
    assert found[0].side in ("right", "above")
    assert found[0].point == (20.0, 100.0)


@pytest.mark.parametrize(
    ("side", "centre"),
    [
        ("on", (100.0, 50.0)),
        ("left", (100.0 - HALF - DOT, 50.0)),
        ("right", (100.0 + HALF + DOT, 50.0)),
        ("above", (100.0, 50.0 + LABEL_HEIGHT / 2 + DOT)),
    ],
)
def test_a_label_stands_clear_of_the_dot(side, centre: Point) -> None:
    """On the point, or beside it by half of the label and the dot."""
    assert Place((100.0, 50.0), side).centre(HALF) == centre
