import { useTranslations } from "next-intl";
import { StanceLine, StateTags } from "#components/arguments/card-head";
import { Quotation } from "#components/arguments/quotation";
import { TombstoneLine } from "#components/arguments/tombstone";
import { Button } from "#components/ui/button";
import { Day } from "#components/ui/day";
import { Rail } from "#components/ui/rail";
import { Sign } from "#components/ui/sign";
import type { MapItem, MapView } from "#lib/maps/map-view";
import { anchors, paths } from "#lib/paths";

type Thread = MapView["thread"];

/** The map in words: the same arguments in the same places, each with what it stands on. On a telephone it is the map. */
export function MapText({ view: { thread, line, top, rest }, more }: { view: MapView; more: string }) {
  const t = useTranslations("maps.map");
  const root = line.at(-1);
  return (
    <section className="map-text" id="text" aria-labelledby="text-title">
      <h2 className="section-title" id="text-title">
        {t("asText")}
      </h2>
      {root ? <MapCard item={root} thread={thread} /> : <p className="claim map-asked">{thread.question}</p>}
      {top.length > 0 && <Level items={top} thread={thread} />}
      {rest > 0 && (
        <p className="meta mt-4">
          <a href={more}>{t("rest", { count: rest })}</a>
        </p>
      )}
    </section>
  );
}

function Level({ items, thread }: { items: MapItem[]; thread: Thread }) {
  return (
    <ol className="map-level">
      {items.map((item) => (
        <Rail
          as="li"
          key={item.link.id}
          stance={item.link.stance}
          state={item.argument.claim === null ? "gone" : undefined}
        >
          {item.again ? <Again item={item} thread={thread} /> : <MapCard item={item} thread={thread} />}
          {item.answers.length > 0 && <Level items={item.answers} thread={thread} />}
        </Rail>
      ))}
    </ol>
  );
}

/** A second place of an argument whose home is elsewhere. */
function Again({ item: { argument, link }, thread }: { item: MapItem; thread: Thread }) {
  const t = useTranslations("maps.map");
  return (
    <p className="meta">
      <StanceLine link={link} /> <a href={paths.map(thread.slug, { from: argument.number })}>#{argument.number}</a>,{" "}
      {t("again")}
    </p>
  );
}

/** An argument with its quotations; beside the map it is shown again when its box is chosen. */
function MapCard({ item, thread }: { item: MapItem; thread: Thread }) {
  const t = useTranslations("maps.map");
  const { argument, link, dropped, quoted, below } = item;
  const { id, number, author, postedAt, claim, citations } = argument;
  const branch = below > 0 && (
    <a className="quiet" href={paths.map(thread.slug, { from: number })}>
      {t("answers", { count: below })}
    </a>
  );
  if (claim === null)
    return (
      <article className="map-card" id={anchors.argument(number)} data-quoted>
        <TombstoneLine argument={argument} />
        {branch && <p className="argument-foot">{branch}</p>}
      </article>
    );
  return (
    <article className="map-card" id={anchors.argument(number)} data-quoted={quoted || undefined}>
      <p className="argument-head">
        <StanceLine link={link} />
        <StateTags argument={argument} dropped={dropped} />
        <a className="ref" href={`#m${number}`} aria-label={t("onMap", { number })}>
          #{number}
        </a>
      </p>
      <h3 className="claim">
        <a href={paths.argument(id)}>{claim}</a>
      </h3>
      {citations.map((citation) => (
        <Quotation key={citation.id} citation={citation} />
      ))}
      <p className="argument-foot">
        <span className="by">
          <b>{author.name}</b>, <Day at={postedAt} />
        </span>
        {branch}
      </p>
      {quoted && !thread.locked && (
        <p className="map-acts">
          {(["PRO", "CON"] as const).map((stance) => (
            <Button
              key={stance}
              href={paths.argue(thread.slug, { parent: id, stance })}
              kind={stance === "PRO" ? "pro" : "con"}
              small
              aria-label={t(`act.${stance}Of`, { number })}
            >
              <Sign stance={stance} />
              {t(`act.${stance}`)}
            </Button>
          ))}
        </p>
      )}
    </article>
  );
}
