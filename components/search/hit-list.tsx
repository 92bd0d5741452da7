import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Marked } from "#components/search/marked";
import { Day } from "#components/ui/day";
import { StanceLabel } from "#components/ui/sign";
import { paths } from "#lib/paths";
import type { Segment } from "#lib/search/segments";
import type { ArgumentHit, Hit, PassageHit, SourceHit, TextHit, ThreadHit } from "#lib/search/view";
import type { SourceRef } from "#lib/sources/view";

/** What was found, as a newspaper prints an index: the heading, the words around, where it stands. */
export function HitList({ items, thread }: { items: Hit[]; thread?: string }) {
  const t = useTranslations("search");
  return (
    <ol className="rows index" aria-label={t("results")}>
      {items.map((hit) => (
        <li key={keyOf(hit)}>
          <HitEntry hit={hit} thread={thread} />
        </li>
      ))}
    </ol>
  );
}

function keyOf(hit: Hit): string {
  switch (hit.kind) {
    case "ARGUMENT":
    case "PASSAGE":
      return hit.id;
    case "THREAD":
      return `t/${hit.slug}`;
    case "SOURCE":
      return `s/${hit.source.slug}`;
    case "TEXT":
      return `s/${hit.source.slug} ${hit.paragraph}`;
  }
}

function HitEntry({ hit, thread }: { hit: Hit; thread?: string }) {
  switch (hit.kind) {
    case "ARGUMENT":
      return <ArgumentEntry hit={hit} thread={thread} />;
    case "THREAD":
      return <ThreadEntry hit={hit} />;
    case "SOURCE":
      return <SourceEntry hit={hit} />;
    case "TEXT":
      return <TextEntry hit={hit} />;
    case "PASSAGE":
      return <PassageEntry hit={hit} thread={thread} />;
  }
}

/** `href` leads from the heading to the thing itself. */
function Heading({ href, words }: { href: string; words: readonly Segment[] }) {
  return (
    <h2 className="claim claim-small">
      <a href={href}>
        <Marked words={words} />
      </a>
    </h2>
  );
}

function Said({ words, quoted }: { words: readonly Segment[] | null; quoted?: boolean }) {
  if (!words) return null;
  return (
    <p className="read said">
      {quoted && "“"}
      <Marked words={words} />
      {quoted && "”"}
    </p>
  );
}

const Line = ({ children }: { children: ReactNode }) => <p className="meta dots">{children}</p>;

function SourceName({ source }: { source: SourceRef }) {
  const t = useTranslations("search");
  return (
    <>
      <cite>{source.title}</cite>
      {source.kind === "DIGEST" && `, ${t("digest")}`}
    </>
  );
}

function ArgumentEntry({ hit, thread }: { hit: ArgumentHit; thread?: string }) {
  const { id, number, stance, author, postedAt, claim, quote, body } = hit;
  const t = useTranslations("search");
  return (
    <article>
      <Heading href={paths.argument(id)} words={claim} />
      <Said words={quote?.words ?? null} quoted />
      <Said words={body} />
      <Line>
        <StanceLabel stance={stance}>{t(stance)}</StanceLabel>
        <span>#{number}</span>
        <bdi>{author.name}</bdi>
        <Day at={postedAt} />
        {quote && (
          <a href={paths.source(quote.source.slug, quote.place ?? undefined)}>
            <SourceName source={quote.source} />
          </a>
        )}
        {thread !== hit.thread.slug && <a href={paths.thread(hit.thread.slug)}>{hit.thread.question}</a>}
      </Line>
    </article>
  );
}

function ThreadEntry({ hit: { slug, question, openedAt, said } }: { hit: ThreadHit }) {
  const t = useTranslations("search");
  return (
    <article>
      <Heading href={paths.thread(slug)} words={question} />
      <Said words={said} />
      <Line>
        <b>{t("one.THREAD")}</b>
        <span>{t.rich("opened", { at: () => <Day at={openedAt} /> })}</span>
      </Line>
    </article>
  );
}

function SourceEntry({ hit: { source, title, outlet, byline, publishedOn, note } }: { hit: SourceHit }) {
  const t = useTranslations("search");
  return (
    <article>
      <Heading href={paths.source(source.slug)} words={title} />
      <Said words={note} />
      <Line>
        <b>{t("one.SOURCE")}</b>
        {source.kind === "DIGEST" && <span>{t("digest")}</span>}
        {outlet && (
          <span>
            <Marked words={outlet} />
          </span>
        )}
        {byline && (
          <bdi>
            <Marked words={byline} />
          </bdi>
        )}
        {publishedOn && <Day at={publishedOn} />}
      </Line>
    </article>
  );
}

function TextEntry({ hit: { source, paragraph, words } }: { hit: TextHit }) {
  const t = useTranslations("search");
  return (
    <article>
      <p className="read">
        <Marked words={words} />
      </p>
      <Line>
        <b>{t("one.TEXT")}</b>
        <a href={paths.paragraph(source.slug, paragraph)}>
          <SourceName source={source} />, ¶{paragraph}
        </a>
      </Line>
    </article>
  );
}

function PassageEntry({ hit: { id, source, place, words, counts }, thread }: { hit: PassageHit; thread?: string }) {
  const t = useTranslations("search");
  const standing = (stance: "PRO" | "CON") =>
    counts[stance] > 0 && (
      <a href={paths.search({ thread, passage: id, stance: stance.toLowerCase() })}>
        <StanceLabel stance={stance}>
          {counts[stance]} {t(stance)}
        </StanceLabel>
      </a>
    );
  return (
    <article>
      <p className="read">
        “<Marked words={words} />”
      </p>
      <Line>
        {standing("PRO")}
        {standing("CON")}
        <a href={place ? paths.source(source.slug, place) : paths.versions(source.slug)}>
          <SourceName source={source} />
        </a>
      </Line>
    </article>
  );
}
