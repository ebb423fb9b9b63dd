"""What the drawer of a spreadsheet says: what was read, what is asked, and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from calc.scenario import Employee
from calc.scenario.clinic import Clinic, Plans
from calc.scenario.posts import Post
from calc.staffing.plans import LETTERS
from calc.staffing.roster_columns import BY_HEADING
from calc.staffing.roster_import import OfExample, Stays
from calc.staffing.roster_meaning import Question
from calc.staffing.roster_reading import Reading, TheirColumn
from calc.staffing.roster_words import licence_in
from calc.staffing.sessions import booked_of
from ui.telling import numbers, refusals, words

TITLE = "Your spreadsheet"
NOT_USED = "Not used"
CHOOSE = "Choose"
LABELS = "Keep these labels"
LABELS_HELP = "Leave it off where they are names of people: these are read and not kept."
HEADS = ("In your file", "Here it is")
CLEAR, KEEP = "Clear them", "Keep them"
NOTHING_MAPPED = "Not read yet: say which of your columns is **{missing}**."
SOME = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MOST_READ = 3
PART_TIME = {False: "What each works now", True: "What full time would be"}
OF_EXAMPLE: dict[OfExample, str] = {
    "shared": "shared costs",
    "administrators": "administrators",
    "cash": "cash in the bank",
    "draw": "the owner's draw",
}
STAYS: dict[Stays, str] = {
    "payers": "the payers and their fees",
    "rooms": "the rooms",
    "demand": "who asks and who waits",
    "supervision": "the supervision of associates",
    "limits": "the limits",
    "household": "the household",
}


def heading(found: Reading) -> str:
    """How much was read, and how much is asked."""
    posts = posts_of(found)
    asked = len(found.unanswered) + len(found.to_choose)
    said = f"{of_all(posts, found)} read" if posts else "No post read yet"
    if not asked:
        return said
    return f"{said}, {_some(asked)} {'question' if asked == 1 else 'questions'}"


def posts_of(found: Reading) -> int:
    """Posts that are read, and those that wait for an answer alone."""
    return len(found.roster.posts) + len({row for one in found.unanswered for row in one.rows})


def of_all(posts: int, found: Reading) -> str:
    """How many posts, and of how many people where some are left out."""
    if not found.left_out:
        return words.count(posts, "post")
    return f"{posts} of {words.count(posts + len(found.left_out), 'post')}"


def use(posts: int, found: Reading) -> str:
    """What the button says that brings the posts in."""
    if not posts:
        return "Use these posts"
    if found.left_out:
        return f"Use {of_all(posts, found)}"
    return f"Use {'this' if posts == 1 else 'these'} {words.count(posts, 'post')}"


def _some(count: int) -> str:
    return SOME[count] if count < len(SOME) else str(count)


def left_out(found: Reading, name: str, sheet: str) -> str:
    """Which file and sheet it is, and which rows of it are no posts."""
    where = refusals.shortened(name) + (f", sheet “{refusals.shortened(sheet)}”" if sheet else "")
    table = found.table
    parts = []
    if table.titles:
        rows = "row" if table.titles == 1 else "rows"
        parts.append(f"{_some(table.titles)} {rows} above the headings")
    parts += [f"row {row} {refusals.quoted(text)}" for row, text in table.left[:MOST_READ]]
    if len(table.left) > MOST_READ:
        parts.append(f"{len(table.left) - MOST_READ} more rows that are no posts")
    if not parts:
        return f"{where}."
    verb = "is" if len(parts) == 1 and table.titles <= 1 else "are"
    return f"{where}. Left out {verb} {words.joined(parts)}."


def not_read(found: Reading) -> str:
    """How many people are left out for what stands in their rows; empty where nobody is."""
    count = len(found.left_out)
    if not count:
        return ""
    rows = words.joined([f"row {row}" for row in found.left_out[:MOST_READ]])
    more = f" and {count - MOST_READ} more" if count > MOST_READ else ""
    it = "it" if count == 1 else "them"
    verb = "is" if count == 1 else "are"
    return (
        f"**Left out {verb} {rows}{more}.** Put {it} right below, or use the others without {it}."
    )


def samples(column: TheirColumn) -> str:
    """Three of the values of a column."""
    return ", ".join(refusals.shortened(one) for one in column.samples)


def as_read(column: TheirColumn, rows: int, labels: bool) -> str:
    """How a column was read: what its cells came to."""
    if column.choices:
        return f"may be {words.joined(list(column.choices), 'or')}"
    if column.ours == "Label":
        return "kept as they are" if labels else _numbered(rows)
    if not column.read:
        return ""
    if not all(_is_number(value) for value, _ in column.read):
        return ", ".join(f"{value} {count}" for value, count in column.read[:MOST_READ])
    if len(column.read) == 1:
        value, count = column.read[0]
        return f"{_plain(value)} in each" if count > 1 else _plain(value)
    count = sum(count for _, count in column.read)
    return f"{count} read"


def _numbered(posts: int) -> str:
    """What becomes of names that are not kept."""
    if not posts:
        return "read, and not kept"
    return f"called Post 1{f' to {posts}' if posts > 1 else ''}; names are not kept"


def _is_number(value: str) -> bool:
    return value.removesuffix("%").replace(".", "", 1).lstrip("-").isdigit()


def _plain(value: str) -> str:
    """A number of the reader's as people write it."""
    sign = "\u00a0%" if value.endswith("%") else ""
    return f"{plain(float(value.removesuffix('%')))}{sign}"


def plain(value: float) -> str:
    """A number in full, as people write it.

    >>> plain(24.0), plain(1234.5)
    ('24', '1,234.5')
    """
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def question(asked: Question, currency: str) -> str:
    """What is asked of a cell, with the reading that a yes takes and what a no does."""
    rows = [str(row) for row in asked.rows[:MOST_READ]]
    more = len(asked.rows) - MOST_READ
    if more > 0:
        rows.append(f"{more} more")
    where = f"Row {rows[0]}" if len(rows) == 1 else f"Rows {words.joined(rows)}"
    says = "says" if len(rows) == 1 else "say"
    first = f"**{where}, {asked.column},** {says} {refusals.quoted(asked.text)}."
    meant = reading(asked.reading, asked.form or asked.column, currency)
    if asked.otherwise:
        other = reading(asked.reading, asked.otherwise, currency)
        return f"{first} Is that {meant}? “No” takes it as {other}."
    if licence := licence_in(asked.column, asked.text):
        meant = f"{meant}, with “{licence}” as licence where none is stated"
    row = "the row" if len(rows) == 1 else "these rows"
    return f"{first} Is that {meant}? “No” leaves {row} as unread in this cell."


def part_time(found: Reading, full_time: bool, labels: bool) -> str:
    """What is asked once of a file in which somebody is there for part of full time."""
    post, label = _first_part_time(found, labels)
    stated = booked_of(post) * (1.0 if full_time else float(post.full_time_share))
    return f"Are {plain(stated)} sessions what {label} works now, or what full time would be?"


def taken(found: Reading, full_time: bool, labels: bool) -> str:
    """What follows for sessions, hours and salaries of those of less than full time."""
    post, label = _first_part_time(found, labels)
    does = "shrink to each one's share of full time" if full_time else "stay as your file has them"
    booked = plain(booked_of(post) * float(post.full_time_share))
    return f"Sessions, hours a week and salaries {does}: {label} books {booked} a week."


def _first_part_time(found: Reading, labels: bool) -> tuple[Post, str]:
    """The post that is asked about, and what it will be called."""
    assert found.part_time is not None
    post = found.roster.posts[found.part_time]
    return post, words.escape(post.label) if labels else f"Post {found.part_time + 1}"


def reading(value: float | str, kind: str, currency: str) -> str:
    """A reading in words with its unit."""
    if isinstance(value, str):
        return f"“{value}”"
    if kind == "split":
        return f"{plain(value)}\u00a0% of what clients pay"
    column = BY_HEADING.get(kind.casefold())
    if column is not None and column.percent:
        return f"{plain(value)}\u00a0%"
    period = {
        "salary": " a year",
        "hourly": " for each hour worked",
        "per session": " for each session held",
    }.get(kind)
    if period is not None or (column is not None and column.money):
        amount = numbers.money(value, currency, cents=not value.is_integer())
        return f"{words.escape(amount)}{period or ''}"
    return plain(value)


def of_example(names: Sequence[OfExample], cleared: bool) -> str:
    """What is still the example's, or will be cleared."""
    said = words.joined([OF_EXAMPLE[name] for name in names])
    return f"{'Will be 0 until you enter yours' if cleared else 'Still from the example'}: {said}."


def stays(names: Sequence[Stays], floor: float, currency: str) -> str:
    """What of the example is not cleared, and stays until it is changed below."""
    limits = STAYS["limits"]
    if floor:
        written = numbers.money(floor, currency, cents=not float(floor).is_integer())
        limits = f"{limits} with a floor of {words.escape(written)} an hour"
    said = words.joined([limits if name == "limits" else STAYS[name] for name in names])
    return f"Stays the example's until you change it on the page: {said}."


def assumed(posts: Sequence[Post], clinic: Clinic) -> str:
    """What a roster does not say of employees and is taken as typical; empty without any."""
    hired = [post for post in posts if isinstance(post.work, Employee)]
    if not hired:
        return ""
    said = []
    left = [post for post in hired if "benefits_cost_share" not in post.model_fields_set]
    if left:
        said.append(f"{numbers.percent(float(left[0].benefits_cost_share))} for benefits")
    employer = clinic.employer
    if "workers_compensation_share" not in employer.model_fields_set:
        share = numbers.percent(float(employer.workers_compensation_share))
        said.append(f"{share} for workers' compensation")
    if not said:
        return ""
    return (
        f"Typical, as the file does not say it: of an employee's pay {words.joined(said)}. Yours "
        "go under Edit the roster and Place and law."
    )


def other_plans(plans: Plans, labels: bool) -> str:
    """What the other plans will do when the posts become plan A."""
    others = list(zip(LETTERS, plans.plans, strict=False))[1:]
    made = [f"{letter} (“{words.escape(plan.title)}”)" for letter, plan in others if plan.changes]
    whole = [letter for letter, plan in others if not plan.changes]
    said = ["They become plan A."] if others else []
    if made:
        does = "makes its changes" if len(made) == 1 else "make their changes"
        said.append(f"{_plan(made)} {does} of these posts.")
    if whole and labels:
        said.append(
            f"Posts that {_plan(whole, 'p')} changed keep those changes; a plan that comes out the "
            "same as plan A is called so."
        )
    elif whole:
        begins = "begins" if len(whole) == 1 else "begin"
        said.append(
            f"{_plan(whole)} {begins} with these posts, called “As plan A” until you change it."
        )
    return " ".join(said)


def _plan(letters: Sequence[str], first: str = "P") -> str:
    return f"{first}lan{'' if len(letters) == 1 else 's'} {words.joined(list(letters))}"
