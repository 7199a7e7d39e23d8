/** Words that show something: marks in a text, quotes, the question to ask. */
function evidence({ dom, badge }) {
  const { h, said } = dom;

  /**
   * A line of text with its marks. Marks may overlap: underlines stack, up to three.
   * @param {string} text
   * @param {Array<{id: string, start: number, end: number, letter: string, name?: string, now?: boolean}>} marks
   *   offsets count UTF-16 units of `text`
   * @param {{pick?: (id: string) => void}} options
   */
  function marked(text, marks, { pick } = {}) {
    const good = (marks || []).filter((m) => m.start < m.end && m.start >= 0 && m.end <= text.length);
    const cuts = [...new Set([0, text.length, ...good.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
    return cuts.slice(0, -1).map((from, i) => {
      const to = cuts[i + 1], over = good.filter((m) => m.start <= from && m.end >= to);
      const words = said(text.slice(from, to));
      if (!over.length) return h("span", { key: `t${from}` }, words);
      const ends = over.filter((m) => m.end === to);
      return h("mark.ev", {
        key: `m${from}`, data: badge.cap(over[0].letter), class: [over.some((m) => m.now) && "now", over.length > 1 && `over${Math.min(over.length, 3)}`],
        style: over.length > 1 ? { "--edge2": `var(--wb-edge-${badge.cap(over[1].letter).cap})`, "--edge3": over[2] ? `var(--wb-edge-${badge.cap(over[2].letter).cap})` : "transparent" } : null,
        on: pick ? { click: () => pick(over[0].id) } : null,
      }, words, ends.map((m) => h("b", { key: m.id, data: badge.cap(m.letter), "aria-label": `shows ${m.letter}${m.name ? `, ${m.name}` : ""}` }, m.letter)));
    });
  }

  /**
   * A quote with its place.
   * @param {{text: string, place?: string, letter?: string, end?: *, key?: string}} of
   */
  function quote({ text, place, letter, end, key }) {
    return h("blockquote.quote", { key, data: letter ? badge.cap(letter) : null },
      h("span.bar", { "aria-hidden": "true" }), h("span", {}, "“", said(text), "”"), h("span", {}, end ?? null),
      place ? h("span.place", {}, said(place)) : null);
  }

  /**
   * Quotes with a tick each.
   * @param {{quotes: Array<{id: string, text: string, place?: string}>, ticked: string[], onTick: (id: string, on: boolean) => void, label: string}} of
   */
  function pick({ quotes, ticked, onTick, label }) {
    return h("ul.pick", { "aria-label": label }, quotes.map((q) => h("li", { key: q.id }, h("label", {},
      h("input.tick", { type: "checkbox", checked: ticked.includes(q.id), on: { change: (event) => onTick(q.id, event.target.checked) } }),
      h("span", {}, "“", said(q.text), "” ", q.place ? h("span.two.small", {}, said(q.place)) : null)))));
  }

  /** The question to ask, where something is unknown. */
  const ask = ({ label, question, key }) => h("div.ask", { key }, h("span.k", {}, label), h("p", {}, said(question)));

  return { marked, quote, pick, ask };
}
