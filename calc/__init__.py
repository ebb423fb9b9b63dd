"""Other Chair's calculation: scenario and rules in, statements out. Pure and without a clock."""

from calc.parameters import load_rules
from calc.questions.solve import solve_for
from calc.scenario import Scenario
from calc.year.evaluate import Result, evaluate

__all__ = ["Result", "Scenario", "evaluate", "load_rules", "solve_for"]
