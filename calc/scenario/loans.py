"""Student loans, as far as they are modelled: a payment and its interest that the person knows."""

from __future__ import annotations

from typing import Literal

from calc.scenario.fields import Inputs, Money, entry


class KnownPayment(Inputs):
    """A payment the person knows."""

    kind: Literal["known_payment"] = "known_payment"
    payment_per_month: Money = entry(
        "Payment a month",
        "What you pay on student loans in a month.",
        "money_per_month",
        0.0,
        step=25.0,
        basic=True,
    )
    interest_per_year: Money = entry(
        "Interest a year",
        "How much of a year's payments is interest: it lowers federal tax within limits.",
        "money_per_year",
        0.0,
        step=100.0,
    )
