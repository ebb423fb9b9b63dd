"""Clinic: staffing plans side by side, each clinician's wage and load beside the margin."""

from ui import (
    clinic_answers,
    clinic_groups,
    clinic_sections,
    clinic_view,
    clinic_words,
    frame,
    state,
)

with state.working_on("clinic"):
    view = clinic_view.view()
    shown = frame.Shown(clinic_words.bar(view.compared.results, view.shown), view.clinic.tax_year)
    answer = clinic_words.headline(view.compared.results, view.shown)
    with frame.page("Clinic", answer, clinic_words.ALL_YEAR, shown, ["Load", "Job offers"]):
        clinic_sections.which(view)
        clinic_sections.figures(view)
        clinic_sections.harms(view)
        clinic_sections.dots(view)
        clinic_sections.side_by_side(view)
        clinic_sections.roster(view)
        clinic_groups.roster(view)
        clinic_answers.answers(view)
        clinic_groups.figures(view)
