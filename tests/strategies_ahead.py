"""What may lie ahead of a practice: values drawn for its fields, made to keep the rules."""

from __future__ import annotations

import datetime
from random import Random
from typing import Any

WEEKS, MONTHS = 52, 12


def lawful_ahead(draw: Random, data: dict[str, Any]) -> dict[str, Any]:
    """The same values, made to keep the rules that span several fields; rows in any order."""
    months = data.get("months", 24)
    for name in ("away", "job", "set_up", "fee_changes"):
        for row in data.get(name, ()):
            if "month" in row:
                row["month"] = min(row["month"], months)
    if data.get("job"):
        data["job"] = _job(draw, data["job"])
    if "away" in data:
        data["away"] = _away(data["away"], months)
    for name in ("enquiry_season", "booking_season"):
        if name in data:
            factors = (data[name] * MONTHS)[:MONTHS]
            data[name] = factors if any(factors) else [1] * MONTHS  # which a file may state too
    return data


def lawful_start(draw: Random, data: dict[str, Any]) -> dict[str, Any]:
    """A plan whose months begin near its tax year, or without any for an employee."""
    if data["work"]["kind"] == "employee":
        data.pop("ahead", None)
    elif "starts_on" in data.get("ahead", ()):
        year = data.get("tax_year", 2026) + draw.randint(-1, 4)
        data["ahead"]["starts_on"] = datetime.date(year, draw.randint(1, MONTHS), 1)
    return data


def _job(draw: Random, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row a month, the first of them in month 1."""
    by_month = {row.get("month", 1): row for row in rows}
    first = min(by_month)
    by_month[first]["month"] = 1
    if draw.random() < 0.5:
        del by_month[first]["month"]  # 1 goes without saying
    found = list(by_month.values())
    draw.shuffle(found)
    return found


def _away(rows: list[dict[str, Any]], months: int) -> list[dict[str, Any]]:
    """As many rows as there is time for."""
    kept, holidays, in_all = [], 0.0, 0.0
    for row in rows:
        holiday = row["kind"] == "holiday"
        weeks = row.get("weeks", 2 if holiday else 12)
        times = -(-months // MONTHS) if row.get("every_year") else 1
        holidays += weeks if holiday else 0.0
        in_all += weeks * times
        if holidays > WEEKS or in_all > months * WEEKS / MONTHS:
            break
        kept.append(row)
    return kept
