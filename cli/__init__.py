"""The command line. Its parts import each other relatively: in a clone, `cli` has another name."""
