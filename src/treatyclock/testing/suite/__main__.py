"""Print the JSON Schema of a suite's files, as ``suite.schema.json`` holds it."""

import json

from treatyclock.testing.suite.schema import suite_schema

print(json.dumps(suite_schema(), indent=2))
