/** Lists and matrices with one tab stop: arrows move inside (roving tabindex). */
function list({ dom }) {
  /**
   * Properties for an item. `h("li", {...list.item(ctx, "criteria", c.id, firstId)}, …)`
   * The item that had the focus last keeps the tab stop; `first` has it before anyone came.
   * @param {{local: Object, set: Function}} ctx
   * @param {string} name of the list
   * @param {string} id of the item
   * @param {string} first id of the item that starts with the tab stop
   * @returns {Object} properties: tabindex, data-in, data-id, and a focusin listener
   */
  function item(ctx, name, id, first) {
    const stop = ctx.local[`at:${name}`] ?? first;
    return {
      tabindex: stop === id ? 0 : -1, data: { in: name, id },
      on: { focusin: () => { if (ctx.local[`at:${name}`] !== id) ctx.set({ [`at:${name}`]: id }); } },
    };
  }

  const items = (root, name) => [...root.querySelectorAll(`[data-in="${CSS.escape(name)}"]`)];

  /** The item that has the focus, or holds what has it. */
  const current = (root, name) => document.activeElement?.closest?.(`[data-in="${CSS.escape(name)}"]`) ?? null;

  /**
   * Move the focus by `step` items; false when there is none to move to.
   * @param {HTMLElement} root @param {string} name @param {number} step
   */
  function move(root, name, step) {
    const all = items(root, name), at = all.indexOf(current(root, name));
    const to = at < 0 ? (step > 0 ? all[0] : all[all.length - 1]) : all[at + step];
    if (!to) return false;
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  /**
   * Move in the plane: to the nearest item in that direction, by what is drawn. For cards in columns and for matrices.
   * @param {HTMLElement} root @param {string} name @param {"ArrowUp"|"ArrowDown"|"ArrowLeft"|"ArrowRight"} arrow
   */
  function walk(root, name, arrow) {
    const from = current(root, name);
    if (!from) return move(root, name, 1);
    const a = from.getBoundingClientRect(), flat = arrow === "ArrowLeft" || arrow === "ArrowRight";
    const sign = arrow === "ArrowRight" || arrow === "ArrowDown" ? 1 : -1;
    const middle = (r) => (flat ? r.left + r.width / 2 : r.top + r.height / 2), other = (r) => (flat ? r.top : r.left);
    const far = (el) => { const r = el.getBoundingClientRect(); return [sign * (middle(r) - middle(a)), Math.abs(other(r) - other(a))]; };
    const ahead = items(root, name).filter((el) => el !== from).map((el) => [el, ...far(el)]).filter(([, along]) => along > 4);
    ahead.sort((p, q) => (p[1] + 3 * p[2]) - (q[1] + 3 * q[2]));
    if (!ahead.length) return false;
    ahead[0][0].focus();
    ahead[0][0].scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  /** Put the focus on an item by its id. */
  function focus(root, name, id) { items(root, name).find((el) => el.dataset.id === id)?.focus(); }

  return { item, move, walk, focus, current };
}
