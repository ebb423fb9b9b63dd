"""Tables by their rows: words left, numbers that stay numbers, totals that add up."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit import dataframe_util
from streamlit.testing.v1 import AppTest

from calc.ledger import Line, Unit, formula, less, ratio, total
from calc.ledger import given as stated
from ui.telling.numbers import hours
from ui.telling.tables import Table, plain_table, statement_rows, steps_table, week_table

YEAR = "money_per_year"


def take_home(fees: float, card: float, costs: float, taxes: list[float], health: float) -> Line:
    """The take-home statement: profit first, opened taxes later."""
    profit = total(
        "profit",
        "Profit",
        stated("fees", "Session fees", fees, YEAR),
        less(stated("card", "Card fees", card, YEAR)),
        less(stated("costs", "Practice costs", costs, YEAR)),
    )
    names = ["Self-employment tax", "Federal income tax", "State income tax, Texas"]
    bill = total(
        "taxes",
        "Taxes",
        *(stated(name, name, tax, YEAR) for name, tax in zip(names, taxes, strict=True)),
    )
    premium = stated("health", "Health premium", health, YEAR)
    return total("take_home", "Take-home", profit, less(bill), less(premium))


REFERENCE = take_home(142_692.0, 4_423.452, 16_668.0, [17_181.6102, 10_448.1147, 0.0], 7_500.0)
HOURS = stated("hours", "Working hours", 1_191.16, "hours_per_year")
WAGE = ratio("wage", "True hourly wage", REFERENCE, HOURS, "money_per_hour")


def drawn(table: Table) -> pd.DataFrame:
    """The table as the browser is told to write it."""

    def page(shown):  # type: ignore[no-untyped-def]
        from ui.shell import streamlit_ways

        streamlit_ways.table(shown, "A table")

    (found,) = AppTest.from_function(page, args=(table,)).run().table
    written: bytes = found.proto.arrow_data.styler.display_values
    return dataframe_util.convert_arrow_bytes_to_pandas_df(written)


def test_the_wage_is_told_from_fees_to_hour() -> None:
    """The reference statement: the unit on the first row and the totals, totals bold."""
    assert statement_rows(WAGE, depth=3).texts() == [
        ["Session fees", "$142,692"],
        ["Card fees", "−4,423"],
        ["Practice costs", "−16,668"],
        ["**Profit**", "$121,601"],
        ["Self-employment tax", "−17,182"],
        ["Federal income tax", "−10,448"],
        ["State income tax, Texas", "0"],
        ["Health premium", "−7,500"],
        ["**Take-home**", "$86,471"],
        ["Divided by working hours", "1,191.2"],
        ["**True hourly wage**", "$72.59"],
    ]


def test_a_statement_opens_as_deep_as_asked() -> None:
    """One level shows the parts of the line alone; the unit of all rows is in the header."""
    table = statement_rows(REFERENCE)
    assert table.texts() == [
        ["Profit", "$121,601"],
        ["Taxes", "−27,630"],
        ["Health premium", "−7,500"],
        ["**Take-home**", "$86,471"],
    ]
    assert list(table.frame.columns) == ["Line", "A year"]
    assert list(statement_rows(WAGE).frame.columns) == ["Line", "Amount"]
    assert len(statement_rows(WAGE).texts()) == 3


def test_a_formula_shows_what_it_was_made_from() -> None:
    """Each figure used stands in its own unit."""
    profit = stated("profit", "Profit", 121_600.548, YEAR)
    rate = stated("rate", "Rate", 0.153, "share")
    tax = formula("tax", "Self-employment tax", 17_181.61, YEAR, "profit x rate", (profit, rate))
    assert statement_rows(tax).texts() == [
        ["Profit", "$121,601"],
        ["Rate", "15.3\u00a0%"],
        ["**Self-employment tax**", "$17,182"],
    ]


money = st.floats(0, 1e6)


@given(money, money, money, st.lists(money, min_size=3, max_size=3), money, st.integers(1, 3))
def test_a_bold_row_is_the_sum_of_the_plain_rows_above(fees, card, costs, taxes, health, depth):
    """However deep a statement is opened, its shown rows add up to each shown total."""
    table = statement_rows(take_home(fees, card, costs, taxes, health), depth)
    label, amount = table.frame.columns
    running = 0.0
    for words, number in zip(table.frame[label], table.frame[amount], strict=True):
        if words.startswith("**"):
            assert round(running, 2) == number
        else:
            running += number


@given(st.lists(st.floats(-300, 300), min_size=1, max_size=8))
def test_the_steps_add_up_to_the_hour(amounts: list[float]) -> None:
    """The staircase as a table adds up to its last row, which alone is bold."""
    parts = (stated(f"s{at}", f"Step {at}", x, "money_per_session") for at, x in enumerate(amounts))
    table = steps_table(total("wage", "Your hour", *parts))
    *moves, end = table.frame["Per session"]
    assert round(math.fsum(moves), 2) == end
    assert [words for words in table.frame["Step"] if "**" in words] == ["**Your hour**"]
    assert table.texts()[0][1].lstrip("−\u2060").startswith("$")


def test_the_week_has_a_total() -> None:
    """Paid and unpaid add up across and down."""

    def bucket(name: str, paid: float, unpaid: float) -> Line:
        return total(
            name,
            name,
            stated(f"{name}.paid", "Paid", paid, "hours_per_year"),
            stated(f"{name}.unpaid", "Unpaid", unpaid, "hours_per_year"),
        )

    buckets = (
        bucket("Notes", 0.0, 150.0),
        bucket("Sessions", 740.0, 0.0),
        bucket("None", 0.0, 0.0),
    )
    table = week_table(total("hours", "Hours", *buckets), 46.0)
    assert list(table.frame.columns) == ["Hours a week", "Paid", "Unpaid", "Both"]
    assert table.texts() == [
        ["Sessions", "16.1", "0.0", "16.1"],
        ["Notes", "0.0", "3.2", "3.2"],
        ["**In all**", "16.1", "3.2", "19.3"],
    ]


@pytest.mark.parametrize("table", [statement_rows(WAGE, 3), statement_rows(REFERENCE)])
def test_numbers_stay_numbers_under_a_format(table: Table) -> None:
    """Words and numbers keep their types, so numbers align right; the format is what is read."""
    types = [pd.api.types.is_float_dtype(table.frame[name]) for name in table.frame]
    assert types == [False] + [True] * (len(types) - 1)
    assert drawn(table).to_numpy().tolist() == table.texts()


def test_every_column_has_a_header_word() -> None:
    """No column of a table is without its word, the first included."""
    for table in (statement_rows(WAGE), statement_rows(REFERENCE, currency="EUR")):
        assert all(name.strip() for name in table.frame.columns)


def test_a_label_is_never_markup() -> None:
    """A name somebody typed is shown as typed, and an amount nobody knows in words."""
    typed = stated("a", "*Rent* $5 [x] :red[y]", math.nan, YEAR)
    assert statement_rows(total("t", "All", typed)).texts() == [
        ["\\*Rent\\* \\$5 \\[x\\] \\:red\\[y\\]", "not known"],
        ["**All**", "not known"],
    ]


def test_each_cell_is_drawn_as_it_is_written() -> None:
    """The page draws what the table says, whether its rows are written alike or not."""
    ways = [lambda amount, row=row: f"{amount} of row {row}" for row in range(3)]
    rows = [("a", 1.0, 4.0, "x"), ("b", 2.0, 5.0, "y"), ("c", 2.0, 6.0, "z")]
    own = Table(("What", "From", "To", "Words"), rows, (ways, str))
    assert own.texts()[1] == ["b", "2.0 of row 1", "5.0", "y"]
    for table in (own, own.first(2), statement_rows(WAGE, depth=3)):
        assert drawn(table).to_numpy().tolist() == table.texts()


@pytest.mark.parametrize(
    ("last", "label"), [(-12.85, "Unpaid time"), (3.0, "Session shorter than an hour")]
)
def test_time_that_adds_to_the_hour_is_not_called_unpaid(last: float, label: str) -> None:
    """A last step above zero is of a session shorter than an hour."""
    start = stated("staircase.start", "Fee", 150.0, "money_per_session")
    step = stated("staircase.unpaid_time", "Unpaid time", last, "money_per_session")
    table = steps_table(total("staircase", "Your hour", start, step))
    assert list(table.frame.iloc[:, 0]) == ["Fee", label, "**Your hour**"]


def test_amounts_that_were_rounded_get_their_sum() -> None:
    """Words and amounts as they are, their sum in bold, all written in one way."""
    table = plain_table(("Post", "A year"), [("*Ann*", 100.4), ("Ben", -0.3)], "In all", hours)
    assert list(table.frame.columns) == ["Post", "A year"]
    assert table.texts() == [["\\*Ann\\*", "100.4"], ["Ben", "−0.3"], ["**In all**", "100.1"]]


@pytest.mark.parametrize(
    ("unit", "amounts", "texts"),
    [
        ("money_per_hour", [100.5, 20.25], ["$100.50", "20.25", "$120.75"]),
        ("money_per_month", [10.5, 20.25], ["$10.50", "20.25", "$30.75"]),
        ("share", [0.25, 0.125], ["25\u00a0%", "12.5\u00a0%", "37.5\u00a0%"]),
        ("hours_per_year", [10.26, 20.0], ["10.3", "20.0", "30.3"]),
        ("sessions_per_year", [10.0, 20.0], ["10", "20", "30"]),
        ("sessions_per_year", [10.5, 20.0], ["10.5", "20.0", "30.5"]),
    ],
)
def test_the_rows_of_a_sum_have_the_same_decimals(
    unit: Unit, amounts: list[float], texts: list[str]
) -> None:
    """As many as their unit asks for, for the parts and for the sum."""
    parts = (stated(f"p{at}", f"Part {at}", amount, unit) for at, amount in enumerate(amounts))
    assert [text for _, text in statement_rows(total("all", "All", *parts)).texts()] == texts


def test_no_week_has_no_rows() -> None:
    """Without a week of work only the total of nothing is left."""
    paid = stated("notes.paid", "Paid", 0.0, "hours_per_year")
    unpaid = stated("notes.unpaid", "Unpaid", 150.0, "hours_per_year")
    notes = total("notes", "Notes", paid, unpaid)
    assert week_table(total("hours", "Hours", notes), 0.0).texts() == [
        ["**In all**", "0.0", "0.0", "0.0"]
    ]
