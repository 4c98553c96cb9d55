"""When the treaty is in force for who joins: the rule that it goes by, its time limit, its approval."""
