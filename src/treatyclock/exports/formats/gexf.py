"""GEXF for Gephi and networkx: the treaty and its parties as nodes, an edge with its times for each party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

from treatyclock.answers.chronology import Stage
from treatyclock.exports.export_format import ExportFormat
from treatyclock.exports.exported import Exported, Holder
from treatyclock.exports.tenures import Tenure

_NAMESPACE = "http://www.gexf.net/1.2draft"
_TREATY = "treaty"
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _graph(exported: Exported) -> str:
    root = ElementTree.Element("gexf", {"xmlns": _NAMESPACE, "version": "1.2"})
    graph = ElementTree.SubElement(
        root, "graph", {"mode": "dynamic", "defaultedgetype": "undirected", "timeformat": "date"}
    )
    kinds = ElementTree.SubElement(graph, "attributes", {"class": "node", "mode": "static"})
    ElementTree.SubElement(kinds, "attribute", {"id": "0", "title": "kind", "type": "string"})
    nodes, edges = ElementTree.SubElement(graph, "nodes"), ElementTree.SubElement(graph, "edges")
    treaty = f"{_TREATY}:{exported.record.id}"
    _node(nodes, treaty, exported.title, "treaty")
    for holder in exported.parties:
        _node(nodes, holder.id, holder.name, "party")
        spells = list(_sure(exported, holder))
        if spells:
            edge = ElementTree.SubElement(
                edges, "edge", {"id": f"{treaty}/{holder.id}", "source": holder.id, "target": treaty}
            )
            within = ElementTree.SubElement(edge, "spells")
            for spell in spells:
                ElementTree.SubElement(within, "spell", spell)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _node(nodes: ElementTree.Element, id: str, label: str, kind: str) -> None:
    node = ElementTree.SubElement(nodes, "node", {"id": id, "label": _allowed(label)})
    values = ElementTree.SubElement(node, "attvalues")
    ElementTree.SubElement(values, "attvalue", {"for": "0", "value": kind})


def _sure(exported: Exported, holder: Holder) -> Iterator[dict[str, str]]:
    """Yield the times in which it surely was in force by every reading: first and last day; none for an open end."""
    for tenure in exported.tenures(holder):
        days = _core(tenure)
        if days is not None:
            first, last = days
            yield {
                key: f"{day.year:04}-{day:%m-%d}" for key, day in (("start", first), ("end", last)) if day is not None
            }


def _core(tenure: Tenure) -> tuple[date | None, date | None] | None:
    if not tenure.without_gap:
        return None
    stage = Stage(start=tenure.latest_begin, end=tenure.earliest_end, status=frozenset())
    return stage.first_day, stage.last_day


def _allowed(text: str) -> str:
    """Put a blank in place of a character that XML cannot hold (XML 1.0, 2.2)."""
    return _FORBIDDEN.sub(" ", text)


GEXF = ExportFormat(
    name="gexf", meaning="a graph of the treaty and its parties, with the sure times in force", of_treaty=_graph
)
