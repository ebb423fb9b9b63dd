"""Sessions, hours and salaries beside a full-time share: what each works now, or full time."""

import pytest

from calc.scenario.clinic_parts import MixRow
from calc.staffing import ClinicResult, evaluate_clinic, rows_of_csv
from calc.staffing.roster_columns import template_csv
from calc.staffing.roster_reading import Reading, reading
from tests.calc.clinics import clinic
from tests.calc.staffing.test_roster_reading import kinds

OWN = (
    "Name,Sessions,FTE,Pay,Admin hours\n"
    "Ana,24,1,60000,3\nBen,18,0.8,48000,2\nCy,21,0.7,$31/hr,2\nDee,10,0,30000,1\n"
)


def found(text: str, full_time: bool = False) -> Reading:
    """A text as read, every question answered by yes."""
    rows = rows_of_csv(text)
    first = reading(rows, full_time=full_time)
    return reading(rows, answers={one.key: True for one in first.questions}, full_time=full_time)


def of(read: Reading) -> ClinicResult:
    """The clinic of a reading, whose sessions are all private."""
    return evaluate_clinic(clinic(posts=read.roster.posts, payer_mix=(MixRow(),)))


def booked(read: Reading) -> list[float]:
    """Sessions booked a week, as the clinic has them."""
    result = of(read)
    return [post.booked_per_week for post in result.posts]


def test_what_each_works_now_is_what_is_booked_and_paid() -> None:
    """18 sessions at 0.8 stay 18, and 48,000 stay what is paid; a rate an hour never moves."""
    read = found(OWN)
    assert read.part_time == 1
    assert booked(read) == pytest.approx([24.0, 18.0, 21.0, 0.0])
    result = of(read)
    ana, ben, cy, _ = (post.scenario.work for post in result.posts)
    assert [ana.pay.salary_per_year, ben.pay.salary_per_year] == pytest.approx([60_000, 48_000])
    assert cy.pay.rate_per_hour == 31.0
    assert ben.time.administration_hours_per_week == pytest.approx(2.0)
    assert [float(post.full_time_share) for post in read.roster.posts] == [1.0, 0.8, 0.7, 0.0]


def test_what_full_time_would_be_shrinks() -> None:
    """The other answer takes the part that somebody is there for."""
    read = found(OWN, full_time=True)
    assert read.part_time == 1
    assert booked(read) == pytest.approx([24.0, 14.4, 14.7, 0.0])
    ben = of(read).post("Ben").scenario.work
    assert ben.pay.salary_per_year == pytest.approx(38_400)
    assert ben.time.administration_hours_per_week == pytest.approx(1.6)


def test_how_a_column_was_read_is_told_as_it_stands() -> None:
    """What the reader confirms is the file's own number."""
    for full_time in (False, True):
        (sessions,) = (one for one in found(OWN, full_time).columns if one.heading == "Sessions")
        assert sorted(float(value) for value, _ in sessions.read) == [10.0, 18.0, 21.0, 24.0]


@pytest.mark.parametrize("full_time", [False, True])
def test_the_template_has_one_meaning(full_time: bool) -> None:
    """Under our own headings sessions are of full time, whatever is said, and nothing is asked."""
    heads, row = template_csv().splitlines()
    text = f"{heads}\n{row.replace(',100,', ',80,', 1)}\n"
    read = found(text, full_time)
    assert read.part_time is None
    assert booked(read) == pytest.approx([24.0 * 0.8])
    mapped = text.replace("Full-time share %", "FTE %")
    assert found(mapped, full_time).part_time == 0
    assert booked(found(mapped, full_time)) == pytest.approx([19.2 if full_time else 24.0])


def test_nothing_is_asked_where_all_are_there_all_week() -> None:
    """No share, or one of 1 in each row, leaves no doubt."""
    assert found("Name,Sessions,Pay\nAna,24,60000\n").part_time is None
    assert found("Name,Sessions,FTE,Pay\nAna,24,1,60000\n").part_time is None


def test_a_figure_that_no_full_time_post_has_is_refused() -> None:
    """60 sessions at a hundredth of full time would be 6,000: the row is told, not changed."""
    read = found("Name,Sessions,FTE,Pay\nAna,60,0.01,60000\n")
    assert ("refused", 2, "Sessions a week") in kinds(read)
    assert read.roster.posts == ()
