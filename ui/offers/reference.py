"""What others in the occupation are paid, and where each offer lies among them."""

from __future__ import annotations

import math

import streamlit as st

from calc.offers import Compared
from calc.offers.labour import Percentile, WageBand, pay_of_an_hour, place_in, wage_bands
from calc.parameters import state_names
from calc.scenario import Employee
from ui.offers import words as offer_words
from ui.offers.view import View
from ui.shell import frame
from ui.telling import numbers, words
from ui.telling.listings import source_line

SHOWN: tuple[Percentile, ...] = ("p25", "p50", "p75")
PERCENTILES: dict[Percentile, str] = {
    "p10": "a tenth",
    "p25": "a quarter",
    "p50": "half",
    "p75": "three quarters",
    "p90": "nine tenths",
}


def draw(view: View) -> None:
    """What others in the occupation are paid, and where each offer lies among them."""
    offers, family = view.offers, view.offers.licence.family
    if offers.currency != "USD" or family == "none":
        return
    bands: dict[str, tuple[WageBand, list[Compared]]] = {}
    for found in view.ranked:
        band = wage_bands(offers.state_of(found.offer), family)[0]
        bands.setdefault(band.area, (band, []))[1].append(found)
    places = {area: state_names().get(area, "United States") for area in bands}
    job = next(band.occupation_name for band, _ in bands.values())
    label = f"**What others are paid** · {words.escape(job.lower())}, {', '.join(places.values())}"
    with st.expander(label, key="wage bands", on_change="rerun") as folded:
        if not folded.open:
            return
        for area, (band, there) in bands.items():
            low, middle, high = (words.escape(numbers.wage(band.hourly.of(name))) for name in SHOWN)
            st.markdown(
                f"**{places[area]}:** half of them are paid between "
                f"{low} and {high} an hour before tax, the middle is {middle}. All staff, licensed "
                "or not; the self-employed are not counted."
            )
            st.markdown("\n".join(f"- {_standing(found, band)}" for found in there))
            frame.quiet(source_line(band.source))


def _standing(found: Compared, band: WageBand) -> str:
    """Where pay for a paid hour lies, and pay for every hour that is worked."""
    result = found.result
    name = words.escape(offer_words.named(found))
    if not isinstance(result.scenario.work, Employee):
        return f"{name}: not compared, as the survey counts employees."
    wage, overall = (float(pay) for pay in pay_of_an_hour(result))
    if not math.isfinite(wage):
        return f"{name}: no paid hours."
    place = place_in(band.hourly, wage)
    if place.above is None:
        where = "nine tenths are paid more"
    elif place.below is None:
        where = "nine tenths are paid less"
    else:
        where = f"at least {PERCENTILES[place.above]} are paid less"
    each, every = (words.escape(numbers.wage(amount)) for amount in (wage, overall))
    return (
        f"{name}: {each} for a paid hour before tax, paid leave among them, and {where}; {every} "
        "for every hour worked."
    )
