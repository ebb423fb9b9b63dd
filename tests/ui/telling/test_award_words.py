"""Awards for service in words."""

from calc.loans import services
from tests.ui.telling.borrowers import ahead, borrower
from tests.ui.telling.shipped import result_of
from ui.telling import loan_words


def test_an_award_says_what_leaving_means() -> None:
    """What is paid, for how long, whether it is taxed, and what is paid back."""
    awards = (
        {"label": "NHSC", "amount": 50_000.0},
        {"label": "State", "amount": 9_000.0, "taxable": True, "paid_back_if_left": False},
    )
    plan = borrower(awards=awards)
    assert [loan_words.award(each, result_of(plan)) for each in services(ahead(plan))] == [
        "**NHSC**: \\$50,000, at the start, for 24 months of service, free of tax, as entered. Who "
        "leaves before November 2028 is taken to pay back \\$50,000.",
        "**State**: \\$9,000, at the start, for 24 months of service, taxed as income. Leaving "
        "before November 2028 costs nothing, as entered.",
    ]
