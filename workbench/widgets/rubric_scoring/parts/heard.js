/** 7. In an interview: what the candidate hopes for, worries about and may object to, kept for the close. */
function heard({ dom, control, words, sheets }) {
  const { h, said } = dom;
  const KINDS = { motivation: "Hopes for", concern: "Worries about", objection: "May object to" };
  const OPTIONS = Object.entries(KINDS).map(([value, label]) => ({ value, label }));

  function draw(ctx, sheet) {
    if (!sheets.interview(ctx, sheet)) return null;
    const { about = null, text = "" } = ctx.local.heard ?? {}, put = (change) => ctx.set(({ heard: now }) => ({ heard: { ...now, ...change } }));
    const own = ctx.state.mine.notes.filter((note) => note.profile === sheet.profile);
    const why = !about ? "Choose what it is about." : text.trim() ? null : "Write what was said.";
    const save = async () => {
      const reply = await ctx.act("note", { profile: sheet.profile, about, text }, "noted");
      if (reply.ok) ctx.set({ heard: null });
    };
    return h("section.heard.stack-3", { key: "heard", "aria-label": "For the close" },
      h("div.row", {}, h("h3", {}, "For the close"), h("span.two.small", {}, "what the candidate said of themselves and the offer; no score rests on it, and the others see it after the reveal")),
      own.length ? h("ul.stack-1", { key: "own" }, own.map((note, i) => h("li", { key: i }, h("b", {}, `${KINDS[note.about]}: `), said(note.text),
            h("span.two.small", {}, ` ${words.hour(note.at).slice(0, 5)}`)))) : null,
      control.choice({ label: "What it is about", options: OPTIONS, picked: about, pick: (value) => put({ about: value }) }),
      control.field({ label: "In their words, as near as you can", showLabel: true, read: true, lines: 2, value: text,
          typing: (now) => put({ text: now }), change: (now) => put({ text: now }) }),
      h("div", {}, control.button({ label: "Keep the note", press: save, why })));
  }

  return { draw };
}
