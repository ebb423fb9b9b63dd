"""Taxes: one household's return, and the taxes of one piece of work by difference."""

from calc.taxes.bill import TaxBill, adjusted_income_of, tax_bill
from calc.taxes.household import Household
from calc.taxes.of_work import taxes_by_law, taxes_by_rate

__all__ = [
    "Household",
    "TaxBill",
    "adjusted_income_of",
    "tax_bill",
    "taxes_by_law",
    "taxes_by_rate",
]
