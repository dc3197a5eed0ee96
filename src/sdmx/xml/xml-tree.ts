import type {Chunks} from "../records.ts";
import {makeXmlReader} from "./xml-reader.ts";

/** An element with all that is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** Reads a whole document into memory; for structure messages, which are small. */
export async function readXmlTree(chunks: Chunks): Promise<XmlElement> {
  const roots: XmlElement[] = [];
  const stack: {name: string; attributes: Readonly<Record<string, string>>; children: XmlElement[]; text: string}[] =
    [];
  const reader = makeXmlReader({
    open: (name, attributes) => stack.push({name, attributes, children: [], text: ""}),
    text: (text) => {
      stack.at(-1)!.text += text;
    },
    close: () => {
      const element = stack.pop()!;
      (stack.at(-1)?.children ?? roots).push(element);
    }
  });
  for await (const chunk of chunks) reader.write(chunk);
  reader.end();
  return roots[0]!;
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
