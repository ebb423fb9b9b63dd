"""Job offers of one person beside each other: pay, hours, load, licence, and what to ask for."""

from calc.offers.benefits import benefits_of, net_per_paycheck
from calc.offers.chance import Odds, OfferChance, beats, chance_of, goal_of_chance
from calc.offers.compare import Compared, Comparison, compare
from calc.offers.counter import Ask, counter_offer
from calc.offers.cover import decided_by_cover, range_of, turned_by
from calc.offers.even import Level, Levels, equal_pay, level_by
from calc.offers.faults import booked_for_quota, faults
from calc.offers.horizon import PayOverYears, pay_over_years
from calc.offers.service import NoService, Service
from calc.offers.steps import Step, can_be_had, next_better, steps
from calc.offers.terms import Headline, Supervision, TermName, Value
from calc.offers.unsaid import Band, Reading, band, cover_is_stated, open_terms
from calc.questions.pay import pay_now
from calc.questions.repayment import ServiceWorth

__all__ = [
    "Ask",
    "Band",
    "Compared",
    "Comparison",
    "Headline",
    "Level",
    "Levels",
    "NoService",
    "Odds",
    "OfferChance",
    "PayOverYears",
    "Reading",
    "Service",
    "ServiceWorth",
    "Step",
    "Supervision",
    "TermName",
    "Value",
    "band",
    "beats",
    "benefits_of",
    "booked_for_quota",
    "can_be_had",
    "chance_of",
    "compare",
    "counter_offer",
    "cover_is_stated",
    "decided_by_cover",
    "equal_pay",
    "faults",
    "goal_of_chance",
    "level_by",
    "net_per_paycheck",
    "next_better",
    "open_terms",
    "pay_now",
    "pay_over_years",
    "range_of",
    "steps",
    "turned_by",
]
