/** 1. The map as the person sees it: what the kernel has, and on top what is on its way there. */
function draft({ control, dom }) {
  const PAUSE = 500;

  const capability = (map, id, change) => ({ ...map, capabilities: map.capabilities.map((c) => (c.id === id ? { ...c, ...change(c) } : c)) });

  function moved(map, { id, importance, at }) {
    const card = map.capabilities.find((c) => c.id === id);
    if (!card) return map;
    const rest = map.capabilities.filter((c) => c.id !== id), column = rest.filter((c) => c.importance === importance);
    column.splice(at ?? column.length, 0, { ...card, importance });
    const of = (name) => (name === importance ? column : rest.filter((c) => c.importance === name));
    return { ...map, capabilities: ["must", "should", "nice"].flatMap(of) };
  }

  const CHANGES = {
    move: moved,
    edit_map: (map, { field, value }) => ({ ...map, [field]: field === "scale" ? value.map(([what, size]) => ({ what, value: size })) : value }),
    edit_capability: (map, { id, field, value }) => capability(map, id, () => ({ [field]: value })),
    edit_round: (map, { id, field, value }) => ({ ...map, loop: map.loop.map((r) => (r.id === id ? { ...r, [field]: value } : r)) }),
    set_test: (map, { id, round, how }) => capability(map, id, (c) => ({ rounds: [...c.rounds.filter((t) => t.round !== round), ...(how ? [{ round, how }] : [])] })),
    remove: (map, { id }) => ({ ...map, capabilities: map.capabilities.filter((c) => c.id !== id) }),
  };

  /** The map of now. A change is drawn at once; the store line alone says when it is saved. */
  const now = (ctx) => ctx.store.ahead.reduce((map, item) => CHANGES[item.verb]?.(map, item.args) ?? map, ctx.state.map);

  /**
   * A text that is kept when a person pauses, so that checks appear while they write, and when they leave it.
   * For those who read along it is a text.
   * @param {Object} ctx
   * @param {{name: string, label: string, value: string, keep: (text: string) => void, needed?: boolean, lines?: number}} of
   *   `name` tells it from others on this screen · `needed` an empty text is not kept · with `line` a line break is a space
   */
  function text(ctx, { name, value, keep, needed, line, ...look }) {
    if (ctx.state.read_only) return dom.said(value, { class: look.read && "read" });
    const timers = (ctx.local.timers ??= new Map());
    const hand = (typed) => {
      clearTimeout(timers.get(name));
      timers.delete(name);
      const clean = line ? typed.replace(/\s*\n\s*/g, " ").trim() : typed;
      if (needed && !clean.trim()) ctx.set({});
      else if (clean !== value) keep(clean);
    };
    // What is typed is handed over by the newest drawing's function, which knows the newest value.
    const hands = (ctx.local.hands ??= new Map());
    hands.set(name, hand);
    const typing = (typed) => { clearTimeout(timers.get(name)); timers.set(name, setTimeout((words) => hands.get(name)(words), PAUSE, typed)); };
    const field = control.field({ ...look, value, typing: needed ? (typed) => typed.trim() && typing(typed) : typing, change: hand });
    if (line && look.lines > 1 && field.props.on) field.props.on.keydown = enter(hand);
    return field;
  }

  /** A thought of one paragraph ends with Enter, however many lines it takes on the screen. */
  const enter = (hand) => (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    hand(event.target.value);
  };

  return { now, text };
}
