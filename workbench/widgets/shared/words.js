/** How numbers and times are said. */
function words() {
  /** `count(1, "score")` → "1 score"; `count(2, "reply", "replies")` → "2 replies". */
  const count = (n, one, many) => `${n} ${n === 1 ? one : (many ?? `${one}s`)}`;

  /** A range of weeks: "2 to 6 weeks"; what is less than one in working days: "2 days to 1 week". */
  function weeks([low, high]) {
    const [first, last] = [low, high].map((n) => (n < 1 ? [Math.round(5 * n), "day"] : [n, "week"]));
    if (first.join() === last.join()) return count(...last);
    return `${!low || first[1] === last[1] ? first[0] : count(...first)} to ${count(...last)}`;
  }

  /** Seconds as a clock says them: 374 → "6:14", −42 → "−0:42". */
  function clock(seconds) {
    const whole = Math.abs(seconds < 0 ? Math.floor(seconds) : Math.ceil(seconds));
    return `${seconds < 0 && whole ? "−" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  }

  /** A statistic between −1 and 1 without its leading zero: .66, −.45, 1.00; "unknown" for nothing. */
  function statistic(value) {
    if (value === null || value === undefined || Number.isNaN(value)) return "unknown";
    return value.toFixed(2).replace("-", "−").replace(/^(−?)0\./, "$1.");
  }

  /** "A, B and C". */
  function list(items) {
    return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
  }

  /** The hour of a moment as the store line says it, in this browser's time: "14:14:22". */
  function hour(moment = Date.now()) {
    const date = new Date(moment);
    if (Number.isNaN(date.getTime())) return String(moment);
    return [date.getHours(), date.getMinutes(), date.getSeconds()].map((n) => String(n).padStart(2, "0")).join(":");
  }

  /** A moment with its day, in this browser's time: "Tue 24 Nov, 14:00". */
  function day(moment) {
    const date = new Date(moment);
    if (Number.isNaN(date.getTime())) return String(moment);
    return `${date.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" })}, ${hour(moment).slice(0, 5)}`;
  }

  return { count, weeks, clock, statistic, list, hour, day };
}
