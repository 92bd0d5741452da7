import { useTranslations } from "next-intl";

const UNITS = [
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
] as const;

/** How long something has waited, in its largest unit. */
export function Since({ at }: { at: string }) {
  const t = useTranslations("moderation.queue.since");
  const passed = Date.now() - Date.parse(at);
  const [unit, length] = UNITS.find(([, one]) => passed >= one) ?? ["minutes", 60_000];
  return <time dateTime={at}>{t(unit, { count: Math.max(0, Math.floor(passed / length)) })}</time>;
}
