"""Treaties and answers in the formats of other programs: tables, calendars, linked data, graphs, references."""
