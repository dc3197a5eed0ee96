import type {Figure} from "../../base/figure.ts";
import type {Language} from "../../base/label.ts";
import type {Pack} from "../../base/pack.ts";
import type {Source} from "../../base/source.ts";
import {formatDate, stop} from "../../charts/format.ts";
import type {FigureWords} from "./figure-words.ts";

/** How to cite a figure: a reference in the style of the APA, and entries for BibTeX. */
export interface Citation {
  /** The data set first, then the sources that carry the figure, a line each. */
  readonly apa: string;
  readonly bibtex: string;
}

/** What a citation is made of. */
export interface Cited {
  readonly figure: Figure;
  readonly words: FigureWords;
  readonly sources: readonly Source[];
  readonly pack: Pick<Pack, "name" | "title" | "version" | "licence" | "profile"> | undefined;
  readonly asOf: string;
}

const terms = {
  en: {
    noDate: "n.d.",
    dataSet: "Data set",
    version: "Version",
    retrieved: (day: string, url: string) => `Retrieved ${day}, from ${url}`,
    asKnown: (day: string) => `as known on ${day}`,
    figure: "figure"
  },
  ru: {
    noDate: "б. д.",
    dataSet: "Набор данных",
    version: "Версия",
    retrieved: (day: string, url: string) => `Дата обращения: ${day.replace(/\.$/, "")}. ${url}`,
    asKnown: (day: string) => `по данным на ${day}`,
    figure: "показатель"
  }
} as const;

/** Cites a figure as it stands in its pack, and the sources that carry it. */
export function cite(cited: Cited, language: Language): Citation {
  return {
    apa: [packReference(cited, language), ...cited.sources.map((source) => sourceReference(source, language))].join(
      "\n"
    ),
    bibtex: [packEntry(cited, language), ...cited.sources.map((source) => sourceEntry(source, language))].join("\n\n")
  };
}

function packReference({figure, words, pack, asOf}: Cited, language: Language): string {
  const own = terms[language];
  const what = `${words.title} [${words.basis}; ${own.figure} ${figure.id}; ${own.asKnown(formatDate(asOf, language))}]`;
  if (!pack) return `Concord. ${what}.`;
  return `Concord. (${asOf.slice(0, 4)}). ${capital(what)}. ${own.dataSet}: ${packTitle(pack, language)} (${own.version} ${pack.version}; ${pack.licence}).`;
}

/** A source as the APA cites it: author (date). Title. Address, with the day it was read as pages change. */
export function sourceReference({publisher, published, title, url, retrieved}: Source, language: Language): string {
  const own = terms[language];
  const date = published === undefined ? own.noDate : apaDate(published, language);
  const parts = [stop(publisher), `(${date}).`, ...(title === undefined ? [] : [stop(title)])];
  return [...parts, own.retrieved(formatDate(retrieved, language), url)].join(" ");
}

/** The year first: "2023, March 27". */
function apaDate(date: string, language: Language): string {
  if (/^\d{4}$/.test(date)) return date;
  if (language === "ru") return formatDate(date, "ru");
  const [day, month] = /^(?:(\d+) )?(\p{L}+) \d{4}$/u.exec(formatDate(date, "en"))?.slice(1) ?? [];
  return [date.slice(0, 4), [month, day].filter((part) => part !== undefined).join(" ")].join(", ");
}

function packTitle({title, profile}: NonNullable<Cited["pack"]>, language: Language): string {
  return profile.titles?.[language] ?? title;
}

function packEntry({figure, words, pack, asOf}: Cited, language: Language): string {
  const own = terms[language];
  return entry(`concord-${figure.id}`, {
    author: "{Concord}",
    title: `{${escapeTex(`${capital(words.title)} [${words.basis}]`)}}`,
    howpublished: pack && `{${escapeTex(`${own.dataSet}: ${packTitle(pack, language)}`)}}`,
    version: pack && `{${escapeTex(pack.version)}}`,
    year: `{${asOf.slice(0, 4)}}`,
    note: `{${escapeTex([`${own.figure} ${figure.id}`, own.asKnown(asOf), pack?.licence].filter(Boolean).join(", "))}}`,
    language: `{${language === "ru" ? "russian" : "english"}}`
  });
}

function sourceEntry({id, publisher, published, title, url, retrieved, language: spoken}: Source, language: Language) {
  return entry(id, {
    author: `{{${escapeTex(publisher)}}}`,
    title: `{${escapeTex(title ?? url)}}`,
    year: published && `{${published.slice(0, 4)}}`,
    date: published && `{${published}}`,
    url: `{${url.replaceAll(/[{}\\]/g, encodeURIComponent)}}`,
    urldate: `{${retrieved}}`,
    language: `{${spoken === "ru" ? "russian" : spoken === "en" ? "english" : spoken}}`,
    note: language === "ru" ? "{Источник показателя}" : "{Source of the figure}"
  });
}

function entry(key: string, fields: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@misc{${key.replaceAll(/[^\w.:-]/g, "-")},\n${lines.join(",\n")}\n}`;
}

const texEscapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}"
};

/** Characters that mean something to TeX, as text. */
function escapeTex(text: string): string {
  return text.replaceAll(/[\\{}%&#_$~^]/g, (character) => texEscapes[character] ?? `\\${character}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
