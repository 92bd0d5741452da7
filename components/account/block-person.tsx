import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { paths } from "#lib/paths";
import { block, unblock } from "#lib/users/actions";

/** Not being told of what one person does any more, or again. */
export function BlockPerson({ person, blocked }: { person: { handle: string; name: string }; blocked: boolean }) {
  const t = useTranslations("account.blocks");
  const { handle, name } = person;
  return (
    <div className="max-w-2xl">
      <p className="kicker">
        <a href={paths.person(handle)}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1 className="title">{t("submit")}</h1>
      <p className="read mt-4" role="status">
        {t(blocked ? "is" : "isNot", { name })}
      </p>
      <p className="mt-2 mb-4">{t("note")}</p>
      <AccountForm
        act={blocked ? unblock : block}
        hidden={{ handle, back: "person" }}
        kind={blocked ? "outline" : "solid"}
        submit={t(blocked ? "end" : "submit")}
      />
      <p className="meta mt-8">
        <a href={paths.settings()}>{t("all")}</a>
      </p>
    </div>
  );
}
