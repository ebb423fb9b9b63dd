"""State income tax by table, with the few rules that are a state's own."""
