"""Files that people bring: whatever a reader stumbles over ends as one refusal of ours."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from calc.errors import OtherChairError

Found = TypeVar("Found")
LOG = logging.getLogger(__name__)


class UnreadableError(OtherChairError):
    """A file that made its reader stumble in a way that nobody foresaw."""


def guarded(read: Callable[[], Found]) -> Found:
    """What a reader makes of a file; `UnreadableError` for anything but a refusal of our own."""
    try:
        return read()
    except OtherChairError:
        raise
    # Readers of zip, XML, CSV and TOML raise far more kinds on hostile bytes than they document,
    # and any one of them would take the whole page away from its reader.
    except Exception as error:  # noqa: BLE001
        LOG.warning("A file was refused: its reader raised %s.", type(error).__name__)
        raise UnreadableError from None
