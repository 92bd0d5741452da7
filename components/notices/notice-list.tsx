import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { ClassNotices } from "#components/notices/class-notices";
import { NoticeLink } from "#components/notices/notice-link";
import { UnreadNow } from "#components/notices/unread-now";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { Rail } from "#components/ui/rail";
import { Tag } from "#components/ui/tag";
import { readAllNotices, readNotice, unreadNotices } from "#lib/notices/actions";
import type { ClassNotice } from "#lib/notices/of-classes";
import { byThread, DOUBTS, type NoticeView, saidOf } from "#lib/notices/view";
import { paths } from "#lib/paths";
import type messages from "#messages/en";

interface Props {
  notices: NoticeView[];
  /** Of one's classes, on the first page. */
  ofClasses: ClassNotice[];
  /** How many are unread, here and on further pages. */
  unread: number;
  /** The moment at which all was just marked as read. */
  marked?: string;
  /** Where it goes on. */
  older?: string;
}

/** A page of what one is told, by thread, what is unread first. */
export function NoticeList({ notices, ofClasses, unread, marked, older }: Props) {
  const t = useTranslations("notices.page");
  return (
    <div className="max-w-2xl">
      <UnreadNow count={unread} />
      <h1 className="title">{t("title")}</h1>
      <p className="meta dots mt-2 mb-6">
        <span>
          <a href={paths.bookmarks()}>{t("kept")}</a>
        </span>
        <span>
          <a href={paths.noticeSettings()}>{t("settings")}</a>
        </span>
      </p>
      {marked && (
        <div className="mb-6">
          <Notice kind="hint" title={t("marked")}>
            <AccountForm act={unreadNotices} hidden={{ at: marked }} kind="outline" submit={t("undo")} />
          </Notice>
        </div>
      )}
      {unread > 0 && (
        <div className="mb-6">
          <AccountForm act={readAllNotices} kind="outline" submit={t("readAll")} />
        </div>
      )}
      <ClassNotices notices={ofClasses} />
      {notices.length === 0 && ofClasses.length === 0 && <Empty>{t("none")}</Empty>}
      <div className="grid gap-10">
        {byThread(notices).map(({ thread, notices }) => (
          <section key={thread.slug} aria-labelledby={`in-${thread.slug}`}>
            <h2 className="section-title" id={`in-${thread.slug}`}>
              <a href={paths.thread(thread.slug)}>{thread.question}</a>
            </h2>
            <ul className="rows">
              {notices.map((notice) => (
                <li key={`${notice.kind} ${notice.subject}`}>
                  <OneNotice notice={notice} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {older && (
        <p className="meta mt-8">
          <a href={older} rel="next">
            {t("older")}
          </a>
        </p>
      )}
    </div>
  );
}

/** What became of one's own post by somebody's judgement: a page of its own says why, and what comes next. */
const JUDGED: readonly string[] = ["REMOVED", "REFUSED", "HIDDEN", "CHANGES", "MERGED", "APPEAL_REFUSED"];

/** Where what one is told of is dealt with. */
const placeOf = ({ kind, subject, argument }: NoticeView) => {
  if (kind === "WAITING") return paths.queue({ review: subject.split(":")[0] });
  if (kind.startsWith("SPLIT_")) return paths.split(argument.id);
  if (kind === "WORDING_OFFERED" || kind === "WORDING_DECLINED") return paths.wordings(argument.id);
  return kind === "RATE_AGAIN" ? paths.rate(argument.id, subject) : paths.argument(argument.id);
};

type MarkKind = keyof (typeof messages)["arguments"]["marks"];

function OneNotice({ notice }: { notice: NoticeView }) {
  const t = useTranslations("notices");
  const marks = useTranslations("arguments.marks");
  const { kind, subject, argument, at, read, code } = notice;
  const { said, values } = saidOf(notice);
  const reason = code && DOUBTS.includes(kind) ? marks(code as MarkKind) : values.code;
  const saying = t(`said.${said}`, { ...values, code: reason });
  const words = (
    <>
      <p className="meta">
        {!read && (
          <>
            <Tag kind="new">{t("page.new")}</Tag>{" "}
          </>
        )}
        <b>{saying}</b>, <Day at={at} />
      </p>
      {JUDGED.includes(kind) && (
        <p className="meta">
          <a href={paths.appeal(argument.id)}>{t("page.decided")}</a>
        </p>
      )}
      <p className="claim claim-small mt-1">
        <NoticeLink href={placeOf(notice)} unread={read ? null : { kind, subject }}>
          {argument.claim ?? t("page.number", { number: argument.number })}
        </NoticeLink>
      </p>
    </>
  );
  return (
    <div className="with-act">
      {kind === "POSTED" || kind === "LINKED" ? <Rail stance={notice.stance}>{words}</Rail> : <div>{words}</div>}
      {!read && (
        <AccountForm
          act={readNotice}
          hidden={{ kind, subject }}
          kind="quiet"
          submit={t("page.read")}
          submitLabel={t("page.readThis", { saying })}
        />
      )}
    </div>
  );
}
