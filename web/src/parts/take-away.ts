const paper = "#fdfcf9";
const fonts = '"IBM Plex Sans", "Segoe UI", "Noto Sans", Arial, sans-serif';

/** A drawn chart as a file that stands alone: its fonts named, its paper under it. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("font-family", fonts);
  copy.removeAttribute("class");
  const sheet = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({width: "100%", height: "100%", fill: paper}))
    sheet.setAttribute(name, value);
  copy.querySelector("desc")?.after(sheet);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** The chart as a picture of twice its size, for slides and print. */
export async function pngOf(svg: SVGSVGElement, scale = 2): Promise<Blob> {
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)) * scale);
  const url = URL.createObjectURL(new Blob([svgText(svg)], {type: "image/svg+xml"}));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, {width, height});
    canvas.getContext("2d")!.drawImage(image, 0, 0, width!, height!);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png")
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
