/** 3. Left: why this hire. Right: what the wording could say better. Below: who tests what, and the anchors. */
function rails({ dom, badge, icons, control, words, list, details }) {
  const { h, said } = dom;

  function outcomes(ctx, months) {
    const own = ctx.state.map.outcomes.filter((o) => o.months === months);
    return h("div.stack-1", { key: months }, h("h4", {}, `After ${months} months`), own.map((o) => control.field({ key: o.id, label: `Outcome after ${months} months`, bare: true, read: true, lines: 3, value: o.text, ...details.writing(o.id, (text) => ctx.act("edit_outcome", { id: o.id, text }, "outcome")) })),
      ctx.state.read_only ? null : control.button({ key: "add", label: "add", icon: "add", look: "quiet", press: () => ctx.act("edit_outcome", { id: null, text: "What is different by then, and how one can tell.", months }, "outcome added") }));
  }

  function why(ctx) {
    const { map } = ctx.state, months = [...new Set([6, 12, ...map.outcomes.map((o) => o.months)])].sort((a, b) => a - b);
    return h("aside.left.stack-3", { key: "left", "aria-label": "Why this hire" }, h("h3", {}, "Why this hire"), h("div.stack-1", {}, h("h4", {}, "Problem the hire solves"), control.field({ label: "Problem the hire solves", bare: true, read: true, lines: 6, value: map.problem, ...details.writing("problem", (value) => ctx.act("edit_map", { field: "problem", value }, "problem")) })),
      months.map((m) => outcomes(ctx, m)), control.field({ label: "Systems owned, one a line", showLabel: true, lines: 3, value: map.systems.join("\n"), change: (text) => ctx.act("edit_map", { field: "systems", value: text.split("\n").map((x) => x.trim()).filter(Boolean) }, "systems") }),
      h("div.stack-1", {}, h("h4", {}, "Scale"), h("dl.kv", {}, map.scale.map((f, i) => [h("dt", { key: `t${i}` }, said(f.what)), h("dd", { key: `d${i}` }, control.field({ label: f.what, bare: true, value: f.value, change: (value) => ctx.act("edit_map", { field: "scale", value: map.scale.map((x, j) => [x.what, j === i ? value : x.value]) }, "scale") }))]))));
  }

  function one(ctx, issue) {
    return h("li.check", { key: issue.key, data: issue.letter ? badge.cap(issue.letter) : {} }, h("span.row.nowrap.small.two", {}, issue.letter ? badge.badge({ letter: issue.letter }) : null, said(issue.name)), h("p.was", {}, said(issue.title)), h("p.two", {}, issue.why), issue.better ? h("p.better", {}, said(issue.better)) : null,
      ctx.state.read_only ? null : h("div.row", {}, issue.usable ? control.button({ label: "Use this wording", press: () => ctx.act("use_wording", { key: issue.key }, "wording") }) : issue.capability ? control.button({ label: "Open the card", press: () => ctx.set({ open: issue.capability }) }) : null, control.button({ label: "Keep ours", look: "quiet", press: () => ctx.act("keep_ours", { key: issue.key }) })));
  }

  function wording(ctx) {
    const { issues, clear } = ctx.state, all = ctx.local.allIssues ? issues : issues.slice(0, 6);
    return h("aside.right", { key: "right", "aria-label": "Wording", "aria-live": "polite" }, h("h3", {}, "Wording ", h("span.two", {}, issues.length ? `${issues.length} to look at` : "")), h("p.two.small", {}, "Appears as you type. Nothing is changed unless you say so."), h("ul", {}, all.map((i) => one(ctx, i))),
      issues.length > all.length ? control.link({ key: "more", label: `${issues.length - all.length} more`, press: () => ctx.set({ allIssues: true }) }) : null, h("p.two.small.row", { key: "clear" }, icons.icon("check"), `${words.count(clear, "other check")} ${clear === 1 ? "is" : "are"} clear`));
  }

  const NEXT = { "": "tests", tests: "touches", touches: null };
  function coverage(ctx) {
    const { map, coverage: told } = ctx.state, first = `${map.capabilities[0]?.id}/${map.loop[0]?.id}`;
    return h("section.cov", { key: "cov", "aria-label": "Who tests what" }, h("div.row", {}, h("h3", {}, "Who tests what"), h("span.two.small", {}, "Each capability once, each round one job. Press a cell to change it."), h("span.push.row.small", {}, h("i.full"), "tests", h("i.part"), "touches on")),
      h("div.covscroll", {}, h("table", {}, h("thead", {}, h("tr", {}, h("th", {}, "Capability"), map.loop.map((r) => h("th.cv", { key: r.id, scope: "col" }, h("b", {}, said(r.title)), h("br"), h("span.two", {}, `${r.minutes} min · `, said(r.job)))), h("th", {}, "Coverage"))),
        h("tbody", {}, map.capabilities.map((c) => h("tr", { key: c.id }, h("th", { scope: "row" }, h("span.row.nowrap", {}, badge.badge({ letter: c.letter }), h("span.grow", {}, said(c.name)), badge.tag(c.importance))), map.loop.map((r) => {
          const how = c.rounds.find((t) => t.round === r.id)?.how ?? "", item = list.item(ctx, "cov", `${c.id}/${r.id}`, first);
          return h("td.cv", { key: r.id }, h("button.cell", { type: "button", ...item, "aria-label": `${c.name}, ${r.title}: ${how || "neither"}`, on: { ...item.on, click: () => { if (!ctx.state.read_only) ctx.act("set_test", { id: c.id, round: r.id, how: NEXT[how] }, `${c.letter} in ${r.title}`); } } }, how === "tests" ? h("i.full") : how === "touches" ? h("i.part") : h("span.none", {}, "–")));
        }), h("td.say", { class: told[c.id] !== "tested once" && "care" }, icons.icon(told[c.id] === "tested once" ? "check" : "info"), ` ${told[c.id]}`)))))));
  }

  function rubric(ctx) {
    if (!ctx.local.rubric) return null;
    const source = ctx.local.source ?? "profile";
    const anchor = (c, level, text) => control.field({ key: `${c.id}${source}${level}`, label: `${c.name}, anchor ${level}`, bare: true, lines: 4, value: text, change: (now) => { if (now.trim() && now.trim() !== text) ctx.act("edit_anchor", { id: c.id, source, level, text: now.trim() }, `anchor ${c.letter}${level}`); } });
    return h("section.rub", { key: "rubric", "aria-label": "Rubric" }, h("div.row", {}, h("h3", {}, "The rubric"), h("span.two.small", {}, "A criterion a capability. Silence is never a 1: a profile’s anchor 1 needs words to the contrary."), h("span.push.row", {}, control.choice({ label: "Anchors for", options: [{ value: "profile", label: "what a profile’s words show" }, { value: "interview", label: "what an interview shows" }], picked: source, pick: (value) => ctx.set({ source: value }) }), control.button({ icon: "close", name: "Close the rubric", look: "quiet", press: () => ctx.set({ rubric: false }) }))),
      h("ul.crits", {}, ctx.state.rubric.map((c) => h("li", { key: c.id, data: badge.cap(c.letter) }, h("div.row", {}, badge.badge({ letter: c.letter }), h("b", {}, said(c.name)), badge.tag(c.importance), c.standard.includes(source) ? h("span.two.small", {}, "standard words; make them yours") : null),
        c[source] ? h("ol.five", {}, c[source].map((text, i) => h("li", { key: i }, h("b", {}, i + 1), ctx.state.read_only ? h("p", {}, said(text)) : anchor(c, i + 1, text)))) : h("p.two", {}, "Not scored from a profile; asked in interviews.")))));
  }

  return { why, wording, coverage, rubric };
}
