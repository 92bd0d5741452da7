import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Day } from "#components/ui/day";
import { Tag } from "#components/ui/tag";
import { readClassNotice } from "#lib/notices/actions";
import type { ClassNotice } from "#lib/notices/of-classes";
import { paths } from "#lib/paths";

/** Where what one is told of is dealt with. */
function placeOf({ kind, class: { slug }, assignment }: ClassNotice): string {
  if (!assignment) return paths.classCode(slug);
  return kind.startsWith("PEERS")
    ? paths.ofAssignment(slug, assignment.slug, "peers")
    : paths.assignment(slug, assignment.slug);
}

/** What happened in one's classes beside their threads. */
export function ClassNotices({ notices }: { notices: ClassNotice[] }) {
  const t = useTranslations("notices.ofClasses");
  const page = useTranslations("notices.page");
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="of-classes" className="mb-10">
      <h2 className="section-title" id="of-classes">
        {t("title")}
      </h2>
      <ul className="rows">
        {notices.map((notice) => {
          const { kind, subject, at, read, class: room, assignment } = notice;
          const saying = t(`said.${kind}`);
          return (
            <li key={`${kind} ${subject}`} className="with-act">
              <div>
                <p className="meta">
                  {!read && (
                    <>
                      <Tag kind="new">{page("new")}</Tag>{" "}
                    </>
                  )}
                  <b>{saying}</b>, <Day at={at} />
                </p>
                <p className="claim claim-small mt-1">
                  <a href={placeOf(notice)}>{assignment?.title ?? room.name}</a>
                </p>
              </div>
              {!read && (
                <AccountForm
                  act={readClassNotice}
                  hidden={{ kind, subject }}
                  kind="quiet"
                  submit={page("read")}
                  submitLabel={page("readThis", { saying })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
