"""Kinds of pay of an offer: changing from one to another keeps what carries over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias, get_args

import numpy as np

from calc.offers import Headline
from calc.offers.terms import last_share
from calc.scenario import (
    Employee,
    Hourly,
    Offer,
    OwnPractice,
    RatePerSession,
    Salary,
    SplitOfCollections,
    Work,
)
from calc.scenario.pay import PAYS
from ui.offers import words
from ui.shell import fields, rows, state

Kind: TypeAlias = Literal[
    "salary",
    "hourly",
    "per_session",
    "split",
    "contract_split",
    "contract_per_session",
    "own_practice",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES: dict[Kind, str] = {
    "salary": "Salary (W-2)",
    "hourly": "Hourly (W-2)",
    "per_session": "By the session (W-2)",
    "split": "Split of fees (W-2)",
    "contract_split": "Split of fees (1099)",
    "contract_per_session": "By the session (1099)",
    "own_practice": "Own practice",
}
FEE = "fee_per_session"
SHARED = ("session_kinds", "time", "conditions", "health_premium_per_month", "saving")


def kind_of(work: Work) -> Kind:
    """The kind of pay of some work."""
    if isinstance(work, OwnPractice):
        return "own_practice"
    if isinstance(work, Employee):
        return work.pay.kind
    return "contract_split" if work.pay.kind == "split" else "contract_per_session"


def pay_field(work: Work) -> tuple[str, ...]:
    """The figures that a letter of this kind is headed by."""
    headed = () if work.pay is None else (work.pay.headline,)
    by_fees = work.pay is None or isinstance(work.pay, SplitOfCollections)
    return (*headed, FEE) if by_fees else headed


def stated(pay: Any, name: str) -> float | None:
    """A figure of pay as it was stated; None where a default stands in for it."""
    if name not in pay.model_fields_set:
        return None
    value = getattr(pay, name)
    return float(value[0] if isinstance(value, tuple) else value)


def choose(stem: str, offer: Offer) -> None:
    """The kind of pay; what was typed of another kind comes back with it."""
    fields.choice(
        f"{stem}.work.kind",
        NAMES,
        label="Kind of pay",
        changes=lambda kind: change_to(stem, kind),
        shown=kind_of(offer.work),
    )


def change_to(stem: str, kind: Kind) -> Mapping[str, Any]:
    """The change to another kind of pay."""
    old: Work = state.document().value_at(f"{stem}.work")
    memory, whose = state.laid_by(), rows.stable(stem)
    if old.pay is not None:
        memory[f"{whose} {old.pay.kind}"] = old.pay
    if isinstance(old, Employee):
        memory[f"{whose} employee"] = {
            name: getattr(old, name)
            for name in ("employer_type", "benefits", "premium_before_tax")
            if name in old.model_fields_set
        }
    arrangement = "own_practice" if kind == "own_practice" else "employee"
    if kind.startswith("contract"):
        arrangement = "contractor"
    kept = {name: getattr(old, name) for name in SHARED if name in old.model_fields_set}
    if "saving" in kept and (arrangement == "employee") != isinstance(old, Employee):
        memory[f"{whose} saving {old.kind == 'employee'}"] = kept.pop("saving")
    again = memory.get(f"{whose} saving {arrangement == 'employee'}")
    if again is not None and "saving" not in kept:
        kept["saving"] = again
    work: dict[str, Any] = {"kind": arrangement, **kept}
    if arrangement == "employee":
        work |= memory.get(f"{whose} employee", {})
    if arrangement != "own_practice":
        work["pay"] = _pay(whose, old, kind.removeprefix("contract_"), memory)
    return {f"{stem}.work": work}


def _pay(whose: str, old: Work, kind: str, memory: Mapping[str, Any]) -> Any:
    """Pay of a kind: as it is, as it was before in this session, else not stated yet."""
    before = memory.get(f"{whose} {kind}")
    if isinstance(before, RatePerSession):
        rates = before.rates_per_session
        if len(rates) > 1 and len(rates) != len(old.session_kinds):
            before = None
    if before is not None:
        return before
    now, headline = old.pay, PAYS[kind].headline
    hours = {}
    if kind in ("salary", "hourly") and isinstance(now, Salary | Hourly) and now.states_contract:
        hours = {"contracted_hours_per_week": now.contracted_hours_per_week}
    return {"kind": kind, headline: (0.0,) if kind == "per_session" else 0.0, **hours}


def told(work: Work, currency: str) -> str:
    """Pay in a few words."""
    fees = (kind.fee_per_session for kind in work.session_kinds)
    fee = next((fee for fee in fees if np.any(fee)), 0.0)
    if work.pay is None:
        return words.headline(Headline("own_fee", fee), currency)
    rate = work.pay.rate
    amount = rate[0] if isinstance(rate, tuple) else rate
    last = last_share(work.pay)
    return words.headline(Headline(work.pay.kind, amount, fee, last=last), currency)
