"""Staffing of a clinic: what its posts bring, cost and leave, and plans compared.

`evaluate_clinic` is the start; every other question is asked of its result, or of the clinics.
"""

from calc.questions.difference import Explained, Part
from calc.staffing.best import (
    BestPlan,
    Chosen,
    TradeOff,
    best_plan,
    trade_off,
)
from calc.staffing.capacity import Access, Binding, RoomUse, SupervisionUse
from calc.staffing.cash import CashTimeline, cash_timeline
from calc.staffing.chance import (
    ClinicChance,
    ClinicLuck,
    ClinicPaths,
    clinic_chance,
    clinic_luck_of,
    clinic_paths,
)
from calc.staffing.clinic import ClinicResult, evaluate_clinic
from calc.staffing.comparison import (
    BoughtWithHarm,
    Compared,
    Difference,
    compare_plans,
    explain_margin,
    explain_post,
)
from calc.staffing.earners import Earner
from calc.staffing.keeping import KeptPlan, Moved, Within, keep_everybody
from calc.staffing.marks import Mark
from calc.staffing.owners import OwnerResult
from calc.staffing.packages import Package, packages
from calc.staffing.pay_forms import Affordable, NotAffordable, PayForm, pay_for_share, same_pay
from calc.staffing.posts import PostResult, Receipt
from calc.staffing.programme import LimitName
from calc.staffing.relaxing import NoPlan, Relaxation
from calc.staffing.roster import Roster, read_roster
from calc.staffing.roster_cells import RowProblem, text_of
from calc.staffing.roster_columns import (
    COLUMNS,
    Column,
    rows_of_csv,
    template_csv,
    template_rows,
)
from calc.staffing.turnover import Feedback, Leaving, TurnoverResult, turnover_of

__all__ = [
    "COLUMNS",
    "Access",
    "Affordable",
    "BestPlan",
    "Binding",
    "BoughtWithHarm",
    "CashTimeline",
    "Chosen",
    "ClinicChance",
    "ClinicLuck",
    "ClinicPaths",
    "ClinicResult",
    "Column",
    "Compared",
    "Difference",
    "Earner",
    "Explained",
    "Feedback",
    "KeptPlan",
    "Leaving",
    "LimitName",
    "Mark",
    "Moved",
    "NoPlan",
    "NotAffordable",
    "OwnerResult",
    "Package",
    "Part",
    "PayForm",
    "PostResult",
    "Receipt",
    "Relaxation",
    "RoomUse",
    "Roster",
    "RowProblem",
    "SupervisionUse",
    "TradeOff",
    "TurnoverResult",
    "Within",
    "best_plan",
    "cash_timeline",
    "clinic_chance",
    "clinic_luck_of",
    "clinic_paths",
    "compare_plans",
    "evaluate_clinic",
    "explain_margin",
    "explain_post",
    "keep_everybody",
    "packages",
    "pay_for_share",
    "read_roster",
    "rows_of_csv",
    "same_pay",
    "template_csv",
    "template_rows",
    "text_of",
    "trade_off",
    "turnover_of",
]
