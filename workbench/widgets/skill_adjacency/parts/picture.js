/** 2. The picture: rings, arrows, names; and what may be filtered. */
function picture(wb) {
  const { h } = wb.dom;
  const { layout, BANDS } = wb.rings;
  const RELATIONS = ["near", "alternative", "comes with it", "further on", "does not show"];

  /** What the filters leave. */
  function shown(ctx) {
    const { off, reach, amount } = ctx.local, far = BANDS.indexOf(reach);
    const nodes = ctx.state.nodes.filter((n) => !off[n.kind] && !off[n.relation] && BANDS.indexOf(n.band) <= far).slice(0, Number(amount));
    return { nodes, nots: off["does not show"] ? [] : ctx.state.nots.filter((n) => !off[n.kind]).slice(0, 12) };
  }

  function about(n) {
    if (n.relation === "does not show") return `${n.from_name} does not show ${n.name}`;
    return `${n.name}, ${n.relation}, ${n.band}${n.letter ? `, asked for in ${n.letter}` : ""}${n.whose === "your team" ? ", your team's judgement" : ""}`;
  }

  function edge(from, to, look) {
    const dx = to.x - from.x, dy = to.y - from.y, length = Math.hypot(dx, dy) || 1;
    const gap = to.letter ? 13 : 10, [x, y] = [to.x - (dx / length) * gap, to.y - (dy / length) * gap];
    const turn = (Math.atan2(dy, dx) * 180) / Math.PI, before = Math.min(26, length / 2), middle = { x: to.x - (dx / length) * before, y: to.y - (dy / length) * before };
    return h("g", { key: `e${to.key}`, "aria-hidden": "true" }, h("line.edge", { class: look, x1: from.x, y1: from.y, x2: x, y2: y }),
      look === "no" ? h("g.cross", { transform: `translate(${middle.x} ${middle.y}) rotate(${turn})` }, h("line", { x1: -4, y1: -5, x2: 4, y2: 5 }), h("line", { x1: 4, y1: -5, x2: -4, y2: 5 }))
        : h("path.head", { class: look, d: "M0 0L-8 3.6L-8 -3.6Z", transform: `translate(${x} ${y}) rotate(${turn})` }));
  }

  function look(n, from, path) {
    if (n.relation === "does not show") return "no";
    if (path.has(n.id)) return "hot";
    return n.whose === "an estimate" || (n.path.length > 2 && from.has) ? "soft" : "";
  }

  // A name stands outside its point, or inside where it would leave the picture.
  function label(n, width) {
    const wide = n.name.length * 8 + 14, gap = n.letter ? 13 : 10;
    const side = n.side > 0 ? (n.x + wide > width ? -1 : 1) : (n.x - wide < 0 ? 1 : -1);
    return { x: n.x + side * gap, y: n.y + 5, "text-anchor": side > 0 ? "start" : "end" };
  }

  function node(ctx, n, width, first, press) {
    const on = ctx.local.sel === n.id, item = wb.list.item(ctx, "nodes", n.key, first);
    return h("g.node", { key: n.key, role: "button", "aria-label": about(n), "aria-pressed": String(on), class: on && "on", ...item, on: { ...item.on, click: () => press(n, on) } },
      h("rect.hit", { x: n.x - 13, y: n.y - 13, width: 26, height: 26, rx: 13 }),
      n.letter ? h("g", { data: wb.badge.cap(n.letter) }, h("rect.cb", { x: n.x - 8, y: n.y - 8, width: 16, height: 16, rx: 3 }), h("text.cl", { x: n.x, y: n.y + 4.2, "text-anchor": "middle" }, n.letter))
        : h("circle.nd", { class: n.relation === "does not show" ? "nn" : n.relation === "comes with it" && "with", cx: n.x, cy: n.y, r: 5 }),
      n.whose === "your team" ? h("circle.ours", { cx: n.x, cy: n.y, r: n.letter ? 12.5 : 9 }) : null,
      h("text.halo", label(n, width), n.name));
  }

  const short = (name) => (name.length > 20 ? `${name.slice(0, 19)}…` : name);

  function start(s) {
    const name = short(s.name), wide = name.length * 8.4 + 22;
    return h("g", { key: `s${s.id}` }, h("title", {}, s.name), h("rect.start", { x: s.x - wide / 2, y: s.y - 14, width: wide, height: 28, rx: 5 }), h("text.startt", { x: s.x, y: s.y + 5, "text-anchor": "middle" }, name));
  }

  /** @param {(node: Object, on: boolean) => void} press */
  function picture(ctx, press) {
    const { nodes, nots } = shown(ctx), starts = ctx.state.starts, plan = layout(starts, nodes, nots);
    const way = ctx.state.way, path = new Set(way && ctx.local.sel === way.to ? way.hops.map((hop) => hop.id) : ctx.local.sel ? [ctx.local.sel] : []);
    const edges = plan.placed.map((n) => {
      const from = plan.at.get(n.path[n.path.length - 2]) ?? plan.at.get(n.start);
      return edge(from, n, look(n, from, path));
    });
    return h("svg.ego", { viewBox: `0 0 ${plan.width} ${plan.height}`, role: "group", "aria-label": `Skills around ${wb.words.list(starts.map((s) => s.name))}. The same facts are in the table.` },
      BANDS.map((name, i) => h("g", { key: name, "aria-hidden": "true" }, h("circle.ring", { cx: plan.cx, cy: plan.cy, r: plan.outer[i] }))),
      edges,
      BANDS.map((name, i) => h("g", { key: `t${name}`, "aria-hidden": "true" }, h("rect.rl", { x: plan.cx - name.length * 3.6 - 6, y: plan.cy - plan.outer[i] - 9, width: name.length * 7.2 + 12, height: 18, rx: 3 }),
        h("text.t2.ringt", { x: plan.cx, y: plan.cy - plan.outer[i] + 4.5, "text-anchor": "middle" }, name))),
      plan.placed.map((n) => node(ctx, n, plan.width, plan.placed[0]?.key, press)), plan.centres.map(start));
  }

  function legend() {
    const mark = (line, inside) => h("svg", { width: 34, height: 12, "aria-hidden": "true" }, h("line.edge", { class: line, x1: 0, y1: 6, x2: 26, y2: 6 }), inside);
    const head = (line) => h("path.head", { class: line, d: "M34 6L26 9.6L26 2.4Z" });
    const one = (key, picture_, text) => h("span.row.nowrap", { key }, picture_, text);
    return h("figcaption.row.small.two", {}, one("near", mark("", head("")), "can learn across, in this direction"), one("soft", mark("soft", head("soft")), "further on, or an estimate"),
      one("with", h("svg", { width: 12, height: 12, "aria-hidden": "true" }, h("circle.nd.with", { cx: 6, cy: 6, r: 4.5 })), "comes with it"),
      one("no", mark("no", h("g.cross", { transform: "translate(15 6)" }, h("line", { x1: -4, y1: -5, x2: 4, y2: 5 }), h("line", { x1: 4, y1: -5, x2: -4, y2: 5 }))), "does not show"),
      one("ours", h("svg", { width: 20, height: 20, "aria-hidden": "true" }, h("circle.nd", { cx: 10, cy: 10, r: 5 }), h("circle.ours", { cx: 10, cy: 10, r: 8.5 })), "your team's judgement"), h("span", {}, "rings: how long it tends to take, a judgement"));
  }

  return { picture, legend, shown, about, RELATIONS, BANDS };
}
