"""Clinic: staffing plans side by side, each clinician's wage and load beside the margin."""

from ui.clinic import answers, groups, sections, words
from ui.clinic import view as clinic_view
from ui.shell import frame, state

with state.working_on("clinic"):
    view = clinic_view.view()
    shown = frame.Shown(words.bar(view.compared.results, view.shown), view.clinic.tax_year)
    answer = words.headline(view.compared.results, view.shown)
    with frame.page("Clinic", answer, words.ALL_YEAR, shown, ["Load", "Job offers"]):
        sections.which(view)
        sections.figures(view)
        sections.harms(view)
        sections.dots(view)
        sections.side_by_side(view)
        sections.roster(view)
        groups.roster(view)
        answers.answers(view)
        groups.figures(view)
