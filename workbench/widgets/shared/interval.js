/** How sure: whiskers, a point, and n in words. */
function interval({ dom, words }) {
  const { h } = dom;

  /**
   * @param {{value: ?number, low: ?number, high: ?number, from?: number, to?: number, zero?: ?number, bold?: boolean,
   *          label: string, n?: string, key?: string}} of
   *   `from` and `to` are the picture's edges; what lies past the left edge ends in an arrowhead.
   *   Without a value the sentence stands in the number's place.
   */
  function interval({ value, low, high, from = -0.5, to = 1, zero = 0, bold, label, n, key }) {
    if (value === null || value === undefined || low === null || low === undefined) return h("span.two", { key }, "too few to say");
    const at = (x) => `${((Math.min(Math.max(x, from), to) - from) / (to - from)) * 100}%`;
    const sentence = `${label}: ${words.statistic(value)}, interval ${words.statistic(low)} to ${words.statistic(high)}${n ? `, ${n}` : ""}`;
    return h("span.iv", { key, class: [bold && "bold", low < from && "cut"], role: "img", "aria-label": sentence,
      style: { "--lo": at(low), "--hi": at(high), "--x": at(value), "--z": zero === null ? null : at(zero) } },
      zero === null ? null : h("i.z"), h("i.ln"), h("i.pt"));
  }

  /** The numbers under it. @param {Array<{at: number, text: string}>} ticks `at` in the picture's units */
  function axis({ ticks, from = -0.5, to = 1, key }) {
    return h("span.sc", { key, "aria-hidden": "true" }, ticks.map((t) => h("i", { key: t.text, style: { left: `${((t.at - from) / (to - from)) * 100}%` } }, t.text)));
  }

  return { interval, axis };
}
