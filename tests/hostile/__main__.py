"""Opens many hostile files and tells what came of each kind: `python -m tests.hostile 5000`."""

from __future__ import annotations

import sys
from collections import defaultdict

from tests.hostile.opening import Opened, child, results

SEED = 20_261_128
HEADING = f"{'kind':<22}{'files':>7}{'taken':>7}{'refused':>9}{'slowest s':>11}{'most MB':>9}\n"


def main(arguments: list[str]) -> int:
    """Runs some files, prints the table, and ends with 1 if any file did."""
    if arguments[:1] == ["--child"]:
        child(*map(int, arguments[1:]))
        return 0
    count = int(arguments[0]) if arguments else 300
    seed = int(arguments[1]) if len(arguments) > 1 else SEED
    by_kind: dict[str, list[Opened]] = defaultdict(list)
    for found in results(seed, 0, count):
        by_kind[found.kind].append(found)
    sys.stdout.write(HEADING)
    for kind, every in [
        *by_kind.items(),
        ("all", [one for row in by_kind.values() for one in row]),
    ]:
        taken = sum(one.accepted for one in every)
        slowest, most = max(one.seconds for one in every), max(one.megabytes for one in every)
        sys.stdout.write(
            f"{kind:<22}{len(every):>7}{taken:>7}{len(every) - taken:>9}"
            f"{slowest:>11.2f}{most:>9.0f}\n"
        )
    failed = [one for row in by_kind.values() for one in row if one.failed]
    for one in failed:
        sys.stdout.write(f"seed {seed}, file {one.place} ({one.kind}) {one.failed}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
