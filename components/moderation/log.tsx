import { useTranslations } from "next-intl";
import { Day } from "#components/ui/day";
import { Empty } from "#components/ui/empty";
import { LOGGED } from "#lib/moderation/logged";
import type { LogAsked, LogEntry, LogView } from "#lib/moderation/queries/log";
import { paths } from "#lib/paths";

interface Props {
  log: LogView;
  threads: { slug: string; question: string }[];
  /** Whether the site names who judged. */
  named: boolean;
}

const query = (
  { act, thread, code }: LogAsked,
  other: Partial<Record<"act" | "thread" | "code" | "page", string>> = {},
) => ({
  act: act ?? undefined,
  thread: thread ?? undefined,
  code: code ?? undefined,
  ...other,
});

/** What moderators did, newest first, narrowed by links, so that it is the same page for everybody. */
export function Log({ log: { asked, entries, more }, threads, named }: Props) {
  const t = useTranslations("moderation.log");
  return (
    <>
      <header className="mb-6">
        <h1 className="title">{t("title")}</h1>
        <p className="read mt-3">{t("what", { names: named ? "yes" : "no" })}</p>
        <p className="meta dots mt-2">
          <span>
            <a href={paths.policy()}>{t("policy")}</a>
          </span>
          <span>
            <a href={paths.logFile(query(asked))}>{t("file")}</a>
          </span>
        </p>
      </header>
      <nav className="sieves meta" aria-label={t("narrow")}>
        <a href={paths.log(query(asked, { act: undefined }))} aria-current={asked.act === null ? "true" : undefined}>
          {t("all")}
        </a>
        {LOGGED.map((act) => (
          <a key={act} href={paths.log(query(asked, { act }))} aria-current={asked.act === act ? "true" : undefined}>
            {t(`short.${act}`)}
          </a>
        ))}
      </nav>
      {(asked.thread || asked.code) && (
        <p className="meta dots mb-4">
          {asked.thread && (
            <span>
              {threads.find(({ slug }) => slug === asked.thread)?.question ?? asked.thread}{" "}
              <a href={paths.log(query(asked, { thread: undefined }))}>{t("everywhere")}</a>
            </span>
          )}
          {asked.code && (
            <span>
              {asked.code} <a href={paths.log(query(asked, { code: undefined }))}>{t("anyReason")}</a>
            </span>
          )}
        </p>
      )}
      {entries.length === 0 ? (
        <Empty>{t("none")}</Empty>
      ) : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t("head.at")}</th>
              <th scope="col">{t("head.act")}</th>
              <th scope="col">{t("head.reason")}</th>
              <th scope="col">{t("head.role")}</th>
              <th scope="col">{t("head.place")}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no names
              <LogRow key={i} entry={entry} asked={asked} />
            ))}
          </tbody>
        </table>
      )}
      {(asked.page > 1 || more) && (
        <nav className="siblings" aria-label={t("pages")}>
          {asked.page > 1 && (
            <a href={paths.log(query(asked, { page: `${asked.page - 1}` }))} rel="prev">
              {t("later")}
            </a>
          )}
          {more && (
            <a href={paths.log(query(asked, { page: `${asked.page + 1}` }))} rel="next">
              {t("earlier")}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

function LogRow({
  entry: { act, at, code, policy, role, by, thread, argument },
  asked,
}: {
  entry: LogEntry;
  asked: LogAsked;
}) {
  const t = useTranslations("moderation.log");
  return (
    <tr>
      <td className="whitespace-nowrap">
        <Day at={at} />
      </td>
      <td>
        <b>{t(`acts.${act}`)}</b>
      </td>
      <td>
        {code && <a href={paths.log(query(asked, { code }))}>{code}</a>}
        {policy && (
          <>
            {code && ", "}
            <a href={paths.policy({ version: policy })}>{t("version", { policy })}</a>
          </>
        )}
      </td>
      <td>
        <span className="whitespace-nowrap">{t(`roles.${role}`)}</span>
        {by && (
          <>
            , <bdi>{by.name}</bdi>
          </>
        )}
      </td>
      <td className="wide">
        {argument && <a href={paths.argument(argument.id)}>#{argument.number}</a>}
        {thread && (
          <>
            {argument && ", "}
            <a href={paths.log(query(asked, { thread: thread.slug }))}>{thread.question}</a>
          </>
        )}
      </td>
    </tr>
  );
}
