import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import type { ArgumentView } from "#lib/arguments/view";
import { paths } from "#lib/paths";

interface Props {
  kind: "places" | "use" | "move" | "removeHere";
  argument: ArgumentView & { thread: { slug: string; question: string } };
}

/** Above what concerns an argument's places: the thread, what one is about to do, and the claim. */
export function PlacesHead({ kind, argument }: Props) {
  const t = useTranslations("places");
  const { id, number, claim, author, postedAt, thread } = argument;
  return (
    <header className="mb-6">
      <p className="kicker">
        <a href={paths.thread(thread.slug)}>{thread.question}</a>
      </p>
      <h1 className="title">{t(`title.${kind}`, { number })}</h1>
      <p className="claim claim-top mt-3">
        <a href={paths.argument(id)}>{claim ?? t("gone")}</a>
      </p>
      <p className="meta mt-1">
        <b>{author.name}</b>, <Day at={postedAt} />
      </p>
    </header>
  );
}
