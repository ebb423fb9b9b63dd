"""The rules of student loans in words."""

import datetime
import re

from calc.parameters.student_loans import loan_rules
from calc.scenario.loans import LAST_DAY, FederalLoan
from tests.ui.telling.borrowers import ABOVE, ahead
from tests.ui.telling.shipped import GRADUATE, SOLO
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
    table = rules_in_words.rules_table(DAY, DAY)
    assert len(table.rows) == len(loan_rules(DAY))
    for _, value, certainty, source in table.rows:
        assert value
        assert not re.search(r"[a-z]_[a-z]|None|nan|\{", value), value
        assert certainty
        assert source.startswith("[")


def test_a_rule_is_said_in_its_own_way() -> None:
    """Months, money, shares, lists and days, each as a reader would."""
    said = {name: rules_in_words.rule_value(rule) for name, rule in loan_rules(DAY).items()}
    assert said["standard_months"] == "120 months"
    assert said["rap_least_payment"] == "$10.00 a month"
    assert said["tiered_months"].startswith("from $0: 120 months; from $25,000: 180 months; from")
    assert said["rap_rate"].startswith(
        "above $10,000: 1\u00a0%; above $20,000: 2\u00a0%; above $30,000"
    )
    assert said["ibr_15"] == (
        "15\u00a0% of income above 150\u00a0% of the poverty guideline, for 300 payments"
    )
    assert said["small_payment"] == "nothing below $5.00, else at least $10.00"
    assert said["poverty_guideline"].startswith("48 states: $15,960, then $5,680; Alaska: $19,950,")
    assert said["pslf_plans"] == "Standard, RAP, IBR (10 %), IBR (15 %), PAYE"
    assert said["pslf_employers"].startswith("Agency, non-profit; Hospital, non-profit; School")
    assert said["paye_ends"] == "30 June 2028"
    assert said["graduate_loan_rate"] == "8.07\u00a0%"
    assert said["debt_phd"] == "$76,500"


def test_a_rule_says_how_sure_it_is_and_since_when() -> None:
    """A law by its day; a survey and a judgement by what they are."""
    rules = loan_rules(DAY)
    assert rules_in_words.since(rules["pslf_payments"], DAY) == "confirmed, from 2026-07-01"
    assert rules_in_words.since(rules["paye_entry"], DAY) == "uncertain"
    assert rules_in_words.since(rules["debt_phd"], DAY) == "survey"
    assert rules_in_words.since(rules["icr_not_computed"], DAY) == "our judgement"


def test_the_origin_of_a_rule() -> None:
    """Kind, day where one is asked for, source and certainty."""
    rules = loan_rules(DAY)
    law = "[34 CFR 685.219 (Public Service Loan Forgiveness), read through quotations]"
    where = f"{law}(https://www.ecfr.gov/current/title-34/section-685.219) · confirmed"
    assert rules_in_words.origin(rules["pslf_payments"]) == f"law, 2026 · {where}"
    assert rules_in_words.origin(rules["pslf_payments"], DAY) == f"law, from 1 July 2026 · {where}"
    assert rules_in_words.origin(rules["paye_ends"]).startswith(
        "law, 30 June 2028 · [34 CFR 685.209"
    )
    assert rules_in_words.origin(rules["debt_phd"]).startswith("survey · [Doran and others 2016")
    judged = rules_in_words.origin(rules["icr_not_computed"])
    assert judged.startswith("our judgement · [91 FR 34815")


def test_typical_debts_are_offered() -> None:
    """From the least to the most, each with its source and of whom it was found."""
    found = rules_in_words.presets(DAY)
    assert [debt.number for debt in found] == [45_080.0, 66_000.0, 90_000.0, 76_500.0, 160_000.0]
    assert rules_in_words.preset(found[3]) == (
        "\\$76,500. Doran and others 2016, expected median debt of psychology graduates. 2016."
    )


def test_the_rate_of_a_graduate_loan_of_that_day() -> None:
    """The rate by law where the day has one; nothing before the first we have."""
    made = FederalLoan(made_on=datetime.date(2024, 9, 1))
    assert rules_in_words.rate_hint(made) == (
        "By law a graduate loan first paid out on 1 September 2024 has 8.08\u00a0%."
    )
    assert rules_in_words.rate_hint(FederalLoan(made_on=datetime.date(1999, 9, 1))) == ""


def test_the_day_of_the_rules() -> None:
    """That of the plan; the last one read where it has no loans by plan."""
    assert rules_in_words.day_of(GRADUATE) == datetime.date(2027, 6, 1)
    assert rules_in_words.day_of(SOLO) == LAST_DAY


def test_what_public_service_must_be() -> None:
    """Payments, plans, employers and hours."""
    assert rules_in_words.pslf_needs(loan_rules(DAY)) == (
        "PSLF needs 120 payments under RAP, IBR, PAYE or Standard, made while an employee (W-2) of "
        "government, a school or a non-profit for 30 hours a week, in one job or several."
    )
