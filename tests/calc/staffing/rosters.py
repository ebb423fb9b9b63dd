"""A clinic of three posts whose rows several tests change, and what of a post was changed."""

from collections.abc import Mapping
from typing import Any

from calc.scenario.posts import Post
from calc.staffing import roster_posts
from tests.calc.clinics import SALARY, contractor, employee, owner
from tests.calc.clinics import clinic as clinic_with

PLAIN = clinic_with(posts=[owner(), employee("Post 1", SALARY), contractor("Post 2")])
EMPTY_MIX = [{"share": 1.0, "sessions": {"payer": "private"}}]


def post_of(data: Mapping[str, Any]) -> Post:
    """A post as a file states it."""
    return Post.model_validate(data)


def changed(before: Post, after: Post) -> set[str]:
    """The names of the cells in which two posts differ."""
    was, now = roster_posts.cells_of(before), roster_posts.cells_of(after)
    return {name for name in was if was[name] != now[name]}
