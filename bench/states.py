"""Write `docs/states.md`: what is done for each state, from its data file and the oracle's rows.

Run it as `python -m bench.states`; a test compares the page with what this would write.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

from calc.parameters import Parameter, load_rules, state_names
from calc.taxes import Household, tax_bill
from calc.taxes.states.own_rules import OWN_RULES
from calc.taxes.states.record import StateRecord, state_record

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "states.md"
ORACLE = ROOT / "tests" / "oracle" / "state_2026.csv"
YEAR = 2026
INPUTS = {
    "profit": "se_net_profit",
    "wages": "w2_wages",
    "spouse_wages": "spouse_w2_wages",
    "student_loan_interest": "student_loan_interest_paid",
    "deferral_401k": "w2_401k_deferral",
    "premium_before_tax": "w2_pretax_health",
    "self_employed_retirement": "se_retirement_contrib",
    "self_employed_premium": "se_health_premium",
}
BASES = {
    "federal_agi": "adjusted income",
    "federal_agi_plus_half_se": "adjusted income + half of self-employment tax",
    "federal_taxable_income": "federal taxable income",
    "own_gross_income": "pay and profit",
    "none": "earnings are not taxed",
}
HEAD = f"""# State income tax {YEAR}: what is worked out, and how well it is known

This page is written by `python -m bench.states` from `calc/data/states` and
`tests/oracle/state_2026.csv`.

- **starts from**: the income that the state's return starts from; *adjusted income* is the
  federal one.
- **rates**: lowest to highest bracket, for a single person.
- **own rules**: steps of the return that are the state's own, in `calc/taxes/states`; all others
  are shared.
- **estimates**: numbers of {YEAR} not yet published or not read, of all numbers; without any the
  state counts as confirmed.
- **rows**: households of an independent model that agree within $25 or 0.5 %, of those compared,
  after credits that are paid out.
- **doubted**: rows where the model is probably wrong; there the law is followed, and they are
  not among the rows.
- **largest gap**: dollars between the model and this engine, over the rows.

Local tax is not among these figures. The standard deduction is forced in the comparison. Only
{YEAR} is recorded, and the year after is projected from it: for another year the user's own average
rate is asked for, and the result says that state tax is not included until it is given.

| state | starts from | rates | own rules | estimates | rows | doubted | largest gap |
|---|---|---|---|---:|---:|---:|---:|
"""


AGE = """
## What age brings

Age is that at the end of the year. States that start from federal taxable income, and Montana, have
the federal addition and deduction for age with it; Missouri, New Mexico and Utah take over the
addition, Arizona the deduction. What is entered as pensions and the like counts as a private
pension of the first of a couple from the age that leaves it out, or from 60 where a law names none.
What falls on public pensions and social security alone is not worked out, nor what falls on
property, rent or medical costs.

Sixty households of that age in each state are compared with an independent model
(`tests/oracle/aged.csv`). Within $25 or 0.5 % are at least 95 % of them in 48 states; not in
Arkansas, Missouri and Virginia, where law is followed. `tests/oracle/aged_gaps.csv` names every
household outside, and why.

"""


APART = """
## One of a couple that files apart

A separate return takes the figures of a single person, but for those that a state's file names
`separate`. Here is where it has its own, and what the file says of how sure that is.

"""
SURVIVING = """
## A qualifying surviving spouse

Most states have this status, on the figures of a couple with one filer. The others, by what a
surviving spouse files as there:

"""


def rates(record: StateRecord) -> str:
    """Lowest and highest rate of a single person's brackets."""
    if not record.has("income_tax_rate"):
        return "none"
    found = [rate for rate in record.steps("income_tax_rate", "single")[1] if rate]
    ends = [f"{rate * 100:.3f}".rstrip("0").rstrip(".") for rate in (found[0], found[-1])]
    return f"{ends[0]} %" if ends[0] == ends[1] else f"{ends[0]} to {ends[1]} %"


def gaps(code: str) -> tuple[list[tuple[float, float]], int]:
    """Our tax and the model's for each trusted row of a state; how many are doubted."""
    rules = load_rules(YEAR)
    found: list[tuple[float, float]] = []
    doubted = 0
    with ORACLE.open(newline="", encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            if row["state"] != code:
                continue
            if row["state_doubt"]:
                doubted += 1
                continue
            bill = tax_bill(
                Household(
                    filing_status=row["filing_status"],
                    state=code,
                    children_under_17=int(row["kids"]),
                    deduction="standard",
                    **{field: float(row[column]) for field, column in INPUTS.items()},
                ),
                rules,
            )
            found.append((float(bill.state.amount), float(row["pe_state_tax"])))
    return found, doubted


def is_number(parameter: Parameter) -> bool:
    """Whether a parameter is not a rule in words."""
    return parameter.unit != "words"


def row_of(code: str, name: str) -> str:
    """One state's row of the page."""
    record = state_record(code, load_rules(YEAR))
    assert record is not None
    numbers = [found for found in record.parameters.values() if is_number(found)]
    estimates = sum(found.kind == "judgement" for found in record.parameters.values())
    compared, doubted = gaps(code)
    agree = sum(abs(ours - theirs) <= max(25.0, 0.005 * abs(theirs)) for ours, theirs in compared)
    largest = max(abs(ours - theirs) for ours, theirs in compared)
    cells = (
        name,
        BASES[record.word("starting_base")],
        rates(record),
        ", ".join(OWN_RULES.get(code, {})) or "none",
        f"{estimates} of {len(numbers)}" if numbers else "none",
        f"{agree} of {len(compared)}",
        str(doubted) if doubted else "",
        f"{largest:.0f}",
    )
    return f"| {' | '.join(cells)} |\n"


def in_figures(value: object) -> str:
    """A number, the same for each status, or the steps of a table."""
    if isinstance(value, float):
        return f"{value:,g}"
    assert isinstance(value, Mapping)
    if "above" in value:
        steps = zip(value["above"], value["values"], strict=True)
        return ", ".join(f"{amount:,g} above {max(start, 0.0):,g}" for start, amount in steps)
    found = [f"{status} {in_figures(one)}" for status, one in value.items()]
    return "; ".join(found).replace("head_of_household", "head of household")


def for_age(code: str) -> str:
    """What age brings in a state, from its record; empty where it brings nothing of its own."""
    record = state_record(code, load_rules(YEAR))
    assert record is not None
    parts = []
    for name, found in record.parameters.items():
        if "aged" in name.split("_"):
            unread = " (not read in a source)" if found.kind == "judgement" else ""
            parts.append(f"{found.label}: {in_figures(found.value)}{unread}")
    return ". ".join(parts)


def surviving_spouses() -> str:
    """The states without that status, by the one that is taken there."""
    found: dict[str, list[str]] = {}
    for code, name in state_names().items():
        record = state_record(code, load_rules(YEAR))
        assert record is not None
        status = record.word("surviving_spouse_files_as")
        if status:
            unsure = record.parameters["surviving_spouse_files_as"].kind == "judgement"
            found.setdefault(status, []).append(name + (" (texts disagree)" if unsure else ""))
    lines = (f"- **{one}**: {', '.join(found[one])}.\n" for one in sorted(found))
    return SURVIVING + "".join(lines)


def separate_returns() -> str:
    """The states with figures of their own for a separate return, and what is unsure of them."""
    lines = []
    for code, name in state_names().items():
        record = state_record(code, load_rules(YEAR))
        assert record is not None
        own = [
            found.label
            for found in record.parameters.values()
            if isinstance(found.value, Mapping) and "separate" in found.value
        ]
        rule = record.parameters.get("separate_files_as")
        unsure = "; ".join(rule.note.split("; ")[2:]) if rule else ""
        said = [*own, *([f"*{unsure}*"] if unsure else [])]
        if said:
            lines.append(f"- **{name}**: {'; '.join(said)}.\n")
    return APART + "".join(lines)


def page() -> str:
    """The whole page."""
    rows = (row_of(code, name) for code, name in state_names().items())
    words = []
    for code, name in state_names().items():
        record = state_record(code, load_rules(YEAR))
        assert record is not None
        left = record.word("not_worked_out")
        said = f" Not worked out: {left}." if left else ""
        words.append(f"- **{name}**: {record.word('special_rule')}{said}\n")
    own = HEAD + "".join(rows) + "\n## What is each state's own\n\n" + "".join(words)
    ages = ((name, for_age(code)) for code, name in state_names().items())
    of_age = AGE + "".join(f"- **{name}**: {found}.\n" for name, found in ages if found)
    return own + of_age + surviving_spouses() + separate_returns()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
