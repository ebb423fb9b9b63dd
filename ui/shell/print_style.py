"""The one fixed style: how pages print, and how a phone has room. Nothing typed ever enters it."""

from __future__ import annotations

import streamlit as st

# No input, button or navigation; ink on white; charts and tables whole; as wide as on a desk.
STYLE = """<style>
@media print {
  @page { margin: 12mm 16mm; }
  html, body, .stApp, .stApp * { background-color: transparent !important; }
  html, body { background: #fff !important; }
  .stApp, .stApp * { color: #2b2926 !important; }
  .stApp, .stApp > div, [data-testid="stAppViewContainer"], [data-testid="stMain"], section {
    position: static !important; height: auto !important; overflow: visible !important;
    display: block !important;
  }
  [data-testid="stHeader"], [data-testid="stBottom"], [data-testid="stToolbar"],
  [data-testid="stSidebar"], [data-testid="stNumberInput"], [data-testid="stTextInput"],
  [data-testid="stTextArea"], [data-testid="stSelectbox"], [data-testid="stMultiSelect"],
  [data-testid="stDateInput"], [data-testid="stSlider"], [data-testid="stCheckbox"],
  [data-testid="stRadio"], [data-testid="stButton"], [data-testid="stButtonGroup"],
  [data-testid="stDownloadButton"], [data-testid="stPopover"], [data-testid="stPageLink"],
  [data-testid="stFileUploader"], [data-testid="stMenuButton"], [data-testid="stExpander"],
  [data-testid="stDialog"], [data-testid="stDataFrame"], [data-testid="stToast"],
  [data-testid="stElementContainer"]:has(> [data-testid="stSelectbox"], > [data-testid="stButton"]),
  [class*="st-key-no-print"], .st-key-onward { display: none !important; }
  [data-testid="stMainBlockContainer"] { padding: 0 !important; max-width: none !important; }
  .st-key-page { width: 1120px !important; max-width: none !important; zoom: 0.58; }
  .st-key-page:has(.st-key-report) { width: 840px !important; zoom: 0.78; }
  [data-testid="stColumn"] { min-width: 0 !important; }
  .st-key-report [data-testid="stColumn"] { flex: 1 1 0 !important; width: 0 !important; }
  .st-key-report [data-testid="stHorizontalBlock"] {
    display: flex !important; flex-direction: row !important; flex-wrap: nowrap !important;
  }
  .st-key-report th, .st-key-report td {
    padding: 1px 6px !important; line-height: 1.3 !important; font-size: 0.86em !important;
  }
  .st-key-report [data-testid="stVerticalBlock"] { gap: 0.5rem !important; }
  .st-key-page > :has(.st-key-report) ~ * { display: none !important; }
  [data-testid="stPlotlyChart"], [data-testid="stMetric"], tr { break-inside: avoid; }
  [data-testid="stPlotlyChart"] { overflow: visible !important; padding-left: 26px; }
  [data-testid="stPlotlyChart"] svg { overflow: visible !important; }
  table { break-inside: auto; }
  table:not(:has(tr:nth-child(25))) { break-inside: avoid; }
  thead { display: table-header-group; }
  [data-testid="stColumn"] > [data-testid="stVerticalBlock"] { display: block !important; }
  [data-testid="stColumn"] > [data-testid="stVerticalBlock"] > * { margin-bottom: 0.9rem; }
  h1, h2, h3, [data-testid="stHeading"],
  [data-testid="stLayoutWrapper"]:has([data-testid="stHeading"]):not(:has(table, svg)),
  [data-testid="stVerticalBlock"]:has([data-testid="stHeading"]):not(:has(table, svg)) {
    break-after: avoid;
  }
}
/* A phone: the answer is smaller, so that the first fields are in sight; of two ways to show
   letters, only the one that has room. */
[class*="st-key-narrow-"] { display: none; }
@media screen and (max-width: 640px) {
  [class*="st-key-narrow-"] { display: flex; }
  [class*="st-key-wide-"] { display: none; }
  [data-testid="stMainBlockContainer"] { padding-top: 4.1rem; }
  .st-key-page { gap: 0.7rem; }
  .st-key-answer h1 { font-size: 1.45rem; line-height: 1.25; padding: 0 0 1.15rem; }
  .st-key-answer p { font-size: 0.92rem; line-height: 1.45; }
  .st-key-no-print-basics h2 { padding-top: 0.2rem; }
}
</style>"""
# Pale words of a chart drawn for the dark theme would be lost on white.
OF_THE_DARK = "<style>@media print { .stApp svg text { fill: #2b2926 !important; } }</style>"


def place() -> None:
    """Sends the style with a page."""
    st.html(STYLE + OF_THE_DARK if st.context.theme.type == "dark" else STYLE)
