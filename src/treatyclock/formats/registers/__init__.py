"""Registers of treaties as others keep them, read into what :func:`treatyclock.from_table` and ``from_dict`` take.

None of them comes with the package: read the file by whatever reads it, and give its rows.
"""
