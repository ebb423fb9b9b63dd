"""The load indicator: of 100 practices shaped like this one, how many therapists are exhausted.

It describes a group of practices, never a person, and is no diagnosis.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from calc.burnout import formulas
from calc.burnout.factors import Factor, LoadInputs, factors
from calc.ledger import Line, formula, given, parameter, total
from calc.number import Flag, FloatArray, Number, added
from calc.parameters import Parameter, Rules

DRAWS = 20_000


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one factor adds, in log-odds and in persons of 100; below 0 it takes away."""

    factor: Factor
    value: Number
    effect: Number
    log_odds: Number
    points: Number
    outside: Flag


@dataclass(frozen=True, slots=True)
class Range:
    """The plausible range: lowest and highest share, and score, with most of the draws between."""

    low: Number
    high: Number
    score_low: Number
    score_high: Number


@dataclass(frozen=True, slots=True)
class Load:
    """The indicator of one practice, or of one a draw.

    `probability` is the share of therapists with such a practice who would report high emotional
    exhaustion; `score` runs from 0 to 100 with 50 for a typical practice, whatever the base.
    `contributions` add up to the probability less the base. `range` is None without draws.
    """

    inputs: LoadInputs
    log_odds: Number
    probability: Number
    score: Number
    base: Parameter
    bands: Parameter
    contributions: tuple[Contribution, ...]
    range: Range | None = None

    @property
    def outside(self) -> tuple[Contribution, ...]:
        """The factors beyond the range studied, in any draw."""
        return tuple(found for found in self.contributions if bool(np.any(found.outside)))

    @property
    def in_100(self) -> Number:
        """How many of 100 therapists with such a practice would be exhausted."""
        return formulas.PERCENT * self.probability

    @property
    def from_typical(self) -> Number:
        """Persons of 100 more than in a typical practice, or fewer: what the contributions add."""
        return formulas.PERCENT * (self.probability - self.base.number)

    @property
    def band(self) -> str | None:
        """The band of a single practice; None outside the range studied, or for no figure."""
        score = float(self.score)
        if self.outside or not math.isfinite(score):
            return None
        return self._band_at(score)

    @property
    def bands_of_range(self) -> tuple[str, ...]:
        """The band at either end of the range, once where both are the same; none as for `band`."""
        if self.band is None or self.range is None:
            return ()
        ends = (self.range.score_low, self.range.score_high)
        return tuple(dict.fromkeys(self._band_at(float(end)) for end in ends))

    @property
    def heavier(self) -> bool:
        """Whether a single practice is heavier than typical, whatever was studied."""
        return float(self.score) >= heavier_from(self.bands)

    @property
    def lighter(self) -> bool:
        """Whether it is lighter than typical."""
        return float(self.score) < max(_starts_to_typical(self.bands))

    def _band_at(self, score: float) -> str:
        starts = self.bands.row("from")
        place = max(index for index, start in enumerate(starts) if score >= start)
        return self.bands.words("names")[place]

    @property
    def line(self) -> Line:
        """The figure of 100 as a statement: a typical practice, and each factor beside it."""
        typical = self.base.number * formulas.PERCENT
        base = parameter("load.typical", "A typical practice", typical, "count", self.base)
        rows = (
            formula(
                f"load.{found.factor.name}",
                found.factor.parameter.label,
                found.points,
                "count",
                "its distance from typical x its weight, of 100 practices",
                (given(f"load.{found.factor.name}.value", "Here", found.value, "count"),),
                found.factor.parameter,
            )
            for found in self.contributions
        )
        return total("load", "Of 100, expected", base, *rows)


def heavier_from(bands: Parameter) -> float:
    """The score from which a practice is heavier than typical: where the band above it starts."""
    return bands.row("from")[len(_starts_to_typical(bands))]


def _starts_to_typical(bands: Parameter) -> list[float]:
    """Where bands start that a typical practice has reached; the last is its own."""
    typical = float(formulas.score_of(0.0))
    return [start for start in bands.row("from") if start <= typical]


@dataclass(frozen=True, slots=True)
class Draws:
    """Uncertain weights, drawn once and used for every practice alike: shape (draws,) each.

    `weights` has a row a factor. `causal` is how much of a difference a change would bring about.
    """

    weights: FloatArray
    base: FloatArray
    causal: FloatArray


def draws(generator: Generator, rules: Rules, count: int = DRAWS) -> Draws:
    """Draws of every uncertain weight: Gamma with its mean and spread, its sign fixed.

    Each factor has a stream of its own, so that another spread of one leaves the others as they
    were; and none looks at a practice.
    """
    found = factors(rules)
    streams = generator.spawn(len(found))
    scale = rules["burnout.overlap_scale"]
    common = np.clip(
        generator.normal(scale.of("mean"), scale.of("sd"), count),
        scale.of("least"),
        scale.of("most"),
    )
    weights = np.stack(
        [_weights(stream, factor, count) for stream, factor in zip(streams, found, strict=True)]
    )
    base = formulas.logit(rules["burnout.base_rate"].number)
    causal = rules["burnout.causal_share"]
    return Draws(
        weights=weights * common,
        base=generator.normal(base, rules["burnout.base_rate_sd"].number, count),
        causal=generator.beta(causal.of("alpha"), causal.of("beta"), count),
    )


def _weights(stream: Generator, factor: Factor, count: int) -> FloatArray:
    size = abs(factor.log_odds)
    shape = np.square(size / factor.sd)
    drawn: FloatArray = np.sign(factor.log_odds) * stream.gamma(shape, size / shape, count)
    return drawn


def indicator(inputs: LoadInputs, rules: Rules, drawn: Draws | None = None) -> Load:
    """The load of a practice, with its parts; with draws, also its plausible range.

    Values beyond the range studied count as its ends, and `Load.outside` names them.

    >>> from calc.parameters import load_rules
    >>> float(indicator(LoadInputs(), load_rules(2026)).probability)
    0.37
    """
    base = rules["burnout.base_rate"]
    limit = rules["burnout.soft_limit"].number
    told = []
    for factor in factors(rules):
        value = getattr(inputs, factor.name)
        effect = factor.effect(value)
        told.append((factor, value, effect, factor.log_odds * effect))
    together = added(log_odds for *_, log_odds in told)
    share = formulas.probability_of(together, formulas.logit(base.number), limit)
    each = formulas.share_per_log_odds(together, share, base.number) * formulas.PERCENT
    contributions = tuple(
        Contribution(factor, value, effect, log_odds, each * log_odds, factor.outside(value))
        for factor, value, effect, log_odds in told
    )
    return Load(
        inputs=inputs,
        log_odds=together,
        probability=share,
        score=formulas.score_of(together),
        base=base,
        bands=rules["burnout.bands"],
        contributions=contributions,
        range=None if drawn is None else _range(contributions, rules, drawn),
    )


def _range(contributions: tuple[Contribution, ...], rules: Rules, drawn: Draws) -> Range:
    """Of one practice: the ends of the range of shares, and of scores."""
    together = _together(contributions, drawn)
    share = formulas.probability_of(together, drawn.base, rules["burnout.soft_limit"].number)
    ends = rules["burnout.range"]
    at = (ends.of("low"), ends.of("high"))
    low, high = np.quantile(share, at)
    # The score rises with the log-odds, so its ends are the scores of theirs.
    ends_of_score = np.asarray(formulas.score_of(np.quantile(together, at)))
    return Range(float(low), float(high), float(ends_of_score[0]), float(ends_of_score[1]))


def _together(contributions: tuple[Contribution, ...], drawn: Draws) -> FloatArray:
    """The log-odds of one practice under each draw of the weights."""
    effects = np.array([float(found.effect) for found in contributions])
    together: FloatArray = effects @ drawn.weights
    return together


@dataclass(frozen=True, slots=True)
class Difference:
    """One practice beside the same one changed: what groups like them differ by, of 100.

    A change might bring about half of it (`half`), plausibly between `low` and `high`: weights,
    base and the part that is caused are all drawn. `share_removed` is the part of the load above
    typical that goes; NaN where there is none.
    """

    between_groups: float
    half: float
    low: float
    high: float
    share_removed: float


def difference(before: Load, after: Load, rules: Rules, drawn: Draws) -> Difference:
    """What a change of one practice may bring about, in persons of 100."""
    base = formulas.logit(before.base.number)
    limit = rules["burnout.soft_limit"].number
    start, end = float(before.log_odds), float(after.log_odds)
    causal = rules["burnout.causal_share"]

    def reached(part: Number) -> Number:
        moved = formulas.probability_of(start + part * (end - start), base, limit)
        return formulas.PERCENT * (moved - float(before.probability))

    was = _together(before.contributions, drawn)
    moved = was + drawn.causal * (_together(after.contributions, drawn) - was)
    changes = formulas.probability_of(moved, drawn.base, limit) - formulas.probability_of(
        was, drawn.base, limit
    )
    spread = np.quantile(formulas.PERCENT * changes, (causal.of("low"), causal.of("high")))
    return Difference(
        between_groups=float(reached(1.0)),
        half=float(reached(causal.of("mean"))),
        low=float(spread[0]),
        high=float(spread[1]),
        share_removed=(start - end) / start if start > 0.0 else math.nan,
    )
