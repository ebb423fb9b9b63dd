"""Health cover from the marketplace: the premium tax credit, and the deduction of the same premium.

`cover_of` works a household's year out; its `household` is the return that `tax_bill` then takes.
"""

from calc.taxes.cover.ages import PremiumEstimate, premium_at_ages, state_money
from calc.taxes.cover.lines import CoverLines, cover_lines
from calc.taxes.cover.marketplace import Marketplace
from calc.taxes.cover.of_household import Cover, cover_of
from calc.taxes.cover.saving import SavingForCredit, credit_of_more_earned, saving_for_credit

__all__ = [
    "Cover",
    "CoverLines",
    "Marketplace",
    "PremiumEstimate",
    "SavingForCredit",
    "cover_lines",
    "cover_of",
    "credit_of_more_earned",
    "premium_at_ages",
    "saving_for_credit",
    "state_money",
]
