/** A frozen state as one refers to it: a page of the day on which it was frozen. */

import { createTranslator } from "use-intl/core";
import { paths } from "#lib/paths";
import { type CslItem, cslDate } from "#lib/sources/csl";
import { bibtex } from "#lib/sources/styles/bibtex";
import type { Run } from "#lib/sources/styles/runs";
import { STYLE_NAMES, STYLES, type StyleName } from "#lib/sources/styles/styles";
import messages from "#messages/en" with { type: "json" };

/** References are written in one language, whoever reads them. */
const words = createTranslator({ locale: "en-GB", messages, namespace: "snapshots.reference" });

interface Cited {
  id: string;
  slug: string;
  question: string;
  takenAt: string;
  hash: string;
}

function workOf({ id, slug, question, takenAt }: Cited, appUrl: string): CslItem {
  return {
    id: `${slug}-${id}`,
    type: "webpage",
    title: question,
    "container-title": words("site"),
    issued: cslDate(takenAt.slice(0, 10)),
    URL: `${appUrl}${paths.snapshot(slug, id)}`,
    genre: words("kind"),
  };
}

export interface References {
  lines: { style: StyleName; runs: Run[] }[];
  /** With the hash, by which anybody can tell whether a file is the one that was cited. */
  bibtex: string;
}

export function referencesTo(cited: Cited, appUrl: string): References {
  const work = workOf(cited, appUrl);
  return {
    lines: STYLE_NAMES.map((style) => ({ style, runs: STYLES[style].reference(work) })),
    bibtex: bibtex([{ ...work, genre: words("hashed", { hash: cited.hash }) }]),
  };
}
