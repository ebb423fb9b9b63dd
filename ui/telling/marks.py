"""Marks of text that every room writes alike."""

from __future__ import annotations


def quiet(said: str) -> str:
    """A remark in small grey letters.

    >>> quiet("Estimate, not tax advice.")
    ':small[:gray[Estimate, not tax advice.]]'
    """
    return f":small[:gray[{said}]]"
