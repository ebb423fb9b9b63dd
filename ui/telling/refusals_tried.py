"""Why a number that is tried out beside a plan does not count, and which one does."""

from __future__ import annotations

from ui.telling.words import amount, escape


def tried(
    title: str,
    unit: str,
    typed: float | None,
    ends: tuple[float, float],
    counts: float | None = None,
    currency: str = "USD",
) -> str:
    """What was typed, from where to where it can be, and the number that counts, if any does.

    >>> tried("Clients", "count", 501.0, (0.0, 500.0))
    'Clients is 501. It can be 0 to 500. Enter such a number.'
    """
    said = [f"{title} is empty."]
    if typed is not None:
        value, least, most = (amount(each, unit, currency) for each in (typed, *ends))
        said = [f"{title} is {value}.", f"It can be {least} to {most}."]
    if counts is None:
        said.append("Enter such a number.")
    else:
        one = "one" if typed is None else "such a number"
        said.append(f"Until you enter {one}, {amount(counts, unit, currency)} counts.")
    return escape(" ".join(said))
