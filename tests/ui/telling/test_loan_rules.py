"""The rules of student loans in words."""

import datetime
import re

from calc.parameters.student_loans import loan_rules
from tests.ui.telling.borrowers import ABOVE, ahead
from ui.telling import loan_rules as rules_in_words

DAY = datetime.date(2026, 11, 22)


def test_an_uncertain_rule_says_so() -> None:
    """PAYE for who is not on it rests on texts that disagree."""
    (told,) = (text for text in rules_in_words.not_open(ahead(ABOVE)) if "**PAYE**" in text)
    assert "uncertain: texts disagree" in told
    notes = rules_in_words.notes(DAY)
    assert sum("uncertain: texts disagree" in note for note in notes) == 1


def test_every_rule_is_in_words() -> None:
    """Each rule has a value a reader can use, a certainty, and a source; no name of ours."""
    table = rules_in_words.rules_table(DAY)
    assert len(table) == len(loan_rules(DAY))
    for _, value, certainty, source in table.itertuples(index=False):
        assert value
        assert not re.search(r"[a-z]_[a-z]|None|nan|\{", value), value
        assert certainty
        assert source.startswith("[")
