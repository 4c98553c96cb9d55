"""Since when something printed with its own clock has an effect."""

import pytest

from small_treaties import TOKYO, evaluation
from treatyclock.civil.clocks.zones import zone
from treatyclock.civil.moments.read import moment
from treatyclock.derive.day_there import beginning, day_begins_there
