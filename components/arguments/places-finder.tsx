import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";

interface Props {
  /** The page that finds and goes on; `hidden` is what it must be told again. */
  path: string;
  hidden: Record<string, string>;
  asked: string;
  question: { claim: string; href: string } | null;
  found: { id: string; number: number; claim: string; href: string; obstacle: string | null }[];
  number: number;
  /** What is looked for, where it is not what an argument answers. */
  label?: string;
}

/** Looks for what an argument is to answer, among what its thread holds. */
export function PlaceFinder({ path, hidden, asked, question, found, number, label }: Props) {
  const t = useTranslations("places");
  return (
    <>
      <form className="find" action={path} method="get">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField name="find" label={label ?? t("find")} hint={t("findHint")} defaultValue={asked} type="search" />
        <Button small>{t("look")}</Button>
      </form>
      <ol className="candidates">
        {question && (
          <li>
            <a href={question.href}>
              <span className="ref">{t("question")}</span> <span className="claim">{question.claim}</span>
            </a>
          </li>
        )}
        {found.map(({ id, number: its, claim, href, obstacle }) => (
          <li key={id}>
            {obstacle === null ? (
              <a href={href}>
                <span className="ref">#{its}</span> <span className="claim">{claim}</span>
              </a>
            ) : (
              <div>
                <span className="ref">#{its}</span> <span className="claim">{claim}</span>
                <p className="meta">{t(`obstacle.${obstacle as "below"}`, { number })}</p>
              </div>
            )}
          </li>
        ))}
      </ol>
      {asked && found.length === 0 && <p className="read">{t("none")}</p>}
    </>
  );
}
