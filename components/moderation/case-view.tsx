import { useTranslations } from "next-intl";
import { StanceLine } from "#components/arguments/card-head";
import { Appealed } from "#components/moderation/appealed";
import { Since } from "#components/moderation/since";
import { Day } from "#components/ui/day";
import { Icon } from "#components/ui/icon";
import { Rail } from "#components/ui/rail";
import { Tag } from "#components/ui/tag";
import type { OpenCase } from "#lib/moderation/queries/case";
import { paths } from "#lib/paths";

/** The post in its thread, and its words between the paragraphs beside them. */
export function CaseView({ open }: { open: OpenCase }) {
  const t = useTranslations("moderation.queue");
  const { argument, thread, links, cause, openedAt, passages, appeal, tookIn } = open;
  const [link] = links;
  return (
    <>
      <p className="kicker">
        <a href={paths.thread(thread.slug)}>{thread.question}</a>
      </p>
      <p className="argument-head">
        {link && <StanceLine link={{ ...link, parent: link.parent?.id ?? null, concession: false }} />}
        <Tag kind="waiting" icon="clock">
          <span>
            <Since at={openedAt} />, {t(`causes.${cause}`)}
          </span>
        </Tag>
        {argument.hidden && <Tag icon="lock">{t("hidden")}</Tag>}
      </p>
      <h2 className="claim claim-top" id="case">
        <a href={paths.argument(argument.id)}>{argument.claim}</a>
      </h2>
      <p className="meta mt-1">
        <b>{argument.author.name}</b>, #{argument.number}, <Day at={argument.postedAt} />,{" "}
        {t("revision", { revision: argument.revision })}
      </p>
      {argument.elaboration && <p className="read mt-3 whitespace-pre-line">{argument.elaboration}</p>}
      {argument.anyway && <p className="meta mt-2">{t("anyway", { reason: argument.anyway })}</p>}
      {links.map(
        ({ parent, stance }) =>
          parent && (
            <div className="mt-4" key={parent.id}>
              <Rail stance={stance} state={parent.claim === null ? "gone" : undefined}>
                <p className="meta">{t("says", { number: parent.number, name: parent.author })}</p>
                <p className="claim claim-small">
                  <a href={paths.argument(parent.id)}>{parent.claim ?? t("parentGone")}</a>
                </p>
              </Rail>
            </div>
          ),
      )}
      {appeal && <Appealed appeal={appeal} tookIn={tookIn} />}
      <Reports open={open} />
      <section className="mt-6" aria-labelledby="in-paragraph">
        <h3 className="section-title" id="in-paragraph">
          <span>{t("inParagraph")}</span>
          <span>
            <Icon name="check" /> {t("verbatim", { version: passages[0]?.version ?? 1 })}
          </span>
        </h3>
        {passages.map(({ source, paragraphs, from, to }) => (
          <div className="passage-case" key={`${source.slug} ${from} ${to}`}>
            {paragraphs.map(({ number, cited, parts }) => (
              <div className={cited ? "cited" : "neighbour"} key={number}>
                <span className="meta">{number}</span>
                <p className="read">
                  {parts.map(({ text, marked }, i) => {
                    const key = `${number} ${i}`;
                    return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
                  })}
                </p>
              </div>
            ))}
            <p className="meta">
              <a href={paths.stretch(source.slug, { from, to })} data-key="p">
                {source.title}
              </a>
            </p>
          </div>
        ))}
      </section>
    </>
  );
}

/** What people said of it. Of reports nobody is named. */
function Reports({ open: { flags, marks } }: { open: OpenCase }) {
  const t = useTranslations("moderation.queue");
  const kinds = useTranslations("forms.doubt.kinds");
  if (flags.length + marks.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="said">
      <h3 className="section-title" id="said">
        {t("said")}
      </h3>
      <ul className="rows">
        {flags.map(({ kind, count, notes }) => (
          <li key={kind}>
            <p>
              <b>{t("reported", { kind: kinds(`${kind}.label`), count })}</b>
            </p>
            {notes.map((note, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes have no names
              <p className="read" key={i}>
                “{note}”
              </p>
            ))}
          </li>
        ))}
        {marks.map(({ kind, note, by, mended }) => (
          <li key={`${kind} ${by}`}>
            <p>
              <b>{kinds(`${kind}.label`)}</b>
              <span className="meta">
                {" "}
                {t("markedBy", { name: by })}
                {mended && <>, {t("mended")}</>}
              </span>
            </p>
            {note && <p className="read">“{note}”</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
