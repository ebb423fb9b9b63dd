"""Other Chair: page configuration and navigation."""

import streamlit as st

from ui.shell import frame, guard, intake, state, streamlit_ways

streamlit_ways.take_turns(guard.on_page)
st.set_page_config("Other Chair", frame.logo("icon"), layout="wide")
streamlit_ways.settle_memory()
state.begin()
intake.take_all()
frame.begin_bar()
st.logo(frame.logo("dark" if st.context.theme.type == "dark" else "light"), size="medium")
beside = tuple(frame.BESIDE.items())
pages = streamlit_ways.pages(tuple(frame.PAGES.items()), first="Start", beside=beside)
st.navigation(pages, position="top").run()
