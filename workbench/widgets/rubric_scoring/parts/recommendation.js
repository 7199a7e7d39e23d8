/** 4. After the criteria: what to do with the profile, and why, as blind as the scores. Nothing is picked before a person picks. */
function recommendation({ dom, icons, words, control, sheets }) {
  const { h, said } = dom;
  const WORDS = { advance: "Advance", hold: "Hold", not_now: "Not now" };
  const OPTIONS = Object.entries(WORDS).map(([value, label]) => ({ value, label }));

  /** What is drawn: what is being written, else what the store acknowledged, else what the state holds. */
  function shown(ctx, sheet) {
    const draft = ctx.local.recommended[sheets.id(sheet)], kept = sheet.recommendation;
    return { value: draft?.value ?? kept?.value ?? null, reason: draft?.reason ?? kept?.reason ?? "" };
  }

  function put(ctx, sheet, change) {
    ctx.local.recommended = { ...ctx.local.recommended, [sheets.id(sheet)]: change && { ...ctx.local.recommended[sheets.id(sheet)],
        ...change } };
  }

  /** Both halves are stored together; one half alone waits, and says for what. */
  async function save(ctx, sheet, change) {
    sheets.stay(ctx, sheet);
    put(ctx, sheet, change);
    ctx.set({});
    const { value, reason } = shown(ctx, sheet), kept = sheet.recommendation;
    if (!value || !reason.trim()) { if (change.value) ctx.focus("recommend"); return; }
    const draft = ctx.local.recommended[sheets.id(sheet)], same = (one) => one && one.value === value && one.reason === reason;
    if (same(kept) || same(draft.sent)) return;
    put(ctx, sheet, { sent: { value, reason } });
    const reply = await ctx.act("recommend", { profile: sheet.profile, value, reason }, `${sheet.label}, recommendation`);
    put(ctx, sheet, reply.ok ? { event: reply.event, at: reply.at } : { sent: undefined });
    ctx.set({});
  }

  /** Let go of what the state now holds itself. */
  function arrived(ctx) {
    for (const sheet of sheets.all(ctx)) {
      const draft = ctx.local.recommended[sheets.id(sheet)];
      if (!draft?.event || draft.event > ctx.state.log) continue;
      const { value, reason } = shown(ctx, sheet), same = value === draft.sent.value && reason === draft.sent.reason;
      put(ctx, sheet, same ? undefined : { sent: undefined, event: undefined });
    }
  }

  function standing(ctx, sheet) {
    const draft = ctx.local.recommended[sheets.id(sheet)], { value, reason } = shown(ctx, sheet), kept = sheet.recommendation;
    const saved = draft?.event ? { ...draft.sent, at: draft.at } : kept;
    if (saved && saved.value === value && saved.reason === reason) return h("span.push.small.saved", { key: "saved" }, icons.icon("check"),
      words.hour(saved.at));
    if (!value && !reason) return null;
    const why = !value ? "Choose one; it is not saved yet." : !reason.trim() ? `${WORDS[value]} is not saved yet. It needs a reason.`
      : "Saved when you press Enter or leave the field.";
    return h("span.push.small.two", { key: "not" }, draft?.sent ? "saving" : why);
  }

  function draw(ctx, sheet) {
    const { value, reason } = shown(ctx, sheet);
    if (!sheet.needs_recommendation && !value) return null;
    const body = sheet.open ? [
      control.choice({ label: `Recommendation for ${sheet.label}`, options: OPTIONS, picked: value,
          pick: (picked) => save(ctx, sheet, { value: picked }) }),
      control.field({ label: "Reason for the recommendation", hint: "Why, in a sentence or two", read: true, lines: 2, value: reason,
          focus: "recommend",
        typing: (text) => { put(ctx, sheet, { reason: text }); if (value) ctx.set({}); },
        change: (text) => save(ctx, sheet, { reason: text }) }),
    ] : h("p.read", {}, h("b", {}, WORDS[value] ?? "None given"), reason ? ". " : null, said(reason));
    return h("section.recm", { key: `recommendation ${sheets.id(sheet)}`, "aria-label": `Your recommendation for ${sheet.label}` },
      h("div.row", {}, h("h3", {}, `Your recommendation for ${sheet.label}`),
        sheet.open ? h("span.two.small", {}, "as blind as the scores") : null, sheet.open ? standing(ctx, sheet) : null),
      h("div.recgrid", {}, body));
  }

  return { draw, arrived, WORDS };
}
