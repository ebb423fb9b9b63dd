"""The typed records that travel between ideas. Their fields are lines, or records of lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from calc.ledger import Line
from calc.number import Number
from calc.scenario import Bucket


@dataclass(frozen=True, slots=True)
class KindYear:
    """One kind of session over the year; `empty` are the slots in which no session took place."""

    booked: Line
    held: Line
    lost: Line
    empty: Number


@dataclass(frozen=True, slots=True)
class Bucketed:
    """The two rows that the hours of one bucket are made of."""

    paid: Line
    unpaid: Line


@dataclass(frozen=True, slots=True)
class Year:
    """Sessions and hours of the year; `waiting_reused` are hours of lost sessions put to use."""

    worked_weeks: Line
    kinds: tuple[KindYear, ...]
    booked: Line
    held: Line
    lost: Line
    hours: Line
    buckets: Mapping[Bucket, Line]
    rows: Mapping[Bucket, Bucketed]
    unpaid: Line
    unpaid_share: Line
    waiting_reused: Number
    hours_per_week: Line
    after_hours: Line


@dataclass(frozen=True, slots=True)
class FeeFlow:
    """Fees (or session rates) of the year from the diary to the bank, for the staircase.

    `offered` less `lost` less `uncollected` is `collected`; `paid` is what the person has of it
    before any other pay. The card and insurer amounts are the
    parts of what is collected that processors and billing services charge for.
    """

    label: str
    offered: Number
    lost: Number
    uncollected: Number
    collected: Line
    paid: Number
    by_card: Number
    card_charges: Number
    by_insurer: Number


@dataclass(frozen=True, slots=True)
class Earned:
    """Pay for the work itself, an employer's extras apart: by its main rule, and beside that.

    Beside a salary it is the bonus or cut by quota, beside pay by the hour that of leave, beside
    pay by the session that of other work; beside a share of fees there is nothing.
    """

    line: Line
    main: Number
    beside: Number


@dataclass(frozen=True, slots=True)
class MoneyIn:
    """Money in, the part of it that is taxed, and what of it an employer put into savings.

    `earned` is none in a practice of one's own.
    """

    total: Line
    taxable: Line
    employer_saving: Line
    fees: FeeFlow | None
    earned: Earned | None


@dataclass(frozen=True, slots=True)
class Costs:
    """Work costs; `business` is the part a self-employed person deducts.

    `others` are the rows beside card fees and outside billing; `practice_taxes` of them fall on the
    practice itself, and `practice_taxes_deducted` of those lower its taxable profit.
    """

    total: Line
    card_fees: Line
    outside_billing: Line
    others: tuple[Line, ...]
    business: Number
    practice_taxes: Number = 0.0
    practice_taxes_deducted: Number = 0.0


@dataclass(frozen=True, slots=True)
class SetAside:
    """What to put by for tax: a share of each payment, and an amount at each due date.

    There are no due dates where an employer withholds, or outside United States law.
    """

    share_of_payment: Line
    per_quarter: Line
    due_dates: tuple[str, ...]
    withheld: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """Something lawful but odd, or left out: its kind, its field, and the figures to tell."""

    kind: str
    path: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavingLimit:
    """One contribution beside the most the law lets one deduct."""

    path: str
    contribution: Number
    most: Number


@dataclass(frozen=True, slots=True)
class Saving:
    """Saving of the year: all of it, the parts deducted, and Roth deferrals within the limit."""

    set_aside: Line
    half_tax: Number
    employer_part_deducted: Number
    deferral_deducted: Number
    roth_counted: Number
    hsa_deducted: Number
    limits: tuple[SavingLimit, ...]
