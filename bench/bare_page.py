"""The least a Streamlit page can do: one slider, one number. The yardstick for latency."""

import streamlit as st

value = st.slider("Fee", 0, 1000, 150)
st.metric("True hourly wage", f"{value * 0.48:.2f}")
