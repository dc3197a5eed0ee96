import {xmlText} from "../xml/xml-text.ts";
import {namespaceOf} from "./data-xml.ts";
import type {MessageHead} from "./layout.ts";

/** What a service says where it cannot answer. */
export interface ErrorMessage {
  /** SDMX code of 2.1, HTTP status of 3.0. */
  readonly code: number;
  readonly text: string;
}

/** An error as an SDMX-ML message. */
export function errorXml({code, text}: ErrorMessage, version: "2.1" | "3.0"): string {
  const [mes, com] = [namespaceOf(version, "message"), namespaceOf(version, "common")];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<mes:Error xmlns:mes="${mes}" xmlns:com="${com}"><mes:ErrorMessage code="${code}"><com:Text xml:lang="en">${xmlText(text)}</com:Text></mes:ErrorMessage></mes:Error>\n`;
}

/** An error as an SDMX-JSON message, which is a data or structure message without data. */
export function errorJson({code, text}: ErrorMessage, {id, prepared, sender}: MessageHead): string {
  return JSON.stringify({
    meta: {id, test: false, prepared, contentLanguages: ["en"], sender: {id: sender.id}},
    errors: [{code, titles: {en: text}, detail: text}]
  });
}
