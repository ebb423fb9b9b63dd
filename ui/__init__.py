"""The dashboard: places statements on pages and writes what is typed back. It computes nothing."""
