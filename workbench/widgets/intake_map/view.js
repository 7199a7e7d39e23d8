/** The capability map: why this hire, the cards, the wording, who tests what; and the rubric it makes. */
function view(wb) {
  const { h, said } = wb.dom;
  const { cards, details, why, checks, coverage, anchoring, draft } = wb;
  const { button, select, field } = wb.control;

  function others(ctx) {
    const { families, maps } = ctx.state;
    const options = [{ value: "", label: "Other maps" }, ...maps.map((name) => ({ value: `m${name}`, label: name })),
      ...families.map(({ id, title }) => ({ value: `f${id}`, label: `New from the ${title} template` }))];
    const change = (value) => {
      if (!value) return;
      const [verb, args] = value[0] === "m" ? ["open_map", { name: value.slice(1) }] : ["choose", { family: value.slice(1) }];
      ctx.set({ open: null, side: null, rubric: false });
      ctx.act(verb, args, "another map opened");
    };
    return select({ key: "others", label: "Other maps", options, value: "", change });
  }

  function head(ctx, map) {
    const { meeting } = ctx.state;
    if (meeting) {
      const under = [meeting.requisition, `version ${meeting.map_version} of the map`, meeting.mode === "practice" ? "practice" : null].filter(Boolean).join(" · ");
      const pause = meeting.may.clock ? () => ctx.act("clock", { do: meeting.clock.running ? "pause" : "start" }, "the clock") : undefined;
      return wb.strip.strip({ key: "strip", title: meeting.title, under, ...wb.strip.meeting(meeting.clock), say: ctx.say, pause, meeting: ctx.meeting(), larger: ctx.larger });
    }
    const title = draft.text(ctx, { name: "title", label: "Title of the role", bare: true, needed: true, line: true, value: map.title, keep: (value) => ctx.act("edit_map", { field: "title", value }, "the title") });
    const number = field({ label: "Requisition number", bare: true, hint: "requisition number", value: map.requisition, change: (value) => { if (value.trim() !== map.requisition) ctx.act("requisition", { value: value.trim() }, "the requisition"); } });
    return h("header.strip.alone", { key: "strip" }, h("div.req", {}, title, h("div.row.nowrap.number", {}, number, map.family ? h("span.two.small", {}, said(map.family)) : null)),
      h("div.row.nowrap.push", {}, others(ctx), button({ icon: "larger", label: "Meeting view", pressed: ctx.meeting(), press: ctx.larger, always: true })));
  }

  function now(ctx, map) {
    const { state, local } = ctx, musts = map.capabilities.filter((c) => c.importance === "must"), open = musts.filter((c) => state.answers[c.id] === undefined);
    if (local.rubric) return state.read_only || state.meeting ? "read what each score means." : "make the anchors yours. Say for each what a person with exactly that has done.";
    if (state.read_only) return "read along, and say what you would change. The facilitator writes.";
    if (state.waiting) return "these changes are not in the meeting yet. Put them in together, with a reason.";
    if (!map.capabilities.length) return "add what a person must be able to do.";
    if (open.length === musts.length && musts.length) return "settle the musts. For each one, ask the question on its card, then give it one round.";
    if (open.length) return `${wb.words.count(open.length, "must", "musts")} to ask about: ${wb.words.list(open.map((c) => c.letter))}. Open the card and ask its question.`;
    if (state.issues.length) return `the musts are settled. Look at ${state.issues.length === 1 ? "the check" : `the ${state.issues.length} checks`} on the right.`;
    return state.meeting ? "the musts are settled. Go on to the profiles." : "the musts are settled. Make the rubric, and read its anchors together.";
  }

  function todo(ctx, map) {
    const { state, local } = ctx, free = !state.read_only;
    const undo = () => (state.changes ? ctx.act("undo", {}, "the last change taken back") : ctx.say("Nothing to undo."));
    const swap = () => { ctx.set({ rubric: !local.rubric, open: null, side: null }); ctx.focus("swap"); };
    const making = state.meeting || !free ? "Read the rubric" : "Make the rubric";
    return h("div.todo.row", { key: "todo" }, h("p.read.grow", {}, h("b", {}, "Now: "), now(ctx, map)),
      h("span.row.nowrap.acts", {}, free && state.undone ? button({ key: "redo", label: "Redo", look: "quiet", press: () => ctx.act("redo", {}, "done again") }) : null,
        free ? button({ key: "undo", label: "Undo", icon: "undo", look: "quiet", press: undo }) : null,
        free && !state.meeting ? button({ key: "yaml", label: "Save as YAML", focus: "yaml", press: () => ctx.set({ side: local.side?.yaml ? null : { yaml: true }, open: null }) }) : null,
        state.waiting ? button({ key: "give", label: "Put them into the meeting", look: "main", focus: "give", press: () => ctx.set({ side: { giving: true }, open: null }) }) : null,
        button({ key: "swap", label: local.rubric ? "Back to the map" : making, icon: local.rubric ? "back" : "next", look: local.rubric || state.meeting ? "" : "main", press: swap, focus: "swap", always: true })));
  }

  /** A file that others left with a mistake: the map on the screen stays as it was. */
  function trouble(ctx) {
    const { problem, read_only } = ctx.state;
    if (!problem) return null;
    const where = problem.line ? `${problem.file} has a mistake in line ${problem.line}.` : `${problem.file} has a mistake.`;
    return wb.notice.notice({ key: "trouble", kind: "stop", what: where, more: said(problem.field ? `${problem.field}: ${problem.message}` : problem.message),
      detail: "The map here is as it was before, and nothing is saved until the file is mended. It is read again by itself.",
      actions: read_only ? null : [button({ key: "keep", label: "Put this map in its place", press: () => ctx.act("keep_shown", {}, "the file written anew") })] });
  }

  /** In a meeting changes wait in a draft, and go in together with a reason. */
  function consequences(w) {
    const several = (letters) => wb.words.list(letters);
    return [!w.scored ? "Nobody has scored yet, so no score becomes stale." : w.stale.length ? `Scores of ${several(w.stale)} become stale and are given again, blind. Decisions that rest on them open again.` : "No score becomes stale.",
      w.added.length ? `${several(w.added)} ${w.added.length === 1 ? "is" : "are"} new to score.` : null, w.removed.length ? `${several(w.removed)} ${w.removed.length === 1 ? "is" : "are"} scored no more.` : null,
      w.scored && w.musts_changed ? "Other capabilities are musts then, so decided profiles open again." : null].filter(Boolean);
  }

  function giving(ctx) {
    const { waiting: w } = ctx.state;
    if (!ctx.local.side?.giving || !w) return null;
    const reason = ctx.local.reason ?? "", put = (text) => ctx.set({ reason: text }), close = () => { ctx.set({ side: null }); ctx.focus("give"); };
    const give = async () => { const reply = await ctx.act("into_meeting", { reason: reason.trim() }, "the meeting’s map changed"); if (reply.ok) { ctx.set({ reason: "", side: null }); ctx.focus("swap"); } };
    const leave = async () => { const reply = await ctx.act("discard", {}, "changes left out"); if (reply.ok) { ctx.set({ side: null }); ctx.focus("swap"); } };
    return h("div.over", { key: "over" }, wb.drawer.drawer({ key: "giving", title: "Put the changes into the meeting", close,
      body: [h("ul.stack-1.read", { key: "says" }, consequences(w).map((line) => h("li", { key: line }, line))), field({ key: "why", label: "Why, in a line", showLabel: true, value: reason, hint: "what the panel learned", typing: put, change: put })],
      foot: [button({ label: "Put them in", look: "main", press: give, why: reason.trim() ? null : "write why first" }), button({ label: "Leave the map as it was", look: "quiet", press: leave })] }));
  }

  function saving(ctx) {
    if (!ctx.local.side?.yaml) return null;
    const { path, map } = ctx.state, close = () => { ctx.set({ side: null }); ctx.focus("yaml"); };
    const typed = ctx.local.copy ?? `maps/${map.requisition || map.family || "map"}-copy.yaml`;
    const copy = async () => { const reply = await ctx.act("save_copy", { path: typed }, "a copy written"); if (reply.ok) ctx.set({ copied: reply.path }); };
    return h("div.over", { key: "over" }, wb.drawer.drawer({ key: "yaml", title: "Save as YAML", close, body: [
      h("p.read", { key: "where" }, ctx.store.last || path && map.version > 1 ? "Every change is in the file already:" : "The first change is written to"), h("p.mono", { key: "path" }, said(path ?? "")),
      h("p.two", { key: "diff" }, "A line a thought, always in the same order, so that two versions compare well. It may be edited by hand; the screen follows."),
      field({ key: "copy", label: "Write a copy to", showLabel: true, value: typed, typing: (text) => ctx.set({ copy: text, copied: null }), change: (text) => ctx.set({ copy: text }) }),
      h("div.row", { key: "acts" }, button({ label: "Save a copy", press: copy }), ctx.local.copied ? h("span.row.two", {}, wb.icons.icon("check"), said(ctx.local.copied)) : null)] }));
  }

  function empty(ctx) {
    const { problem, families, maps } = ctx.state;
    const where = problem && (problem.line ? `${problem.file} has a mistake in line ${problem.line}.` : `${problem.file} cannot be opened.`);
    const open = families.map(({ id, title }, i) => button({ key: id, label: `Open the ${title} template`, look: i || problem || maps.length ? "" : "main", press: () => ctx.act("choose", { family: id }, "a template opened") }));
    const own = maps.map((name) => button({ key: `m ${name}`, label: `Open ${name}`, press: () => ctx.act("open_map", { name }, "a map opened") }));
    return [problem ? wb.notice.notice({ key: "trouble", kind: "stop", what: where, more: said(problem.field ? `${problem.field}: ${problem.message}` : problem.message), detail: problem.line ? "The file is as it was. Mend the line and save it; the map opens by itself." : "Nothing was written." }) : null,
      wb.notice.empty({ key: "empty", title: problem ? "Or start from another map" : "No map yet", text: "Start from a template and change what does not fit. Most teams keep about half.", actions: [...own, ...open] })];
  }

  function draw(ctx) {
    if (!ctx.state.map) return empty(ctx);
    const map = draft.now(ctx);
    const body = ctx.local.rubric ? anchoring.editor(ctx) : [h("div.map", { key: "map" }, why.rail(ctx, map), h("div.mid", {}, cards.columns(ctx, map)), checks.rail(ctx)), coverage.table(ctx, map)];
    return [head(ctx, map), todo(ctx, map), trouble(ctx), h("div.under", { key: "under", class: (ctx.local.open || ctx.local.side) && "covered" }, body, saving(ctx) ?? giving(ctx) ?? coverage.panel(ctx, map) ?? details.panel(ctx, map))];
  }

  function middle({ state, store }) {
    if (!state.map) return null;
    const from = state.template ? `${state.template} template, ${wb.words.count(state.changes, "change")}` : null;
    return [h("span", { key: "version" }, `Version ${state.map.version} of the map`), state.path ? h("span.mono", { key: "path" }, said(state.path)) : null, from ? h("span", { key: "from" }, from) : null,
      state.waiting && store.last ? h("span", { key: "draft" }, "a draft beside the meeting") : null];
  }

  const arrows = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
  const on = (ctx, name) => wb.list.current(ctx.root, name) === document.activeElement;
  const free = (ctx) => ctx.state.map && !ctx.state.read_only;

  return wb.screen.screen({
    className: "intake", noun: "change", draw, middle, local: () => ({ open: null, side: null }), name: (state) => (state.map ? `Capability map, ${state.map.title}` : "Capability map"),
    hints: (ctx) => (ctx.state.map && !ctx.local.rubric ? [["↑ ↓ ← →", "card"], ...(ctx.state.read_only ? [] : [["Alt + ← →", "must, should, nice"]]), ["Enter", "open"], ...(ctx.state.read_only ? [] : [["z", "undo"]])] : []),
    keys: (ctx) => [
      { key: arrows, alt: true, shown: "Alt ↑ ↓ ← →", says: "move the card", run: (event) => (on(ctx, "cards") ? cards.nudge(ctx, event.key) : false) },
      { key: arrows, shown: "↑ ↓ ← →", says: "go to the next card or cell that way", run: (event) => {
        const name = ["cards", "cov"].find((each) => on(ctx, each));
        return name ? void wb.list.walk(ctx.root, name, event.key) : false;
      } },
      { key: ["Enter", " "], shown: "Enter", says: "open the card", run: () => { if (!on(ctx, "cards")) return false; ctx.set({ open: document.activeElement.dataset.id, side: null }); ctx.focus("drawer"); } },
      { key: "n", says: "next card", run: () => { if (!ctx.local.open) return false; details.step(ctx, draft.now(ctx), 1); } },
      { key: "z", says: "take back the last change", run: () => { if (!free(ctx) || !ctx.state.changes) { ctx.say("Nothing to undo."); return; } ctx.act("undo", {}, "the last change taken back"); } },
      { key: "Z", shown: "Shift z", says: "do it again", run: () => { if (!free(ctx) || !ctx.state.undone) { ctx.say("Nothing to do again."); return; } ctx.act("redo", {}, "done again"); } },
    ],
    escape: (ctx) => {
      const { local } = ctx;
      if (local.adds || local.adding) { const name = local.adds; ctx.set({ adds: null, adding: null, offers: null }); if (name) ctx.focus(`ask-${name}`); return true; }
      if (local.open) { details.close(ctx); return true; }
      if (local.side) { ctx.set({ side: null }); return true; }
      if (local.rubric) { ctx.set({ rubric: false }); ctx.focus("swap"); return true; }
      return false;
    },
  });
}
