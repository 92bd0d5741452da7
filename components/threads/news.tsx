import { useTranslations } from "next-intl";
import { NewsBar } from "#components/threads/news-bar";

/** What is new in a thread, on a page that shows it; `latest`: the number of the event after which it was made. */
export function News({ thread: { slug, latest } }: { thread: { slug: string; latest: number } }) {
  const t = useTranslations("news");
  const words = {
    label: t("label"),
    fresh: t.raw("fresh"),
    changed: t.raw("changed"),
    since: t.raw("since"),
    waitingOne: t("waitingOne"),
    waitingMany: t.raw("waitingMany"),
    show: t.raw("show"),
    next: t("next"),
    previous: t("previous"),
    all: t("all"),
    allSeen: t("allSeen"),
    undo: t("undo"),
    keys: t("keys"),
    keysHelp: t("keysHelp"),
    marks: { fresh: t("marks.fresh"), changed: t("marks.changed"), justNow: t("marks.justNow") },
  };
  return <NewsBar slug={slug} latest={latest} words={words} />;
}
