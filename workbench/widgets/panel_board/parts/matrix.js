/** 5. All first scores at a glance, with what was agreed beside them, and what is scored again. */
function matrix({ dom, icons, words, badge, dots, notice, list, agenda, decision, difference }) {
  const { h, said } = dom;

  /** What became of the first scores: "→ 3", "we differ", "again". */
  function after(cell) {
    if (cell.again) return "scored again";
    if (cell.agreed) return [icons.icon("next"), ` ${cell.agreed.value ?? "no evidence"}`];
    if (cell.differs) return "we differ";
    if (cell.stale) return "older anchor";
    return cell.none && cell.none < cell.dots.length ? `${cell.none} no evidence` : null;
  }

  /** "No evidence" beside a 3 or more is a difference too, as large as that score is above 1. */
  function unseen(cell) {
    if (!cell.apart.startsWith("no evidence")) return {};
    const highest = Math.max(...cell.dots.map((dot) => dot.value ?? 0));
    return { steps: highest - 1, says: `none beside ${highest}` };
  }

  function spoken(row, cell, name) {
    const settled = cell.agreed ? `, agreed on ${cell.agreed.value ?? "no evidence"}` : cell.differs ? ", we differ" : "";
    return `${row.label}, ${name}: ${dots.sentence(cell.dots)}${settled}${cell.again ? ", being scored again" : cell.stale ? ", under an older anchor" : ""}`;
  }

  function mark(ctx, row, cell, criterion, first, people) {
    const stop = list.item(ctx, "cells", `${row.profile}/${cell.criterion}`, first), settled = after(cell);
    return h("td.mx", { key: cell.criterion }, h("button", { type: "button", ...stop, "aria-label": spoken(row, cell, criterion.name),
          on: { ...stop.on, click: () => agenda.openItem(ctx, row.profile, cell.criterion) } },
      dots.cell({ marks: cell.dots, label: row.label, least: people, ...unseen(cell) }),
      h("span.after", { class: cell.agreed && !cell.again && "agreed" }, settled)));
  }

  function state(ctx, row) {
    if (row.reopened) return "open again";
    if (row.decision) return decision.WORDS[row.decision].toLowerCase();
    return row.profile === agenda.now(ctx)?.profile ? "being discussed" : "no decision yet";
  }

  /** Who is which shape: a letter, or a name once the panel turned names on. */
  function legend(rows) {
    const people = new Map(rows.flatMap((row) => row.cells.flatMap((cell) => cell.dots)).map((dot) => [dot.letter, dot]));
    const list_ = [...people.values()].sort((a, b) => (a.letter < b.letter ? -1 : 1));
    return [list_, h("span.push.row.small.legend", {}, list_.map((one) => h("span.row.nowrap", { key: one.letter },
            dots.shape({ shape: one.shape }), said(difference.who(one)), one.mine ? " (you)" : null)))];
  }

  function head(criterion) {
    return h("th", { key: criterion.id, scope: "col", title: criterion.name },
      h("span.row.nowrap", {}, badge.badge({ letter: criterion.letter, name: criterion.name }), h("span.short", {}, said(criterion.name))),
      h("span.tick", { "aria-hidden": "true" }, [1, 2, 3, 4, 5].map((n) => h("i", { key: n }, n))));
  }

  function draw(ctx) {
    const { matrix: rows } = ctx.state.board, criteria = ctx.state.criteria.filter((one) => one.scored_from_profile);
    if (!rows.length) return null;
    const first = `${rows[0].profile}/${rows[0].cells[0]?.criterion}`, [people, who] = legend(rows);
    const here = agenda.now(ctx)?.profile, of = (cell) => criteria.find((one) => one.id === cell.criterion);
    return h("section.mxw", { key: "matrix", "aria-label": "All first scores" },
      h("div.row", {}, h("h3", {}, "All first scores"), h("span.two.small", {},
          "each mark is one person; darker ground, wider spread; the arrow is what was agreed"), who),
      h("div.scrolls", {}, h("table.matrix", { style: { "--n": criteria.length } },
          h("thead", {}, h("tr", {}, h("th", {}, h("span.sr", {}, "Profile")), criteria.map(head))),
        h("tbody", {}, rows.map((row) => h("tr", { key: row.profile, class: row.profile === here && "cur" },
          h("th", { scope: "row" }, h("b", {}, row.label), h("br"), h("span.two.small", {}, state(ctx, row))),
          row.cells.filter(of).map((cell) => mark(ctx, row, cell, of(cell), first, people.length))))))));
  }

  /** Scores that an anchor's new words have overtaken. */
  function stale(ctx) {
    const { stale: cells, matrix: rows } = ctx.state.board;
    if (!cells.length) return null;
    const count = rows.flatMap((row) => row.cells.flatMap((cell) => cell.dots)).filter((dot) => dot.stale).length;
    const where = [...new Set(cells.map((cell) => `${cell.label} · ${cell.letter}`))];
    const shown = where.length > 8 ? `${where.slice(0, 8).join(", ")} and ${where.length - 8} more` : words.list(where);
    return notice.notice({ key: "stale", kind: "care",
        what: `${words.count(count, "score")} ${count === 1 ? "was" : "were"} given under an older anchor.`,
      more: "They stay in the record and are scored again, blind; decisions that rest on them are open again.", detail: said(shown) });
  }

  return { draw, stale };
}
