"""What an employer owes beside pay in a state: what is counted, and what is only offered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from calc.parameters import Parameter, Rules
from calc.scenario.clinic import Clinic
from calc.staffing.books import employees_of, rates_of
from calc.taxes.paid_leave import employer_leave, leave_rate
from ui.telling import numbers
from ui.telling.loan_rules import certainty, where
from ui.telling.words import escape

BASES = ("offered_wage_base_2026", "offered_wage_base_2025")
RATE = "offered_unemployment_rate_2026"


def lines(clinic: Clinic, rules: Rules) -> tuple[str, ...]:
    """Paid leave as it is counted, then what one page alone says; nothing outside the country."""
    if not rates_of(clinic, rules).sources:
        return ()
    return (*_leave(clinic, rules), *_offered(clinic, rules))


def _leave(clinic: Clinic, rules: Rules) -> Iterator[str]:
    found = employer_leave(rules, clinic.state)
    if found is None:
        return
    count = employees_of(clinic)
    owed = numbers.percent(leave_rate(found, count), 2)
    counted = f"This plan has {count:g}, so {owed} is counted"
    if clinic.employer.other_payroll_rate is not None:
        counted = "Your own share stands in its place"
    law = f"{escape(found.label)}: {leave_in_words(found)}"
    yield f"{law}. {counted}. {escape(found.note)} {_origin(found)}"


def _offered(clinic: Clinic, rules: Rules) -> Iterator[str]:
    state = clinic.state
    key = f"payroll_tax.offered_leave_{state}"
    if any(name == key for name in rules):
        found = rules[key]
        yield (
            f"{escape(found.label)}, by one page and not counted: {leave_in_words(found)}. "
            f"{escape(found.note)} If it holds, type it as other payroll taxes. {_origin(found)}"
        )
    held = rules["payroll_tax.state_unemployment_wage_base"].of(state)
    for name in BASES:
        found = rules[f"payroll_tax.{name}"]
        if _has(found, state):
            yield (
                f"State unemployment is counted on pay up to {_money(held)} where you type "
                f"nothing. One page says {_money(found.of(state))} for {found.year}: if it "
                f"holds, type it as the pay it applies to. {_origin(found)}"
            )
    found = rules[f"payroll_tax.{RATE}"]
    if _has(found, state):
        ours = rules["payroll_tax.state_unemployment_rate"].of(state)
        yield (
            f"The rate of a new employer is counted as {numbers.percent(ours, 2)}. One page says "
            f"{numbers.percent(found.of(state), 2)} for {found.year}. {_origin(found)}"
        )


def _has(table: Parameter, state: str) -> bool:
    return isinstance(table.value, Mapping) and state in table.value


def _money(amount: float) -> str:
    return escape(numbers.money(amount))


def _origin(rule: Parameter) -> str:
    return f"{rule.year} · {where(rule)} · {certainty(rule)}"


def leave_in_words(leave: Parameter) -> str:
    """The employer's part of paid leave by its number of employees.

    >>> from calc.parameters import load_rules
    >>> leave_in_words(load_rules(2026)["payroll_tax.offered_leave_DE"])
    '0.16 % of pay from 10 employees on, 0.4 % of pay from 25 employees on'
    """
    sizes = zip(leave.row("from_employees"), leave.percents_of("shares"), strict=True)
    return ", ".join(f"{share} of pay from {_people(size)} on" for size, share in sizes)


def _people(count: float) -> str:
    return f"{count:g} employee{'' if count == 1 else 's'}"
