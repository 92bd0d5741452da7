import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Day } from "#components/ui/day";
import { addTeacher, erase, letBackIn, removeMember } from "#lib/classes/actions";
import type { MemberView } from "#lib/classes/queries";
import { paths } from "#lib/paths";

interface Props {
  slug: string;
  members: MemberView[];
  /** The handle of who looks. */
  own: string;
}

/** Everybody of a class with their names, for its teachers. */
export function PeopleTable({ slug, members, own }: Props) {
  const t = useTranslations("classes.people");
  const nameOf = (one: MemberView) => one.name ?? one.shown;
  return (
    <section aria-labelledby="members">
      <h2 className="section-title" id="members">
        <span>{t("title")}</span>
        <span>{t("count", { count: members.filter(({ removed }) => !removed).length })}</span>
      </h2>
      <table className="figures people">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("shown")}</th>
            <th scope="col">{t("role")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col" className="number">
              {t("acts")}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((one) => (
            <tr key={one.handle} className={one.removed ? "removed" : undefined}>
              <th scope="row">
                <bdi>{nameOf(one)}</bdi>
              </th>
              <td data-label={t("shown")}>
                <a href={paths.person(one.handle)}>
                  <bdi>{one.shown}</bdi>
                </a>{" "}
                <span className="meta">{one.handle}</span>
              </td>
              <td data-label={t("role")}>{t(`roles.${one.role}`)}</td>
              <td data-label={t("state")}>
                {one.removed
                  ? t("removed")
                  : stateOf(one)
                    ? t(stateOf(one) as "opened")
                    : t.rich("since", { at: () => <Day at={one.since} /> })}
              </td>
              <td>
                <div className="acts">
                  {one.removed ? (
                    <AccountForm
                      act={letBackIn}
                      hidden={{ slug, handle: one.handle }}
                      kind="quiet"
                      submit={t("letBackIn")}
                      submitLabel={t("letBackInThis", { name: nameOf(one) })}
                    />
                  ) : (
                    <>
                      {one.made && (
                        <a
                          href={`${paths.cards(slug)}?for=${one.handle}`}
                          aria-label={t("newCardFor", { name: nameOf(one) })}
                        >
                          {t("newCard")}
                        </a>
                      )}
                      <AccountForm
                        act={removeMember}
                        hidden={{ slug, handle: one.handle }}
                        kind="quiet"
                        submit={one.handle === own ? t("leave") : t("remove")}
                        submitLabel={one.handle === own ? t("leave") : t("removeThis", { name: nameOf(one) })}
                      />
                    </>
                  )}
                  {one.role === "STUDENT" && (
                    <details>
                      <summary>{t("rights")}</summary>
                      <p>
                        <a href={paths.pupilData(slug, one.handle)}>{t("data")}</a>
                      </p>
                      {one.made ? (
                        <>
                          <p>{t("eraseWhat")}</p>
                          <AccountForm
                            act={erase}
                            hidden={{ slug, handle: one.handle }}
                            kind="outline"
                            submit={t("erase", { name: nameOf(one) })}
                          />
                        </>
                      ) : (
                        <p>{t("ownAccount")}</p>
                      )}
                    </details>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-8 max-w-md">
        <h3 className="label mb-2">{t("addTitle")}</h3>
        <AccountForm
          act={addTeacher}
          hidden={{ slug }}
          fields={[
            { name: "handle", label: t("handle"), hint: t("handleHint"), autoCapitalize: "none", spellCheck: false },
          ]}
          kind="outline"
          submit={t("add")}
        />
      </div>
    </section>
  );
}

/** Of an account that was made here: how far its pupil has come. */
function stateOf({ made }: MemberView): "opened" | "card" | "noCard" | null {
  if (!made) return null;
  if (made.opened) return "opened";
  return made.card ? "card" : "noCard";
}
