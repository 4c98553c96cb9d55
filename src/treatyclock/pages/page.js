// Shows what was worked out for one moment. It makes no text, counts no time and asks nobody.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("page-data").textContent);
  const slider = document.getElementById("moment");
  const title = document.getElementById("moment-title");
  const panel = document.getElementById("panel");
  const buttons = [document.getElementById("earlier"), document.getElementById("later")];

  const make = (tag, text, ...children) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = data.texts[text];
    made.append(...children);
    return made;
  };

  const cell = (tag, text, scope) => {
    const made = make(tag, text);
    if (scope) made.scope = scope;
    return made;
  };

  const draw = (block) => {
    if ("p" in block) {
      const made = make("p", block.p);
      if (block.strong) made.className = "lead";
      return [made];
    }
    if ("list" in block) {
      const items = block.list.map((text) => make("li", text));
      const list = make(block.numbered ? "ol" : "ul", undefined, ...items);
      return "title" in block ? [make("h4", block.title), list] : [list];
    }
    if ("rows" in block) {
      const head = make("tr", undefined, ...block.head.map((text) => cell("th", text, "col")));
      const rows = block.rows.map(([first, ...rest]) =>
        make("tr", undefined, cell("th", first, "row"), ...rest.map((text, at) => {
          const made = cell("td", text);
          made.dataset.name = data.texts[block.head[at + 1]];
          return made;
        })));
      const table = make("table", undefined, make("caption", block.title),
        make("thead", undefined, head), make("tbody", undefined, ...rows));
      if (!block.whole) table.className = "stacked";
      const scroll = make("div", undefined, table);
      scroll.className = block.whole ? "scroll whole" : "scroll";
      return [scroll];
    }
    return [make("details", undefined, make("summary", block.title), ...block.fold.flatMap(draw))];
  };

  const choose = (number) => {
    const stop = data.stops[number];
    slider.value = number;
    slider.setAttribute("aria-valuetext", data.texts[stop.spoken]);
    title.textContent = data.texts[stop.title];
    panel.replaceChildren(...stop.blocks.flatMap(draw));
    buttons[0].disabled = number === 0;
    buttons[1].disabled = number === data.stops.length - 1;
    document.querySelectorAll(".now").forEach((line, drawing) => { line.style.left = stop.places[drawing] + "%"; });
    document.querySelectorAll("tr[aria-current]").forEach((row) => row.removeAttribute("aria-current"));
    document.getElementById("stop-" + number).setAttribute("aria-current", "true");
  };

  const asked = () => {
    const found = /^#stop-(\d+)$/.exec(location.hash);
    return found && Number(found[1]) < data.stops.length ? Number(found[1]) : undefined;
  };

  slider.addEventListener("input", () => choose(Number(slider.value)));
  buttons.forEach((button, step) => button.addEventListener("click", () => {
    const last = data.stops.length - 1;
    choose(Math.min(last, Math.max(0, Number(slider.value) + (step ? 1 : -1))));
  }));
  addEventListener("hashchange", () => { if (asked() !== undefined) choose(asked()); });
  document.querySelectorAll(".now").forEach((line) => { line.style.bottom = line.dataset.below + "%"; line.hidden = false; });
  document.querySelectorAll(".live").forEach((part) => { part.hidden = false; });
  choose(asked() ?? data.start);
})();
