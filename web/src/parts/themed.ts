import {hairline, ink, neutralColour, paper, positionColours, quiet} from "../../../src/charts/data/palette.ts";

/** The colours that charts are drawn in, and the tokens that stand for them on the page. */
const tokens = new Map<string, string>([
  [ink, "var(--ink)"],
  [quiet, "var(--quiet)"],
  [hairline, "var(--line)"],
  [paper, "var(--paper)"],
  [neutralColour, "var(--series-none)"],
  ...positionColours.map((colour, index): [string, string] => [colour, `var(--series-${index + 1})`])
]);

const painted = ["fill", "stroke", "color"] as const;

/**
 * A copy of a chart that takes its colours from the page, so that it follows light and dark. The chart itself keeps the
 * colours of paper, in which it is taken away.
 */
export function themed(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const element of [copy, ...copy.querySelectorAll("*")])
    for (const name of painted) {
      const token = tokens.get(element.getAttribute(name) ?? "");
      if (token) element.setAttribute(name, token);
    }
  // The frame around it is the picture that is named; names of its groups mean nothing to a reader.
  for (const name of ["role", "aria-label"]) copy.removeAttribute(name);
  copy.setAttribute("aria-hidden", "true");
  copy.querySelectorAll("[aria-label]").forEach((one) => {
    one.removeAttribute("aria-label");
  });
  // Without the attribute the chart would follow its own size, not the page's; the viewBox keeps its shape.
  copy.querySelectorAll("title, desc").forEach((one) => {
    one.remove();
  });
  return copy;
}
