/** A rater's page: its head, and which part of it is on the screen. Narrow, reading and scoring are two tabs. */
function view(wb) {
  const { h, said } = wb.dom;
  const label = (state, name) => ({ read: "Read the profile", score: state.to_score ? "Score it" : "Your scores", board: "The panel’s board" })[name];

  /** The parts there are; reading and scoring stand side by side where there is room. */
  const parts = (state) => ["read", "score", ...(state.revealed ? ["board"] : [])];

  function part(ctx) {
    const { revealed, to_score: toScore } = ctx.state;
    return parts(ctx.state).includes(ctx.local.part) ? ctx.local.part : revealed && !toScore ? "board" : "score";
  }

  /** The page around the widgets shows one part; in a notebook there is no such page and nothing happens. */
  function put(ctx) {
    const { body } = ctx.root.ownerDocument;
    if (body.classList.contains("wb-page")) body.dataset.part = part(ctx);
  }

  function larger(ctx) {
    const all = [...ctx.root.ownerDocument.querySelectorAll(".wb")], on = !ctx.meeting();
    for (const root of all) root.classList.toggle("wb-meeting", on);
    ctx.set({});
  }

  function head(ctx) {
    const { state } = ctx, { me } = state, { parts: agenda, clock } = wb.strip.meeting(state.clock);
    return h("div.ph", { key: "head" },
      wb.strip.strip({ key: "strip", title: state.title, under: wb.strip.whose(state), parts: agenda, clock, say: ctx.say, meeting: ctx.meeting(), larger: () => larger(ctx) }),
      h("p.pv.row", { key: "private" }, wb.icons.icon("lock"), h("span", {}, state.revealed && !state.to_score
        ? [h("b", {}, "Revealed. "), "First scores stay as they are."]
        : [h("b", {}, "Only you can see your scores"), " until ", said(state.facilitator), " reveals all of them at once."]),
      h("span.push.two.small", {}, said(`${me.role}, invited by ${state.facilitator}`))));
  }

  const tabs = (ctx) => h("div.tabs", { key: "tabs", class: parts(ctx.state).includes("board") && "always", role: "group", "aria-label": "Parts of this page" },
    parts(ctx.state).map((name) => h("button", { key: name, class: name, type: "button", "aria-pressed": String(part(ctx) === name), on: { click: () => ctx.set({ part: name }) } }, label(ctx.state, name))));

  return wb.screen.screen({
    className: "pp", noun: "entry", name: (state) => `Your page, ${state.me.name}`, local: () => ({ part: null }),
    draw: (ctx) => { put(ctx); return [head(ctx), tabs(ctx)]; },
    changed: (ctx, before) => { if (ctx.state.revealed && !before.revealed && !ctx.state.to_score) ctx.local.part = "board"; },
  });
}
