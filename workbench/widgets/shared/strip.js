/** Where the meeting is: requisition, agenda with minutes, time left in this part. */
function strip({ dom, icons, words, control }) {
  const { h } = dom;
  const clocks = new WeakMap();

  /** Seconds left now. `ends` is in seconds since 1970 while the clock runs; `left` is what it stopped at. */
  const secondsLeft = (clock) => (clock.running ? clock.ends - Date.now() / 1000 : clock.left);

  /**
   * The session's clock as the strip shows it.
   * @param {{total_min: number, part: number, running: boolean, since: ?string, parts: Array<{title: string, minutes: number, elapsed_s: number}>}} clock
   */
  function meeting(clock) {
    const since = clock.running && clock.since ? Date.parse(clock.since) / 1000 : null;
    const spent = (part, i) => part.elapsed_s + (i === clock.part && since ? Math.max(0, Date.now() / 1000 - since) : 0);
    const now = clock.parts[clock.part], left = now ? now.minutes * 60 - now.elapsed_s : 0;
    return {
      parts: clock.parts.map((part, i) => ({ title: part.title, minutes: part.minutes, now: i === clock.part,
        done: i < clock.part ? 1 : Math.min(1, spent(part, i) / (part.minutes * 60)) })),
      clock: now ? { running: since !== null, ends: (since ?? 0) + left, left, total: clock.total_min } : null,
    };
  }

  /** Said aloud when a part has 5 minutes and 1 minute left, and when its time is over; never every second. */
  function announcement(before, now) {
    const crossed = (mark) => before > mark && now <= mark;
    if (crossed(300)) return "5 minutes left in this part.";
    if (crossed(60)) return "1 minute left in this part.";
    return crossed(0) ? "The time for this part is over." : null;
  }

  // The clock writes its own text once a second, so that a second never redraws a screen.
  function ticking(say) {
    return (element) => {
      let before = Infinity;
      const tick = () => {
        const clock = clocks.get(element);
        if (!clock) return;
        const now = secondsLeft(clock), text = words.clock(now);
        if (element.textContent !== text) element.textContent = text;
        const said = clock.running ? announcement(before, now) : null;
        before = now;
        if (said) say(said);
      };
      const timer = setInterval(tick, 250);
      queueMicrotask(tick);
      return () => clearInterval(timer);
    };
  }

  /**
   * @param {{title: string, under?: string, parts: Array<{title: string, minutes: number, done: number, now?: boolean}>,
   *   clock: ?{running: boolean, ends: number, left: number, total: number}, say: (text: string) => void,
   *   pause?: () => void, meeting: boolean, larger: () => void}} of
   *   `done` is 0–1; `total` is the meeting's minutes; without `pause` the clock cannot be stopped from here
   */
  function strip({ title, under, parts, clock, say, pause, meeting, larger, key }) {
    return h("header.strip", { key },
      h("div.req", {}, dom.said(title), under ? h("small", {}, dom.said(under)) : null),
      h("ol.agenda-bar", { "aria-label": "Agenda", style: { "grid-template-columns": parts.map((p) => `minmax(max-content, ${p.minutes}fr)`).join(" ") } },
        parts.map((part) => h("li", { key: part.title, class: part.now && "now", "aria-current": part.now ? "step" : null, style: { "--p": `${Math.round(100 * part.done)}%` } },
          part.done >= 1 && !part.now ? [icons.icon("check"), " "] : null, part.title, " ", h("span.m", {}, `${part.minutes} min`)))),
      h("div.clock", {},
        clock ? h("b", { key: "time", role: "timer", "aria-label": "Time left in this part", opaque: true, ref: ticking(say), after: (element) => clocks.set(element, clock) }) : null,
        clock ? h("small", { key: "all" }, "left in this part", h("br"), `${clock.total} min in all`) : null,
        clock && pause ? control.button({ key: "pause", icon: clock.running ? "pause" : "play", name: clock.running ? "Pause the clock" : "Start the clock", press: pause }) : null,
        control.button({ key: "larger", icon: "larger", label: "Meeting view", pressed: meeting, press: larger, always: true })));
  }

  /** The line under the title: the requisition if it has one, who this is, and whether it is practice. */
  const whose = ({ requisition, me, mode }, runs = false) => [requisition,
    runs && me.facilitator ? `${me.name} is facilitating` : `you are ${me.name}`, mode === "practice" ? "practice" : null].filter(Boolean).join(" · ");

  return { whose, strip, meeting, announcement, secondsLeft };
}
