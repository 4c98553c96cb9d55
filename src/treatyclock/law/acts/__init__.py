"""What the parties did: an act, its kind, and every kind of act by the matter that it belongs to.

A kind is declared once, in a module here or beside the doctrine that it invokes (:mod:`treatyclock.law.doctrines`).
"""
