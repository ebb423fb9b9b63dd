"""Where the labels of lines stand: in the plot, on nothing else."""

from ui.telling.label_room import LABEL_HEIGHT, Point, Room, Spot, around

WIDTH, HEIGHT = 300.0, 200.0
WIDE = 60.0


def line(start: Point, end: Point) -> list[Point]:
    """A straight line of many points."""
    (x, y), (to_x, to_y) = start, end
    return [(x + (to_x - x) * part / 100, y + (to_y - y) * part / 100) for part in range(101)]


FLAT = line((0.0, 100.0), (WIDTH, 100.0))
SPOTS = [Spot((WIDTH * part, 100.0), worse=abs(part - 0.5)) for part in (0.0, 0.25, 0.5, 0.75, 1.0)]


def test_a_line_alone_is_named_at_the_best_of_its_spots() -> None:
    """A label hides nothing by standing on its own line."""
    room = Room(WIDTH, HEIGHT, [FLAT], [])
    assert room.place(SPOTS, WIDE, own=0) == SPOTS[2]


def test_a_label_beside_its_line_hides_it_as_it_hides_another() -> None:
    """Only what stands on the line is no harm to it."""
    beside = Spot((150.0, 100.0), shift=(0.0, 5.0))
    above = Spot((150.0, 100.0), shift=(0.0, LABEL_HEIGHT), worse=0.5)
    assert Room(WIDTH, HEIGHT, [FLAT], []).place([beside, above], WIDE, own=0) == above


def test_two_labels_never_cover_each_other_where_there_is_room() -> None:
    """What got its place is taken."""
    near = line((0.0, 104.0), (WIDTH, 104.0))
    room = Room(WIDTH, HEIGHT, [FLAT, near], [])
    first = room.place(SPOTS, WIDE, own=0).box(WIDE)
    second = room.place(SPOTS, WIDE, own=1).box(WIDE)
    assert second[0] >= first[2] or second[2] <= first[0]


def test_a_mark_keeps_its_place() -> None:
    """A ring or an end is covered by nothing that has another spot."""
    room = Room(WIDTH, HEIGHT, [FLAT], [around((150.0, 100.0), 10.0, 10.0)])
    assert room.place(SPOTS, WIDE, own=0) in (SPOTS[1], SPOTS[3])


def test_a_label_stays_in_the_plot() -> None:
    """However well a spot at the edge would do by itself."""
    inside = Spot((150.0, 100.0), worse=99.0)
    for x, y in ((0.0, 100.0), (WIDTH, 100.0), (150.0, 0.0), (150.0, HEIGHT)):
        assert Room(WIDTH, HEIGHT, [], []).place([Spot((x, y)), inside], WIDE) == inside


def test_lines_are_crossed_by_the_label_that_hides_least() -> None:
    """A label of no line hides each point below it."""
    crossing = line((150.0, 0.0), (150.0, HEIGHT))
    room = Room(WIDTH, HEIGHT, [crossing], [])
    aside = Spot((50.0, 100.0))
    assert room.place([Spot((150.0, 100.0)), aside], WIDE) == aside


def test_a_box_is_around_its_middle() -> None:
    """As wide as asked, as high as a label."""
    assert around((100.0, 50.0), WIDE) == (70.0, 40.0, 130.0, 60.0)


def test_a_clear_place_is_one_that_covers_nothing() -> None:
    """The nearest to where it is wanted; where every place covers something, none."""
    room = Room(WIDTH, HEIGHT, [FLAT], [around((150.0, 150.0), 30.0)])
    across, mark = Spot((150.0, 100.0)), Spot((150.0, 150.0), worse=1.0)
    free, further = Spot((150.0, 50.0), worse=2.0), Spot((150.0, 40.0), worse=3.0)
    assert room.clear([further, free, mark, across], WIDE) == free
    assert room.clear([across, mark, free], WIDE) is None
