"""Figures of the load as the page Sources lists them."""

from __future__ import annotations

from collections.abc import Mapping

from calc.burnout import Factor, factors, people_at
from calc.parameters import Parameter, Rules, load_rules, tax_years
from ui.telling import load_words, loan_rules, numbers
from ui.telling.tables import Table
from ui.telling.words import escape


def of_factor(found: Parameter) -> str:
    """What a factor of the load does, in people of 100, over the range that was studied."""
    rules = load_rules(tax_years()[0])
    name = found.key.removeprefix("burnout.")
    factor = next(one for one in factors(rules) if one.name == name)
    said = []
    for at in sorted({factor.at[0], factor.reference, factor.at[-1]}):
        people = numbers.number(float(people_at(factor, at, rules)))
        typical = ", typical" if at == factor.reference else ""
        said.append(f"{people} ({load_words.value(name, at)}{typical})")
    evidence = load_words.EVIDENCE[factor.evidence]
    return f"With all else typical, exhausted of 100: {', '.join(said)}. Evidence: {evidence}"


def load_weights(rules: Rules) -> Table:
    """The figures behind the sentences on each factor of the load."""
    rows = [
        (escape(one.parameter.label), _weight(one), loan_rules.where(one.parameter))
        for one in factors(rules)
    ]
    return Table(("Factor", "Weight", "Source"), rows)


EACH = {
    "hours_total": "an hour a week more",
    "client_hours": "an hour a week more",
    "doc_hours": "an hour a week more",
    "after_hours": "an hour a week more",
    "trauma_share": "all clients instead of none",
    "weeks_off": "a week a year more",
    "supervision": "an hour a month more",
    "peer_contact": "a point of 8 more",
    "autonomy": "a point of 10 more",
    "pay_ratio": "2.72 times as much pay over needs (by its logarithm)",
    "debt_to_income": "debt of one more year's income",
    "setting_agency": "such an employer instead of none",
}


def _weight(found: Factor) -> str:
    """A factor's weight with its unit."""
    return (
        f"{found.log_odds:g} of log-odds for {EACH[found.name]}, spread {found.sd:g}; "
        f"grade {found.parameter.text('grade')} of A to D"
    )


def seen(found: Parameter) -> str:
    """A published group as it was seen: how many people, and how many of 100 exhausted."""
    value = found.value
    assert isinstance(value, Mapping)
    said = (
        f"{numbers.number(found.of('n'))} people, {100 * found.of('observed'):.3g} of 100 exhausted"
    )
    if "first_edition" in value:
        return f"{said}; the first edition said {100 * found.of('first_edition'):.3g}"
    if "low" not in value:
        return said
    return f"{said} ({100 * found.of('low'):.3g} to {100 * found.of('high'):.3g})"
