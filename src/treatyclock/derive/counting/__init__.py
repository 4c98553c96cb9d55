"""How days are counted: delays, ends of months, the order of acts, and which date of an act counts."""
