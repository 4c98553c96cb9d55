"""A cited answer is run again from its receipt, and any difference is named."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from treatyclock.answers.answer import Answer
from treatyclock.answers.replay import Changed, Replay
from treatyclock.civil.clocks.database import tzdata_version
from treatyclock.corpus import shipped
from treatyclock.errors import ReceiptError, TreatyclockError
from treatyclock.formats.treaties.asked_texts import filed_text
from treatyclock.law.readings import Reading
from treatyclock.loading import from_dict, load, loads
from treatyclock.show.fingerprints import library_fingerprint, text_fingerprint, zone_fingerprints
from treatyclock.show.printers.citation import RECEIPT_VERSION, outcome_of
from treatyclock.treaty import Treaty
from treatyclock.version import VERSION

_NAMES = {
    "truth": "the truth",
    "status": "the possible statuses",
    "depends_on": "what it depends on",
    "contested_by": "the readings that contest it",
}


def replay(receipt: Mapping[str, Any] | str | os.PathLike[str]) -> Replay:
    """Run a cited answer again.

    Args:
        receipt: A receipt as :meth:`treatyclock.Answer.receipt` gives it, or the path of a JSON file that holds one.

    Raises:
        ReceiptError: If it is no receipt, or its question can no longer be asked.

    Example:
        >>> import treatyclock as tc
        >>> receipt = tc.load("soviet-japanese-neutrality-pact").in_force("1945-08-09").receipt()
        >>> found = replay(receipt)
        >>> found.agrees, found.changed
        (True, ())
    """
    data = _read(receipt)
    try:
        treaty = loads(data["treaty"]["text"])
        if data["beside"]:
            treaty = treaty.beside(*map(loads, data["beside"]))
        answer = _asked(treaty, data["question"])
        return Replay(answer=answer, changed=tuple(_changes(data, answer)))
    except TreatyclockError as error:
        raise ReceiptError(f"the question can no longer be asked: {error.sentence}", error.hint) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise ReceiptError(f"it lacks something that a receipt has: {error}") from error


def _read(receipt: Mapping[str, Any] | str | os.PathLike[str]) -> Mapping[str, Any]:
    data: Any = receipt
    if not isinstance(receipt, Mapping):
        try:
            data = json.loads(Path(receipt).read_text(encoding="utf-8"))
        except OSError as error:
            problem = f"the file cannot be read: {error.strerror or error}"
            raise ReceiptError(problem, "check the path and its permissions") from error
        except ValueError as error:  # no JSON, no UTF-8, a path with a null in it
            raise ReceiptError("the file is no JSON text") from error
        except RecursionError as error:
            raise ReceiptError("the file is nested too deeply") from error
    if not isinstance(data, Mapping) or data.get("receipt") != RECEIPT_VERSION:
        raise ReceiptError(f"it is no receipt of version {RECEIPT_VERSION}")
    return data


def _asked(treaty: Treaty, question: Mapping[str, Any]) -> Answer:
    supposed = treaty
    if question["without"]:
        supposed = supposed.what_if(drop=question["without"])
    if question["with"]:
        supposed = supposed.what_if(add=question["with"])
    between, own = question["between"], question.get("own_reading")
    return supposed.in_force(
        question["at"],
        zone=question["zones"] or None,
        fold=question["fold"],
        widen=question["widen"],
        party=question["party"],
        between=None if between is None else tuple(between),
        part=question["part"],
        reading=question["reading"] if own is None else _own_reading(treaty, own),
        known_as_of=question["known_as_of"],
        choose=question["choose"],
    )


def _own_reading(treaty: Treaty, table: Mapping[str, Any]) -> Reading:
    """Read a reading that no file declares, as one that the treaty's file would declare."""
    (reading,) = from_dict({**treaty.to_dict(), "reading": [{**table, "id": "own", **_basis(table)}]}).record.readings
    return replace(reading, id=table["id"], ref=table.get("ref", ""))


def _basis(table: Mapping[str, Any]) -> dict[str, str]:
    return {} if "ref" in table or "source" in table else {"ref": "as asked"}


def _changes(data: Mapping[str, Any], answer: Answer) -> Iterator[Changed]:
    """Yield what is otherwise now: first the answer, then what it rests on."""
    now = outcome_of(answer)
    for key, then in data["answer"].items():
        if now.get(key) != then:
            yield Changed(what=_NAMES.get(key, key), then=_words(then), now=_words(now.get(key)), decides=True)
    text = data["treaty"]["text"]
    if text_fingerprint(text) != data["treaty"]["sha256"]:
        yield _hashes("the text of the treaty in the receipt", data["treaty"]["sha256"], text_fingerprint(text))
    id = data["treaty"]["id"]
    if id in shipped():
        current = text_fingerprint(filed_text(load(id).record))
        if current != data["treaty"]["sha256"]:
            yield _hashes(f"the shipped treaty {id}", data["treaty"]["sha256"], current)
    if data["treatyclock"] != VERSION:
        yield Changed(what="the version of treatyclock", then=data["treatyclock"], now=VERSION)
    if library_fingerprint() != data["library"]:
        yield _hashes("the code of treatyclock", data["library"], library_fingerprint())
    if tzdata_version() != data["zone_database"]:
        yield Changed(what="the time zone database", then=data["zone_database"], now=tzdata_version())
    zones = zone_fingerprints(answer)
    for name, then in data["zones"].items():
        if zones.get(name) != then:
            yield _hashes(f"the data of the zone {name}", then, zones.get(name, "not used any more"))


def _hashes(what: str, then: str, now: str) -> Changed:
    return Changed(what=what, then=then[:12], now=now if " " in now else now[:12])


def _words(value: Any) -> str:
    return (", ".join(map(str, value)) or "nothing") if isinstance(value, list) else str(value)
