/** Who scored what: one shape a person, stacked where people agree. Colour never tells people apart. */
function dots({ dom }) {
  const { h } = dom;
  const SHAPES = ["circle", "square", "triangle", "diamond", "pentagon", "star", "hexagon", "cross"];
  const LINES = {
    square: "M2.5 2.5h9v9h-9z", triangle: "M7 1l6 10.8H1z", diamond: "M7 .6L13.4 7 7 13.400.6 7z",
    cross: "M5 1.5h4v3.5h3.5v4H9v3.5H5V9H1.5V5H5z", pentagon: "M7 1l6 4.4-2.3 7.1H3.3L1 5.4z",
    star: "M7 .8l1.8 4 4.400.5-3.3 2.900.9 4.3L7 10.3 3.2 12.5l.9-4.3L.8 5.3l4.4-.5z", hexagon: "M7 .8l5.4 3.1v6.2L7 13.2l-5.4-3.1V3.9z",
  };

  function outline(name, look) {
    return name === "circle" ? h("circle", { class: look, cx: 7, cy: 7, r: 5 }) : h("path", { class: look, d: LINES[name] });
  }

  /**
   * One person's shape.
   * @param {{shape: string, label?: string, hollow?: boolean, key?: string}} of `label` is read aloud; without it the shape is decoration
   */
  function shape({ shape: name, label, hollow, key }) {
    const props = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
    return h("svg.shape", { key, viewBox: "0 0 14 14", ...props }, outline(name, hollow ? "hol" : "dot"));
  }

  const numbers = (marks) => marks.map((m) => m.value).filter((value) => typeof value === "number");
  const spread = (scores) => Math.max(...scores) - Math.min(...scores);

  /** A cell in words: "scores 1, 2, 4, 4; 3 apart; 1 no evidence". */
  function sentence(marks) {
    const scores = numbers(marks).sort((a, b) => a - b);
    const silent = marks.length - scores.length;
    const parts = [scores.length ? `scores ${scores.join(", ")}` : null, scores.length > 1 && spread(scores) >= 2 ? `${spread(scores)} apart` : null,
      silent ? `${silent} no evidence` : null];
    return parts.filter(Boolean).join("; ") || "nobody has scored this";
  }

  /**
   * A cell of the matrix: every person's shape over 1–5, stacked.
   * @param {{marks: Array<{shape: string, value: ?number, stale?: boolean}>, label: string, least?: number, steps?: number, says?: string, key?: string}} of
   *   `value` null is "no evidence"; a stale mark is hollow; `steps` and `says` tell a difference that the numbers alone
   *   do not (no evidence beside a 4); `least` leaves room for so many in a stack, so that rows are alike
   */
  function cell({ marks, label, least = 3, steps, says, key }) {
    const scores = numbers(marks);
    const width = 74, floor = 44, apart = steps ?? (scores.length > 1 ? spread(scores) : 0);
    if (!scores.length) return h("span.dotcell.none", { key, role: "img", "aria-label": `${label}: ${sentence(marks)}` }, marks.length ? "no evidence" : "not scored");
    const height = {};
    const shapes = marks.filter((m) => typeof m.value === "number").map((m) => {
      height[m.value] = (height[m.value] || 0) + 1;
      return h("g", { key: m.shape, transform: `translate(${3 + (m.value - 1) * 14.5} ${floor - 1 - height[m.value] * 10}) scale(.68)` }, outline(m.shape, m.stale ? "hol" : "dot"));
    });
    const tall = Math.max(...Object.values(height), Math.min(least, 6)) * 10 + 6;
    return h("span.dotcell", { key, class: apart >= 2 && (apart >= 3 ? "wide3" : "wide2"), role: "img", "aria-label": `${label}: ${sentence(marks)}` },
      h("svg", { viewBox: `0 ${floor - tall + 4} ${width} ${tall}`, "aria-hidden": "true" }, h("path.ax", { d: `M2 ${floor + .5}H72`, fill: "none" }), shapes),
      apart >= 2 ? h("b.apart", { "aria-hidden": "true" }, says ?? `${apart} apart`) : null);
  }

  /**
   * The five points with their anchors and the shapes of those who gave them.
   * @param {{texts: string[], marks: Array<{shape: string, value: ?number, label: string}>}} of
   */
  function strip({ texts, marks, key }) {
    return h("ol.strip5", { key }, texts.map((text, i) => {
      const here = marks.filter((m) => m.value === i + 1);
      return h("li", { key: i, class: here.length && "has" }, h("span.ds", {}, here.map((m) => shape({ shape: m.shape, label: m.label, key: m.shape }))),
        h("span.n", {}, i + 1), h("span.tx", {}, dom.said(text)));
    }));
  }

  return { shape, cell, strip, sentence, SHAPES };
}
