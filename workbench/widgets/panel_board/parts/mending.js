/** 7. Mending an anchor where it is discussed: beside the old words, with what becomes stale said first. */
function mending({ dom, control, drawer, notice, words }) {
  const { h, said } = dom;
  const SETS = [{ value: "profile", label: "what a profile shows" }, { value: "interview", label: "what an interview shows" }];

  /** The profiles with revealed scores on a criterion. */
  const scored = (ctx, criterion) => (ctx.state.board?.matrix
    ?? []).filter((row) => row.cells.some((cell) => cell.criterion === criterion.id && cell.dots.length));

  function consequence(ctx, criterion, which) {
    const rows = scored(ctx, criterion);
    if (which !== "profile") return notice.notice({ key: "none", what: "No score of a profile changes by this.",
        more: "Interview anchors are scored later." });
    if (!rows.length) return null;
    const reopened = rows.filter((row) => row.decision).map((row) => row.label);
    return notice.notice({ key: "stale", kind: "care",
        what: `Scores on ${criterion.letter} of ${words.list(rows.map((row) => row.label))} become stale.`,
      more: "They stay in the record and are scored again, blind, under the new words.",
      detail: reopened.length ? `The ${reopened.length === 1 ? "decision" : "decisions"} for ${words.list(reopened)} ${reopened.length === 1 ? "opens" : "open"} again.` : null });
  }

  function level(anchor, texts, set, text) {
    return (old, i) => h("li", { key: i, class: i + 1 === anchor.level && "now" }, i + 1 === anchor.level
      ? h("div.stack-1", {}, control.field({ label: `Anchor ${i + 1}`, showLabel: true, read: true, lines: 3, value: text,
            typing: (written) => set({ text: written }), change: (written) => set({ text: written }) }),
        text.trim() === old ? null : h("p.small.two", { key: "old" }, "It said: ", said(old)))
      : h("button.lv", { type: "button", on: { click: () => set({ level: i + 1, text: undefined }) } }, h("b", {}, i + 1), " ", said(old)));
  }

  function draw(ctx) {
    const { anchor } = ctx.local, criterion = anchor && ctx.state.criteria.find((one) => one.id === anchor.criterion);
    if (!criterion) return null;
    const which = anchor.which ?? (criterion.anchors.profile ? "profile" : "interview"), texts = criterion.anchors[which];
    const text = anchor.text ?? texts[anchor.level - 1], reason = anchor.reason ?? "";
    const set = (change) => ctx.set(({ anchor: now }) => ({ anchor: { ...now, ...change } })), close = () => ctx.set({ anchor: null });
    const why = !text.trim() ? "An anchor needs words." : text.trim() === texts[anchor.level - 1] ? "Change the words first." : null;
    const save = async () => {
      const reply = await ctx.act("change_anchor", { criterion: criterion.id, level: anchor.level, text, which, reason },
        `anchor ${criterion.letter} ${anchor.level}`);
      if (reply.ok) close();
    };
    return drawer.drawer({ key: "anchor", wide: true, title: `Mend an anchor of ${criterion.name}`, close,
      body: [criterion.anchors.profile ? control.choice({ label: "Which set of anchors", options: SETS, picked: which,
            pick: (picked) => set({ which: picked, text: undefined }) }) : null,
        h("ol.levels", {}, texts.map(level(anchor, texts, set, text))),
        control.field({ label: "Why, in a line", showLabel: true, value: reason, typing: (written) => set({ reason: written }),
            change: (written) => set({ reason: written }) }),
        consequence(ctx, criterion, which)],
      foot: [control.button({ label: "Save the anchor", look: "main", press: save, why }),
        control.button({ label: "Leave it as it was", look: "quiet", press: close })] });
  }

  return { draw };
}
