/** What every widget can say instead of its content: notice, empty, loading, locked, too few. */
function notice({ dom, icons }) {
  const { h } = dom;

  /**
   * Something to know (blue-green), to decide (orange), or that did not work (red): what, detail, the way out.
   * @param {{kind?: "know"|"care"|"stop", what: string, more?: *, detail?: *, actions?: Array, key?: string}} of
   */
  function notice({ kind = "know", what, more, detail, actions, key }) {
    return h("div.notice", { key, class: kind === "know" ? null : kind, role: "note" }, icons.icon("info"),
      h("div.stack-1", {}, h("p", {}, h("b", {}, what), more ? " " : null, more ?? null), detail ? h("p.two", {}, detail) : null),
      h("div.row", {}, actions ?? null));
  }

  /** What to start with. @param {{title: string, text: *, actions?: Array, note?: *}} of */
  const empty = ({ title, text, actions, note, icon, key }) => h("div.empty", { key },
    h("h3", { class: icon && "row" }, icon ? icons.icon(icon) : null, title), h("p.read", {}, text),
    actions ? h("div.row", {}, actions) : null, note ? h("p.small.two", {}, note) : null);

  /** How many of how many. It appears after 200 ms only, so that what is quick does not flicker. */
  const loading = ({ title, text, done, of, actions, key }) => h("div.empty.late", { key, "aria-busy": "true" },
    h("h3", {}, title), h("p.two", {}, text),
    h("div.pgb", { role: "progressbar", "aria-valuemin": 0, "aria-valuenow": done, "aria-valuemax": of, "aria-label": title }, h("i", { style: { width: `${of ? (100 * done) / of : 0}%` } })),
    actions ? h("div.row", {}, actions) : null);

  /** Why it is closed, and until when. */
  const locked = ({ title, text, key }) => empty({ title, text, icon: "lock", key });

  /** A sentence in a number's place. */
  const tooFew = ({ title, text, key }) => h("div.stack", { key }, h("h4", {}, title), h("p.read", {}, text));

  return { notice, empty, loading, locked, tooFew };
}
