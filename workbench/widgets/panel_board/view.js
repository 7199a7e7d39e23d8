/** The panel's board: counts, the reveal, one profile after the other, the record. */
function view(wb) {
  const { h, said } = wb.dom;
  const { waiting, difference, decision, matrix } = wb;
  const { button, field, choice, toggle } = wb.control;

  const board = (ctx) => ctx.state.board;
  const settled = (item) => Boolean(item.agreed || item.differs);
  const entryOf = (ctx, id) => board(ctx).agenda.find((entry) => entry.profile === id);

  /** The profile on the table: the one people opened, else the first that is not decided. */
  function profileNow(ctx) {
    const { agenda, current } = board(ctx);
    const wished = ctx.local.profile && entryOf(ctx, ctx.local.profile);
    return (wished ?? entryOf(ctx, current) ?? agenda.find((e) => !e.decision) ?? agenda[0])?.profile ?? null;
  }

  function itemNow(ctx, entry) {
    const wished = entry.items.find((item) => difference.key(item) === ctx.local.item);
    return wished ?? entry.items.find((item) => !settled(item)) ?? entry.items[0] ?? null;
  }

  /** What the parts ask of the whole: where we are, and where to go next. */
  function help(ctx) {
    ctx.labelOf = (id) => ctx.state.profiles.find((p) => p.id === id)?.label ?? id;
    ctx.profile = board(ctx) ? profileNow(ctx) : null;
    ctx.openItem = (profile, criterion) => {
      const entry = entryOf(ctx, profile), found = entry?.items.find((i) => i.criterion === criterion);
      ctx.set({ profile, item: found ? difference.key(found) : null, mode: null });
      if (!found) ctx.say(`${ctx.labelOf(profile)}: no difference to talk about there.`);
      ctx.root.querySelector(".main2")?.scrollIntoView({ block: "nearest" });
    };
    ctx.nextItem = () => {
      const entry = entryOf(ctx, ctx.profile), left = entry?.items.find((i) => !settled(i) && difference.key(i) !== difference.key(itemNow(ctx, entry)));
      ctx.set({ item: left ? difference.key(left) : ctx.local.item, mode: null });
      if (!left) { ctx.say("Every difference of this profile is settled. Decide."); ctx.focus("decide"); }
    };
    const entry = ctx.profile && entryOf(ctx, ctx.profile);
    ctx.openItems = entry ? entry.items.filter((i) => !settled(i)).length : 0;
  }

  async function openProfile(ctx, id) {
    ctx.set({ profile: id, item: null, mode: null });
    if (ctx.state.may.converge && !entryOf(ctx, id).opened) await ctx.act("open_profile", { profile: id }, `${ctx.labelOf(id)} opened`);
  }

  function agendaItem(ctx, item, now) {
    return h("li.ai", { key: difference.key(item), class: now && "now", data: wb.badge.cap(item.letter) }, h("button", { type: "button", "aria-current": now ? "true" : null, ...wb.list.item(ctx, "agenda", difference.key(item), ctx.firstItem), on: { ...wb.list.item(ctx, "agenda", difference.key(item), ctx.firstItem).on, click: () => ctx.set({ item: difference.key(item), mode: null }) } },
      h("span.no", {}, settled(item) ? wb.icons.icon("check") : item.number), h("span.stack-1", {}, h("span.row.nowrap", {}, wb.badge.badge({ letter: item.letter }), h("b", {}, said(item.name))), h("span.two.small", {}, `${item.values.map((v) => v ?? "–").join(", ")} · ${item.why}`))));
  }

  function agenda(ctx) {
    const entry = entryOf(ctx, ctx.profile), now = itemNow(ctx, entry), { within } = board(ctx);
    ctx.firstItem = entry.items[0] ? difference.key(entry.items[0]) : null;
    return h("nav.ag", { key: "agenda", "aria-label": "What to talk about" }, h("h3", {}, "Talk about these first"), h("p.two.small", {}, "Split recommendations, then the widest spread on what matters most."),
      h("ol.profiles", {}, board(ctx).agenda.map((e) => h("li", { key: e.profile, class: e.profile === ctx.profile && "now" }, h("button.pf", { type: "button", "aria-current": e.profile === ctx.profile ? "true" : null, on: { click: () => openProfile(ctx, e.profile) } },
        h("b", {}, e.label), h("span.two.small", {}, e.decision && !ctx.state.profiles.find((p) => p.id === e.profile)?.reopened ? decision.WORDS[board(ctx).decisions[e.profile]?.decision] ?? "decided" : e.split ? `split: ${e.split_words}` : e.items.length ? wb.words.count(e.items.length, "difference") : "no difference")),
        e.profile === ctx.profile ? h("ol", {}, e.items.map((item) => agendaItem(ctx, item, now && difference.key(item) === difference.key(now)))) : null))),
      within.cells ? h("p.two.small", {}, `In ${within.within_one} of the ${within.cells} cells with scores, everyone is within one point.`) : null);
  }

  function discussion(ctx) {
    const entry = entryOf(ctx, ctx.profile), item = itemNow(ctx, entry);
    const opened = entry.opened || ctx.local.profile === entry.profile || !ctx.state.may.converge;
    return [h("div.main2", { key: "main" }, agenda(ctx), h("div.col", { key: "col" },
      !opened && !item ? null : item ? difference.draw(ctx, item) : h("div.it", { key: "none" }, h("h2", {}, ctx.labelOf(entry.profile)), h("p.read", {}, "Everyone is within one point on every criterion. Decide, and go on.")))),
      decision.draw(ctx, entry)];
  }

  function anchorDrawer(ctx) {
    const { anchor } = ctx.local;
    if (!anchor) return null;
    const criterion = ctx.state.criteria.find((c) => c.id === anchor.criterion), texts = criterion.anchors[anchor.which ?? "profile"];
    const text = anchor.text ?? texts[anchor.level - 1], reason = anchor.reason ?? "";
    const set = (change) => ctx.set(({ anchor: now }) => ({ anchor: { ...now, ...change } }));
    const touched = (board(ctx)?.matrix ?? []).filter((row) => row.cells.some((c) => c.criterion === criterion.id && c.dots.length)).length;
    const save = async () => { const reply = await ctx.act("change_anchor", { criterion: criterion.id, level: anchor.level, text, which: anchor.which ?? "profile", reason }, `anchor ${criterion.letter}${anchor.level}`); if (reply.ok) ctx.set({ anchor: null }); };
    const why = text.trim() === texts[anchor.level - 1] ? "change the words first" : !text.trim() ? "an anchor needs words" : null;
    return wb.drawer.drawer({ key: "anchor", wide: true, title: `Mend an anchor of ${criterion.name}`, close: () => ctx.set({ anchor: null }),
      body: [choice({ label: "Which", options: [{ value: "profile", label: "what a profile shows" }, { value: "interview", label: "what an interview shows" }], picked: anchor.which ?? "profile", pick: (which) => set({ which, text: undefined }) }),
        h("ol.levels", {}, texts.map((t, i) => h("li", { key: i, class: i + 1 === anchor.level && "now" }, i + 1 === anchor.level ? field({ label: `Anchor ${i + 1}`, showLabel: true, read: true, lines: 3, value: text, typing: (words) => set({ text: words }), change: (words) => set({ text: words }) })
          : h("button.lv", { type: "button", on: { click: () => set({ level: i + 1, text: undefined }) } }, h("b", {}, i + 1), " ", said(t))))),
        field({ label: "Why, in a line", showLabel: true, value: reason, typing: (words) => set({ reason: words }), change: (words) => set({ reason: words }) }),
        touched && (anchor.which ?? "profile") === "profile" ? wb.notice.notice({ kind: "care", what: `Scores on ${criterion.name} for ${wb.words.count(touched, "profile")} become stale.`, more: "They stay in the record and are scored again blind under the new words. Decisions that rest on them open again." }) : null],
      foot: [button({ label: "Save the anchor", look: "main", press: save, why }), button({ label: "Leave it", look: "quiet", press: () => ctx.set({ anchor: null }) })] });
  }

  function names(ctx) {
    if (!ctx.state.may.names) return null;
    return toggle({ key: "names", label: ctx.state.names_on ? "Names are on" : "Names are off", on: ctx.state.names_on, flip: (on) => ctx.act("names", { on }, on ? "names on" : "names off") });
  }

  function strip(ctx) {
    const { clock, may, me } = ctx.state;
    return wb.strip.strip({ key: "strip", title: ctx.state.title, under: `${ctx.state.requisition} · ${me.facilitator ? `${me.name} is facilitating` : `you are ${me.name}`}${ctx.state.mode === "practice" ? " · practice, decides nothing" : ""}`, ...wb.strip.meeting(clock), say: ctx.say,
      pause: may.clock ? () => ctx.act("clock", { do: clock.running ? "pause" : "start" }) : undefined, meeting: ctx.meeting(), larger: ctx.larger });
  }

  function now(ctx, sealed) {
    const { may, clock } = ctx.state, last = clock.part >= clock.parts.length - 1;
    const text = board(ctx) ? (ctx.openItems ? [h("b", {}, "Now: "), `${ctx.labelOf(ctx.profile)}. Read both sides’ words, then hear each person, the hiring manager last.`] : [h("b", {}, "Now: "), `decide ${ctx.labelOf(ctx.profile)}.`]) : sealed.length ? [h("b", {}, "Now: "), "everyone scores on their own sheet. Nothing is shown until the reveal."] : null;
    return h("div.nowline.row", { key: "now" }, h("p.read.grow", {}, text), board(ctx) ? names(ctx) : null, may.clock ? button({ key: "part", label: last ? "Part before" : "Next part", look: "quiet", press: () => ctx.act("clock", { do: last ? "back" : "next" }) }) : null);
  }

  function findings(ctx) {
    const told = Object.entries(ctx.state.findings ?? {}).filter(([, list]) => list.length);
    if (!told.length) return null;
    return wb.notice.notice({ key: "findings", what: "Some files are worth a look before you decide.", more: "Shown to you alone.", detail: told.map(([id, list]) => `${ctx.labelOf(id)}: ${list.map((f) => f.why).join(" ")}`).join(" · ") });
  }

  function draw(ctx) {
    const sealed = waiting.sealed(ctx.state);
    help(ctx);
    const parts = [strip(ctx), now(ctx, sealed), findings(ctx)];
    if (!board(ctx)) return [...parts, ...sealed.slice(0, 1).map((round) => waiting.panel(ctx, round, false)), sealed.length > 1 ? h("p.two.small.pad", { key: "later" }, `Then: ${wb.words.list(sealed.slice(1).map((r) => r.title.toLowerCase()))}, ${sealed.slice(1).map((r) => `${r.submitted} of ${r.raters} have submitted`).join("; ")}.`) : null];
    return [...parts, sealed.map((round) => waiting.panel(ctx, round, true)), waiting.opened(ctx), matrix.stale(ctx), board(ctx).agenda.length ? discussion(ctx) : null, matrix.table(ctx), matrix.statistics(ctx), matrix.record(ctx), anchorDrawer(ctx)];
  }

  const score = (ctx, event) => {
    if (!board(ctx) || !ctx.state.may.converge) return false;
    const item = itemNow(ctx, entryOf(ctx, ctx.profile)), value = wb.anchors.valueOf(event.key);
    if (!item || value === undefined) return false;
    const id = difference.key(item);
    ctx.set(({ drafts }) => ({ mode: "agree", drafts: { ...drafts, [id]: { ...drafts[id], score: value } } }));
    ctx.focus("reason");
  };

  function step(ctx, by) {
    const all = board(ctx) ? entryOf(ctx, ctx.profile).items : [];
    if (!all.length) return false;
    const at = all.findIndex((i) => difference.key(i) === difference.key(itemNow(ctx, entryOf(ctx, ctx.profile))));
    ctx.set({ item: difference.key(all[(at + by + all.length) % all.length]), mode: null });
  }

  return wb.screen.screen({
    className: "pb", noun: "entry", draw, local: () => ({ drafts: {}, decisions: {}, profile: null, item: null, mode: null }),
    name: (state) => (state.board ? "Panel board, after the reveal" : "Panel board, scores are sealed"),
    changed: (ctx, before) => {
      const count = (state) => state.rounds.reduce((sum, r) => sum + r.submitted, 0);
      if (!before.board && ctx.state.board) ctx.say("The scores are revealed.");
      else if (count(ctx.state) !== count(before)) ctx.say(ctx.state.rounds.filter((r) => r.state === "open").map((r) => `${r.submitted} of ${r.raters} have submitted`).join(". "));
    },
    middle: (ctx) => h("span", {}, `event ${ctx.state.log}`),
    hints: (ctx) => (board(ctx) && ctx.state.may.converge ? [["1–5", "agreed score"], ["d", "we differ"], ["n", "next difference"], ["m", "matrix"]] : board(ctx) ? [["n", "next difference"], ["m", "matrix"]] : []),
    keys: (ctx) => [
      { key: "z", says: "take back the last entry", run: () => { if (ctx.state.may.converge) ctx.act("undo", {}, "taken back"); } },
      { key: ["1", "2", "3", "4", "5", "0"], shown: "1–5 0", says: "agreed score", run: (event) => score(ctx, event) },
      { key: "d", says: "we differ, and this is why", run: () => { if (!board(ctx)) return false; ctx.set({ mode: "differ" }); ctx.focus("reason"); } },
      { key: "n", says: "next difference", run: () => step(ctx, 1) },
      { key: "m", says: "to the matrix", run: () => { ctx.root.querySelector(".mxw")?.scrollIntoView({ block: "start" }); wb.list.move(ctx.root, "cells", 1); } },
      { key: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], says: "move in the list or the matrix", run: (event) => (wb.list.current(ctx.root, "cells") ? wb.list.walk(ctx.root, "cells", event.key) : wb.list.current(ctx.root, "agenda") ? wb.list.move(ctx.root, "agenda", event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1) : false) },
    ],
    escape: (ctx) => { if (ctx.local.anchor) { ctx.set({ anchor: null }); return true; } if (ctx.local.early) { ctx.set({ early: false }); return true; } return false; },
  });
}
