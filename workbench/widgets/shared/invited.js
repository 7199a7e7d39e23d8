/** Joining with an invitation: one field, one button, and what it means. */
function invited({ dom, control }) {
  const { h } = dom;

  /**
   * The form; the widget that shows it does the verb "join" and keeps `invitation` in its local state.
   * @param {*} ctx
   * @param {{title: string, text: *, note?: *, done?: (reply: Object) => void}} of
   */
  function form(ctx, { title, text, note, done }) {
    const written = ctx.local.invitation ?? "", keep = (now) => ctx.set({ invitation: now });
    const join = async () => {
      const reply = await ctx.act("join", { invitation: written }, "joined");
      if (!reply.ok) return;
      ctx.set({ invitation: "" });
      done?.(reply);
    };
    return h("section.join.stack-3", { key: "join", "aria-label": title }, h("h2", {}, title), h("p.read", {}, text),
      control.field({ label: "Your invitation", showLabel: true, hint: "Paste the message that the facilitator sent you", lines: 4,
          value: written, typing: keep, change: keep, focus: "invitation" }),
      h("div", { key: "do" }, control.button({ label: "Join", look: "main", press: join,
            why: written.trim() ? null : "Paste the invitation first." })),
      h("p.two", {}, "Joining makes a key that stays on this computer. From then on nobody else can write in your name, and the invitation is used up."),
      note ? h("p.two", { key: "note" }, note) : null);
  }

  return { form };
}
