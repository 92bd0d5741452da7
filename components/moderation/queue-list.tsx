import { useTranslations } from "next-intl";
import { BulkForm } from "#components/moderation/bulk-form";
import type { Act } from "#components/moderation/decide-form";
import { Since } from "#components/moderation/since";
import type { Case } from "#lib/moderation/queries/case";
import type { Queue, Waiting } from "#lib/moderation/queries/queue";
import { paths } from "#lib/paths";

interface Props {
  queue: Queue;
  current: string;
  reasons: Case["reasons"];
  sifted: Record<string, string | undefined>;
  bulk: Act;
}

/** What waits, oldest first: the claim, how long, and why. */
export function QueueList({ queue: { items, total }, current, reasons, sifted, bulk }: Props) {
  const t = useTranslations("moderation.queue");
  return (
    <nav className="queue-list" aria-label={t("list")}>
      <h2 className="section-title">
        <span>{t("list")}</span>
        <span>{t("oldestFirst")}</span>
      </h2>
      {items.length > 1 && <BulkForm reasons={reasons} sifted={sifted} act={bulk} />}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <input
              type="checkbox"
              form="bulk"
              name="item"
              value={`${item.id}:${item.edition}`}
              aria-label={t("choose", { number: item.argument.number })}
              data-key={item.id === current ? "c" : undefined}
            />
            <a
              href={paths.queue({ ...sifted, review: item.id })}
              aria-current={item.id === current ? "true" : undefined}
            >
              <span className="queue-claim">{item.argument.claim}</span>
              <span className="meta dots">
                <Since at={item.openedAt} />
                <Why item={item} />
              </span>
            </a>
          </li>
        ))}
      </ul>
      {total > items.length && <p className="meta mt-3">{t("more", { count: total - items.length })}</p>}
    </nav>
  );
}

/** Why it waits; of several reasons those that somebody else gave. */
function Why({ item: { cause, flags, challenges, hidden, claimedBy } }: { item: Waiting }) {
  const t = useTranslations("moderation.queue");
  return (
    <>
      {flags > 0 && <span>{t("flags", { count: flags })}</span>}
      {challenges > 0 && <span>{t("challenges", { count: challenges })}</span>}
      {(cause !== "FLAG" || flags === 0) && (cause !== "CHALLENGE" || challenges === 0) && (
        <span>{t(`causes.${cause}`)}</span>
      )}
      {hidden && <span>{t("hidden")}</span>}
      {claimedBy && <b>{t("claimed", { name: claimedBy.name })}</b>}
    </>
  );
}
