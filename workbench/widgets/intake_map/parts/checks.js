/** 3. What a check says: the words, why, what would be better, and a press that does it. */
function checks({ dom, badge, icons, control, words }) {
  const { h, said } = dom;

  /** @param {Object} ctx @param {Object} issue @param {boolean} [inside] inside its own card: no need to say where */
  function one(ctx, issue, inside) {
    const fixes = issue.fixes.map((label, fix) => control.button({ key: label, label, press: () => ctx.act("settle", { key: issue.key, fix }, label.toLowerCase()) }));
    const open = !fixes.length && issue.capability && !inside ? control.button({ key: "open", label: "Open the card", press: () => ctx.set({ open: issue.capability, side: null }) }) : null;
    const keep = control.button({ key: "keep", label: issue.keep, look: "quiet", press: () => ctx.act("keep_ours", { key: issue.key }, "kept as it is") });
    return h("li.check", { key: issue.key }, inside ? null : h("p.small.two.row.nowrap.of", {}, issue.letter ? badge.badge({ letter: issue.letter }) : icons.icon("page"), said(issue.place)),
      h("p.was", {}, said(issue.title)), h("p.small", {}, said(issue.why)), issue.better ? h("p.better", {}, said(issue.better)) : null,
      ctx.state.read_only ? null : h("div.row", {}, fixes, open, keep));
  }

  /** The checks of some fields of one card, under the field they are about. */
  function beside(ctx, card, ...fields) {
    const own = ctx.state.issues.filter((i) => i.capability === card.id && fields.some((f) => (i.field ?? "").split("[")[0] === f));
    return own.length ? h("ul.inline", { "aria-live": "polite" }, own.map((issue) => one(ctx, issue, true))) : null;
  }

  /** The rail: all checks, the map's first. */
  function rail(ctx) {
    const { issues, clear, kept } = ctx.state, shown = ctx.local.allIssues ? issues : issues.slice(0, 5), more = issues.length - shown.length;
    return h("aside.right", { key: "right", "aria-label": "Wording checks" },
      h("h3", {}, "Wording ", h("span.two.count", {}, issues.length ? `${issues.length} to look at` : "")),
      h("p.small.two", {}, "Appears as you type. Nothing is changed unless you say so."),
      h("ul", { role: "log", "aria-live": "polite" }, shown.map((issue) => one(ctx, issue))),
      more ? h("p", { key: "more" }, control.link({ label: `${more} more`, press: () => ctx.set({ allIssues: true }) })) : null,
      h("p.small.two.row.clear", { key: "clear" }, icons.icon("check"), issues.length ? `${words.count(clear, "other check is", "other checks are")} clear` : `All ${clear} checks are clear`),
      kept && !ctx.state.read_only ? h("p.small.two", { key: "kept" }, `${words.count(kept, "check")} laid aside. `, control.link({ label: "Show again", press: () => ctx.act("show_kept", {}, "checks shown again") })) : null);
  }

  return { one, beside, rail };
}
