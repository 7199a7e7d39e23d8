/** Depth, scale and ownership as a row of segments: what was found, what is looked for, or that it is unknown. */
function scale({ dom }) {
  const { h } = dom;
  const LEVELS = {
    depth: ["listed", "used", "central"],
    ownership: ["assisted", "implemented", "owned", "designed", "led"],
  };

  /**
   * @param {{label: string, levels: string[], found?: ?string, goal?: ?string, say?: string,
   *          onPick?: (level: string) => void, key?: string}} of
   *   `found` null or "unknown" is written out and hatched; `say` replaces the word at the end (a size, "40 nodes");
   *   with `onPick` the segments are a radio group.
   */
  function segments({ label, levels, found, goal, say, onPick, key }) {
    const at = levels.indexOf(found), unknown = at < 0;
    const sentence = `${label}: ${say || (unknown ? "unknown" : found)}${goal ? `, looking for ${goal}` : ""}`;
    const bars = levels.map((level, i) => {
      const look = [i <= at && "on", level === goal && "goal"];
      return onPick
        ? h("button.bar", { key: level, class: look, type: "button", role: "radio", "aria-checked": String(i === at),
            "aria-label": level, tabindex: i === Math.max(at, 0) ? 0 : -1, on: { click: () => onPick(level), keydown: (event) => step(event, i, levels, onPick) } })
        : h("i", { key: level, class: look });
    });
    return h("div.seg", { key, class: unknown && "unk", ...(onPick ? {} : { role: "img", "aria-label": sentence }) },
      h("span.k", {}, label),
      h("span.bars", onPick ? { role: "radiogroup", "aria-label": sentence } : {}, bars),
      h("span.v", {}, say || (unknown ? "unknown" : found)));
  }

  function step(event, i, levels, onPick) {
    const move = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (!move || event.altKey) return;
    const next = Math.min(Math.max(i + move, 0), levels.length - 1);
    event.preventDefault();
    event.currentTarget?.parentElement?.children[next]?.focus();
    onPick(levels[next]);
  }

  return { segments, LEVELS };
}
