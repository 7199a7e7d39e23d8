/** 6. Left: why this hire. Everything is written where it stands. */
function why({ dom, control, draft, skillset }) {
  const { h, said } = dom;

  function outcomes(ctx, map, months) {
    const own = map.outcomes.filter((o) => o.months === months), name = `outcome ${months}`, label = `Outcome after ${months} months`;
    const rows = own.map((o) => h("li", { key: o.id }, draft.text(ctx, { name: `outcome ${o.id}`, label, bare: true, line: true, lines: 3, value: o.text, keep: (text) => ctx.act("edit_outcome", { id: o.id, text }, "an outcome") })));
    return h("div.stack-1", { key: months }, h("h4", {}, `After ${months} months`), h("ul.stack-1", {}, rows), adder(ctx, name, label, "what anyone can see by then", (text) => ctx.act("add_outcome", { months, text }, "an outcome added")));
  }

  /** "add", and when pressed a field; Enter or leaving it keeps what was typed. */
  function adder(ctx, name, label, hint, keep, word = "add") {
    if (ctx.state.read_only) return null;
    if (ctx.local.adds !== name) return control.button({ key: `add ${name}`, label: word, name: `Add: ${label}`, icon: "add", look: "quiet", focus: `ask-${name}`, press: () => { ctx.set({ adds: name }); ctx.focus(`new-${name}`); } });
    const put = (text) => { if (ctx.local.adds !== name) return; ctx.set({ adds: null }); if (text.trim()) keep(text.trim()); ctx.focus(`ask-${name}`); };
    const it = control.field({ key: `new ${name}`, label, hint, value: "", change: put, focus: `new-${name}` });
    it.props.on.blur = (event) => put(event.target.value);
    return it;
  }

  function systems(ctx, map) {
    const save = (value) => ctx.act("edit_map", { field: "systems", value }, "systems");
    return h("div.stack-1", { key: "systems" }, h("h4", {}, "Systems owned"), h("div.row.chips", {}, map.systems.map((one, i) => h("span.chip", { key: `${i} ${one}` }, said(one), ctx.state.read_only ? null : skillset.cross(`Remove ${one}`, () => save(map.systems.filter((_, j) => j !== i))))),
      adder(ctx, "system", "System owned", "a system", (text) => save([...map.systems, text]))));
  }

  function scale(ctx, map) {
    const save = (facts) => ctx.act("edit_map", { field: "scale", value: facts.filter(([what]) => what.trim()) }, "scale");
    const facts = map.scale.map((f) => [f.what, f.value]), put = (i, fact) => save(facts.map((old, j) => (j === i ? fact : old)));
    const row = ([what, value], i) => h("li", { key: i }, draft.text(ctx, { name: `scale ${i} what`, label: `What, ${i + 1}`, bare: true, line: true, value: what, keep: (text) => put(i, [text, value]) }),
      draft.text(ctx, { name: `scale ${i} value`, label: `How much, ${what}`, bare: true, line: true, lines: 2, value, keep: (text) => put(i, [what, text]) }));
    return h("div.stack-1", { key: "scale" }, h("h4", {}, "Scale"), h("ul.facts", {}, facts.map(row)), adder(ctx, "fact", "What is counted", "what is counted", (text) => save([...facts, [text, ""]])));
  }

  function rail(ctx, map) {
    const months = [...new Set([6, 12, ...map.outcomes.map((o) => o.months)])].sort((a, b) => a - b);
    const problem = draft.text(ctx, { name: "problem", label: "Problem the hire solves", bare: true, line: true, lines: 5, value: map.problem, hint: "What goes wrong or is missing today, in numbers where there are some.", keep: (value) => ctx.act("edit_map", { field: "problem", value }, "the problem") });
    return h("aside.left.stack-3", { key: "left", "aria-label": "Why this hire" }, h("h3", {}, "Why this hire"), h("div.stack-1", { key: "problem" }, h("h4", {}, "Problem the hire solves"), problem),
      months.map((m) => outcomes(ctx, map, m)), systems(ctx, map), scale(ctx, map));
  }

  return { rail, adder };
}
