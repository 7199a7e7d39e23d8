/** 1. Where everything stands: rings of time around the start skills, and a line of its own for every name. */
function rings() {
  const BANDS = [["days", 1], ["weeks", 6], ["a quarter", 13], ["longer", 40]];
  const LEAST = [116, 172, 216, 252], INNER = 80, LINE = 18, TALL = .93, ROOM = 132;

  /** At most four starts stand for themselves; more are one, with their number. */
  function groups(starts) {
    if (starts.length <= 4) return starts.map((s) => ({ ...s, has: [s.id] }));
    return [{ id: "all", name: `${starts.length} skills`, has: starts.map((s) => s.id) }];
  }

  // Left and right of the middle; with three or four groups a side has an upper and a lower half.
  function areas(all) {
    const full = [-1, 1];
    if (all.length === 1) return [{ side: 1, part: full }, { side: -1, part: full }].map((a) => ({ ...a, group: 0 }));
    if (all.length === 2) return [{ side: -1, part: full, group: 0 }, { side: 1, part: full, group: 1 }];
    const lower = all.length === 3 ? [{ side: -1, part: full, group: 2 }] : [{ side: -1, part: [0, 1], group: 2 }, { side: -1, part: [-1, 0], group: 3 }];
    return [{ side: 1, part: [-1, 0], group: 0 }, { side: 1, part: [0, 1], group: 1 }, ...lower];
  }

  const bandOf = (node) => (node.relation === "does not show" ? BANDS.length : BANDS.findIndex(([name]) => name === node.band));

  // Those on one way stay on one side; the smaller side gets the next family of ways.
  function share(nodes, places) {
    for (const place of places) place.nodes = [];
    const families = new Map();
    for (const node of nodes) families.set(node.path[1], [...(families.get(node.path[1]) ?? []), node]);
    for (const family of families.values()) for (const node of family) {
      const open = places.filter((p) => p.group === node.group);
      const least = open.reduce((a, b) => (b.nodes.length < a.nodes.length ? b : a));
      const mate = open.find((p) => p.nodes.some((n) => n.path[1] === node.path[1]));
      (mate && mate.nodes.length <= least.nodes.length + 4 ? mate : least).nodes.push(node);
    }
  }

  /** How large each ring must be so that the names inside it find a line each. */
  function radii(places) {
    const out = [];
    [...BANDS, ["not"]].forEach((_, k) => {
      let least = k < LEAST.length ? LEAST[k] : out[k - 1] + 20;
      for (const { nodes, part } of places) {
        const within = nodes.filter((n) => bandOf(n) <= k).length;
        least = Math.max(least, ((within + .5) * LINE) / ((part[1] - part[0]) * TALL) + 8, k ? out[k - 1] + 34 : 0);
      }
      out.push(least);
    });
    return out;
  }

  /** Lines of one area, one a node, all inside the ring of the node that takes them. */
  function lines({ nodes, part }, outer) {
    const height = part[1] - part[0], count = nodes.length;
    let pitch = 42;
    outer.forEach((r, k) => {
      const within = nodes.filter((n) => bandOf(n) <= k).length;
      if (within) pitch = Math.min(pitch, (height * TALL * (r - 8)) / (within + .5));
    });
    const all = Array.from({ length: count }, (_, i) => (height === 2 ? i - (count - 1) / 2 : (part[0] + part[1]) * (i + .9)) * pitch);
    return all.sort((a, b) => Math.abs(a) - Math.abs(b));
  }

  // Of the lines a band may use, some from all over, so that the outer ones have room in the middle too.
  function spread(free, count) {
    const sorted = [...free].sort((a, b) => a - b);
    return Array.from({ length: count }, (_, i) => sorted[Math.floor(((i + .5) * sorted.length) / count)]);
  }

  function radius(node, k, outer) {
    const inner = k ? outer[k - 1] : INNER, room = outer[k] - inner;
    if (k >= BANDS.length) return outer[k];
    const from = k ? BANDS[k - 1][1] : 0, middle = (node.weeks[0] + node.weeks[1]) / 2;
    const along = Math.min(1, Math.max(0, (middle - from) / (BANDS[k][1] - from)));
    return inner + 12 + (room - 20) * along;
  }

  /**
   * @param {Array} starts @param {Array} nodes neighbours @param {Array} nots what a start does not show
   * @returns {{width, height, cx, cy, outer, centres, placed, at}} `at` finds a start or a neighbour by its id
   */
  function layout(starts, nodes, nots) {
    const all = groups(starts), places = areas(all);
    const groupOf = (id) => Math.max(0, all.findIndex((g) => g.has.includes(id)));
    share([...nodes.map((n) => ({ ...n, group: groupOf(n.start), key: `near:${n.id}` })),
      ...nots.map((n) => ({ ...n, group: groupOf(n.from), start: n.from, relation: "does not show", path: [n.from, n.id], key: `not:${n.from}:${n.id}` }))], places);
    const outer = radii(places), last = outer[outer.length - 1];
    const cx = last + ROOM, cy = last + 16, at = new Map(), placed = [];
    const centres = all.map((g, i) => ({ ...g, x: cx, y: cy + (i - (all.length - 1) / 2) * 34 }));
    for (const centre of centres) for (const id of centre.has) at.set(id, centre);
    for (const place of places) {
      let free = lines(place, outer);
      outer.forEach((r, k) => {
        const own = place.nodes.filter((n) => bandOf(n) === k);
        const fits = free.filter((y) => Math.abs(y) <= TALL * (r - 6));
        const taken = spread(fits.length >= own.length ? fits : free, own.length);
        free = free.filter((y) => !taken.includes(y));
        own.forEach((node, i) => {
          const y = taken[i], far = Math.min(r - 5, Math.max(radius(node, k, outer), Math.abs(y) / TALL));
          const one = { ...node, side: place.side, x: cx + place.side * Math.sqrt(Math.max(0, far * far - y * y)), y: cy + y };
          placed.push(one);
          if (k < BANDS.length) at.set(node.id, one);
        });
      });
    }
    return { width: cx * 2, height: cy * 2, cx, cy, outer, centres, placed, at };
  }

  return { layout, BANDS: BANDS.map(([name]) => name), groups };
}
