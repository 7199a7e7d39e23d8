/** The small line drawings. Each is decoration: the word beside it says the same. */
function icons({ dom }) {
  const PATHS = {
    check: "M3 8.5l3.2 3.2L13 4.8",
    lock: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 015 0v2.5",
    info: "M8 2a6 6 0 100 12A6 6 0 008 2zM8 7.2v3.6M8 4.9v.2",
    clock: "M8 2a6 6 0 100 12A6 6 0 008 2zM8 4.8V8l2.3 1.5",
    eye: "M2 8s2.3-4 6-4 6 4 6 4-2.3 4-6 4-6-4-6-4zM8 6.3a1.7 1.7 0 100 3.4 1.7 1.7 0 000-3.4z",
    hidden: "M2 8s2.3-4 6-4 6 4 6 4-2.3 4-6 4-6-4-6-4zM3 13L13 3",
    pause: "M5.5 4v8M10.5 4v8",
    play: "M5.5 3.8v8.4L12 8z",
    larger: "M2.5 6V2.5H6M13.5 10v3.5H10M2.5 10v3.5H6M13.5 6V2.5H10",
    quote: "M6.5 4.5C4.5 5 3.5 6.5 3.5 8.7v2.8h3V8.3h-1.7M12.5 4.5c-2 .5-3 2-3 4.2v2.8h3V8.3h-1.7",
    note: "M2.5 3.5h11v7h-6l-3 2.5v-2.5h-2z",
    differ: "M3 8h10M8 4l4 8M5 5.5L3 8l2 2.5M11 5.5L13 8l-2 2.5",
    next: "M3 8h10M9 4l4 4-4 4",
    back: "M13 8H3M7 4L3 8l4 4",
    down: "M4 6l4 4 4-4",
    up: "M4 10l4-4 4 4",
    close: "M4 4l8 8M12 4l-8 8",
    add: "M8 3v10M3 8h10",
    remove: "M3.5 4.5h9M6.5 4.5V3h3v1.5M4.7 4.5l.6 8.5h5.4l.6-8.5",
    edit: "M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.4 4.4l2.2 2.2",
    undo: "M3.5 6h6a3.5 3.5 0 010 7H6M3.5 6l3-3M3.5 6l3 3",
    drag: "M6 3.5v.2M10 3.5v.2M6 8v.2M10 8v.2M6 12.5v.2M10 12.5v.2",
    find: "M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.4 10.4L14 14",
    table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9",
    page: "M4 2h5.5L12 4.5V14H4zM9.5 2v2.5H12",
    person: "M8 8.2a2.6 2.6 0 100-5.2 2.6 2.6 0 000 5.2zM3.2 13.5c.4-2.6 2.3-4 4.8-4s4.4 1.4 4.8 4",
    flag: "M4 14V2.5h7.5L10 5.2l1.5 2.8H4",
    download: "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.5h10",
  };

  /**
   * @param {keyof typeof PATHS} name
   * @returns {Element_} an svg, hidden from screen readers
   */
  function icon(name) {
    if (!PATHS[name]) throw new Error(`no icon called ${name}`);
    return dom.h("svg.i", { viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" }, dom.h("path", { d: PATHS[name] }));
  }

  return { icon, names: Object.keys(PATHS) };
}
