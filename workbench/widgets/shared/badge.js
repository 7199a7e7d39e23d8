/** Which capability, which skill, how important: badge, chip, tag. */
function badge({ dom }) {
  const { h, said } = dom;

  /** Letters A to H have a colour each; a ninth starts again at A with a ring. */
  function look(letter) {
    const place = String(letter || "A").toUpperCase().charCodeAt(0) - 65;
    const safe = place >= 0 && place < 26 ? place : 0;
    return { cap: String.fromCharCode(65 + (safe % 8)), again: safe >= 8 };
  }

  /**
   * The letter of a capability on its colour.
   * @param {{letter: string, name?: string, large?: boolean, key?: string}} of
   */
  function badge({ letter, name, large, key }) {
    const { cap, again } = look(letter);
    return h("span.badge", {
      key, class: [again && "ring", large && "large"], data: { cap }, role: "img",
      "aria-label": name ? `Capability ${letter}, ${name}` : `Capability ${letter}`,
    }, letter);
  }

  /**
   * A skill: solid central, dashed peripheral, filled neighbour with its ramp.
   * @param {{name: string, kind?: "central"|"side"|"near", ramp?: string, on?: Object, key?: string}} of
   */
  function chip({ name, kind = "central", ramp, on, key }) {
    const inside = [said(name), ramp ? h("span.ramp", {}, ramp) : null];
    const props = { key, class: kind === "central" ? null : kind, on };
    return on ? h("button.chip", { type: "button", ...props }, inside) : h("span.chip", props, inside);
  }

  /** How important: must, should, nice. */
  const tag = (importance, props) => h("span.tag", { class: importance === "must" && "must", ...props }, importance);

  /** The `data-cap` that gives a part its capability's colour: `h("li", {data: cap("B")}, …)`. */
  const cap = (letter) => ({ cap: look(letter).cap });

  return { badge, chip, tag, cap };
}
