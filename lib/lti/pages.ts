/**
 * The pages that stand in a platform's frame: a button that opens the forum in a page of its own, what a link may lead to,
 * and why somebody was not let in. They need no script and no cookie; each is whole in itself.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ltiPaths } from "#lib/lti/addresses";
import type { Returned } from "#lib/lti/commands/choose";
import type { Launched } from "#lib/lti/commands/launch";
import { words } from "#lib/lti/words";
import { attributes, escapeXml } from "#lib/maps/xml";

/** The folder of the project is where every process of it runs. */
const SHEETS = ["app/tokens.css", "components/ui/controls.css", "components/lti/frame.css"];
let style: string | undefined;

function css(): string {
  style ??= SHEETS.map((path) => readFileSync(join(process.cwd(), path), "utf8"))
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .trim();
  return style;
}

const said = (key: string, values?: Record<string, string>) => escapeXml(words(key, values));

function page(nonce: string, title: string, body: string): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${title}</title><style${attributes({ nonce })}>${css()}</style></head><body>`,
    `<header class="wordmark"><span>${said("name")}</span></header><main><h1>${title}</h1>${body}</main></body></html>`,
  ].join("");
}

const hidden = (name: string, value: string) => `<input${attributes({ type: "hidden", name, value })}>`;
const button = (inside: string, kind = "button solid") => `<button${attributes({ class: kind })}>${inside}</button>`;

/** A cookie is a page's own only outside the frame: so the button leads to a page of its own. */
const enterForm = (ticket: string, inside: string, kind?: string) =>
  `<form${attributes({ method: "post", action: ltiPaths.enter, target: "_blank", rel: "noopener" })}>${hidden("ticket", ticket)}${button(inside, kind)}</form>`;

/** Who is let in is named before they go in: whoever was led here as somebody else sees it. */
export function launchPage({ name, class: className, enter, choice }: Launched, nonce: string): string {
  if (choice) return choicePage({ className, enter, choice }, nonce);
  const body = `<p>${said("enterAs", { name })}</p>${enterForm(enter, said("enter"))}`;
  return page(nonce, escapeXml(className), body);
}

function choicePage(
  { className, enter, choice }: { className: string; enter: string; choice: NonNullable<Launched["choice"]> },
  nonce: string,
): string {
  const option = (value: string, title: string, kind: string, checked: boolean) =>
    `<label><input${attributes({ type: "radio", name: "thread", value })}${checked ? " checked" : ""}> <span>${escapeXml(title)}</span> <small>${kind}</small></label>`;
  const options = [
    ...choice.from.map(({ value, kind, title }, i) => option(value, title, said(kind), i === 0)),
    option("", className, said("class"), choice.from.length === 0),
  ];
  const body = [
    choice.from.length === 0 ? `<p>${said("nothingYet")}</p>` : "",
    `<form${attributes({ method: "post", action: ltiPaths.choose })}>${hidden("ticket", choice.ticket)}`,
    `<fieldset><legend>${said("leadsTo")}</legend>${options.join("")}</fieldset>${button(said("choose"))}</form>`,
    enterForm(enter, said("enterClass"), "button"),
  ];
  return page(nonce, said("chooseFor", { name: className }), body.join(""));
}

/** The browser takes what was chosen to the platform. */
export function returnPage({ returnUrl, token, title }: Returned, nonce: string): string {
  const form = `<form${attributes({ method: "post", action: returnUrl })}>${hidden("JWT", token)}${button(said("add"))}</form>`;
  return page(nonce, escapeXml(title), `<p>${said("addMeans")}</p>${form}`);
}

/** Why not, in the words of the refusal. */
export const refusalPage = (sentence: string, nonce: string): string =>
  page(nonce, said("refused"), `<p>${escapeXml(sentence)}</p>`);
