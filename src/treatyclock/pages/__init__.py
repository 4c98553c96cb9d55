"""Pages: a treaty or a case as one self-contained HTML file that needs no network and no clock of its reader.

All texts and places are worked out here; the script in the file only chooses among them.
"""
