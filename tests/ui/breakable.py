"""The app with a fault of its own: Your hour breaks where a fee is 666. For tests of what then."""

import sys

from streamlit.web import cli

from ui.hour import practice

BREAKS_AT = 666.0
drawn = practice.groups


def groups(result: object) -> None:
    """The folded groups, or a fault."""
    kinds = result.scenario.work.session_kinds  # type: ignore[attr-defined]
    if kinds and kinds[0].fee_per_session == BREAKS_AT:
        raise RuntimeError("broken on purpose")
    drawn(result)  # type: ignore[arg-type]


if __name__ == "__main__":
    practice.groups = groups
    sys.exit(cli.main(["run", "app.py", *sys.argv[1:]]))
