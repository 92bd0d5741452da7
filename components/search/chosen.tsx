import { useTranslations } from "next-intl";
import { paths } from "#lib/paths";
import type { Asked } from "#lib/search/schema";
import type { Found, Narrowing } from "#lib/search/view";

/** What the search is narrowed down to; each link takes one of them back. */
export function Chosen({ asked, found }: { asked: Asked; found: Found }) {
  const t = useTranslations("search");
  const { q, after: _, ...kept } = asked;
  const names = useChosenNames(asked, found);
  if (names.length === 0) return null;
  return (
    <ul className="chosen" aria-label={t("narrowing")}>
      {names.map(([name, label]) => (
        <li key={name}>
          <a href={paths.search({ q, ...kept, [name]: undefined })} title={t("without", { label })}>
            {label} <span aria-hidden="true">×</span>
            <span className="sr-only"> {t("remove")}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const labelIn = (ways: Narrowing[], value: string) => ways.find((way) => way.value === value)?.label ?? value;

function useChosenNames(asked: Asked, found: Found): [keyof Asked, string][] {
  const t = useTranslations("search");
  const { kind, thread, source, author, stance, side, turn, answered } = asked;
  const names: [keyof Asked, string | false | undefined][] = [
    ["kind", kind && t(`kind.${kind.toUpperCase() as Uppercase<typeof kind>}`)],
    ["thread", thread && labelIn(found.threads, thread)],
    ["source", source && labelIn(found.sources, source)],
    ["author", author && t("chosen.author", { author: labelIn(found.authors, author) })],
    ["stance", stance && t(`chosen.${stance}`)],
    ["side", side && t(side === "pro" ? "chosen.sidePro" : "chosen.sideCon")],
    ["turn", turn && t("chosen.turn", { turn })],
    ["answered", answered && t(answered === "yes" ? "chosen.answeredYes" : "chosen.answeredNo")],
    ["dropped", asked.dropped && t("chosen.dropped")],
    ["alone", asked.alone && t("chosen.alone")],
    ["words", asked.words && t(`chosen.${asked.words}`)],
    ["marked", asked.marked && t("chosen.marked")],
    ["passage", asked.passage && t("chosen.passage")],
    ["contested", asked.contested && t("chosen.contested")],
  ];
  return names.filter((pair): pair is [keyof Asked, string] => typeof pair[1] === "string" && pair[1] !== "");
}
