/** 7. The picture as a file, made in the page: SVG with its colours written into it, or PNG drawn from that. */
function keep() {
  const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-family", "font-size", "font-weight", "paint-order"];
  const NS = "http://www.w3.org/2000/svg";

  /** The drawing with everything it needs inside. @param {SVGElement} svg @returns {{text: string, width: number, height: number}} */
  function whole(svg) {
    const copy = svg.cloneNode(true), from = [svg, ...svg.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
    from.forEach((element, i) => {
      const look = getComputedStyle(element);
      for (const name of LOOKS) to[i].style.setProperty(name, look.getPropertyValue(name));
      for (const name of ["tabindex", "data-in", "data-id", "aria-pressed", "role"]) to[i].removeAttribute(name);
    });
    for (const ground of copy.querySelectorAll(".hit")) ground.remove();
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const paper = document.createElementNS(NS, "rect");
    for (const [name, value] of Object.entries({ width, height, fill: getComputedStyle(svg.closest(".wb")).backgroundColor })) paper.setAttribute(name, value);
    copy.prepend(paper);
    for (const [name, value] of Object.entries({ xmlns: NS, width, height })) copy.setAttribute(name, value);
    return { text: new XMLSerializer().serializeToString(copy), width, height };
  }

  function hand(blob, name) {
    const address = URL.createObjectURL(blob), out = document.createElement("a");
    out.href = address;
    out.download = name;
    out.click();
    setTimeout(() => URL.revokeObjectURL(address), 4000);
  }

  const asSvg = (svg) => hand(new Blob([whole(svg).text], { type: "image/svg+xml" }), "what-is-near.svg");

  /** At twice its size, so that it stays sharp on a slide. */
  async function asPng(svg) {
    const { text, width, height } = whole(svg), drawn = new Image();
    const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    try {
      drawn.src = address;
      await drawn.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
      canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
      hand(blob, "what-is-near.png");
    } finally { URL.revokeObjectURL(address); }
  }

  return { asSvg, asPng };
}
