/**
 * A debate in small, as a page that other sites may frame: the question, both sides with what stands first on them, as an
 * outline or as a map, and the way here. It is whole in itself: no script, no cookie, nothing fetched; it takes the reader's own light or dark.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Item, OutlineView } from "#lib/arguments/screens";
import type { Stance } from "#lib/arguments/view";
import { mapOf } from "#lib/feeds/embed-map";
import { doubtWords, words } from "#lib/feeds/words";
import { attributes, escapeXml } from "#lib/maps/xml";
import { paths } from "#lib/paths";
import type { CitationView } from "#lib/sources/view";

/** The folder of the project is where every process of it runs. */
const sheet = (path: string) => readFileSync(join(process.cwd(), path), "utf8");

let style: { css: string; hash: string } | undefined;

/** The values of the look and the few rules of this page, without what is for those who write them; and their hash. */
export function embedStyle(): { css: string; hash: string } {
  if (style) return style;
  const css = [sheet("app/tokens.css"), sheet("components/maps/embed.css")]
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .trim();
  style = { css, hash: `sha256-${createHash("sha256").update(css).digest("base64")}` };
  return style;
}

/** The two ways to look at it, which lead to each other. */
export type Way = "outline" | "map";

/** Every link but that leaves the frame. */
const link = (href: string, inside: string, given: Parameters<typeof attributes>[0] = {}) =>
  `<a${attributes({ href, target: "_blank", rel: "noopener", ...given })}>${inside}</a>`;

const SIGNS = {
  PRO: '<svg viewBox="0 0 12 12" class="sign" aria-hidden="true"><circle cx="6" cy="6" r="6" fill="currentColor"/><path d="M6 3v6M3 6h6" stroke="var(--paper)" stroke-width="1.5"/></svg>',
  CON: '<svg viewBox="0 0 12 12" class="sign" aria-hidden="true"><circle cx="6" cy="6" r="5.3" fill="none" stroke="currentColor" stroke-width="1.3"/><path d="M3.5 6h5" stroke="currentColor" stroke-width="1.5"/></svg>',
} as const;

/** `site`: the address under which everything stands. */
export function embedOf(view: OutlineView, site: string, way: Way): string {
  const { thread, sides, columns } = view;
  const { slug, question } = thread;
  const here = site + paths.thread(slug);
  const column = (stance: Stance) => {
    const { shown, rest } = columns[stance];
    const more = rest > 0 ? `<p class="meta">${link(here, escapeXml(words("more", { count: rest })))}</p>` : "";
    const list = shown.length > 0 ? items(shown, site) : `<p class="meta">${escapeXml(words("none"))}</p>`;
    return `<section class="${stance.toLowerCase()}"><h2>${SIGNS[stance]} ${escapeXml(
      words(stance === "PRO" ? "pro" : "con", { count: sides[stance] }),
    )}</h2>${list}${more}</section>`;
  };
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeXml(question)}</title><link${attributes({ rel: "canonical", href: here })}>`,
    `<style>${embedStyle().css}</style></head><body>`,
    `<header><p class="wordmark">${link(site, escapeXml(words("name")))}</p><h1>${link(here, escapeXml(question))}</h1></header>`,
    way === "map"
      ? `<main class="mapped">${mapOf(view, site)}</main>`
      : `<main>${column("PRO")}${column("CON")}</main>`,
    `<footer>${link(here, escapeXml(words("open")))} ${elsewhere(slug, way)}</footer></body></html>`,
  ].join("");
}

const elsewhere = (slug: string, way: Way): string =>
  way === "map"
    ? `<a${attributes({ href: paths.embed(slug) })}>${escapeXml(words("asOutline"))}</a>`
    : `<a${attributes({ href: paths.embedMap(slug) })}>${escapeXml(words("asMap"))}</a>`;

const items = (list: readonly Item[], site: string): string =>
  `<ul>${list.map((item) => `<li>${itemOf(item, site)}</li>`).join("")}</ul>`;

function itemOf({ argument, below }: Item, site: string): string {
  const { id, number, claim, author, state, citations } = argument;
  const address = site + paths.argument(id);
  if (claim === null) return `<p class="meta">#${number} ${escapeXml(words("gone", { state }))}</p>`;
  const [citation] = citations;
  return [
    `<p class="meta">#${number} · ${escapeXml(author.name)}</p>`,
    `<p class="claim" dir="auto">${link(address, escapeXml(claim))}</p>`,
    citation ? quotationOf(citation, site) : "",
    below > 0 ? `<p class="meta">${link(address, escapeXml(words("answers", { count: below })))}</p>` : "",
  ].join("");
}

function quotationOf({ spans, source: { slug, title, kind }, challenges = [] }: CitationView, site: string): string {
  const quote = spans.map((span) => `<mark>${escapeXml(span.quote)}</mark>`).join(" … ");
  const digest = kind === "DIGEST" ? `, ${words("digest")}` : "";
  const from = link(site + paths.source(slug), `<cite>${escapeXml(title)}</cite>${escapeXml(digest)}`);
  const doubts = challenges.map(({ kind, ruled, argument }) => {
    const said = doubtWords(ruled ? "ruled" : "open", { kind: doubtWords(`kinds.${kind}`) });
    return ` · ${link(site + paths.challenge(argument), escapeXml(said))}`;
  });
  return `<figure><blockquote dir="auto">“${quote}”</blockquote><figcaption class="meta">${from}${doubts.join("")}</figcaption></figure>`;
}
