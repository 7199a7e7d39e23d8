/** 9. For the close: what candidates hope for, worry about and may object to, as it was heard on the way. */
function closing({ dom, control, words, agenda }) {
  const { h, said } = dom;
  const KINDS = { motivation: "Hopes for", concern: "Worries about", objection: "May object to" };
  const OPTIONS = Object.entries(KINDS).map(([value, label]) => ({ value, label }));

  const blank = (ctx) => ({ profile: agenda.now(ctx)?.profile ?? ctx.state.profiles[0].id, about: null, text: "" });

  function form(ctx) {
    const draft = ctx.local.note, put = (change) => ctx.set(({ note }) => ({ note: { ...note, ...change } }));
    const why = !draft.about ? "Choose what it is about." : draft.text.trim() ? null : "Write what was said.";
    const save = async () => {
      const reply = await ctx.act("note", { profile: draft.profile, about: draft.about, text: draft.text }, "noted");
      if (reply.ok) ctx.set({ note: { ...blank(ctx), profile: draft.profile } });
    };
    return h("div.noteform.stack-3", { key: "form" },
      h("div.row", {}, ctx.state.profiles.length > 1 ? control.select({ key: "who", label: "Whose", value: draft.profile,
          options: ctx.state.profiles.map((one) => ({ value: one.id, label: one.label })), change: (profile) => put({ profile }) }) : null,
      control.choice({ key: "about", label: "What it is about", options: OPTIONS, picked: draft.about, pick: (about) => put({ about }) })),
      control.field({ label: "In their words, as near as you can", showLabel: true, read: true, lines: 2, value: draft.text,
          typing: (text) => put({ text }), change: (text) => put({ text }), focus: "note" }),
      h("div.row", {}, control.button({ label: "Keep the note", look: "main", press: save, why }),
        control.button({ label: "Done", look: "quiet", press: () => ctx.set({ note: null }) })));
  }

  function line(one, i) {
    return h("li", { key: i }, h("p.read", {}, said(one.text)), h("span.two.small", {}, words.day(one.at)));
  }

  function candidate(ctx, profile) {
    const own = ctx.state.board.notes.filter((one) => one.profile === profile.id);
    if (!own.length) return null;
    const part = (about) => own.filter((one) => one.about === about);
    return h("div.stack", { key: profile.id }, ctx.state.profiles.length > 1 ? h("h4", {}, profile.label) : null,
      h("div.heard", {}, Object.entries(KINDS).map(([about, title]) => h("div.stack-1", { key: about }, h("h4", {}, title),
        part(about).length ? h("ul.stack-1", {}, part(about).map(line)) : h("p.two", {}, "nothing noted")))));
  }

  /** In a debrief always; elsewhere once there is something to show. */
  function draw(ctx) {
    const { board, rounds } = ctx.state;
    if (!rounds.some((round) => round.kind === "interview") && !board.notes.length) return null;
    return h("section.close", { key: "closing", "aria-label": "For the close" }, h("div.row", {}, h("h3", {}, "For the close"),
      h("span.two.small", {}, "what was heard on the way; no score rests on it"),
      ctx.local.note ? null : h("span.push", { key: "add" }, control.button({ label: "Note", icon: "add", look: "quiet",
            press: () => { ctx.set({ note: blank(ctx) }); ctx.focus("note"); } }))),
    ctx.local.note ? form(ctx) : null,
    board.notes.length ? ctx.state.profiles.map((profile) => candidate(ctx, profile)) : h("p.two", { key: "none" },
      "Nothing is noted yet: what the candidate hopes for, worries about, or may object to."));
  }

  return { draw };
}
