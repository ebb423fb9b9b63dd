"""The page of taxes and saving, and its parts."""
