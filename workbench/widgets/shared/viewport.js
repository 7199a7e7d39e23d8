/** How much of the notebook is seen at once: `--wb-view`, for what must stay in view beside a long widget. */
function viewport() {
  /** The nearest ancestor that scrolls; null when that is the window. */
  function scroller(element) {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowY } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at;
    }
    return null;
  }

  /** Keep `--wb-view` of the widget at the height of what scrolls it. @returns {() => void} stop */
  function follow(root) {
    let before = null, watched = null;
    const measure = () => {
      const around = root.classList.contains("wb-meeting") ? null : scroller(root);
      // It shrinks without the window when something opens beside the notebook or under it.
      if (around !== watched) { if (watched) watch.unobserve(watched); if (around) watch.observe(around); watched = around; }
      const height = around ? around.clientHeight : window.innerHeight;
      if (height !== before) root.style.setProperty("--wb-view", `${height}px`);
      before = height;
    };
    const watch = new ResizeObserver(measure);
    watch.observe(root);
    window.addEventListener("resize", measure);
    return () => { watch.disconnect(); window.removeEventListener("resize", measure); };
  }

  return { follow };
}
