/** Is it saved: the store line, and what it says while the store cannot be reached. */
function foot({ dom, icons, words, control, notice }) {
  const { h } = dom;

  /** "Saved 14:14:22 · B, 4", or what waits. Nothing is called saved before the store has said so. */
  function storeLine(store) {
    const waits = store.waiting.length;
    if (store.gone) return h("span.unsaved", { key: "waits" }, icons.icon("clock"), h("b", {}, waits ? `${words.count(waits, store.noun)} waiting` : "not connected"), store.last ? h("span.two", {}, `last saved ${store.last.at}`) : null);
    if (store.slow) return h("span.two", { key: "slow" }, icons.icon("clock"), " saving");
    if (!store.last) return h("span.two", { key: "none" }, store.idle ?? "Nothing to save yet");
    return h("span.saved", { key: "saved" }, icons.icon("check"), h("span", {}, `Saved ${store.last.at}`, store.last.about ? ` · ${store.last.about}` : ""));
  }

  /** The sentences for a store that cannot be reached. */
  function goneNotice(store) {
    const n = store.waiting.length, kept = words.count(n, store.noun);
    const what = n ? `Your last ${n === 1 ? store.noun : kept} ${n === 1 ? "is" : "are"} kept here and ${n === 1 ? "is" : "are"} not saved yet. Keep this page open.`
      : "Nothing is waiting here; what was saved stays saved.";
    return notice.notice({
      key: "gone", kind: "stop", what: store.reason ?? "The store cannot be reached.", more: what,
      detail: "Trying again every 2 seconds. New entries wait until it is back. If it stays like this, run the cell again: what waits here is saved then.",
      actions: [control.button({ label: "Try now", press: store.tryNow, always: true, key: "try" })],
    });
  }

  /**
   * @param {{store: Object, middle?: *, keys?: Array<[string, string]>, refused?: ?string, dismiss?: () => void,
   *   help?: () => void, wall?: ?{on: boolean, flip: () => void}}} of
   */
  function foot({ store, middle, keys, refused, dismiss, help, wall }) {
    return h("div.footing", { key: "foot" },
      store.gone ? goneNotice(store) : null,
      refused && !store.gone ? notice.notice({ key: "refused", kind: "care", what: refused, actions: [control.button({ label: "Close", look: "quiet", press: dismiss, key: "close" })] }) : null,
      h("footer.foot", { key: "line" }, h("span", { key: "store", role: "status" }, storeLine(store)), middle ?? null,
        h("span.push.row", { key: "keys" }, (keys || []).map(([key, says]) => h("span", { key }, h("kbd", {}, key), " ", says)),
          wall ? h("button.to-wall.at-a-desk", { key: "wall", type: "button", data: { always: "" }, on: { click: wall.flip } }, wall.on ? "Back to the notebook" : "Shared screen") : null,
          help ? h("button.keyhelp", { key: "?", type: "button", data: { always: "" }, on: { click: help } }, h("kbd", {}, "?"), " keys") : null)));
  }

  return { foot, storeLine };
}
