import { useTranslations } from "next-intl";
import { OutlineTree } from "#components/arguments/outline-tree";
import { OwnMarks } from "#components/weighing/own-marks";

/**
 * The leaves that make the lists of answers on a page a tree and say on its cards what their reader rated them, and the
 * line that says how the tree's keys go.
 */
export function Tree({ slug }: { slug: string }) {
  const t = useTranslations("arguments.tree");
  const own = useTranslations("weighing.own");
  return (
    <>
      <OutlineTree failed={t("failed")} title={t("keysTitle")}>
        {t.rich("keys", { kbd: (key) => <kbd>{key}</kbd> })}
      </OutlineTree>
      <OwnMarks slug={slug} words={own.raw("onCard")} />
    </>
  );
}
