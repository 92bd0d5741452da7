/** The forms in which a list of works can be taken along; the page and the API offer these. */
import type { CslItem } from "#lib/sources/csl";
import { bibtex } from "#lib/sources/styles/bibtex";
import { inverted } from "#lib/sources/styles/names";
import { ris } from "#lib/sources/styles/ris";
import { plain } from "#lib/sources/styles/runs";
import { STYLES, type StyleName } from "#lib/sources/styles/styles";

export interface Form {
  mediaType: string;
  /** Without the dot. */
  extension: string;
  write(works: readonly CslItem[]): string;
}

const inStyle = (style: StyleName): Form => ({
  mediaType: "text/plain; charset=utf-8",
  extension: `${style}.txt`,
  write: (works) => works.map((work) => `${plain(STYLES[style].reference(work))}\n`).join("\n"),
});

export const FORMS = {
  csl: {
    mediaType: "application/vnd.citationstyles.csl+json",
    extension: "csl.json",
    write: (works) => `${JSON.stringify(works, null, 2)}\n`,
  },
  bibtex: { mediaType: "application/x-bibtex; charset=utf-8", extension: "bib", write: bibtex },
  ris: { mediaType: "application/x-research-info-systems; charset=utf-8", extension: "ris", write: ris },
  mla: inStyle("mla"),
  apa: inStyle("apa"),
  chicago: inStyle("chicago"),
} satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;

export const isForm = (name: string): name is FormName => Object.hasOwn(FORMS, name);

const { compare } = new Intl.Collator("en", { numeric: true });

/** By author, else by title without its article, as lists of works are in every style. */
export function inOrder<T>(entries: readonly T[], workOf: (entry: T) => CslItem): T[] {
  const key = (entry: T) => {
    const { author: [first] = [], title } = workOf(entry);
    return `${first ? inverted(first) : ""} ${title.replace(/^(?:an?|the)\s+/i, "")}`.trim().replace(/^\P{L}+/u, "");
  };
  return entries.toSorted((a, b) => compare(key(a), key(b)));
}
