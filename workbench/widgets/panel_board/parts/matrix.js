/** 4. All first scores, before and after; the statistics, closed; what is scored again; the record. */
function matrix({ dom, control, words, badge, dots, interval, notice, list, decision }) {
  const { h, said } = dom;

  function cell(ctx, row, c) {
    const marks = c.dots.map((d) => ({ shape: d.shape, value: d.value, stale: d.stale }));
    const after = c.agreed ? `agreed ${c.agreed.value ?? "no evidence"}` : c.differs ? "we differ" : c.again ? "scored again" : c.stale ? "older anchor" : "";
    const item = list.item(ctx, "cells", `${row.profile}/${c.criterion}`, ctx.firstCell);
    return h("td.mx", { key: c.criterion }, h("button", { type: "button", ...item, on: { ...item.on, click: () => ctx.openItem(row.profile, c.criterion) } }, dots.cell({ marks, label: `${row.label}, ${c.letter}` }), after ? h("span.after", {}, after) : null));
  }

  function table(ctx) {
    const { matrix: rows } = ctx.state.board, criteria = ctx.state.criteria.filter((c) => c.scored_from_profile);
    ctx.firstCell = rows.length ? `${rows[0].profile}/${rows[0].cells[0]?.criterion}` : null;
    const people = ctx.state.board.agenda[0]?.recommendations.length ? ctx.state.board.agenda[0].recommendations : [];
    return h("section.mxw", { key: "matrix", "aria-label": "All first scores" }, h("div.row", {}, h("h3", {}, "All first scores"), h("span.two.small", {}, "each mark is one person; darker ground, wider spread"),
      h("span.push.row.small", {}, people.map((p) => h("span.row.nowrap", { key: p.letter }, dots.shape({ shape: p.shape }), said(p.name ?? p.letter))))),
      h("div.mxscroll", {}, h("table.matrix", {}, h("thead", {}, h("tr", {}, h("th", {}), criteria.map((c) => h("th", { key: c.id, scope: "col" }, h("span.row.nowrap", {}, badge.badge({ letter: c.letter, name: c.name }), h("span.short", {}, said(c.name))), h("span.tick", { "aria-hidden": "true" }, [1, 2, 3, 4, 5].map((n) => h("i", { key: n }, n))))))),
        h("tbody", {}, rows.map((row) => h("tr", { key: row.profile, class: row.profile === ctx.profile && "cur" }, h("th", { scope: "row" }, h("b", {}, row.label), h("br"), h("span.two.small", {}, row.reopened ? "open again" : row.decision ? decision.WORDS[row.decision].toLowerCase() : row.profile === ctx.profile ? "being discussed" : "no decision yet")), row.cells.map((c) => cell(ctx, row, c))))))));
  }

  function line(r) {
    return h("tr", { key: r.letter ?? "all", class: !r.letter && "all" }, h("th", { scope: "row" }, h("span.row.nowrap", {}, r.letter ? badge.badge({ letter: r.letter }) : null, r.letter ? said(r.name) : h("b", {}, "All together"))),
      r.value === null ? h("td", { colspan: 3 }, h("span.two", {}, r.why)) : [h("td.ivc", { key: "iv" }, interval.interval({ value: r.value, low: r.low ?? r.value, high: r.high ?? r.value, from: -0.5, to: 1, zero: 0, bold: !r.letter, label: r.letter ?? "all" })),
        h("td.num", { key: "v" }, h("b", {}, words.statistic(r.value))), h("td.num.two", { key: "i" }, r.low === null ? "no interval" : `${words.statistic(r.low)} to ${words.statistic(r.high)}`)], h("td.num.two", {}, r.n ?? r.n_units));
  }

  function statistics(ctx) {
    const { statistics: s } = ctx.state;
    if (!s) return null;
    const open = ctx.local.numbers, o = s.overall;
    return h("section.stats", { key: "stats" }, h("button.fold", { type: "button", "aria-expanded": String(Boolean(open)), on: { click: () => ctx.set({ numbers: !open }) } }, h("h3", {}, "Agreement in numbers"), h("span.two.small", {}, open ? "close" : "Use the differences above, not the number")),
      open ? h("div.statbody", { key: "body" }, h("p.read", {}, o.value === null ? o.why : [`Ordinal alpha ${words.statistic(o.value)}. `, o.low === null ? "" : `Plausibly anywhere from ${words.statistic(o.low)} to ${words.statistic(o.high)}. `, h("b", {}, o.n_units < 20 ? `${words.count(o.n_units, "profile")} cannot tell fair from strong agreement.` : "")]),
        h("p.two.small", {}, `Krippendorff’s alpha, ordinal; 95 % interval; ${words.count(o.n_units, "profile")} × ${s.criteria} criteria × ${words.count(o.n_raters, "rater")}. 1 is the same scores, 0 what chance would give. “No evidence” is not a score and is left out.`),
        h("table.ft", {}, h("thead", {}, h("tr", {}, h("th", {}, "Criterion"), h("th.ivc", {}, interval.axis({ from: -0.5, to: 1, ticks: [{ at: -0.5, text: "−.5" }, { at: 0, text: "0 chance" }, { at: 1, text: "1 same" }] })), h("th.num", {}, "alpha"), h("th.num", {}, "interval"), h("th.num", {}, "n"))), h("tbody", {}, s.rows.map(line), line({ ...o, letter: null })))) : null);
  }

  function stale(ctx) {
    const { stale: rows } = ctx.state.board;
    if (!rows.length) return null;
    return notice.notice({ key: "stale", kind: "care", what: `${words.count(rows.length, "score")} ${rows.length === 1 ? "was" : "were"} given under an older anchor.`, more: "They are scored again blind; decisions that rest on them are open again.",
      detail: words.list([...new Set(rows.map((r) => `${r.label} · ${r.letter}`))].slice(0, 8)) });
  }

  function record(ctx) {
    if (!ctx.state.me.facilitator) return null;
    const { exports } = ctx.state, undecided = ctx.state.profiles.filter((p) => !p.decision || p.reopened).length;
    return h("section.rec", { key: "record" }, h("div.row", {}, h("h3", {}, "Record"), control.button({ label: "Write the record", icon: "download", look: undecided ? "" : "main", press: () => ctx.act("write_record", {}, "record written") }),
      h("span.two", {}, undecided ? `${words.count(undecided, "profile")} without a decision; the record says so.` : "Every profile is decided.")), h("p.two.small", {}, "One HTML file that opens offline, with the same as JSON and as a table, in the folder records. Raters stand by letter unless the panel turned names on."),
    exports.length ? h("ul.small", {}, exports.slice(-5).map((e) => h("li", { key: e.event }, `Written ${words.hour(new Date(e.at))}, event ${e.event}, log ${String(e.log).slice(0, 12)}`))) : null);
  }

  return { table, statistics, stale, record };
}
