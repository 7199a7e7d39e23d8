/** The capability map: why this hire, the cards, the wording, who tests what. */
function view(wb) {
  const { h, said } = wb.dom;
  const { cards, details, rails } = wb;
  const { button, field, link } = wb.control;

  function head(ctx) {
    const { map, meeting } = ctx.state;
    if (meeting) return wb.strip.strip({ key: "strip", title: meeting.title, under: `${meeting.requisition} · map ${meeting.map_version}${meeting.mode === "practice" ? " · practice" : ""}`, ...wb.strip.meeting(meeting.clock), say: ctx.say, pause: meeting.may.clock ? () => ctx.act("clock", { do: meeting.clock.running ? "pause" : "start" }) : undefined, meeting: ctx.meeting(), larger: ctx.larger });
    return h("header.strip.alone", { key: "strip" }, h("div.req", {}, field({ label: "Title of the role", bare: true, value: map.title, change: (value) => value.trim() && ctx.act("edit_map", { field: "title", value: value.trim() }, "title") }), h("small", {}, field({ label: "Requisition", bare: true, hint: "requisition number", value: map.requisition, change: (value) => ctx.act("edit_map", { field: "requisition", value: value.trim() }, "requisition") }))),
      h("div.clock.push", {}, button({ icon: "larger", label: "Meeting view", pressed: ctx.meeting(), press: ctx.larger, always: true })));
  }

  function todo(ctx) {
    const { state } = ctx, musts = state.map.capabilities.filter((c) => c.importance === "must"), open = musts.filter((c) => state.answers[c.id] === undefined).length;
    const text = state.read_only ? "Read along; the facilitator writes." : open ? `${open === musts.length ? "settle the musts" : `${wb.words.count(open, "must", "musts")} to ask about`}. For each one, ask the question on the card.` : "the musts are settled. Read the anchors before anybody scores.";
    return h("div.todo.row", { key: "todo" }, h("p.read.grow", {}, h("b", {}, "Now: "), text), state.read_only ? null : button({ key: "undo", label: "Undo", icon: "undo", look: "quiet", press: () => ctx.act("undo", {}, "taken back"), why: state.changes ? null : "" }),
      state.meeting ? null : button({ key: "rubric", label: ctx.local.rubric ? "Close the rubric" : "Make the rubric", icon: "next", look: "main", press: () => { ctx.set({ rubric: !ctx.local.rubric }); requestAnimationFrame(() => ctx.root.querySelector(".rub")?.scrollIntoView({ block: "start" })); } }));
  }

  /** In a meeting changes are gathered, and go in with a reason. */
  function gathered(ctx) {
    const { meeting, changes } = ctx.state;
    if (!meeting || !changes || ctx.state.read_only) return null;
    const reason = ctx.local.reason ?? "", put = (text) => ctx.set({ reason: text });
    return wb.notice.notice({ key: "gathered", kind: "care", what: `${wb.words.count(changes, "change")} ${changes === 1 ? "is" : "are"} not in the meeting yet.`, more: meeting.scored ? "Scores whose meaning changes become stale and are scored again blind." : null,
      detail: field({ label: "Why, in a line", value: reason, hint: "Why, in a line", typing: put, change: put }), actions: [button({ label: "Put it into the meeting", press: async () => { const reply = await ctx.act("into_meeting", { reason }, "map changed"); if (reply.ok) ctx.set({ reason: "" }); }, why: reason.trim() ? null : "write why first" })] });
  }

  function draw(ctx) {
    const { state } = ctx;
    if (!state.map) return [wb.notice.empty({ key: "empty", title: state.broken ? "This map cannot be opened" : "Start from what you know of the work", text: state.broken ? said(state.broken) : "A template brings eight capabilities with questions and anchors. Change every word of it.", icon: state.broken ? "info" : undefined,
      actions: state.families.map((family) => button({ key: family, label: `Open the ${family} template`, press: () => ctx.act("choose", { family }) })), note: state.broken ? "The file is as it was. Mend the line it names, and run the cell again." : null })];
    return [head(ctx), todo(ctx), gathered(ctx), h("div.map", { key: "map" }, rails.why(ctx), h("div.mid", {}, cards.columns(ctx), details.panel(ctx)), rails.wording(ctx)), rails.coverage(ctx), rails.rubric(ctx)];
  }

  const arrows = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
  return wb.screen.screen({
    className: "intake", noun: "change", draw, local: () => ({ open: null, adding: null }), name: (state) => (state.map ? `Capability map, ${state.map.title}` : "Capability map"),
    middle: (ctx) => (ctx.state.map ? h("span", {}, `version ${ctx.state.map.version} of the map`, h("span.two", {}, ctx.state.path ? [" · ", said(ctx.state.path)] : "", ctx.state.template ? ` · ${ctx.state.template} template, ${wb.words.count(ctx.state.changes, "change")}` : "")) : null),
    hints: () => [["↑ ↓ ← →", "card"], ["Alt ←→", "must, should, nice"], ["Enter", "open"], ["z", "undo"]],
    keys: (ctx) => [
      { key: "z", says: "take back the last change", run: () => { if (ctx.state.read_only) return false; ctx.act("undo", {}, "taken back"); } },
      { key: arrows, alt: true, shown: "Alt ↑ ↓ ← →", says: "move the card", run: (event) => (ctx.state.map ? cards.nudge(ctx, event.key) : false) },
      { key: arrows, says: "go to the next card that way", run: (event) => (wb.list.current(ctx.root, "cards") ? wb.list.walk(ctx.root, "cards", event.key) : wb.list.current(ctx.root, "cov") ? wb.list.walk(ctx.root, "cov", event.key) : false) },
      { key: ["Enter", " "], shown: "Enter", says: "open the card", run: () => { const at = wb.list.current(ctx.root, "cards"); if (!at || document.activeElement !== at) return false; ctx.set({ open: at.dataset.id }); } },
    ],
    escape: (ctx) => { if (ctx.local.adds) { ctx.set({ adds: null, offers: null }); return true; } if (ctx.local.open) { const id = ctx.local.open; ctx.set({ open: null }); requestAnimationFrame(() => wb.list.focus(ctx.root, "cards", id)); return true; } if (ctx.local.rubric) { ctx.set({ rubric: false }); return true; } return false; },
  });
}
