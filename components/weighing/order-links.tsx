import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";
import { PERSPECTIVES, type Perspective } from "#lib/weighing/perspective";

interface Props {
  slug: string;
  locked: boolean;
  /** By whose ratings the outline is in order; null as it was posted. */
  order: Perspective | null;
}

/** In which order answers stand, each as a link; and the way to weigh them oneself. */
export function OrderLinks({ slug, locked, order }: Props) {
  const t = useTranslations("weighing.order");
  return (
    <div className="order">
      <nav className="contents" aria-label={t("label")}>
        <span>{t("label")}</span>
        <a href={paths.thread(slug)} aria-current={order === null ? "true" : undefined}>
          {t("posted")}
        </a>
        {PERSPECTIVES.map((perspective) => (
          <a
            key={perspective}
            href={paths.sorted(slug, perspective)}
            aria-current={order === perspective ? "true" : undefined}
            rel="nofollow"
          >
            {t(perspective)}
          </a>
        ))}
      </nav>
      {!locked && (
        <a className="quiet" href={paths.weigh(slug)}>
          <Icon name="scale" />
          {t("weigh")}
        </a>
      )}
      {order !== null && order !== "all" && <p className="meta">{t(`means.${order}`)}</p>}
    </div>
  );
}
