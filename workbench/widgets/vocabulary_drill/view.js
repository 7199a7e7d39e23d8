/** A question at a time: answer, grade, reason, the next one; at the end what went wrong, once more. */
function view(wb) {
  const { h, said } = wb.dom;
  const { button } = wb.control;

  /** The question on the page: the last answered one until the person goes on, else the open one. */
  const last = ({ state, local }) => { const done = state.answered.at(-1); return done && local.looked !== done.number ? done : null; };
  const over = (ctx) => !last(ctx) && !ctx.state.open;

  async function choose(ctx, option) {
    const { open } = ctx.state;
    if (last(ctx) || !open || option >= open.options.length || ctx.local.sent === open.number) return;
    ctx.set({ sent: open.number });
    const got = await ctx.ask("answer", { number: open.number, option });
    if (got.ok) { ctx.say(got.right ? "Right." : "Not quite."); ctx.focus("next"); } else ctx.set({ sent: 0 });
  }

  function next(ctx) {
    const done = last(ctx);
    if (!done) return;
    ctx.set({ looked: done.number, sent: 0 });
    ctx.focus(ctx.state.open ? "question" : "again");
  }

  async function again(ctx, what) {
    const got = await ctx.ask("again", { what });
    if (got.ok) { ctx.set({ looked: 0, sent: 0 }); ctx.focus("question"); }
  }

  function progress({ state }) {
    const cells = Array.from({ length: state.count }, (_, i) => {
      const done = state.answered[i], now = state.open?.number === i + 1;
      const look = !done ? (now ? "now" : null) : done.given === done.right ? "right" : "wrong";
      return h("li", { key: i, class: look, "aria-label": `question ${i + 1}: ${!done ? (now ? "open" : "to come") : look}` }, done ? wb.icons.icon(look === "right" ? "check" : "close") : String(i + 1));
    });
    return h("ol.steps", { key: "steps", "aria-label": "Questions" }, cells);
  }

  function option(ctx, one, i, done) {
    const look = !done ? null : i === done.right ? "right" : i === done.given ? "wrong" : "other";
    const told = look === "right" ? (done.given === i ? "right" : "this one") : look === "wrong" ? "your answer" : null;
    return h("li", { key: `${i} ${Boolean(done)}` }, h("button.opt", { type: "button", class: look, "aria-disabled": done ? "true" : null, "aria-keyshortcuts": String(i + 1), on: { click: () => choose(ctx, i) } },
      h("kbd", { "aria-hidden": "true" }, i + 1), h("span.stack-1", {}, h("b.row", {}, look === "right" ? wb.icons.icon("check") : look === "wrong" ? wb.icons.icon("close") : null, said(one.text), told ? h("span.tag", {}, told) : null),
        done && (done.shared ? i === done.right : true) && one.why ? h("span.why", {}, said(one.why)) : null)));
  }

  function question(ctx) {
    const done = last(ctx), one = done ?? ctx.state.open;
    // where one reason serves all answers it stands once, beside the right one
    const shown = done ? { ...done, shared: done.options.every((o) => o.why === done.options[0].why || done.options.length === 3) && /^A profile names .* The role asks/.test(done.text) } : null;
    return h("section.q.stack-3", { key: `q ${one.number}` }, h("h3.ask-text", { tabindex: -1, data: { focus: "question" } }, said(one.text)),
      h("ul.opts", { "aria-label": "Answers" }, one.options.map((each, i) => option(ctx, each, i, shown))),
      done?.ask ? wb.evidence.ask({ key: "ask", label: "On the phone, ask", question: done.ask }) : null,
      done ? h("div.row", { key: "go" }, button({ label: ctx.state.open ? "Next question" : "See how it went", look: "main", big: true, hint: "Enter", focus: "next", press: () => next(ctx) }))
        : h("p.small.two.at-a-desk", { key: "hint" }, "Every answer comes from a glossary, and one is right."));
  }

  function summary(ctx) {
    const { answered, count } = ctx.state, missed = answered.filter((one) => one.given !== one.right);
    return h("section.q.stack-3", { key: "sum" }, h("h3.ask-text", {}, `${count - missed.length} of ${count} right`),
      missed.length ? h("div.stack-1", { key: "missed" }, h("h4", {}, "To look at again"), h("ul.rows", {}, missed.map((one) => h("li.stack-1", { key: one.number }, h("p.two", {}, said(one.text)), h("p", {}, h("b", {}, said(one.options[one.right].text)), " ", said(one.options[one.right].why)))))) : h("p.read", { key: "all" }, "Nothing went wrong. Other questions wait."),
      h("div.row", { key: "do" }, missed.length ? button({ key: "missed", label: `Ask those ${wb.words.count(missed.length, "question")} again`, look: "main", focus: "again", press: () => again(ctx, "missed") }) : null,
        button({ key: "new", label: "New questions", look: missed.length ? "" : "main", focus: missed.length ? null : "again", press: () => again(ctx, "new") }), button({ key: "same", label: "The same once more", look: "quiet", press: () => again(ctx, "same") })));
  }

  function draw(ctx) {
    const { state } = ctx, where = state.families.length ? wb.words.list(state.families) : "all families";
    return [h("header.top.row", { key: "top" }, h("h2", {}, "Vocabulary drill"), h("span.two.small", {}, `${where}, drill ${state.seed}`), h("span.push", {}, progress(ctx))), over(ctx) ? summary(ctx) : question(ctx)];
  }

  return wb.screen.screen({
    className: "dr", noun: "answer", name: () => "Vocabulary drill", draw, local: () => ({ looked: 0, sent: 0 }),
    middle: ({ state }) => { const right = state.answered.filter((one) => one.given === one.right).length; return h("span", {}, `${right} of ${state.answered.length} right`); },
    hints: (ctx) => (over(ctx) ? [] : last(ctx) ? [["Enter", "next"]] : [["1–4", "answer"]]),
    keys: (ctx) => [
      { key: ["1", "2", "3", "4"], shown: "1–4", says: "answer", run: (event) => { if (last(ctx) || over(ctx)) return false; choose(ctx, Number(event.key) - 1); return undefined; } },
      { key: "Enter", says: "next question", run: () => { if (!last(ctx)) return false; next(ctx); return undefined; } },
    ],
  });
}
