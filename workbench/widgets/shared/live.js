/** What a screen reader hears: one calm voice, and one that interrupts (only when the store is gone). */
function live({ dom }) {
  /** @param {HTMLElement} root @returns {{say: (text: string) => void, interrupt: (text: string) => void}} */
  function voices(root) {
    const make = (politeness) => {
      const element = document.createElement("div");
      element.className = "sr";
      element.setAttribute("aria-live", politeness);
      element.setAttribute("aria-atomic", "true");
      root.append(element);
      return element;
    };
    const polite = make("polite"), assertive = make("assertive");
    // The same sentence twice is heard twice: a space at its end makes it new.
    const speak = (element, text) => { element.textContent = element.textContent === text ? `${text} ` : text; };
    return { say: (text) => speak(polite, text), interrupt: (text) => speak(assertive, text) };
  }
  return { voices };
}
