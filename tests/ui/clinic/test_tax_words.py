"""Taxes on a clinic's receipts are told below its margin."""

from calc.staffing import evaluate_clinic
from tests.ui.clinic.clinics import PLANS, Open, opened, texts
from tests.worked.clinics import PLAIN, clinic, salaried, split, work
from ui.clinic import tax_words

OWNER = {"label": "Owner", "work": work("own_practice", card_fee_share=0), **PLAIN}


def said(*posts: dict[str, object], **more: object) -> list[str]:
    """What is told of a clinic."""
    return [
        one.replace("\\", "")
        for one in tax_words.on_receipts(evaluate_clinic(clinic(*posts, **more)))
    ]


def test_what_they_come_to_is_told() -> None:
    """Each tax with its amount; that the margin is before them; what an owner has of them."""
    (told,) = said(salaried(), split(), state="HI")
    assert told == (
        "**Taxes on all that the clinic takes in are not in the margin.** On $200,000 they come to "
        "$9,000 a year: Hawaii general excise tax $8,000, Hawaii county surcharge $1,000."
    )
    (owned,) = said(OWNER, salaried(), state="HI")
    assert owned.startswith(told[:66])
    assert owned.endswith("on the owner's sessions and on the margin only.")


def test_what_is_not_worked_out_is_named() -> None:
    """A tax that hangs on other facts, a city that is not asked; nothing in Texas or abroad."""
    (told,) = said(salaried(), state="NM")
    assert told.startswith("**New Mexico gross receipts tax is not counted.** New Mexico's")
    assert said(salaried(), state="CA") == [
        "**Los Angeles** taxes what a clinic there takes in. The city is not asked here."
    ]
    assert said(salaried(), state="OH") == []
    assert said(salaried(), state="TX") == []
    assert said(salaried(), state="HI", currency="EUR") == []


def test_the_page_tells_it(open_app: Open) -> None:
    """Below the figures, for the plan that is shown."""
    there = PLANS.with_values({f"plans.{place}.state": "HI" for place in range(len(PLANS.plans))})
    assert "not in the margin" in texts(opened(open_app, there))
    assert "not in the margin" not in texts(opened(open_app))
