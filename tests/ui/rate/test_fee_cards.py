"""The cards of Set a rate: reduced fees, a rise, levers, and more about a fee."""

from datetime import date

from calc import evaluate
from calc.questions.fees import fee_rise, places_affordable
from calc.questions.solve import Target
from tests.ui.rate.targets import PAGE, RULES, SOLO, Open, texts, widget
from ui.rate import card_words as rate_card_words
from ui.rate import cards as rate_cards
from ui.shell import examples, state


def test_places_at_a_reduced_fee(open_app: Open) -> None:
    """The card says what the calculation finds; a floor above today allows none."""
    app = open_app(PAGE)
    result = evaluate(SOLO, RULES)
    found = places_affordable(result, 75.0, Target("take_home_per_month", 5500.0))
    assert f"**{found.places} of 22 sessions a week** can be held at $75" in texts(app)
    widget(app.number_input, " floor").set_value(8000.0).run()
    assert "**No place.**" in texts(app)
    widget(app.number_input, " floor").set_value(0.0).run()
    assert "**All 22 sessions a week** can be held at $75" in texts(app)


def test_raising_the_fee(open_app: Open) -> None:
    """The table follows the calculation; the letter has dates and amounts, and no names."""
    app = open_app(PAGE)
    assert widget(app.number_input, " lost").value == 100 * RULES["levers.lost_clients"].number
    widget(app.number_input, " new fee").set_value(165.0).run()
    app.date_input(key="rate card from").set_value(date(2027, 1, 1)).run()
    assert not app.exception
    found = fee_rise(evaluate(SOLO, RULES), 165.0, 0.05)
    table = next(item.value for item in app.table if "When" in item.value)
    assert table["A month"].tolist() == [7206, round(float(found.later.take_home.amount) / 12)]
    assert app.code[0].value == (
        "From 1 January 2027 my fee is $165 a session, $15 more than now. "
        "Sessions up to and including 31 December 2026 stay at $150."
    )
    app.toggle(key="rate card only new").set_value(True).run()
    table = next(item.value for item in app.table if "When" in item.value)
    assert table["When"].tolist() == ["Today", "First year", "Later"]
    renewed = widget(app.number_input, " renewed").value
    assert renewed == 100 * RULES["levers.renewed_clients"].number
    assert "the fee for new clients is $165" in app.code[0].value
    widget(app.number_input, " new fee").set_value(100.0).run()
    assert "This is no rise" in texts(app)
    assert not app.code, "a letter stands there though nothing rises"


def test_what_a_card_does_not_take_is_told(open_app: Open) -> None:
    """A number out of its bounds, or none, stays in its field; the one that counts is said."""
    app = open_app(PAGE)
    for name, typed, told in (
        (
            " reduced fee",
            -5.0,
            "Reduced fee is −\u2060$5.00. It can be $0 to $1,000,000,000. Until",
        ),
        (" lost", 150.0, "Sessions lost is 150\u00a0%. It can be 0\u00a0% to 100\u00a0%. Until"),
        (" new fee", None, "New fee is empty. Until you enter one, $160 counts."),
    ):
        widget(app.number_input, name).set_value(typed).run()
        assert not app.exception
        assert widget(app.number_input, name).value == typed
        said = "\n".join(found.value for found in app.warning).replace("\\", "")
        assert told in said
        assert "can be held at $75" in texts(app)  # the one before counts
    widget(app.number_input, " lost").set_value(10.0).run()
    assert not any("Sessions lost" in found.value for found in app.warning)


def test_no_letter_of_a_day_gone_by(open_app: Open) -> None:
    """A rise cannot begin yesterday: no letter is offered, and what to do is said."""
    app = open_app(PAGE)
    assert app.code
    app.date_input(key="rate card from").set_value(date(1999, 1, 1)).run()
    assert not app.exception
    assert not app.code
    assert rate_card_words.GONE_BY in texts(app)


def test_notice_of_two_months() -> None:
    """The date offered is the first of a month at least sixty days ahead."""
    assert rate_cards.first_day(date(2026, 11, 2)) == date(2027, 1, 1)
    assert rate_cards.first_day(date(2026, 11, 3)) == date(2027, 2, 1)


def test_levers_and_their_sentence(open_app: Open) -> None:
    """Strongest first; notes are compared with the fee only where that is true."""
    app = open_app(PAGE)
    table = next(item.value for item in app.table if "Change" in item.value)
    assert table["Wage"].tolist() == sorted(table["Wage"], reverse=True)
    assert table["Change"].iloc[0].replace("\\", "") == "Fee +$10"
    assert "One more session a week" in table["Change"].tolist()
    assert "nearly as much as ten dollars on the fee, and costs clients nothing." in texts(app)
    rent = open_app(PAGE, examples.scenarios()["new_practice_high_rent"])
    assert "Five minutes less" not in texts(rent)
    assert rate_card_words.levers_line((), 5.0, 10.0) == rate_card_words.LEVERS


def test_sentences_name_the_steps_of_the_data() -> None:
    """Five minutes and ten dollars, here and on Start, are the steps that are worked out."""
    steps = [RULES[f"levers.{name}"].number for name in ("notes", "fee_step")]
    assert steps == [5.0, 10.0]
    before, shorter, higher = (
        found.scenario.work.session_kinds[0] for found in state.evaluated_example()
    )
    assert before.notes_minutes_per_session - shorter.notes_minutes_per_session == 5.0
    assert higher.fee_per_session - before.fee_per_session == 10.0


def test_more_about_a_fee(open_app: Open) -> None:
    """Other calculators beside ours with the reason, the next hundred, a salary, typical ends."""
    app = open_app("Set a rate")
    for name in ("peers", "next", "bands"):
        app.session_state[f"rate {name}"] = True
    app.run()
    assert not app.exception
    said = "\n".join(item.value for item in app.markdown)
    assert "Each multiplies the take-home by one number" in said
    assert "Of the next \\$100 of profit a year **\\$69.51** is left." in said
    assert "A salary of **\\$110,364** a year" in said
    columns = [set(table.value.columns) for table in app.table]
    assert {"For the same take-home", "Fee"} in columns
    assert {"At its typical ends", "Wage at low", "Wage at high"} in columns
    bands = next(table.value for table in app.table if "Wage at low" in table.value.columns)
    assert not [row for row in bands["At its typical ends"] if "·" in row]
    peers = next(table.value for table in app.table if "Fee" in table.value.columns)
    assert list(peers["For the same take-home"])[-1] == "Other Chair"


def test_typical_ends_name_the_kind_of_session(open_app: Open) -> None:
    """Of several kinds, no two rows read the same."""
    app = open_app(PAGE, examples.scenarios()["insurance_with_sliding_scale"])
    app.session_state["rate bands"] = True
    app.run()
    table = next(item.value for item in app.table if "Wage at low" in item.value.columns)
    rows = table["At its typical ends"].tolist()
    assert len(set(rows)) == len(rows)
    assert any(row.startswith("Panel, 50 minutes · ") for row in rows)


def test_what_is_kept_and_a_salary_only_where_there_is_one_to_name(open_app: Open) -> None:
    """Who is employed has a salary already, and no fee that brings a next dollar."""
    app = open_app(PAGE)
    label = "What you keep of the next \\$100, and the salary that equals this"
    assert label in [item.label for item in app.expander]
    employed = open_app(PAGE, examples.scenarios()["graduate_with_loans"])
    assert not [item.label for item in employed.expander if "next" in item.label]
