/** What each score means: all five texts where a person is scoring, the two ends elsewhere. */
function anchors({ dom }) {
  const { h, said } = dom;
  const NONE = null;

  /** The keys 1–5 and 0 as the values 1–5 and null, "no evidence"; anything else is undefined. */
  const valueOf = (key) => (/^[1-5]$/.test(key) ? Number(key) : key === "0" ? NONE : undefined);

  const radio = (value, picked, free, onPick, move) => ({
    type: "button", role: "radio", "aria-checked": String(picked === value), tabindex: picked === value || free ? 0 : -1,
    on: { click: () => onPick(value), keydown: move },
  });

  // Arrows move the focus without scoring; Enter or Space scores. A stray arrow must not change a score.
  function move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key], from = event.currentTarget;
    const to = step && !event.altKey && (step > 0 ? from.nextElementSibling : from.previousElementSibling);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  }

  /**
   * The five anchors, large, with "no evidence" beside them.
   * @param {{label: string, texts: string[], picked: number|null|undefined, onPick: (value: number|null) => void,
   *          nothing?: string, key?: string}} of
   *   `picked` is 1–5, null for "no evidence", undefined where nothing is picked yet
   */
  function full({ label, texts, picked, onPick, nothing = "No evidence in this profile. Not a low score.", key }) {
    const free = picked === undefined;
    const one = (value, number, text) => h("button.anchor", { key: number, class: value === NONE && "ne", ...radio(value, picked, free && number === 1, onPick, move) },
      h("span.num", {}, number), h("span.tx", {}, said(text)));
    return h("div.anchors", { key, role: "radiogroup", "aria-label": `${label}, score` },
      texts.map((text, i) => one(i + 1, i + 1, text)), one(NONE, 0, nothing));
  }

  /** The row of small buttons: 1 2 3 4 5, no evidence. */
  function numbers({ label, picked, onPick, nothing = "no evidence", key, none: withNone = true }) {
    const free = picked === undefined;
    return h("div.nums", { key, role: "radiogroup", "aria-label": `${label}, score` },
      [1, 2, 3, 4, 5].map((n) => h("button.nb", { key: n, ...radio(n, picked, free && n === 1, onPick, move) }, n)),
      withNone ? h("button.nb.ne", { key: 0, ...radio(NONE, picked, false, onPick, move) }, nothing) : null);
  }

  /** The two ends, so that the middle is not suggested. */
  const ends = (texts) => h("span.words.two.small", {}, h("b", {}, "1"), " ", said(texts[0]), h("br"), h("b", {}, "5"), " ", said(texts[4]));

  return { full, numbers, ends, valueOf };
}
