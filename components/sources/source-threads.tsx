import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  threads: { slug: string; question: string }[];
}

/** Where a text is argued about, and the ways to argue from it. */
export function SourceThreads({ slug, threads }: Props) {
  const t = useTranslations("pages.source");
  return (
    <section className="mt-12" aria-labelledby="threads-title">
      <h2 className="section-title" id="threads-title">
        {t("threads")}{" "}
        <span className="flex flex-wrap gap-x-4">
          <a href={paths.questions(slug)}>{t("questions")}</a>
          <a href={paths.openThread({ source: slug })}>{t("open")}</a>
        </span>
      </h2>
      {threads.length === 0 && <p className="read">{t("none")}</p>}
      <ul className="rows">
        {threads.map((thread) => (
          <li key={thread.slug}>
            <p className="claim">
              <a href={paths.thread(thread.slug)}>{thread.question}</a>
            </p>
            <p className="mt-2">
              <Button small href={paths.argue(thread.slug, { source: slug })}>
                {t("argue")}
                <span className="sr-only">: {thread.question}</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
