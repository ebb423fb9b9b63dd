"""Tax to set aside, in words: what to keep of each payment, and who wants it by when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial

from calc import Result
from calc.taxes.dates import CITY, DueDay, Instalments, Schedule, estimated_tax, paid_with_payroll
from calc.taxes.election import BY_ELECTION
from calc.year.own_corporation import dates_of_its_election
from ui.telling import numbers
from ui.telling.numbers import percent, shown_parts
from ui.telling.tables import Cell, Table
from ui.telling.words import escape, joined, local_hint, written_date

PAYROLL = (
    "Beside these dates your corporation pays {amount} a year with its payroll: both halves of "
    "social security and Medicare, unemployment tax, and what the state takes from your pay. "
    "Income tax withheld from your salary counts as paid in equal parts through the year, even "
    "in December: what is withheld need not be paid by these dates."
)
GONE_BY = "gone by"
RETURN = "With the return"
THE_YEAR = "The year"
ASKED_BY = {"IRS": "the IRS", CITY: "the city or county", BY_ELECTION: "the tax by election"}
WITHHELD = (
    "Tax on the other pay of your household is taken as withheld by those who pay it. An equal "
    "part of what is withheld counts as paid by each date, whenever in the year it is kept back."
)
NOT_ENTERED = "Last year's tax was not entered, so no lower safe amount is shown."
LEAST = (
    "{payee}: these amounts are the least that avoids a penalty, going by last year's tax; "
    "{rest} is left for the return."
)
NO_HARBOUR = "{payee}: the safe harbour by last year's tax was not read, so it is not used."
DOUBT = (
    "{payee}: {figures}: known from memory, from one page or from pages that differ, so it is not "
    "used."
)
IN_DOUBT = {"least": "the tax below which nothing is asked for", "now": "the safe harbour"}
SHARES = "{payee} asks for {shares} of the year's tax by these dates."
BELOW = "{payee}: the year's tax is below {least}, so nothing is asked for by date."
NOT_REQUIRED = "{payee} asks for nothing before the return; keep its part until then."
ASSUMED = "{payee}: the federal dates stand in, for its own were not checked."
RECALLED = "{payee}: its dates or shares are of second hand or recalled. Check them with the state."


def schedule_of(result: Result) -> Schedule | None:
    """What is asked for by date; None where an employer withholds it or nothing is known."""
    found = result.tax_to_put_by
    if found.withheld or not numbers.known(float(found.share_of_payment.amount)):
        return None
    home = result.scenario.household
    elected = dates_of_its_election(result.corporation, home.state, result.rules)
    more = (elected,) if elected else ()
    return estimated_tax(result.taxes, home, result.rules, more)


def sentence(result: Result, schedule: Schedule | None) -> str:
    """What to set aside of what clients pay, and who wants it by date."""
    found = result.tax_to_put_by
    share = float(found.share_of_payment.amount)
    if not numbers.known(share):
        return "Nothing comes in, so there is nothing to set aside."
    if found.withheld:
        return f"Your employer withholds tax: about {percent(share)} of what comes in."
    kept = f"Set aside {percent(share, 1)} of what clients pay"
    if schedule is None:
        return f"{kept} for tax, at the rates you entered."
    who = [ASKED_BY.get(one, escape(one)) for one in _asking(schedule)]
    if not who:
        return f"{kept} until the return: nobody asks for it by date."
    names = joined(who)
    verb = "each want theirs" if len(who) > 1 else "wants it"
    return f"{kept}. {names[:1].upper()}{names[1:]} {verb} by these dates."


def next_payment(schedule: Schedule, today: datetime.date, currency: str) -> str:
    """The next instalment in a sentence."""
    found = schedule.next_day(today)
    if found is None:
        return "No instalment of this year is still to come."
    place = schedule.days.index(found)
    together = sum(_column(payee, schedule.days)[place] for payee in schedule.payees)
    amount = escape(numbers.money(together, currency))
    return f"The next instalment is {amount}, due {written_date(found.day.isoformat())}."


def table(schedule: Schedule, today: datetime.date, currency: str) -> Table:
    """Dates with what each payee wants, their sum at the right and the year as the last row.

    Dates gone by are grey and say so; the next is bold and says in how many days. The parts of a
    column and of a row add up as they are shown.
    """
    columns = [_column(payee, schedule.days) for payee in schedule.payees]
    rows = [list(cells) for cells in zip(*columns, strict=True)]
    first = [_when(day, schedule, today) for day in schedule.days]
    looks = [_look(day, schedule, today) for day in schedule.days]
    if not any(rows[-1]):
        rows.pop()
    else:
        first.append(RETURN)
        looks.append("{}")
    rows.append([sum(cells) for cells in zip(*rows, strict=True)])
    first.append(f"**{THE_YEAR}**")
    looks.append("**{}**")
    ways = [partial(_cell, look, currency) for look in looks]
    heads = ["Due", *(escape(payee.payee) for payee in schedule.payees)]
    if len(columns) > 1:
        rows = [[*row, sum(row)] for row in rows]
        heads.append("Together")
    all_ways: list[Sequence[Cell]] = [ways for _ in heads[1:]]
    return Table(heads, [(said, *row) for said, row in zip(first, rows, strict=True)], all_ways)


def wide_table(schedule: Schedule, today: datetime.date, currency: str) -> Table:
    """The same for where there is room: a column of its own says when each date is."""
    narrow = table(schedule, today, currency)
    apart = [_apart(day, schedule, today) for day in schedule.days]
    apart += [(str(due), "") for due, *_ in narrow.rows[len(apart) :]]
    rows = [(*words, *row[1:]) for words, row in zip(apart, narrow.rows, strict=True)]
    heads = (narrow.heads[0], "When", *narrow.heads[1:])
    return Table(heads, rows, (str, *narrow.ways))


def notes(result: Result, schedule: Schedule) -> list[str]:
    """What the dates stand on, a sentence each."""
    said = [note for payee in schedule.payees for note in _notes(payee, result)]
    if result.corporation:
        amount = float(paid_with_payroll(result.taxes))
        said.insert(
            0, PAYROLL.format(amount=escape(numbers.money(amount, result.scenario.currency)))
        )
    home = result.scenario.household
    pairs = [part.key for tax in result.taxes.parts for part in tax.parts]
    if any(key.endswith(".without") for key in pairs):
        said.insert(0, WITHHELD)
    if getattr(home.tax, "federal_tax_last_year", None) is None:
        said.append(NOT_ENTERED)
    local = local_hint(home)
    return [*said, local] if local else said


def _notes(payee: Instalments, result: Result) -> Iterator[str]:
    name, currency = escape(payee.payee), result.scenario.currency
    if payee.asked == "nothing":
        yield NOT_REQUIRED.format(payee=name)
        return
    if payee.asked == "below_threshold":
        joint = result.scenario.household.filing_status == "joint"
        least = escape(numbers.money(payee.threshold(joint), currency))
        yield BELOW.format(payee=name, least=least)
        return
    if payee.asked == "last_year":
        rest = escape(numbers.money(float(payee.with_return), currency))
        yield LEAST.format(payee=name, rest=rest)
    if told := [IN_DOUBT[one] for one in payee.doubt if one in IN_DOUBT]:
        yield DOUBT.format(payee=name, figures=joined(told))
    elif payee.asked_last_year and payee.least is None:
        yield NO_HARBOUR.format(payee=name)
    if len(set(payee.shares)) > 1 or sum(payee.shares) < 1:
        yield SHARES.format(payee=name, shares=listed(payee.shares))
    if payee.basis == "assumed":
        yield ASSUMED.format(payee=name)
    if payee.basis in ("recalled", "secondary"):
        yield RECALLED.format(payee=name)


def listed(shares: Sequence[float]) -> str:
    """Shares of a year in words: `30, 40, 0 and 30 %`."""
    written = joined([f"{share * numbers.PERCENT:g}" for share in shares])
    return f"{written}{numbers.NO_BREAK}%"


def _asking(schedule: Schedule) -> list[str]:
    return [payee.payee for payee in schedule.payees if any(map(float, payee.amounts))]


def _column(payee: Instalments, days: Sequence[DueDay]) -> list[float]:
    """What one payee wants on each day and with the return, in whole units that add up."""
    by_date = dict(zip(payee.dates, payee.amounts, strict=True))
    asked = [float(by_date.get(day.day, 0.0)) for day in days]
    return shown_parts([*asked, float(payee.with_return)], float(payee.year), 0)


def _when(day: DueDay, schedule: Schedule, today: datetime.date) -> str:
    """A date, grey with "gone by", or bold with in how many days it is."""
    return _look(day, schedule, today).format(", ".join(filter(None, _said(day, schedule, today))))


def _apart(day: DueDay, schedule: Schedule, today: datetime.date) -> tuple[str, str]:
    """The same in two cells."""
    due, when = _said(day, schedule, today)
    look = _look(day, schedule, today)
    return look.format(due), look.format(when) if when else ""


def _said(day: DueDay, schedule: Schedule, today: datetime.date) -> tuple[str, str]:
    """A date, and when it is: gone by, or in how many days the next one comes."""
    written = written_date(day.day.isoformat())
    if day.day < today:
        return written, GONE_BY
    if day != schedule.next_day(today):
        return written, ""
    days = (day.day - today).days
    return written, "today" if not days else f"in {days} day{'s' if days > 1 else ''}"


def _look(day: DueDay, schedule: Schedule, today: datetime.date) -> str:
    if day.day < today:
        return ":gray[{}]"
    return "**{}**" if day == schedule.next_day(today) else "{}"


def _cell(look: str, currency: str, amount: float) -> str:
    return look.format(escape(numbers.money(amount, currency, cents=False)))
