"""What lies ahead of a clinic: people who leave and who are hired, and a director's limits."""

from __future__ import annotations

from calc.scenario.clinic_parts import Count, Exponent, LongWeeks, Score, Several
from calc.scenario.fields import HoursPerWeek, Inputs, Money, SessionsPerWeek, Share, entry


class Turnover(Inputs):
    """How often people leave, and what it costs when they do."""

    leaving_rate: Share = entry(
        "Leaving in a year", "Share of posts left in a year at a typical load.", "share", step=0.01
    )
    replacement_cost_share: Share = entry(
        "Cost of replacing",
        "Cost of finding and teaching a successor, as a share of a year's pay.",
        "share",
    )
    vacancy_weeks: LongWeeks = entry("Weeks vacant", "Weeks until a successor starts.", "weeks")
    clients_lost_share: Share = entry(
        "Clients lost", "Share of a leaver's clients who do not go on with a colleague.", "share"
    )
    reference_clients_per_seat: Several = entry(
        "Clients each post is for", "Clients that a funded post is meant to carry.", "count"
    )
    load_to_leaving_factor: Exponent = entry(
        "How strongly load drives leaving",
        "How steeply leaving rises with clients for each seat: not measured anywhere.",
        "factor",
        typical_name="load_to_leaving",
    )


class Hiring(Inputs):
    """What a new post costs before it brings anything, and the cash there is."""

    hiring_cost: Money = entry(
        "Cost of a hire", "Paid in the month of the start.", "money", step=500.0
    )
    credentialing_weeks: LongWeeks = entry(
        "Weeks until insurers accept a hire",
        "Weeks until insurers pay for a new clinician's sessions.",
        "weeks",
    )
    ramp_sessions_per_week: SessionsPerWeek = entry(
        "Sessions added each week",
        "Sessions a week that a new full-time caseload grows by each week; 0 starts it full.",
        "sessions_per_week",
        step=0.5,
    )
    payer_lag_weeks: LongWeeks = entry(
        "Weeks until insurers pay", "Weeks from a session to an insurer's payment.", "weeks"
    )
    opening_cash: Money = entry(
        "Opening cash", "Money in the bank when the timeline starts.", "money", 0.0
    )
    owner_draw_per_month: Money = entry(
        "Owner's draw a month",
        "What owners take out for themselves and their taxes; nothing without an owner.",
        "money_per_month",
        0.0,
        step=500.0,
    )


class Limits(Inputs):
    """The limits a director sets: what a plan may not do to people, and what it must bring.

    The shares of contractors and associates are legal and clinical choices of the director, never
    of a search.
    """

    wage_floor_per_hour: Money = entry(
        "Least true wage",
        "No clinician below this true hourly wage.",
        "money_per_hour",
        0.0,
        step=1.0,
    )
    load_ceiling_points: Score = entry(
        "Highest load",
        "No clinician above this score of load; 50 is a typical practice, heavier starts at 60.",
        "points",
        60.0,
        step=5.0,
    )
    load_ceiling_people: Score | None = entry(
        "Exhausted, of 100, at most",
        "Nobody in work in which more than so many of 100 are exhausted; it goes before the score.",
        "count",
        None,
        step=1.0,
    )
    most_contractor_share: Share = entry(
        "Contractors",
        "Most contractors among the posts, owners aside: who may be one is a question of law.",
        "share",
        0.0,
        step=0.1,
    )
    most_supervised_share: Share = entry(
        "Associates and interns",
        "Most associates and interns among the posts, owners aside.",
        "share",
        0.5,
        step=0.1,
    )
    least_posts: Count = entry("Fewest posts", "Fewest posts of a best plan.", "count", 1.0)
    most_posts: Count = entry("Most posts", "Most posts of a best plan.", "count", 12.0)
    least_sessions_per_week: Count = entry(
        "Fewest sessions", "Sessions booked a week that must be offered.", "sessions_per_week", 0.0
    )
    supervision_hours_per_week: HoursPerWeek = entry(
        "Supervision, at most",
        "Hours a week that supervisors can give.",
        "hours_per_week",
        6.0,
        step=1.0,
    )
