import { useTranslations } from "next-intl";
import { StanceLine } from "#components/arguments/card-head";
import { Quotation } from "#components/arguments/quotation";
import { TombstoneLine } from "#components/arguments/tombstone";
import { Day } from "#components/ui/day";
import { Rail } from "#components/ui/rail";
import type { ArgumentView, LinkView } from "#lib/arguments/view";
import { paths } from "#lib/paths";

interface Props {
  kind:
    | "post"
    | "revise"
    | "withdraw"
    | "moved"
    | "mark"
    | "flag"
    | "challenge"
    | "appeal"
    | "wording"
    | "split"
    | "redact";
  thread: { slug: string; question: string };
  /** What is answered, revised, withdrawn, judged, or stands on words that moved. */
  argument?: ArgumentView;
  links: readonly LinkView[];
}

/** Above a form: the thread, what one is about to do, and the claim that it concerns, on its rail. */
export function ArgumentFormHead({ kind, thread, argument, links }: Props) {
  const t = useTranslations("forms");
  const link = links.find(({ child }) => child === argument?.id);
  return (
    <header className="mb-6">
      <p className="kicker">
        <a href={paths.thread(thread.slug)}>{argument ? thread.question : t("toThread")}</a>
      </p>
      <h1 className="title">{t(`${kind}.title`, { number: argument?.number ?? 0 })}</h1>
      {!argument && <p className="claim mt-3">{thread.question}</p>}
      {argument && link && (
        <div className="answered mt-4">
          <Rail stance={link.stance} state={argument.tombstone ? "gone" : undefined}>
            <TombstoneLine argument={argument} />
            <p className="meta dots">
              <span>
                <StanceLine link={link} />
              </span>
              <span>
                <b>{argument.author.name}</b>, <Day at={argument.postedAt} />
              </span>
            </p>
            {argument.claim && (
              <p className="claim">
                <a href={paths.argument(argument.id)}>{argument.claim}</a>
              </p>
            )}
            {argument.citations.map((citation) => (
              <Quotation key={citation.id} citation={citation} />
            ))}
          </Rail>
        </div>
      )}
    </header>
  );
}
