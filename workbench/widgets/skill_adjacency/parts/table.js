/** 3. The same facts as a table, for who reads or hears rather than looks. */
function table(wb) {
  const { h } = wb.dom;
  const { link } = wb.control;

  const { weeks } = wb.words;

  /** @param {Object} ctx @param {(id: string) => void} open */
  function table(ctx, open) {
    const { nodes, nots } = wb.picture.shown(ctx);
    const said = (n) => (n.whose === "your team" ? "your team" : n.whose === "an estimate" ? "estimated" : "glossaries");
    return h("div.tabv.scrolls", { key: "table" }, h("table", { "aria-label": "Neighbours" },
      h("thead", {}, h("tr", {}, ["Skill", "How", "Time", "Way", "Why", "Judged by"].map((t) => h("th", { key: t, scope: "col" }, t)))),
      h("tbody", {}, nodes.map((n) => h("tr", { key: n.id, class: ctx.local.sel === n.id && "cur" },
        h("th", { scope: "row" }, n.letter ? wb.badge.badge({ letter: n.letter }) : null, " ", link({ label: n.name, press: () => open(n.id) })), h("td.nowrap", {}, n.relation),
        h("td.nowrap", {}, ctx.local.range ? weeks(n.weeks) : n.band), h("td.two", {}, n.by.join(" → ")), h("td.two", {}, n.why), h("td.two", {}, said(n)))),
        nots.map((n) => h("tr", { key: `not${n.from}${n.id}`, class: ctx.local.sel === n.id && "cur" }, h("th", { scope: "row" }, link({ label: n.name, press: () => open(n.id) })), h("td.nowrap", {}, "does not show"), h("td", {}, "–"),
          h("td.two", {}, `not from ${n.from_name}`), h("td.two", {}, n.why), h("td.two", {}, said(n)))))));
  }

  return { table };
}
