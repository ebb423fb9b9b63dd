"""Every dated figure of `calc/data` is covered by one row that says when it runs out."""

import datetime
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from calc.parameters import renewal
from calc.parameters.renewal_rows import Renewal, renewal_of, renewals

DATA = Path(__file__).resolve().parents[2] / "calc" / "data"
FIGURES = renewal.dated_figures()


def written(path: Path) -> dict[str, Any]:
    """The parameters of a file, as they are written; a state's rules in words beside them."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    found = dict(data.get("parameter", {}))
    shared = tomllib.loads((DATA / "states.toml").read_text(encoding="utf-8"))["shared"]
    for table in data.get("rules", {}).values():
        found.update({name: table for name in table if name in shared})
    return found


KEYS = [
    f"{path.relative_to(DATA).with_suffix('').as_posix().replace('/', '.')}.{name}"
    for path in sorted(DATA.rglob("*.toml"))
    if path.stem not in renewal.NOT_DATED
    for name in written(path)
]


def test_every_figure_has_a_row() -> None:
    """All that stands in the files, found here by another way than the code's; 1,500 and more."""
    assert sorted(KEYS) == sorted(FIGURES)
    assert len(KEYS) == len(set(KEYS)) > 1_500


@pytest.mark.parametrize("rule", renewals(), ids=lambda rule: rule.name)
def test_every_name_of_a_row_covers_something(rule: Renewal) -> None:
    """Each name or pattern holds for a figure, so none is left when its figure goes."""
    ours = [key for key, figure in FIGURES.items() if figure.renewal is rule]
    for pattern in rule.covers:
        assert any(fnmatchcase(key, pattern) for key in ours), pattern


def test_no_two_rows_hold_alike() -> None:
    """The longest pattern decides, so no pattern stands in two rows of the same kind."""
    said = [(pattern, rule.of) for rule in renewals() for pattern in rule.covers]
    assert len(said) == len(set(said))
    for key, figure in FIGURES.items():
        fitting = [
            len(pattern)
            for rule in renewals()
            if rule.of in ("", figure.kind)
            for pattern in rule.covers
            if fnmatchcase(key, pattern)
        ]
        assert fitting.count(max(fitting)) == 1, key


@pytest.mark.parametrize("rule", renewals(), ids=lambda rule: rule.name)
def test_a_row_says_all_it_must(rule: Renewal) -> None:
    """When it ends, in one way; who publishes the next, in what and when; a public address."""
    assert [rule.begins is not None, rule.until is not None, bool(rule.ends)].count(True) == 1
    assert rule.lag == 0 or rule.begins is not None
    assert rule.ends == "" or rule.ends.startswith(("until ", "for "))
    for words in (rule.label, rule.publisher, rule.publication, rule.about):
        assert words.strip() == words != ""
        assert "|" not in words
    if rule.page:
        assert urlsplit(rule.page).scheme in ("http", "https")
        assert urlsplit(rule.page).netloc.count(".") >= 1


def test_what_stands_has_no_last_day() -> None:
    """Federal law that goes on as it is (`next`) is what no row ends, or ends on a fixed day."""
    data = tomllib.loads((DATA / "us_federal.toml").read_text(encoding="utf-8"))
    stands = {name for name, entry in data["parameter"].items() if entry.get("next") == "stands"}
    assert stands == {
        key.removeprefix("us_federal.")
        for key, figure in FIGURES.items()
        if key.startswith("us_federal.") and figure.renewal.begins is None
    }


def test_a_figure_without_a_row_is_found() -> None:
    """What no pattern fits has none, and one kind of figure is not taken for another."""
    assert renewal_of("us_federal.a_new_figure", "law") is None
    assert renewal_of("typical.a_new_figure", "law") is None
    judged = renewal_of("typical.a_new_figure", "judgement")
    assert judged is not None
    assert judged.name == "judgements"
    assert renewal.dated_figure("limits.part_year") is None  # words on the code, no figure


def test_a_new_year_of_a_figure_moves_its_last_day() -> None:
    """A read version does, a projected one does not: what stands in is no successor."""
    rule = FIGURES["us_federal.income_tax"].renewal
    read = renewal.Version(datetime.date(2026, 1, 1), read=True)
    for next_is_read, last in ((True, (2027, 12, 31)), (False, (2026, 12, 31))):
        later = renewal.Version(datetime.date(2027, 1, 1), next_is_read)
        figure = renewal.DatedFigure("x", "X", "law", "years", (read, later), "", rule)
        assert figure.last_day == datetime.date(*last)
        assert figure.stands_in is not next_is_read
        assert figure.until(datetime.date(2026, 7, 1)) == datetime.date(2026, 12, 31)
        assert figure.until(datetime.date(2027, 7, 1)) == datetime.date(*last)
        assert figure.in_force(datetime.date(2020, 1, 1)) == read
