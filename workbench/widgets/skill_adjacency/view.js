/** The terrain: a picture with rings of time, the same as a table, and the way in words. */
function view(wb) {
  const { h, said } = wb.dom;
  const { button, link, choice, toggle } = wb.control;
  const W = 760, H = 640, CX = 380, CY = 322;
  const RINGS = [["days", 1, 112], ["weeks", 6, 196], ["a quarter", 13, 258], ["longer", 40, 300]];
  const BANDS = RINGS.map(([name]) => name);
  const PLURAL = { library: "libraries", database: "databases" };
  const RELATIONS = ["near", "comes with it", "does not show"];

  const weeks = ([low, high]) => (low === high ? `${low} weeks` : `${low} to ${high} weeks`);
  const kindWord = (kind) => PLURAL[kind] ?? `${kind}s`;

  /** How far from the middle: inside the ring of its band, by the middle of its range. */
  function radius(range) {
    const middle = (range[0] + range[1]) / 2;
    let inner = 58, from = 0;
    for (const [, to, outer] of RINGS) {
      if (middle <= to) return inner + 12 + ((outer - inner - 20) * (middle - from)) / (to - from);
      inner = outer; from = to;
    }
    return inner - 6;
  }

  function startPlaces(starts) {
    if (starts.length === 1) return [{ ...starts[0], x: CX, y: CY, angle: 0, wide: Math.PI * 2 }];
    const part = (Math.PI * 2) / starts.length;
    return starts.map((s, i) => {
      const angle = Math.PI + i * part;
      return { ...s, angle, wide: part, x: CX + 44 * Math.cos(angle), y: CY + 22 * Math.sin(angle) };
    });
  }

  /** Every neighbour's place: a sector a start, one direction a neighbour, those on one way side by side. */
  function places(starts, nodes, nots) {
    const at = new Map(), out = [];
    for (const start of startPlaces(starts)) {
      at.set(start.id, start);
      const own = nodes.filter((n) => n.start === start.id).sort((a, b) => (a.path.join(" ") < b.path.join(" ") ? -1 : 1));
      const denied = nots.filter((n) => n.from === start.id).map((n) => ({ ...n, relation: "does not show", weeks: [26, 30], path: [start.id, n.id] }));
      const all = [...own, ...denied];
      all.forEach((node, i) => {
        const angle = start.angle - start.wide / 2 + ((i + 0.5) / all.length) * start.wide;
        const r = radius(node.weeks);
        const placed = { ...node, key: `${node.relation}:${node.id}`, x: CX + r * Math.cos(angle), y: CY + r * 0.97 * Math.sin(angle), side: Math.cos(angle) >= 0 ? 1 : -1 };
        if (node.relation !== "does not show") at.set(node.id, placed);
        out.push(placed);
      });
    }
    return { at, placed: out };
  }

  /** Labels that find room beside their point; the others are read on focus, and all stand in the table. */
  function labels(placed, starts) {
    const taken = startPlaces(starts).map((s) => ({ x: s.x - s.name.length * 4 - 12, y: s.y - 14, w: s.name.length * 8 + 24, t: 28 }));
    const free = (box) => box.x > 2 && box.x + box.w < W - 2 && !taken.some((o) => box.x < o.x + o.w && o.x < box.x + box.w && box.y < o.y + o.t && o.y < box.y + box.t);
    const dots = placed.map((n) => ({ x: n.x - 6, y: n.y - 6, w: 12, t: 12 }));
    taken.push(...dots);
    const words = new Map();
    for (const node of [...placed].sort((a, b) => Number(Boolean(b.letter)) - Number(Boolean(a.letter)) || a.path.length - b.path.length)) {
      const w = node.name.length * 7.3 + 4, own = dots[placed.indexOf(node)];
      own.w = 0;
      const gap = node.letter ? 13 : 10;
      const spots = [[node.side, 0], [-node.side, 0], [node.side, -9], [node.side, 9], [-node.side, -9], [-node.side, 9], [0, -17], [0, 17]];
      for (const [side, dy] of spots) {
        const x = side === 0 ? node.x - w / 2 : side > 0 ? node.x + gap : node.x - gap - w;
        const box = { x, y: node.y - 8 + dy, w, t: 15 };
        if (!free(box)) continue;
        taken.push(box);
        words.set(node.key, { x: side === 0 ? node.x : side > 0 ? x : x + w, y: node.y + 4.5 + dy, anchor: side === 0 ? "middle" : side > 0 ? "start" : "end" });
        break;
      }
      own.w = 12;
    }
    return words;
  }

  const shown = (ctx) => {
    const off = ctx.local.off, far = BANDS.indexOf(ctx.local.reach);
    const nodes = ctx.state.nodes.filter((n) => !off[n.kind] && !off[n.relation] && BANDS.indexOf(n.band) <= far);
    return { nodes, nots: off["does not show"] ? [] : ctx.state.nots.filter((n) => !off[n.kind]) };
  };

  function edge(from, to, look) {
    const dx = to.x - from.x, dy = to.y - from.y, length = Math.hypot(dx, dy) || 1;
    const [x, y] = [to.x - (dx / length) * 11, to.y - (dy / length) * 11];
    const turn = (Math.atan2(dy, dx) * 180) / Math.PI;
    const middle = { x: from.x + dx * 0.66, y: from.y + dy * 0.66 };
    return h("g", { key: `e${from.id}>${to.key}`, "aria-hidden": "true" }, h("line.edge", { class: look, x1: from.x, y1: from.y, x2: x, y2: y }),
      look === "no" ? h("g.cross", { transform: `translate(${middle.x} ${middle.y}) rotate(${turn})` }, h("line", { x1: -5, y1: -6, x2: 5, y2: 6 }), h("line", { x1: 5, y1: -6, x2: -5, y2: 6 }))
        : h("path.head", { class: look, d: "M0 0L-8 4L-8 -4Z", transform: `translate(${x} ${y}) rotate(${turn})` }));
  }

  const about = (n) => (n.relation === "does not show" ? `${n.from_name} does not show ${n.name}` : `${n.name}, ${n.relation}, ${n.band}${n.letter ? `, asked for in ${n.letter}` : ""}`);
  const open = (ctx, id) => { ctx.set({ sel: id }); ctx.act("show", { id }); };

  function node(ctx, n, label, first) {
    const hot = ctx.local.sel === n.id, no = n.relation === "does not show";
    const word = label ?? (hot || ctx.local["at:nodes"] === n.key ? { x: n.x, y: n.y - 14, anchor: "middle" } : null);
    const press = () => (hot && !no ? ctx.act("walk", { id: n.id }) : open(ctx, n.id));
    return h("g.node", { key: n.key, role: "button", "aria-label": about(n), "aria-pressed": String(hot), class: hot && "hot", ...merge(wb.list.item(ctx, "nodes", n.key, first), { click: press }) },
      h("circle.hit", { cx: n.x, cy: n.y, r: 14 }),
      n.letter ? h("g", { data: wb.badge.cap(n.letter) }, h("rect.cb", { x: n.x - 9, y: n.y - 9, width: 18, height: 18, rx: 3 }), h("text.cl", { x: n.x, y: n.y + 4.3, "text-anchor": "middle" }, n.letter))
        : h("circle.nd", { class: no && "nn", cx: n.x, cy: n.y, r: 5.5 }),
      word ? h("text.halo", { x: word.x, y: word.y, "text-anchor": word.anchor }, n.name) : null);
  }

  const merge = (item, on) => ({ ...item, on: { ...item.on, ...on } });

  function picture(ctx) {
    const { nodes, nots } = shown(ctx), starts = ctx.state.starts;
    const { at, placed } = places(starts, nodes, nots), words = labels(placed, starts);
    const path = new Set(hotPath(ctx));
    const edges = placed.map((n) => {
      const from = at.get(n.path.length > 2 && at.has(n.path[n.path.length - 2]) ? n.path[n.path.length - 2] : n.start ?? n.from);
      const hot = path.has(n.id) && n.relation !== "does not show";
      return edge(from, n, n.relation === "does not show" ? "no" : hot ? "hot" : n.path.length > 2 && from.id === n.start ? "soft" : "");
    });
    return h("svg.ego", { viewBox: `0 0 ${W} ${H}`, role: "group", "aria-label": `Skills around ${wb.words.list(starts.map((s) => s.name))}. The same facts are in the table.` },
      RINGS.map(([name, , r]) => h("g", { key: name, "aria-hidden": "true" }, h("ellipse.ring", { cx: CX, cy: CY, rx: r, ry: r * 0.97 }),
        h("rect.rl", { x: CX - name.length * 3.6 - 5, y: CY - r * 0.97 - 9, width: name.length * 7.2 + 10, height: 18, rx: 3 }),
        h("text.t2.ringt", { x: CX, y: CY - r * 0.97 + 4, "text-anchor": "middle" }, name))),
      edges, placed.map((n) => node(ctx, n, words.get(n.key), placed[0]?.key)),
      startPlaces(starts).map((s) => { const w = s.name.length * 8.4 + 22; return h("g", { key: `s${s.id}` }, h("rect.start", { x: s.x - w / 2, y: s.y - 14, width: w, height: 28, rx: 5 }), h("text.startt", { x: s.x, y: s.y + 5, "text-anchor": "middle" }, s.name)); }));
  }

  function hotPath(ctx) {
    const way = ctx.state.way;
    return way && ctx.local.sel === way.to ? way.hops.map((hop) => hop.id) : ctx.local.sel ? [ctx.local.sel] : [];
  }

  function table(ctx) {
    const { nodes, nots } = shown(ctx);
    return h("div.tabv", { key: "table" }, h("table", {}, h("thead", {}, h("tr", {}, ["Skill", "Kind", "From", "How", "Time"].map((t) => h("th", { key: t, scope: "col" }, t)))),
      h("tbody", {}, nodes.map((n) => h("tr", { key: n.id, class: ctx.local.sel === n.id && "cur" },
        h("th", { scope: "row" }, n.letter ? wb.badge.badge({ letter: n.letter }) : null, " ", link({ label: n.name, press: () => open(ctx, n.id) })), h("td", {}, n.kind), h("td", {}, ctx.state.starts.find((s) => s.id === n.start)?.name), h("td", {}, n.relation), h("td", {}, n.band))),
        nots.map((n) => h("tr", { key: `not${n.from}${n.id}` }, h("th", { scope: "row" }, n.name), h("td", {}, n.kind), h("td", {}, n.from_name), h("td", {}, "does not show"), h("td", {}, "–"))))));
  }

  function wayCard(ctx) {
    const way = ctx.state.way;
    if (!way || way.to !== ctx.local.sel) return h("section.path.stack", { key: "way" }, h("h3", {}, "The way in words"), h("p.two.read", {}, "Choose a neighbour to read how one gets there, and what the link rests on."));
    if (!way.hops.length) return h("section.path.stack", { key: "way" }, h("h3", {}, way.name), h("p.read", {}, way.why), way.ask ? wb.evidence.ask({ label: "Ask", question: way.ask }) : null);
    const range = ctx.local.range;
    return h("section.path.stack", { key: "way", "aria-live": "polite" }, h("h3", {}, `From ${way.from} to ${way.name}`),
      h("p.total", {}, h("b", {}, way.band), h("span.two", {}, " a judgement of the glossaries", range ? `: ${weeks(way.weeks)}` : "")),
      h("ol.steps", {}, h("li", { key: "from" }, h("span.st", {}, way.from)), way.hops.map((hop) => h("li", { key: hop.id },
        h("span.hop", {}, `${hop.relation} · ${range && hop.weeks.length ? weeks(hop.weeks) : hop.band}`), h("span", {}, hop.why), h("span.st", {}, hop.to)))),
      way.back ? h("p", {}, `The other way, ${way.name} to ${way.from}: `, h("b", {}, range ? weeks(way.back.weeks) : way.back.band), ".") : null,
      way.plain ? h("p.two", {}, way.plain) : null,
      h("div.row", {}, button({ key: "walk", label: `Walk on to ${way.name}`, icon: "next", press: () => ctx.act("walk", { id: way.to }) }), link({ key: "range", label: range ? "Hide the weeks" : "How many weeks, and whose judgement", press: () => ctx.set({ range: !range }) })),
      range ? h("p.small.two", { key: "whose" }, "Written by the authors of the glossaries from experience, for a person who has done the first for a year or more. Edit it in the glossary if your team knows better.") : null);
  }

  function needCard({ state }) {
    if (!state.need.length) return null;
    const word = (n) => (n.state === "near" ? `near · ${n.band}` : n.state === "shown" ? "shown" : "not shown: ask");
    return h("section.need", { key: "need" }, h("h3", {}, "For this requisition ", h("span.two.small", {}, said(state.asked_by))),
      h("ul", {}, state.need.map((n) => h("li", { key: `${n.letter}${n.id}`, class: n.id === state.way?.to && "cur" }, wb.badge.badge({ letter: n.letter }), h("span.grow", {}, n.name), n.state === "shown" ? wb.icons.icon("check") : null, h(n.state === "not shown" ? "i" : "span", {}, word(n))))));
  }

  const notCard = (ctx) => ctx.state.nots.length ? h("section.nots", { key: "nots" }, h("h3", {}, "Does not show"), h("ul", {}, ctx.state.nots.slice(0, 8).map((n) => h("li", { key: n.from + n.id }, wb.icons.icon("differ"),
    h("span", {}, h("b", {}, `${n.from_name} does not show ${n.name}. `), n.why || "Ask about each on its own."))))) : null;

  function search(ctx) {
    const { typed = "", offers = [] } = ctx.local;
    const typing = async (text) => {
      ctx.set({ typed: text });
      const got = text.trim() ? await ctx.ask("find", { text }) : { names: [] };
      if (ctx.local.typed === text) ctx.set({ offers: got.names });
    };
    const add = async (name) => { if (!name.trim()) return; const reply = await ctx.act("add", { name }); if (reply.ok) ctx.set({ typed: "", offers: [], sel: null }); };
    const enter = (event) => {
      if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); event.stopPropagation(); add(event.target.value); event.target.value = ""; }
      if (event.key === "ArrowDown" && offers.length) { event.preventDefault(); event.stopPropagation(); ctx.focus("offer0"); }
    };
    return h("div.search", { key: "search" }, h("input.field.find", { type: "text", role: "combobox", "aria-expanded": String(offers.length > 0), "aria-label": "Add a skill", placeholder: "add a skill", autocomplete: "off", value: typed, data: { focus: "find" },
      on: { input: (event) => typing(event.target.value), keydown: enter } }),
      offers.length ? h("ul.offers", { "aria-label": "Skills that fit" }, offers.map((o, i) => h("li", { key: o.id }, h("button", { type: "button", data: { focus: `offer${i}` }, on: { click: () => add(o.name), keydown: (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) { event.preventDefault(); event.stopPropagation(); ctx.focus(i + step < 0 ? "find" : `offer${Math.min(i + step, offers.length - 1)}`); }
      } } }, o.name, h("span.two.small", {}, ` ${o.kind}`))))) : null);
  }

  function filters(ctx) {
    const count = (test) => ctx.state.nodes.filter(test).length;
    const kinds = [...new Set(ctx.state.nodes.map((n) => n.kind))].sort();
    const flip = (name) => ctx.set(({ off }) => ({ off: { ...off, [name]: !off[name] } }));
    const chip = (name, label) => h("button.fc", { key: name, type: "button", "aria-pressed": String(!ctx.local.off[name]), on: { click: () => flip(name) } }, ctx.local.off[name] ? wb.icons.icon("add") : wb.icons.icon("check"), " ", label);
    return h("div.filters.row", { key: "filters", role: "group", "aria-label": "What is shown" }, h("span.small.two", {}, "Show"), kinds.map((k) => chip(k, `${kindWord(k)} ${count((n) => n.kind === k)}`)),
      h("span.sepv"), RELATIONS.map((r) => chip(r, r)), h("span.sepv"), h("span.small.two", {}, "up to"),
      choice({ label: "How far", options: BANDS.map((value) => ({ value, label: value })), picked: ctx.local.reach, pick: (reach) => ctx.set({ reach }) }));
  }

  function top(ctx) {
    return h("header.top.row", { key: "top" }, h("h2", {}, "What is near"),
      h("div.starts.row", { role: "group", "aria-label": "Start skills" }, ctx.state.starts.map((s) => h("span.chip.st", { key: s.id }, s.name, " ",
        h("button", { type: "button", "aria-label": `Remove ${s.name}`, on: { click: () => ctx.act("remove", { id: s.id }) } }, wb.icons.icon("close"))))),
      search(ctx),
      ctx.state.trail.length ? h("nav.row.small", { key: "trail", "aria-label": "Where you came from" }, h("span.two", {}, "from"), ctx.state.trail.map((t) => link({ key: t.id, label: t.name, press: () => ctx.act("back", { id: t.id }) }))) : null,
      h("span.push.row", {}, choice({ label: "View", options: [{ value: "picture", label: "Picture" }, { value: "table", label: "Table" }], picked: ctx.local.view, pick: (v) => ctx.set({ view: v }) }),
        button({ label: "Save picture", icon: "download", press: () => save(ctx.root.querySelector("svg.ego")), why: ctx.local.view === "picture" && ctx.state.starts.length ? null : "open the picture first" })));
  }

  /** Hand the drawing over as an SVG file, its colours written into it. */
  function save(svg) {
    const copy = svg.cloneNode(true), from = [svg, ...svg.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
    from.forEach((element, i) => {
      const look = getComputedStyle(element);
      for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "paint-order"]) to[i].style.setProperty(name, look.getPropertyValue(name));
    });
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
    const out = document.createElement("a");
    out.href = address;
    out.download = "what-is-near.svg";
    out.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function legend() {
    const mark = (look, inside) => h("svg", { width: 34, height: 12, "aria-hidden": "true" }, h("line.edge", { class: look, x1: 0, y1: 6, x2: 30, y2: 6 }), inside);
    return h("figcaption.row.small.two", {}, h("span.row.nowrap", {}, mark("", h("path.head", { d: "M32 6L24 10L24 2Z" })), "can learn across, in this direction"),
      h("span.row.nowrap", {}, mark("no", h("g.cross", { transform: "translate(15 6)" }, h("line", { x1: -4, y1: -5, x2: 4, y2: 5 }), h("line", { x1: 4, y1: -5, x2: -4, y2: 5 }))), "does not show"), h("span", {}, "rings: how long it tends to take, a judgement"));
  }

  function draw(ctx) {
    if (!ctx.state.starts.length) return [top(ctx), wb.notice.empty({ key: "empty", title: "Start with a skill", text: "Type what a person has. Around it appears what they can learn across to, and what it does not show.",
      actions: [button({ label: "Start with Docker", press: () => ctx.act("add", { name: "Docker" }) })], note: `From the glossaries: ${wb.words.list(ctx.state.families)}.` })];
    return [top(ctx), filters(ctx), h("div.lay", { key: "lay" },
      h("figure.fig", {}, ctx.local.view === "picture" ? picture(ctx) : table(ctx), ctx.local.view === "picture" ? legend() : null),
      h("div.side", {}, wayCard(ctx), needCard(ctx), notCard(ctx)))];
  }

  const node_ = (ctx) => { const at = wb.list.current(ctx.root, "nodes"); return at && at.dataset.id.slice(at.dataset.id.indexOf(":") + 1); };

  return wb.screen.screen({
    className: "sk", noun: "change", name: (state) => (state.starts.length ? `Skill adjacency, around ${wb.words.list(state.starts.map((s) => s.name))}` : "Skill adjacency"), draw,
    local: () => ({ view: "picture", off: {}, reach: "longer", sel: null, range: false }),
    changed: (ctx, before) => { if (ctx.state.starts.map((s) => s.id).join() !== before.starts.map((s) => s.id).join()) ctx.local.sel = null; },
    middle: (ctx) => (ctx.state.starts.length ? h("span", {}, `${shown(ctx).nodes.length} of ${ctx.state.nodes.length} neighbours shown`) : null),
    hints: () => [["↑ ↓ ← →", "walk"], ["Enter", "start here"], ["p", "the way in words"], ["t", "table"]],
    keys: (ctx) => [
      { key: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], says: "go to the next skill that way", run: (event) => wb.list.walk(ctx.root, "nodes", event.key) },
      { key: "Enter", says: "start from this skill", run: () => { const id = node_(ctx); if (!id) return false; ctx.act("walk", { id }); } },
      { key: ["p", " "], shown: "p", says: "the way here in words", run: () => { const id = node_(ctx); if (!id) return false; open(ctx, id); } },
      { key: "t", says: "picture or table", run: () => ctx.set(({ view }) => ({ view: view === "table" ? "picture" : "table" })) },
    ],
    escape: (ctx) => { if (ctx.local.offers?.length) { ctx.set({ offers: [] }); return true; } if (ctx.local.sel) { ctx.set({ sel: null }); return true; } return false; },
  });
}
