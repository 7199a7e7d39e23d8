/** 8. The record, with every export so far, and what was found about files, for the facilitator. */
function record({ dom, control, words, agenda }) {
  const { h, said } = dom;

  const exported = (one) => h("li", { key: one.event }, h("span.two", {}, words.hour(one.at)), h("code.mono", {}, said(one.file)),
    h("span.two", {}, `file ${one.sha256.slice(0, 16)} · log ${String(one.log).slice(0, 16)}`));

  function draw(ctx) {
    if (!ctx.state.me.facilitator) return null;
    const { exports, profiles } = ctx.state, open = profiles.filter((one) => !one.decision || one.reopened).length;
    return h("section.rec.at-a-desk", { key: "record", "aria-label": "Record" },
      h("div.row", {}, h("h3", {}, "Record"), control.button({ label: "Write the record", icon: "download", look: open ? "" : "main",
            press: () => ctx.act("write_record", {}, "record written") }),
        h("span.two", {}, open ? `${words.count(open, "profile")} without a decision; the record says so.` : "Every profile is decided.")),
      h("p.two.small", {}, "One page that opens offline, and the same as JSON and as a table. People stand in it by letter unless the panel turned names on."),
      exports.length ? h("ul.exports.small", { key: "exports", "aria-label": "Records written so far" },
        [...exports].reverse().map(exported)) : null);
  }

  /** Neutral words about files, folded away: this screen may be the one that everybody sees. */
  function findings(ctx) {
    const told = Object.entries(ctx.state.findings ?? {}).filter(([, list]) => list.length);
    if (!told.length || !ctx.state.me.facilitator) return null;
    const open = ctx.local.files;
    return h("section.files.at-a-desk", { key: "files", "aria-label": "About the files" },
      h("button.fold", { type: "button", "aria-expanded": String(Boolean(open)), on: { click: () => ctx.set({ files: !open }) } },
        h("h3", {}, "About the files"),
        h("span.two.small", {}, open ? "close"
          : `something to know about ${words.count(told.length, "file")}; for you, not for the panel before it has scored`)),
      open ? h("ul.stack.filelist", { key: "list" }, told.map(([profile, list]) => h("li", { key: profile },
            h("b", {}, agenda.label(ctx, profile)), ". ", said(list.map((one) => one.why).join(" "))))) : null);
  }

  return { draw, findings };
}
