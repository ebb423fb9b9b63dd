"""What each letter says in a report: every field, with whose it is."""

from calc.scenario import Offers
from ui.shell import examples
from ui.telling import letter_terms

LETTERS = examples.offers()[examples.FIRST_OFFERS]
BARE = Offers.parse(
    {
        "offers": [
            {"label": "Bare", "work": {"kind": "employee", "pay": {"kind": "salary"}}},
            {
                "label": "Split",
                "work": {"kind": "contractor", "pay": {"kind": "split", "share": 0.6}},
                "supervision_hours_per_week": 2.0,
            },
        ]
    }
)


def rows(offers: Offers, *places: int) -> dict[str, list[str]]:
    """The cells of each term."""
    return dict(letter_terms.of_offers(offers, places, examples.began(offers)))


def test_each_cell_says_whose_it_is() -> None:
    """A salary typed is entered; the example's sessions stay its; nobody entered what is collected.

    The example's agency letter states a salary of $54,000, 30 sessions, and no share collected of
    the fees; pay comes first, and the letter's own name heads its column alone.
    """
    mine = LETTERS.with_values({"offers.0.work.pay.salary_per_year": 61_000.0})
    found = rows(mine, 0, 1, 2)
    assert found["Salary"] == ["$61,000 a year", "–", "–"]
    assert next(iter(found)) == "Salary"
    assert found["Individual: Sessions scheduled"][0] == "30 sessions a week (example)"
    assert found["Individual: Collected"] == ["–", "–", "100\xa0% of fees (assumed)"]
    assert found["Supervision price"][2] == "$110 an hour (example)"
    assert not any("Trauma" in term or "After hours" in term for term in found)
    said = letter_terms.marks(mine, examples.began(mine))
    assert letter_terms.ENTERED in said
    assert "“New MSW, three letters”" in said
    assert letter_terms.ASSUMED in said


def test_what_nobody_entered_is_assumed() -> None:
    """Typical figures and starts, without fees where pay does not hang on them."""
    found = rows(BARE, 0, 1)
    assert found["Individual: Notes each"] == ["10 minutes a session (assumed)"] * 2
    assert found["Supervision"] == ["1 hour a week (assumed)", "2 hours a week"]
    assert found["Contracted hours"] == ["40 hours a week (assumed)", "–"]
    assert found["Individual: Fee per session"] == ["–", "$145 a session (assumed)"]
    assert letter_terms.marks(BARE, None) == f"{letter_terms.ENTERED} {letter_terms.ASSUMED}"


def test_rows_of_one_name_stay_apart() -> None:
    """Two costs called the same are two rows."""
    cost = {"kind": "other", "label": "Cover", "per": "month"}
    two = BARE.with_values({"offers.0.costs": ({**cost, "amount": 10.0}, {**cost, "amount": 20.0})})
    found = letter_terms.of_offers(two, [0], None)
    assert [cells for term, cells in found if term == "Cover"] == [
        ["$10 a month"],
        ["$20 a month"],
    ]
