"""From an item of Wikidata to a treaty file: who signed and ratified when, from when to when it was in force.

Wikidata has no final clauses. What it has is taken as what a list records, with its sources, and marked as taken from
there; what cannot be taken is told in comments at the head of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from treatyclock.errors import WikidataError, plain
from treatyclock.formats.documents.toml_text import toml_text
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.formats.treaties.tables import load_tables
from treatyclock.formats.wikidata.items import EFFECTIVE, RATIFIED_BY, SIGNATORY, treaty_item, unlike_wikidata
from treatyclock.formats.wikidata.statements import Statement, best, label, statements
from treatyclock.formats.wikidata.times import one_of, wikidata_time

_POINT_IN_TIME = "P585"
_START, _END, _DISSOLVED = "P580", "P582", "P576"
_EARLIEST, _LATEST, _CIRCUMSTANCES, _CIRCA = "P1319", "P1326", "P1480", "Q5727902"
_ADDRESS, _STATED_IN, _ISO_CODE = "P854", "P248", "P298"
_RATIFIED_NOTE = "Wikidata has one property for ratification, acceptance, approval and accession"
_SIGNED_NOTE = "the one day that Wikidata gives for the treaty (P585), taken for the day of signature"
_SOURCE = "wikidata"
_NO_VALUE = {"somevalue": "it is not known (an unknown value)", "novalue": "there is none (no value)"}
_NO_PARTY = {"somevalue": "an unknown party", "novalue": "that there is none", "value": "what is no item"}
_CODE = re.compile("[A-Z]{3}")
_ONE_DAY, _PLAIN = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"), re.compile("[0-9]{4}(-[0-9]{2}){0,2}")


def wikidata_treaty_file(files: Sequence[str], *, id: str) -> str:
    """Return the text of a treaty file made of the JSON of Wikidata.

    Args:
        files: The files: one has the treaty's item, alone or with others. Items of States, in the same file or in
            further ones, give the States their names and their codes.
        id: What to call the treaty: lower-case words joined by hyphens.

    Raises:
        WikidataError: If a file cannot be read, or has no treaty of two parties at least.
        TreatyFileError: If what Wikidata has makes no treaty file.
    """
    treaty, items = treaty_item(files)
    try:
        return _Import(treaty, items).text(id, ", ".join(files))
    except (AttributeError, KeyError, TypeError) as error:
        raise unlike_wikidata(files, error) from error


class _Import:
    """One import: what is taken, and what cannot be, is noted on the way."""

    def __init__(self, entity: Mapping[str, Any], entities: Mapping[str, Mapping[str, Any]]) -> None:
        self._entity, self._entities = entity, entities
        self._left: list[str] = []
        self._converted: list[str] = []
        self._sources: dict[str, str] = {_SOURCE: self._item_source()}
        self._codes = self._codes_of_states()

    def text(self, id: str, file: str) -> str:
        """Return the text of the treaty file, which is checked first."""
        acts = [*self._signatures(), *self._ratifications()]
        tables: dict[str, Any] = {
            "schema": 1,
            "id": id,
            "title": plain(label(self._entity).strip() or self._entity["id"]),
            "note": f"Taken from Wikidata, item {self._entity['id']}, and not checked against the treaty's text.",
            "parties": self._parties(),
            "sources": self._sources,
            "record": {"parties": "in part", "acts": "in part", "source": _SOURCE},
            **self._recorded("entry_into_force", (EFFECTIVE, _START), "when it entered into force"),
            **self._recorded("end", (_END, _DISSOLVED), ""),
            **({"act": acts} if acts else {}),
        }
        if len(tables["parties"]) < 2:
            raise WikidataError(
                file, f"item {self._entity['id']} names fewer than two parties by P1891 or P6193",
                "add the parties there, or begin with `treatyclock new` and --parties",
            )  # fmt: skip
        load_tables(tables)
        return f"{self._head()}\n{toml_text(tables, TREATY)}"

    def _head(self) -> str:
        lines = [
            f"Taken from {self._sources[_SOURCE]}.",
            "Wikidata has no final clauses. Write them from the treaty's text; what follows is held against its days.",
            "[record] says that acts may lack. Take it out once every act is here; until then an end may be unknown.",
            *_listed("Days of the Julian calendar, here in the Gregorian:", self._converted),
            *_listed("Not taken:", self._left),
        ]
        return "".join(f"# {plain(line)}\n" for line in lines)

    def _item_source(self) -> str:
        entity = self._entity
        revision = f", revision {entity['lastrevid']}" if "lastrevid" in entity else ""
        changed = f" of {str(entity['modified'])[:10]}" if "modified" in entity else ""
        return plain(f"Wikidata, https://www.wikidata.org/wiki/{entity['id']}{revision}{changed} (CC0)")

    # --- parties -----------------------------------------------------------------------------------

    def _parties(self) -> dict[str, str]:
        return {code: self._name(item) for item, code in self._codes.items()}

    def _codes_of_states(self) -> dict[str, str]:
        """Return the codes of those who signed or ratified, by their items.

        A code that two of them have, as a State and one before it may, tells neither: the id of the item does.
        """
        found = [*statements(self._entity, SIGNATORY), *statements(self._entity, RATIFIED_BY)]
        codes = {each.item: self._iso_code(each.item) for each in found if each.item}
        shared = Counter(codes.values())
        return {item: code if shared[code] == 1 else item for item, code in codes.items()}

    def _iso_code(self, item: str) -> str:
        codes = best(statements(self._entities.get(item, {}), _ISO_CODE))
        code = str(codes[0].value).upper() if len(codes) == 1 else ""
        return code if _CODE.fullmatch(code) else item

    def _name(self, item: str) -> str:
        return plain(label(self._entities.get(item, {})).strip() or f"{item} of Wikidata")

    # --- acts --------------------------------------------------------------------------------------

    def _signatures(self) -> Iterator[dict[str, Any]]:
        together = self._days(best(statements(self._entity, _POINT_IN_TIME)), "the point in time (P585)")
        of_all: list[str] = []
        for code, several in self._by_party(SIGNATORY):
            own = self._dated(several, f"the signature of {code}")
            if own:
                yield self._act("signature", code, own, several)
            elif together:
                of_all.append(code)
            else:
                self._left.append(f"the signature of {code}, which has no date")
        if of_all:
            yield {
                "kind": "signature", "by": of_all, "on": together, "certain": False, "source": _SOURCE,
                "note": _SIGNED_NOTE,
            }  # fmt: skip

    def _ratifications(self) -> Iterator[dict[str, Any]]:
        for code, several in self._by_party(RATIFIED_BY):
            what = f"the ratification of {code}"
            act = self._act("ratification", code, self._dated(several, what) or "not known", several)
            act["note"] = _RATIFIED_NOTE
            entry = self._days(_qualifiers(several, _START), f"the start time of {what}")
            if entry:
                act["recorded"] = entry
            yield act
            end = self._days(_qualifiers(several, _END), f"the end time of {what}")
            if end:
                yield {
                    "kind": "withdrawal", "by": code, "on": "not known", "recorded": end,
                    "source": self._named(several), "note": "the end time (P582) that Wikidata gives",
                }  # fmt: skip

    def _by_party(self, property: str) -> Iterator[tuple[str, tuple[Statement, ...]]]:
        parties: dict[str, list[Statement]] = {}
        for each in statements(self._entity, property):
            if each.item:
                parties.setdefault(self._codes[each.item], []).append(each)
            else:
                self._left.append(f"{property} says {_NO_PARTY[each.kind]}")
        for code, several in parties.items():
            yield code, best(tuple(several))

    def _act(self, kind: str, by: str, on: str, several: tuple[Statement, ...]) -> dict[str, Any]:
        return {"kind": kind, "by": by, "on": on, "source": self._named(several)}

    # --- days --------------------------------------------------------------------------------------

    def _recorded(self, table: str, properties: Iterable[str], missing: str) -> dict[str, Any]:
        """Return a table with the day that is recorded, by the first of some properties that has one."""
        for property in properties:
            found = best(statements(self._entity, property))
            day = self._days(found, f"{property} of the treaty")
            if day:
                return {table: {"recorded": day, "source": self._named(found)}}
        if missing:
            self._left.append(
                f"{missing}, which Wikidata does not say: until [entry_into_force] is written, it never does"
            )
        return {}

    def _dated(self, several: tuple[Statement, ...], what: str) -> str:
        """Return the day of statements by their qualifiers: the point in time, or the earliest and the latest date."""
        points = _qualifiers(several, _POINT_IN_TIME)
        return self._hedged(self._days(points, what), several) if points else self._bounded(several, what)

    def _bounded(self, several: Iterable[Statement], what: str) -> str:
        """Return the range from an earliest date (P1319) to a latest (P1326); empty where these are no two days."""
        first, last = (self._days(_qualifiers(several, each), what) for each in (_EARLIEST, _LATEST))
        if not _ONE_DAY.fullmatch(first) or not _ONE_DAY.fullmatch(last):
            return ""
        return first if first == last else f"[{min(first, last)}..{max(first, last)}]"

    def _hedged(self, day: str, several: Iterable[Statement]) -> str:
        """Mark a day as approximate where Wikidata says that it is "circa"."""
        circa = any(each.item == _CIRCA for each in _qualifiers(several, _CIRCUMSTANCES))
        return f"{day}~" if circa and _PLAIN.fullmatch(day) else day

    def _days(self, found: Iterable[Statement], what: str) -> str:
        """Return one of the days that statements give; empty where none gives any."""
        days = []
        for each in found:
            if each.kind != "value":
                bounded = self._bounded([each], what)
                days += [bounded] if bounded else []
                if not bounded:
                    self._left.append(f"{what}: {_NO_VALUE[each.kind]}")
                continue
            time = wikidata_time(each.value)
            days += [self._hedged(time.day, [each])] if time.day else []
            if time.note:
                (self._converted if time.day else self._left).append(f"{what}: {time.note}")
        return one_of(days) if days else ""

    # --- sources -----------------------------------------------------------------------------------

    def _named(self, several: Iterable[Statement]) -> str | list[str]:
        """Return the ids of the sources of statements: Wikidata, and what they refer to."""
        ids = [_SOURCE]
        for each in several:
            for property, value in each.references:
                if property == _ADDRESS:
                    ids.append(self._source(plain(value)))
                elif property == _STATED_IN:
                    item = str(value.get("id"))
                    title = label(self._entities.get(item, {}))
                    named = f"{title}, item {item} of Wikidata" if title else f"item {item} of Wikidata"
                    ids.append(self._source(plain(f"{named}, which it names as its source")))
        different = list(dict.fromkeys(ids))
        return different if len(different) > 1 else different[0]

    def _source(self, title: str) -> str:
        for id, known in self._sources.items():
            if known == title:
                return id
        id = f"{_SOURCE}-{len(self._sources)}"
        self._sources[id] = title
        return id


def _listed(head: str, lines: Sequence[str]) -> list[str]:
    return [head, *(f"- {each}" for each in dict.fromkeys(lines))] if lines else []


def _qualifiers(several: Iterable[Statement], property: str) -> tuple[Statement, ...]:
    return tuple(found for each in several for found in each.qualified(property))
