"""A roster from a table: what is read, what is listed, and that nothing is lost."""

import pytest

from calc.errors import FileFormatError
from calc.scenario.clinic import MOST_POSTS
from calc.staffing import COLUMNS, evaluate_clinic, read_roster, rows_of_csv, template_csv
from calc.staffing.roster_columns import MOST_COLUMNS, MOST_LINES
from tests.calc.clinics import clinic

HEAD = "Label,Arrangement,Pay form,Pay,Full-time share %,Sessions a week,Payer,Starts in month"


def read(*lines: str) -> list[tuple[str, int, str]]:
    """What is wrong with some lines under the usual headings."""
    roster = read_roster(rows_of_csv("\n".join((HEAD, *lines))))
    return [(problem.kind, problem.row, problem.column) for problem in roster.problems]


def test_the_template_is_a_roster() -> None:
    """The example row of the template is read as one post, ready for a clinic with a mix."""
    roster = read_roster(rows_of_csv(template_csv()))
    assert roster.problems == ()
    (post,) = roster.posts
    assert (post.label, post.full_time_share, post.telehealth_share) == ("Post 1", 1.0, 0.3)
    assert post.benefits_cost_per_year == 6_000.0
    assert post.benefits_cost_share == 0.0
    mix = [{"share": 1, "sessions": {"payer": "insurer"}}]
    plan = clinic(payer_mix=mix).with_values({"posts": roster.posts})
    assert evaluate_clinic(plan).posts[0].booked_per_week == pytest.approx(24.0)


def test_every_arrangement_and_pay() -> None:
    """Employees by year, hour, session and share; contractors; owners without pay."""
    roster = read_roster(
        rows_of_csv(
            "\n".join(
                (
                    HEAD,
                    'A,employee,salary,"$62,000",100,20,insurer,0',
                    "B,Employee,Hourly,32,80 %,20,private,2",
                    "C,contractor,per session,55.5,100,20,,0",
                    "D,contractor,split,60%,0.5%,20,,",
                    "E,owner,,,100,10,private,",
                )
            )
        )
    )
    assert roster.problems == ()
    kinds = [post.work.kind for post in roster.posts]
    assert kinds == ["employee", "employee", "contractor", "contractor", "own_practice"]
    salary, hourly, rate, split = (post.work.pay for post in roster.posts[:4])  # type: ignore[union-attr]
    assert salary.salary_per_year == 62_000.0
    assert hourly.rate_per_hour == 32.0
    assert rate.rates_per_session == (55.5,)
    assert split.share == 0.6
    assert [post.full_time_share for post in roster.posts] == [1.0, 0.8, 1.0, 0.005, 1.0]
    assert roster.posts[1].start_month == 2


@pytest.mark.parametrize(
    ("line", "kind", "column"),
    [
        ("A,employee,salary,-5,100,20,,", "refused", "Pay"),
        ("A,employee,split,160,100,20,,", "refused", "Pay"),
        ("A,employee,split,0.6,100,20,,", "not_in_percent", "Pay"),
        ("A,employee,salary,62000,300 %,20,,", "refused", "Full-time share %"),
        ("A,employee,salary,62000,0.6,20,,", "not_in_percent", "Full-time share %"),
        ("A,employee,salary,=SUM(A1:A3),100,20,,", "formula", "Pay"),
        ("=A1,employee,salary,62000,100,20,,", "formula", "Label"),
        ('A,employee,salary,62000,100,"24,5",,', "not_a_number", "Sessions a week"),
        ("A,employee,salary,lots,100,20,,", "not_a_number", "Pay"),
        ("A,employee,salary,62000,100,999,private,", "refused", "Sessions a week"),
        ("A,employee,salary,62000,100,999,,", "refused", "Sessions a week"),
        ("A,employee,salary,62000,100,20,Medicaid,", "unknown_word", "Payer"),
        ("A,employee,bonus,62000,100,20,,", "unknown_word", "Pay form"),
        ("A,volunteer,salary,62000,100,20,,", "unknown_word", "Arrangement"),
        ("A,contractor,salary,62000,100,20,,", "pay_does_not_fit", "Pay form"),
        ("A,owner,,62000,100,20,,", "pay_does_not_fit", "Pay"),
        ("A,employee,salary,62000,100,20,,2.5", "refused", "Starts in month"),
        (",employee,salary,62000,100,20,,", "empty_cell", "Label"),
        ("A,,salary,62000,100,20,,", "empty_cell", "Arrangement"),
        ("A,employee,,62000,100,20,,", "empty_cell", "Pay form"),
        ("A,employee,salary,,100,20,,", "empty_cell", "Pay"),
        ("A,employee,salary,62000,100,,,", "empty_cell", "Sessions a week"),
    ],
)
def test_what_is_wrong_is_listed_where_it_stands(line: str, kind: str, column: str) -> None:
    """The row is left out and named; the good row after it is kept."""
    good = "Z,employee,salary,62000,100,20,,"
    roster = read_roster(rows_of_csv("\n".join((HEAD, line, good))))
    assert [post.label for post in roster.posts] == ["Z"]
    assert (kind, 2, column) in [(one.kind, one.row, one.column) for one in roster.problems]


def test_a_refused_cell_says_why() -> None:
    """What stands there, and the clinic's own rule."""
    roster = read_roster(rows_of_csv(HEAD + "\nA,employee,salary,62000,300 %,20,,"))
    (problem,) = roster.problems
    assert (problem.value, problem.bound) == ("300 %", 1.0)
    assert problem.problem is not None
    assert problem.problem.kind == "too_large"


def test_wrong_headings() -> None:
    """A needed column that is missing ends the reading; an unknown or doubled one does not."""
    roster = read_roster(rows_of_csv("Name,Salary\nA,62000\n"))
    assert roster.posts == ()
    kinds = [(problem.kind, problem.column) for problem in roster.problems]
    assert ("unknown_column", "Salary") in kinds
    assert ("missing_column", "Label") in kinds
    text = HEAD + ",Shoe size,pay,\nA,employee,salary,62000,100,20,,,44,1,x\n"
    roster = read_roster(rows_of_csv(text))
    assert [post.label for post in roster.posts] == ["A"]
    kinds = [(problem.kind, problem.column) for problem in roster.problems]
    assert kinds == [("unknown_column", "Shoe size"), ("column_twice", "Pay")]


def test_empty_tables() -> None:
    """Nothing, blank rows, or headings alone are an empty roster."""
    for rows in ((), ((),), (("", ""), (None, ""))):
        assert [one.kind for one in read_roster(rows).problems] == ["empty_roster"]
    assert read(",,,,,,,", "") == [("empty_roster", 0, "")]


def test_labels_twice_are_listed_and_kept() -> None:
    """Nobody is lost for a label."""
    line = "A,employee,salary,62000,100,20,,"
    roster = read_roster(rows_of_csv("\n".join((HEAD, line, line))))
    assert [post.label for post in roster.posts] == ["A", "A"]
    assert [(one.kind, one.row) for one in roster.problems] == [("label_twice", 3)]


def test_ten_thousand_rows() -> None:
    """The most a clinic holds are kept, and how many there were is said once."""
    lines = (f"Post {place},employee,salary,62000,100,20,," for place in range(10_000))
    roster = read_roster(rows_of_csv("\n".join((HEAD, *lines))))
    assert len(roster.posts) == MOST_POSTS
    (problem,) = roster.problems
    assert (problem.kind, problem.row, problem.value) == ("too_many_rows", MOST_POSTS + 2, 10_000)


def test_cells_of_a_table_on_screen() -> None:
    """Numbers, empty cells and cells that are not a number come as they are."""
    rows = [
        [column.heading for column in COLUMNS[:7]],
        ["A", "employee", "salary", 62_000.0, None, float("nan"), 20],
    ]
    (post,) = read_roster(rows).posts
    assert post.licence == "licensed"
    assert post.mix_sessions_per_week == 20.0


def test_the_three_kinds_of_csv() -> None:
    """Comma, semicolon and tab, with or without the mark some programs begin a file with."""
    for mark in ",;\t":
        text = f"\ufeffLabel{mark}Pay\r\nA{mark}1\r\n"
        assert rows_of_csv(text) == (("Label", "Pay"), ("A", "1"))


def test_a_fee_without_a_payer_is_asked_about() -> None:
    """The clinic's mix has its own fees: a fee beside it would be dropped without a word."""
    table = rows_of_csv(
        "Label,Arrangement,Pay form,Pay,Sessions a week,Payer,Fee\n"
        "A,employee,salary,62000,20,,150\nB,employee,salary,62000,20,private,150\n"
    )
    found = read_roster(table)
    assert [post.label for post in found.posts] == ["B"]
    (problem,) = found.problems
    assert (problem.kind, problem.row, problem.column) == ("empty_cell", 2, "Payer")


class Missing:
    """A cell that a table on screen calls missing: it cannot even be compared."""

    def __str__(self) -> str:
        return "<NA>"

    def __ne__(self, other: object) -> bool:
        raise TypeError


def test_cells_that_are_missing_are_empty() -> None:
    """Whatever a missing cell is, it reads as one that was left empty."""
    headings = ("Label", "Arrangement", "Pay form", "Pay", "Sessions a week", "Holiday weeks")
    for cell in (None, float("nan"), Missing()):
        found = read_roster([headings, ("A", "employee", "salary", 62_000, 20, cell)])
        assert found.problems == ()
        assert len(found.posts) == 1


def test_a_cell_without_an_end() -> None:
    """An open quote that swallows the file is no table."""
    with pytest.raises(FileFormatError) as error:
        rows_of_csv(f'{HEAD}\n"' + "x" * 200_000)
    assert error.value.kind == "broken"


def test_a_table_of_nothing_is_an_empty_roster() -> None:
    """Rows without any word in them, headings included, are told once and read as no post."""
    roster = read_roster([["", None], [" "]])
    assert [(problem.kind, problem.row) for problem in roster.problems] == [("empty_roster", 0)]
    assert roster.posts == ()


def test_columns_past_the_most_are_told_once() -> None:
    """A table of too many columns is read as far as it goes, and what is left out is said."""
    headings = [*HEAD.split(","), *[""] * MOST_COLUMNS, "More"]
    post = ["A", "employee", "salary", "62000", "100", "20", "private", "0"]
    roster = read_roster([headings, [*post, *[""] * MOST_COLUMNS, "x"]])
    assert [problem.kind for problem in roster.problems] == ["too_many_columns"]
    assert [found.label for found in roster.posts] == ["A"]
    wide = ";".join(["a"] * (MOST_COLUMNS + 40))
    assert len(rows_of_csv(wide)[0]) == MOST_COLUMNS + 1


def test_a_row_with_more_cells_than_headings_is_left_out() -> None:
    """A comma too many shifts every cell after it, so no figure of that row is believed."""
    found = read(
        "A,employee,salary,62,000,100,20,private,0", "B,employee,salary,62000,100,20,private,0"
    )
    assert [(kind, row) for kind, row, _ in found] == [("too_many_cells", 2)]


@pytest.mark.parametrize(("pay", "kind"), [("=A1*2", "formula"), ("#REF!", "error_value")])
def test_what_holds_no_value_is_told(pay: str, kind: str) -> None:
    """A formula or an error of a spreadsheet is named, never read as a number."""
    assert (kind, 2, "Pay") in read(f"A,employee,salary,{pay},100,20,private,0")


def test_thousands_or_decimals_are_asked_for() -> None:
    """62.000 may be sixty-two thousand or sixty-two: both readings are told, neither is taken."""
    line = "A,employee,salary,62.000,100,20,private,0"
    (problem,) = read_roster(rows_of_csv(f"{HEAD}\n{line}")).problems
    assert (problem.kind, problem.column) == ("thousands_or_decimals", "Pay")
    assert problem.bound == ("62.0000", "62000")


def test_a_table_without_end_is_cut_early() -> None:
    """More lines than are read are refused; a semicolon file marks numbers that may be two."""
    with pytest.raises(FileFormatError) as caught:
        rows_of_csv("a\n" * (MOST_LINES + 2))
    assert caught.value.kind == "too_big"
    head, line = HEAD.replace(",", ";"), "A;employee;salary;41,667;100;20;private;0"
    (problem,) = read_roster(rows_of_csv(f"{head}\n{line}\n")).problems
    assert (problem.kind, problem.column) == ("not_a_number", "Pay")
