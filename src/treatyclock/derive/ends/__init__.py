"""How a treaty ends without a notice: a module for each way, found by ``END_FOR_ALL`` or ``END_FOR_ONE`` in it."""
