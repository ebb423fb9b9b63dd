"""Luck of a clinic that tests choose, or that is always the same."""

import numpy as np

from calc.scenario.clinic import Clinic
from calc.staffing import ClinicLuck, clinic_luck_of

SEED = 11
LONG = 0.999999  # a holder who stays


def luck_of(clinic: Clinic, paths: int, *, clients: bool = True) -> ClinicLuck:
    """Luck that is the same at every call, with or without clients."""
    found = clinic_luck_of(np.random.default_rng(SEED), clinic.labels, paths)
    return found if clients else ClinicLuck(found.leaving, None, paths)


def one_path(**leaving: tuple[float, ...]) -> ClinicLuck:
    """One path on which the holders of each post have these uniforms; clients have no chance."""
    rows = {label: np.array(row, dtype=np.float32)[:, None] for label, row in leaving.items()}
    return ClinicLuck(rows, None, 1)


def leaves_after(weeks: int, chance_per_week: float) -> float:
    """A uniform by which a holder leaves at the end of this week: the middle of its range."""
    stay = 1.0 - chance_per_week
    return 1.0 - (stay ** (weeks - 1) + stay**weeks) / 2.0
