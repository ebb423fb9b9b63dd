"""Answers."""

from ui.clinic_view import View


def answers(view: View) -> None:
    """Later."""
