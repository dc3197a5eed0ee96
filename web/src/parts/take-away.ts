import {ink, paper} from "../../../src/charts/data/palette.ts";

/** Pixels of the picture for each of the chart's, so that it stays sharp in print. */
const sharpness = 2;
const margin = 16;

/** A chart as a file of its own: white paper behind it, its namespace and colours in it, readable without this app. */
export function svgFile(svg: SVGSVGElement, fontCss = ""): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [width, height] = sizeOf(svg);
  copy.setAttribute("viewBox", `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`);
  copy.setAttribute("width", String(width + 2 * margin));
  copy.setAttribute("height", String(height + 2 * margin));
  copy.setAttribute("font-family", "'IBM Plex Sans', 'IBM Plex Sans Variable', system-ui, sans-serif");
  const namespace = "http://www.w3.org/2000/svg";
  const sheet = document.createElementNS(namespace, "style");
  sheet.textContent = `${fontCss}text,tspan{white-space:pre}`;
  const ground = document.createElementNS(namespace, "rect");
  for (const [name, value] of Object.entries({
    x: -margin,
    y: -margin,
    width: width + 2 * margin,
    height: height + 2 * margin,
    fill: paper
  }))
    ground.setAttribute(name, String(value));
  copy.prepend(sheet, ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

function sizeOf(svg: SVGSVGElement): [number, number] {
  return [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
}

/** A chart as a picture of dots, in the app's own type. */
export async function pngFile(svg: SVGSVGElement): Promise<Blob> {
  const text = svgFile(svg, await embeddedFonts());
  const address = URL.createObjectURL(new Blob([text], {type: "image/svg+xml"}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    const [width, height] = sizeOf(svg).map((one) => one + 2 * margin) as [number, number];
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    const context = canvas.getContext("2d")!;
    context.fillStyle = paper;
    context.strokeStyle = ink;
    context.scale(sharpness, sharpness);
    context.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be made"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

let fonts: Promise<string> | undefined;

/** The sans faces of the page as data: a picture drawn from SVG may load nothing. */
function embeddedFonts(): Promise<string> {
  fonts ??= Promise.all(sansFaces().map(embed)).then((faces) => faces.join("\n"));
  return fonts;
}

function sansFaces(): CSSFontFaceRule[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .filter((rule) => rule.style.getPropertyValue("font-family").includes("IBM Plex Sans"));
}

async function embed(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (address === undefined) return "";
  const sheet = rule.parentStyleSheet?.href ?? location.href;
  const bytes = new Uint8Array(await (await fetch(new URL(address, sheet))).arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  const range = rule.style.getPropertyValue("unicode-range");
  const source = `url(data:font/woff2;base64,${btoa(binary)}) format("woff2")`;
  return `@font-face{font-family:"IBM Plex Sans Variable";font-weight:100 700;src:${source};${range ? `unicode-range:${range}` : ""}}`;
}

/** Hands a file to the reader. Tables with other letters than ASCII begin with a mark, or Excel would misread them. */
export function saveFile(name: string, content: Blob | string, type = "text/plain"): void {
  const blob =
    typeof content === "string" ? new Blob([withMark(content, type)], {type: `${type};charset=utf-8`}) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function withMark(text: string, type: string): string {
  return type === "text/csv" && /[^\0-\x7f]/.test(text) ? `\ufeff${text}` : text;
}
