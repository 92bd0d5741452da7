import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "#components/account/account-form";
import { Button } from "#components/ui/button";
import { getViewer } from "#lib/auth";
import { paths } from "#lib/paths";
import { close } from "#lib/users/actions";
import { findPasswordHash } from "#lib/users/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.close");
  return { title: t("title"), robots: { index: false } };
}

export default async function ClosePage() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.closeAccount()));
  const t = await getTranslations("account.close");
  const locked = (await findPasswordHash(viewer)) !== null;
  const plain = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
  return (
    <div className="max-w-2xl grid gap-4">
      <h1 className="title">{t("title")}</h1>
      <p className="read">{t("stays")}</p>
      <p className="read">{t("goes")}</p>
      <p className="read">{t.rich("words", { a: (words) => <a href={paths.api.ownData()}>{words}</a> })}</p>
      <div className="max-w-md mt-4">
        <AccountForm
          act={close}
          fields={[
            { name: "handle", label: t("handle", { handle: viewer.handle }), ...plain },
            ...(locked
              ? [{ name: "currentPassword", label: t("current"), type: "password", autoComplete: "current-password" }]
              : []),
          ]}
          submit={t("submit")}
        />
      </div>
      <p>
        <Button kind="quiet" href={paths.settings()}>
          {t("leave")}
        </Button>
      </p>
    </div>
  );
}
