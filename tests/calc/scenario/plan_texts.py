"""Beginnings of plans as text, which several tests of files go on with."""

OWN = '[work]\nkind = "own_practice"\n'
KIND = OWN + '[[work.session_kinds]]\npayer = "private"\n'
SALARY = '[work]\nkind = "employee"\n[work.pay]\nkind = "salary"\n'
