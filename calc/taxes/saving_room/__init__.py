"""Most that may go into each plan of saving in a year, and by when."""

from calc.taxes.saving_room.formulas import proprietor_share
from calc.taxes.saving_room.rooms import savers_credit_rate, saving_room
from calc.taxes.saving_room.saver import (
    Deadline,
    Form,
    Plan,
    Reason,
    ReasonName,
    Room,
    Saver,
    Status,
    Step,
)

__all__ = [
    "Deadline",
    "Form",
    "Plan",
    "Reason",
    "ReasonName",
    "Room",
    "Saver",
    "Status",
    "Step",
    "proprietor_share",
    "savers_credit_rate",
    "saving_room",
]
