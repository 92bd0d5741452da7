import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon";
import { paths } from "#lib/paths";
import type { Order } from "#lib/weighing/perspective";

interface Props {
  thread: { slug: string; locked: boolean };
  /** What is put in order. */
  path: string;
  order: Order | null;
  /** An order of one's own, or of one's classes, was asked for by nobody who is known. */
  stranger: boolean;
  /** Whether who asks for such an order belongs to a class. */
  inClass: boolean;
}

const ORDERS: (Order | null)[] = [null, "all", "for", "against", "own", "class"];

/** In which order answers stand, each as a link; and the way to weigh them oneself. */
export function OrderLinks({ thread: { slug, locked }, path, order, stranger, inClass }: Props) {
  const t = useTranslations("weighing.order");
  return (
    <div className="order">
      <nav className="contents" aria-label={t("label")}>
        <span>{t("label")}</span>
        {ORDERS.filter((one) => one !== "class" || inClass).map((one) => (
          <a
            key={one}
            href={paths.sorted(path, one)}
            aria-current={order === one ? "true" : undefined}
            rel={one ? "nofollow" : undefined}
          >
            {t(one ?? "posted")}
          </a>
        ))}
      </nav>
      {!locked && (
        <a className="quiet" href={paths.weigh(slug)}>
          <Icon name="scale" />
          {t("weigh")}
        </a>
      )}
      {order !== null && order !== "all" && (
        <p className="meta">
          {stranger
            ? t.rich("stranger", {
                a: (words) => <a href={paths.signIn(paths.sorted(path, order))}>{words}</a>,
              })
            : t(`means.${order}`)}
        </p>
      )}
    </div>
  );
}
