"""Rows of an independent model: its columns beside ours, and a row as a return of ours."""

from typing import Any

from calc.taxes import Household

WORDS = ("filing_status", "state")
WHOLE = ("age", "spouse_age", "children_under_17")
OUTPUTS = {
    "pe_agi": "adjusted_income",
    "pe_ti": "taxable_income",
    "pe_qbi": "qbi_deduction",
    "pe_se": "self_employment_tax",
    "pe_addmed": "additional_medicare",
    "pe_niit": "net_investment_income",
}


def household_of(row: dict[str, str], **further: Any) -> Household:
    """The return of a row, its standard deduction forced as the model's was.

    Columns are named as ours; `other_income` there is interest, and an empty cell is left alone.
    """
    stated: dict[str, Any] = {}
    for name, cell in row.items():
        if name == "id" or name.startswith("pe_") or not cell:
            continue
        stated[name] = cell if name in WORDS else int(cell) if name in WHOLE else float(cell)
    return Household(deduction="standard", **stated, **further)
