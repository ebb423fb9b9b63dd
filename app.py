"""Other Chair: page configuration and navigation."""

import streamlit as st

from ui import frame, intake, state

st.set_page_config("Other Chair", str(frame.LOGOS / "icon.svg"), layout="wide")
frame.settle_memory()
state.begin()
intake.take_all()
dark = st.context.theme.type == "dark"
st.logo(str(frame.LOGOS / ("dark.svg" if dark else "light.svg")), size="medium")
pages = [
    st.Page(path, title=title, default=title == "Start") for title, path in frame.PAGES.items()
]
st.navigation(pages, position="top").run()
