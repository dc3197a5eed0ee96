import type {Language} from "../../base/label.ts";
import type {Knowledge, Pack, PackDocument} from "../../base/pack.ts";
import {type CheckedDocument, checkDocument} from "../../claims/check.ts";
import {readDocument} from "../../claims/text/documents.ts";
import {type CliContext, openKnowledge, writeNote} from "../context.ts";

/** What a check of a pack's document needs. */
export interface PackTextOptions {
  readonly pack: Pack;
  readonly folder: string;
  /** As known on the day of the brief. */
  readonly knowledge: Knowledge;
  /** Given when the user chose the day; else the document is checked as known when it was posted. */
  readonly asOf?: string;
  readonly language: Language;
  readonly store?: string;
}

/** Checks the document that the pack names, in the language asked for where the pack has it; none names none. */
export async function checkPackText(context: CliContext, options: PackTextOptions): Promise<CheckedDocument[]> {
  const {pack, folder, knowledge, asOf, language, store} = options;
  const document = documentIn(pack, language);
  if (!document) return [];
  const {posted} = readDocument(document.text);
  if (asOf === undefined && posted === undefined)
    writeNote(context, `Document "${document.path}" has no posting date; it is checked as known on ${knowledge.asOf}`);
  if (asOf !== undefined || posted === undefined) return [checkDocument(document.text, {knowledge})];
  const then = await openKnowledge(context, [folder], posted, {store});
  return [checkDocument(document.text, {knowledge: then.knowledge, today: knowledge})];
}

/** The pack's document, or its sibling in another language: "text.en.md" has "text.ru.md". */
export function documentIn(
  {documents, profile}: Pick<Pack, "documents" | "profile">,
  language: Language
): PackDocument | undefined {
  const named = profile.document;
  if (named === undefined) return undefined;
  const sibling = named.replace(/\.[a-z]{2}(\.\w+)$/, `.${language}$1`);
  return documents.find(({path}) => path === sibling) ?? documents.find(({path}) => path === named);
}
