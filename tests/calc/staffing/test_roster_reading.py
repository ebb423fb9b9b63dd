"""A messy spreadsheet as a roster: the right reading is written by hand, and so are doubts."""

from collections.abc import Sequence

import pytest

from calc.scenario.posts import Post
from calc.staffing import rows_of_csv
from calc.staffing.roster_reading import Reading, reading

Read = tuple[str, str, str, float, float]


def plain(post: Post) -> Read:
    """A post as label, arrangement, form of pay, amount and sessions a week."""
    work = post.work
    booked = post.mix_sessions_per_week + sum(kind.booked_per_week for kind in work.session_kinds)
    if work.pay is None:
        return post.label, work.kind, "", 0.0, booked
    rate = work.pay.rate
    amount = rate[0] if isinstance(rate, tuple) else rate
    return post.label, work.kind, work.pay.kind, amount, booked


FORMED = "Label,Arrangement,Pay form,Pay,Sessions a week\n"


def posts(found: Reading) -> list[Read]:
    """The posts of a reading."""
    return [plain(post) for post in found.roster.posts]


def answered(rows: Sequence[Sequence[object]], full_time: bool = False, **how: bool) -> Reading:
    """A reading whose every question is answered, yes or what `how` says of its cell."""
    answers: dict[str, bool] = {}
    while True:
        found = reading(rows, answers=answers, full_time=full_time)
        if not found.unanswered:
            return found
        for one in found.unanswered:
            answers[one.key] = how.get(one.column.split()[0].lower(), True)


def of(text: str) -> Reading:
    """The reading of a text, nothing answered."""
    return reading(rows_of_csv(text))


def asked(found: Reading) -> list[tuple[tuple[int, ...], str, str, object]]:
    """Rows, column, text and reading of each question."""
    return [(one.rows, one.column, one.text, one.reading) for one in found.questions]


def kinds(found: Reading) -> list[tuple[str, int, str]]:
    """What is told of a reading."""
    return [(one.kind, one.row, one.column) for one in found.roster.problems]


ORDINARY = """Clinician Roster,,,,,
Downtown office,,,,,

Clinician Name,Sessions / wk,Type,Base Pay,No-show rate,Start
Ana,24,W2,"$66,000",6%,2023-05-01
Ben,24,W-2,$31/hr,6 %,2023-05-01
Chloe,22,1099,58%,6,2023-05-01
Dan,20,W2,"$68,000 ",N/A,2023-05-01

Total,90,,,,
"""


def test_ordinary_headings_and_what_is_around_them() -> None:
    """Headings of one's own, two titles, a blank row and a total; an hour of pay is asked."""
    found = of(ORDINARY)
    assert [column.ours for column in found.columns] == [
        "Label", "Sessions a week", "Arrangement", "Pay", "No-shows %", "",
    ]  # fmt: skip
    assert (found.table.titles, found.table.left) == (2, ((10, "Total"),))
    assert asked(found) == [((6,), "Pay", "$31/hr", 31.0)]
    assert not found.ready
    assert found.columns[2].read == (("employee", 3), ("contractor", 1))
    yes = answered(rows_of_csv(ORDINARY))
    assert yes.ready
    assert posts(yes) == [
        ("Ana", "employee", "salary", 66_000.0, 24.0),
        ("Ben", "employee", "hourly", 31.0, 24.0),
        ("Chloe", "contractor", "split", 0.58, 22.0),
        ("Dan", "employee", "salary", 68_000.0, 20.0),
    ]
    assert [post.work.session_kinds[0].missed_share for post in yes.roster.posts[:3]] == [0.06] * 3
    assert kinds(yes) == [("read_as_empty", 8, "No-shows %")]
    no = answered(rows_of_csv(ORDINARY), pay=False)
    assert posts(no)[1] == ("Ben", "employee", "per_session", 31.0, 24.0)


EUROPEAN = """sep=;
Name;Sitzungen;Weekly sessions;Pay type;Pay;FTE;Fee
A;x;24,5;hourly;31,50;0,8;1.234,56
B;x;20;salary;62.000;1;120
C;x;22;salary;41,667;0,5;110
D;x;18;per session;55,25;1;95,50
"""


def test_semicolons_and_decimal_commas() -> None:
    """A comma parts decimals; thousands and decimals are told apart by what a salary can be."""
    found = of(EUROPEAN)
    assert asked(found) == [((3,), "Fee", "1.234,56", 1234.56)]
    yes = answered(rows_of_csv(EUROPEAN), full_time=True)
    assert posts(yes) == [
        ("A", "employee", "hourly", 31.5, 24.5),
        ("B", "employee", "salary", 62_000.0, 20.0),
        ("C", "employee", "salary", 41_667.0, 22.0),
        ("D", "employee", "per_session", 55.25, 18.0),
    ]
    assert [post.full_time_share for post in yes.roster.posts] == [0.8, 1.0, 0.5, 1.0]
    assert [post.work.session_kinds[0].fee_per_session for post in yes.roster.posts] == [
        1234.56, 120.0, 110.0, 95.5,
    ]  # fmt: skip
    bare = "Name;Sessions;Pay\nA;20;62,000\n"
    assert asked(of(bare)) == [((2,), "Pay", "62,000", 62_000.0)]


ODD = """Therapist\tBooked per week\tStatus\tCompensation\tLicense
One\tabout 20\tW2\t68\tLMFT
Two\t24+\t1099\t$60/hour\tAMFT
Three\t22\tW2\t$5,000/mo\tlevel two
Four\t2024-05-24\tW2\t60000\tLPC
Five\t-\tW2\t60000\tLPC
Six\t20\tW2\task me\tLPC
Seven\t20\tW2\t=A1\tLPC
Eight\t20\tW2\t#REF!\tLPC
Nine\t18\tW2\t0.58 split\tintern
"""


def test_doubts_are_asked_and_the_rest_is_told() -> None:
    """Each odd cell is a question or a line with its row; none is a number by itself."""
    found = of(ODD)
    assert posts(found) == []
    assert [(one.column, one.text) for one in found.unanswered] == [
        ("Pay", "68"),
        ("Sessions a week", "about 20"),
        ("Pay", "$60/hour"),
        ("Sessions a week", "24+"),
        ("Licence", "level two"),
        ("Pay", "$5,000/mo"),
    ]
    yes = answered(rows_of_csv(ODD))
    assert posts(yes) == [
        ("One", "employee", "hourly", 68.0, 20.0),
        ("Two", "contractor", "per_session", 60.0, 24.0),
        ("Three", "employee", "salary", 60_000.0, 22.0),
    ]
    assert kinds(yes) == [
        ("a_day", 5, "Sessions a week"),
        ("empty_cell", 6, "Sessions a week"),
        ("not_a_number", 7, "Pay"),
        ("formula", 8, "Pay"),
        ("error_value", 9, "Pay"),
        ("not_a_number", 10, "Pay"),
    ]
    no = answered(rows_of_csv(ODD), pay=False, sessions=False, licence=False)
    assert posts(no) == []
    assert ("in_doubt", 2, "Sessions a week") in kinds(no)


@pytest.mark.parametrize("amount", ["5", "50000", "$5/hr"])
def test_a_form_of_pay_that_is_not_known_is_told_and_the_rest_is_read(amount: str) -> None:
    """Whatever amount stands beside it; the other rows are taken."""
    found = reading(
        rows_of_csv(f"{FORMED}A,employee,bonus,{amount},20\nB,employee,salary,60000,20\n")
    )
    assert kinds(found) == [("unknown_word", 2, "Pay form")]
    assert [post.label for post in found.roster.posts] == ["B"]


def test_a_column_that_fits_two_of_ours_is_asked() -> None:
    """Rate may be pay or a fee; nothing is read until the reader says which."""
    rows = rows_of_csv("Name,Sessions,Rate,Hours\nA,20,60000,3\n")
    found = reading(rows)
    assert [(column.heading, column.choices) for column in found.to_choose] == [
        ("Rate", ("Pay", "Fee")),
        ("Hours", ("Administration hours", "Meeting hours", "Supervision given hours")),
    ]
    assert found.missing == ("Pay",)
    assert kinds(found) == [("missing_column", 0, "Pay")]
    assert not found.ready
    chosen = reading(rows, {2: "Pay", 3: ""})
    assert chosen.ready
    assert chosen.mapping == {
        "name": "Label",
        "sessions": "Sessions a week",
        "rate": "Pay",
        "hours": "",
    }
    again = reading(rows, kept=chosen.mapping)
    assert again.ready
    assert posts(again) == posts(chosen) == [("A", "employee", "salary", 60_000.0, 20.0)]
    other = reading(rows, {0: "Pay"})
    assert [column.ours for column in other.columns] == ["Pay", "Sessions a week", "", ""]
    assert other.columns[2].choices == ("Fee",)


def test_two_columns_that_fit_one_of_ours_are_asked() -> None:
    """Of two that fit alike neither is taken; of two that do not, the better one is."""
    alike = of("Name,Sessions,Base Pay,Salary\nA,20,60000,61000\n")
    assert [column.choices for column in alike.columns] == [(), (), ("Pay",), ("Pay",)]
    better = of("Name,Sessions,Pay,Pay in 2025\nA,20,60000,61000\n")
    assert [column.ours for column in better.columns] == ["Label", "Sessions a week", "Pay", ""]


def test_a_word_column_is_told_by_what_stands_in_it() -> None:
    """Status with licences is the licence, with W2 the arrangement, with neither it is asked."""
    for cells, ours in (("LMFT", "Licence"), ("W2", "Arrangement"), ("busy", "")):
        column = of(f"Name,Sessions,Pay,Status\nA,20,60000,{cells}\n").columns[-1]
        assert column.ours == ours
        assert bool(column.choices) is (not ours)


def test_shares_percents_and_what_a_format_writes() -> None:
    """A share under FTE is one; elsewhere a number up to 1 is asked, and a no takes it as it is."""
    rows = rows_of_csv(
        "Name,Sessions,Pay,FTE,No-shows,Telehealth\nA,20,60000,0.6,0.06,30 %\n"
        'B,20,60000,80%,6"%",abc\n'
    )
    found = reading(rows)
    assert asked(found) == [((2,), "No-shows %", "0.06", 6.0)]
    yes = answered(rows)
    assert [post.full_time_share for post in yes.roster.posts] == [0.6]
    assert yes.roster.posts[0].work.session_kinds[0].missed_share == 0.06
    assert kinds(yes) == [("not_a_number", 3, "Telehealth %")]
    no = reading(rows, answers={found.questions[0].key: False})
    assert [one.reading for one in no.unanswered] == [0.06]
    assert kinds(of("Name,Sessions,Pay,FTE\nA,20,60000,300\n"))[0][0] == "refused"
    odd = of("Name,Sessions,Pay,FTE\nA,20,60000,1.000\nB,20,60000,half\nC,20,60000,3 days\n")
    assert [post.full_time_share for post in odd.roster.posts] == [1.0]
    assert [kind for kind, *_ in kinds(odd)] == ["not_a_number", "not_a_number"]


def test_pay_tells_its_form() -> None:
    """The unit, the form stated, or the size decide; where they differ it is asked."""
    cases: list[tuple[str, str, bool | None, tuple[str, float] | None]] = [
        ("58 % of collections", "", None, ("split", 0.58)),
        ("$31 an hour", "hourly", None, ("hourly", 31.0)),
        ("70k", "", None, ("salary", 70_000.0)),
        ("$55/session", "", None, ("per_session", 55.0)),
        ('58"%"', "", None, ("split", 0.58)),
        ("58%", "salary", True, ("split", 0.58)),
        ("58%", "salary", False, None),
        ("0.58", "split", True, ("split", 0.58)),
        ("68", "salary", True, ("salary", 68_000.0)),
        ("68", "salary", False, None),
        ("60", "", False, None),
        ("-5", "hourly", None, None),
        ("$100/mo", "", None, None),
        ("$5,000/mo", "", False, None),
        ("12 apples", "", None, None),
        ("6200000%", "salary", None, None),
        ("2,5,6", "", None, None),
    ]
    for cell, form, answer, expected in cases:
        rows = [("Name", "Sessions", "Pay", "Pay type"), ("A", 20, cell, form)]
        found = reading(rows)
        if answer is not None:
            assert found.unanswered, cell
        while answer is not None and found.unanswered:
            found = reading(rows, answers={**found.answers, found.unanswered[0].key: answer})
        got = [(one[2], one[3]) for one in posts(found)]
        assert got == ([expected] if expected else []), cell
        if expected is None:
            assert found.roster.problems, cell


def test_pay_tells_the_arrangement() -> None:
    """W2 or 1099 in the cell of pay is read; against a column that says otherwise it is not."""
    assert posts(of("Name,Sessions,Pay\nA,20,1099 58%\nB,20,W2 $60k\n")) == [
        ("A", "contractor", "split", 0.58, 20.0),
        ("B", "employee", "salary", 60_000.0, 20.0),
    ]
    assert kinds(of("Name,Sessions,Pay,Type\nA,20,1099 58%,W2\n")) == [("in_doubt", 2, "Pay")]


def test_an_hour_of_a_contractor_is_a_session_or_nothing() -> None:
    """A contractor is paid by the session or a split, so an hour worked is not among them."""
    rows = rows_of_csv("Name,Sessions,Pay,Type\nA,20,$60/hr,1099\nB,20,60,1099\n")
    assert [one.form for one in reading(rows).questions] == ["per session", "per session"]
    assert posts(answered(rows, pay=False)) == []
    assert [one[2] for one in posts(answered(rows))] == ["per_session", "per_session"]


def test_owners_and_empty_pay() -> None:
    """An owner has no pay, by the column or by the label; anybody else's empty pay is told."""
    found = of("Name,Sessions,Pay\nOwner,10,\nB,20,\n")
    assert posts(found) == [("Owner", "own_practice", "", 0.0, 10.0)]
    assert kinds(found) == [("empty_cell", 3, "Pay")]
    typed = of("Name,Sessions,Pay,Type,Pay type\nA,10,n/a,Owner,\nB,20,,W2,salary\nC,20,60000,,\n")
    assert posts(typed) == [("A", "own_practice", "", 0.0, 10.0)]
    assert kinds(typed) == [("empty_cell", 3, "Pay"), ("empty_cell", 4, "Arrangement")]
