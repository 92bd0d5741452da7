import { useTranslations } from "next-intl";
import { OutlineTree } from "#components/arguments/outline-tree";

/** The leaf that makes the lists of answers on a page a tree, and the line that says how its keys go. */
export function Tree() {
  const t = useTranslations("arguments.tree");
  return <OutlineTree failed={t("failed")}>{t.rich("keys", { kbd: (key) => <kbd>{key}</kbd> })}</OutlineTree>;
}
