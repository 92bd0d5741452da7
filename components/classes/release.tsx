import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Button } from "#components/ui/button";
import { release, withhold } from "#lib/classes/assignments/actions";
import { paths } from "#lib/paths";

/** The gradebook as a file, and letting everybody read their grade at once. */
export function Release({ room, slug, releasedAt }: { room: string; slug: string; releasedAt: string | null }) {
  const t = useTranslations("assignments.grades");
  const hidden = { class: room, assignment: slug };
  return (
    <div className="grid gap-3">
      <p className="meta">{t(releasedAt ? "released" : "hidden")}</p>
      <div className="button-row">
        <Button href={paths.ofAssignment(room, slug, "gradebook")}>{t("csv")}</Button>
        <AccountForm
          act={releasedAt ? withhold : release}
          hidden={hidden}
          kind="outline"
          submit={t(releasedAt ? "withhold" : "release")}
        />
      </div>
    </div>
  );
}
