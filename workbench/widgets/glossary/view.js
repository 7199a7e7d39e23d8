/** A family's page: what it does, the terms one meets first, every other one by typing. */
function view(wb) {
  const { h, said } = wb.dom;
  const { button, link, select } = wb.control;
  const LEVELS = [["exposure", "Heard of it"], ["use", "Used it"], ["ownership", "Answered for it"]];

  const { weeks } = wb.words;

  async function open(ctx, id) {
    const got = await ctx.ask("term", { id });
    if (got.ok) ctx.set({ term: got.term, range: false });
  }

  function confused(ctx, term) {
    if (!term.confused.length) return null;
    return h("p.two.small", { key: "confused" }, "Not the same as ", term.confused.map((one, i) => h("span", { key: one.id }, i ? ", " : "", link({ label: one.name, press: () => open(ctx, one.id) }))));
  }

  const sounds = (term) => (Object.keys(term.sounds).length ? h("dl.sounds", { key: "sounds" }, LEVELS.filter(([key]) => term.sounds[key]).map(([key, label]) => h("div", { key }, h("dt", {}, label), h("dd", {}, said(term.sounds[key]))))) : null);
  const also = (term) => (term.also.length ? h("span.two.small", { key: "also" }, "also ", said(term.also.slice(0, 5).join(", "))) : null);

  function card(ctx, term, first) {
    const item = wb.list.item(ctx, "terms", term.id, first);
    return h("li.term", { key: term.id, ...item }, h("div.row", {}, h("h4.name", {}, link({ label: term.name, press: () => open(ctx, term.id) })), h("span.tag", {}, term.kind), also(term)),
      h("p.read", { key: "plain" }, said(term.plain)), term.ask ? wb.evidence.ask({ key: "ask", label: "Ask", question: term.ask }) : null, sounds(term), confused(ctx, term));
  }

  function row(ctx, term) {
    return h("li.row.nowrap", { key: term.id }, h("span.grow", {}, link({ label: term.name, press: () => open(ctx, term.id) }), " ", h("span.two.small", {}, `${term.kind}, ${term.family}`), term.plain ? h("span.two", {}, " ", said(term.plain)) : null, " ", also(term)));
  }

  function typing(ctx, text, everywhere = ctx.local.everywhere) {
    ctx.set({ typed: text, everywhere });
    if (!text.trim()) return ctx.set({ found: null });
    return ctx.ask("find", { text, everywhere }).then((got) => { if (got.ok && ctx.local.typed === text && ctx.local.everywhere === everywhere) ctx.set({ found: got }); });
  }

  function search(ctx) {
    const { title, head, tail } = ctx.state, { typed, found, everywhere } = ctx.local;
    return h("section.search.stack", { key: "search" }, h("div.row", {}, h("input.field.find", { type: "search", "aria-label": "Find a term", placeholder: `find one of ${head.length + tail} terms`, autocomplete: "off", value: typed, data: { focus: "find" }, on: { input: (event) => typing(ctx, event.target.value) } }),
      wb.control.toggle({ label: "in all families", on: everywhere, flip: (on) => typing(ctx, typed, on) })),
      found ? h("div.stack-1", { key: "found", "aria-live": "polite" }, found.terms.length ? h("ul.rows", { "aria-label": "Terms found" }, found.terms.map((term) => row(ctx, term))) : h("p.two", {}, `No term of ${everywhere ? "any family" : title} is written like that.`),
        found.more ? h("p.two.small", {}, `and ${found.more} more; type on`) : null) : null);
  }

  /** A term with its neighbours in words. */
  function drawer(ctx) {
    const term = ctx.local.term;
    if (!term) return null;
    const time = (n) => (n.weeks[1] === 0 ? "comes with it" : `${n.relation} · ${ctx.local.range ? weeks(n.weeks) : n.band}${n.whose === "your team" ? " · your team's judgement" : n.whose === "an estimate" ? " · an estimate" : ""}`);
    const go = (n) => link({ label: n.name, press: () => open(ctx, n.id) });
    return wb.drawer.drawer({ key: "term", title: term.name, wide: true, close: () => ctx.set({ term: null }), body: [
      h("p.row", { key: "what" }, h("span.tag", {}, term.kind), h("span.two.small", {}, term.family, term.source ? `, from ${term.source}` : ""), also(term)), h("p.read", { key: "plain" }, said(term.plain)),
      term.ask ? wb.evidence.ask({ key: "ask", label: "Ask", question: term.ask }) : null, sounds(term), confused(ctx, term),
      term.nots.length ? h("section.stack-1", { key: "nots" }, h("h4", {}, `${term.name} does not show`), h("ul.rows", {}, term.nots.map((n) => h("li", { key: n.id }, go(n), n.why ? `: ${n.why}` : "")))) : null,
      h("section.stack-1", { key: "near" }, h("div.row", {}, h("h4.grow", {}, `From ${term.name} one can learn across to`), link({ label: ctx.local.range ? "bands" : "weeks", press: () => ctx.set({ range: !ctx.local.range }) })),
        term.near.length ? h("ul.rows", { "aria-label": "Neighbours" }, term.near.map((n) => h("li", { key: n.id }, h("p", {}, go(n), h("span.two.small", {}, ` ${time(n)}${n.path.length > 2 ? `, by way of ${n.path.slice(1, -1).join(", ")}` : ""}`)), h("p.two", {}, said(n.why))))) : h("p.two", {}, "The glossaries know no neighbour. Ask."),
        h("p.two.small", {}, "How long it tends to take is a judgement. It filters nobody.")),
    ] });
  }

  function broken(ctx) {
    const { problems, folder } = ctx.state.team;
    if (!problems.length) return null;
    return wb.notice.notice({ key: "broken", kind: "care", what: "Part of your team's glossaries could not be read; everything else is here.", detail: h("span.stack-1", {}, problems.slice(0, 5).map((p, i) => h("span", { key: i }, `${p.file}${p.line ? `, line ${p.line}` : ""}${p.field ? `, ${p.field}` : ""}: ${p.message}`)), h("span", {}, `Mend it in ${folder}, then read again.`)),
      actions: [button({ label: "Read again", press: () => ctx.act("read_again") })] });
  }

  function draw(ctx) {
    const { state } = ctx;
    const turn = async (family) => { await ctx.act("turn", { family }); ctx.set({ typed: "", found: null, term: null }); };
    return [h("header.top.row", { key: "top" }, h("h2", {}, state.title), h("span.push.row", {}, select({ label: "Family", options: state.families.map((f) => ({ value: f.id, label: f.title })), value: state.family, change: turn }))), broken(ctx),
      h("div.lay", { key: "lay" },
        h("aside.about.stack-3", { key: "about" }, h("section.stack-1", {}, h("h3", {}, "What they do"), h("p.read", {}, said(state.about))), state.neighbours ? h("section.stack-1", {}, h("h3", {}, "Its neighbours, and what titles hide"), h("p.read", {}, said(state.neighbours))) : null),
        h("div.terms.stack-3", { key: `terms ${state.family}` }, search(ctx), h("section.stack", {}, h("h3", {}, `What you meet first`, h("span.two.small", {}, ` ${state.head.length} of ${state.head.length + state.tail} terms, in the order to read them`)),
          h("ol.list", { "aria-label": "Terms" }, state.head.map((term) => card(ctx, term, state.head[0]?.id)))))), drawer(ctx)];
  }

  return wb.screen.screen({
    className: "gl", noun: "page", name: (state) => `Glossary, ${state.title}`, draw,
    local: () => ({ typed: "", found: null, everywhere: false, term: null, range: false }),
    middle: ({ state }) => h("span", {}, `${state.skills} terms in ${state.families.length} families`),
    hints: () => [["↑ ↓", "walk"], ["Enter", "open"], ["f", "find"]],
    keys: (ctx) => [
      { key: ["ArrowDown", "ArrowUp"], says: "next or last term", run: (event) => wb.list.move(ctx.root, "terms", event.key === "ArrowDown" ? 1 : -1) },
      { key: "Enter", says: "open the term", run: () => { const at = wb.list.current(ctx.root, "terms"); if (!at || document.activeElement !== at) return false; open(ctx, at.dataset.id); } },
      { key: "f", says: "find a term", run: () => ctx.focus("find") },
    ],
    escape: (ctx) => { if (ctx.local.term) { ctx.set({ term: null }); return true; } if (ctx.local.typed) { ctx.set({ typed: "", found: null }); return true; } return false; },
  });
}
