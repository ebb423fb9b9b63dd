"""Public service on the page Job offers: each letter's employer decides, and nothing untrue."""

import pytest

from tests.ui.offers.letters import LETTERS, Open, field, glance, mine, said, unfolded

UNASKED = LETTERS.with_values({"loans.pslf_employer": "none"})
EMPLOYER = "offers.0.work.employer_type"


def opened(open_offers: Open, **changes: object) -> str:
    """What the folded group says of these letters."""
    named = {name.replace("__", "."): value for name, value in changes.items()}
    app = open_offers(UNASKED.with_values(named))
    app.session_state["offer service"] = True
    return said(app.run()).replace("\\", "")


def test_a_non_profit_counts_without_being_asked(open_offers: Open) -> None:
    """Its wage with forgiveness stands beside the wage; the other two say why they do not count."""
    app = open_offers(UNASKED)
    row = next(row for row in glance(app).itertuples(index=False) if row[0] == "An hour with PSLF")
    assert list(row[1:3]) == ["–", "–"]
    lifted = row[3].replace("\\", "")
    app = open_offers(UNASKED.with_values({"title": "Mine"}))
    text = said(app).replace("\\", "")
    assert f"makes an hour {lifted}, if the law stays and you do, for 10 years." in text
    text = opened(open_offers)
    assert f"({lifted} with loan forgiveness)" in text
    assert "**Group practice** does not count: its employer (private group practice)" in text
    assert "**Contract, 1099** does not count: public service takes employees" in text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"loans__federal": ()}, "None is entered by its plan"),
        ({"offers__0__work__pay__contracted_hours_per_week": 20.0}, "would count at 30 hours a"),
        ({"loans__plan": "tiered_standard"}, "counts, but payments under Tiered Standard"),
        ({"loans__federal__0__balance": 9.0, "loans__federal__1__balance": 9.0}, "nothing is left"),
        ({"loans__pslf_employer": "other_job"}, "you said that your other job counts"),
        (
            {
                "loans__pslf_employer": "both",
                "household__other_job_hours_per_week": 5.0,
                "offers__0__work__pay__contracted_hours_per_week": 20.0,
            },
            "together they have 25.0 hours a week, and it takes 30",
        ),
        ({"loans__pslf_survives_share": 0.5}, "That counts on it to 50"),
    ],
)
def test_why_a_letter_does_not_count_is_said(
    open_offers: Open, changes: dict[str, object], sentence: str
) -> None:
    """Each reason in its own words."""
    assert sentence in opened(open_offers, **changes)


def test_an_employer_is_asked_before_it_is_judged(open_offers: Open) -> None:
    """Taken back, it is not stated: the letter may count. Chosen, it does."""
    app = unfolded(open_offers(UNASKED), "offer 0")
    app.session_state["offer service"] = True
    app = field(app, EMPLOYER).select("").run()
    assert not app.exception
    assert "employer_type" not in mine(app).offers[0].work.model_fields_set
    assert "**Community agency** may count: say what kind of employer it is" in said(app)
    app = field(app, EMPLOYER).select("government").run()
    assert mine(app).value_at(EMPLOYER) == "government"
    assert "**Community agency** counts towards" in said(app)
