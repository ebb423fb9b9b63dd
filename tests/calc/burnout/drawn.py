"""The rules of a year and draws of the load, made once for several tests."""

import numpy as np

from calc import load_rules
from calc.burnout import draws

RULES = load_rules(2026)
DRAWN = draws(np.random.default_rng(1), RULES, count=500)
