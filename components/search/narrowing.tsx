import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { paths } from "#lib/paths";
import type { Asked } from "#lib/search/schema";
import type { Found, Narrowing as Way } from "#lib/search/view";

type Name = Exclude<keyof Asked, "q" | "after">;

interface Choice {
  label: ReactNode;
  value: string;
  count?: number;
}

const KINDS = ["ARGUMENT", "THREAD", "SOURCE", "TEXT", "PASSAGE"] as const;

/** Every way to look in less: links, each the address of what it leaves. What is chosen already is taken back above the results. */
export function Narrowing({ asked, found }: { asked: Asked; found: Found }) {
  const t = useTranslations("search");
  const ofWays = (ways: Way[]): Choice[] => ways.map(({ value, label, count }) => ({ value, label, count }));
  const kinds = KINDS.filter(
    (kind) => found.kinds[kind] || (kind === "PASSAGE" && (asked.q || asked.thread || asked.source)),
  );
  const isOfArguments = found.kinds.ARGUMENT && (asked.kind ?? "argument") === "argument";
  const ofArguments = (...choices: [value: string, label: string][]): Choice[] =>
    isOfArguments ? choices.map(([value, label]) => ({ value, label })) : [];
  const groups: [Name, string, Choice[]][] = [
    [
      "kind",
      t("what"),
      kinds.map((kind) => ({ value: kind.toLowerCase(), label: t(`kind.${kind}`), count: found.kinds[kind] })),
    ],
    ["stance", t("stance"), ofArguments(["pro", t("PRO")], ["con", t("CON")])],
    ["answered", t("answers"), ofArguments(["no", t("unanswered")], ["yes", t("answered")])],
    ["thread", t("thread"), ofWays(found.threads)],
    ["source", t("source"), ofWays(found.sources)],
    ["author", t("author"), ofWays(found.authors)],
  ];
  return (
    <nav className="narrowing" id="narrow" aria-labelledby="narrow-title">
      <h2 className="section-title" id="narrow-title">
        {t("narrow")}
      </h2>
      {groups.map(([name, title, choices]) => (
        <Group key={name} name={name} title={title} choices={choices} asked={asked} />
      ))}
    </nav>
  );
}

/** One sort of ways; none where one of them was taken. */
function Group({ name, title, choices, asked }: { name: Name; title: string; choices: Choice[]; asked: Asked }) {
  const { after: _, ...kept } = asked;
  const others = choices.filter(({ value }) => value !== asked[name]);
  if (others.length === 0 || (asked[name] && name !== "kind")) return null;
  return (
    <section>
      <h3 className="label">{title}</h3>
      <ul>
        {others.map(({ value, label, count }) => (
          <li key={value}>
            <a href={paths.search({ ...kept, [name]: value })}>{label}</a>
            {count !== undefined && <span className="meta">{count}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
