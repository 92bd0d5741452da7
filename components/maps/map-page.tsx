import { useTranslations } from "next-intl";
import { MapDrawingView, type MapLinks } from "#components/maps/map-drawing";
import { MapLegend } from "#components/maps/map-legend";
import { MapOverview } from "#components/maps/map-overview";
import { MapStage, type StageWords } from "#components/maps/map-stage";
import { MapText } from "#components/maps/map-text";
import { Empty } from "#components/ui/empty";
import { ALL, closed, extended, opened, queryOf, type Turns } from "#lib/maps/branches";
import type { MapNode } from "#lib/maps/drawn";
import type { MapItem, MapView } from "#lib/maps/map-view";
import { anchors, paths } from "#lib/paths";

interface Props {
  view: MapView;
  turns: Turns;
  /** The number of the argument whose branch it is. */
  from?: number;
}

/** A thread's map: the drawing with what was chosen beside it, and the same as text below. */
export function MapBody({ view, turns, from }: Props) {
  const t = useTranslations("maps.map");
  const words = useStageWords();
  const { thread, line, drawing, top } = view;
  const { slug } = thread;
  const at = (turns: Turns) => paths.map(slug, { from, branches: queryOf(turns) });
  if (top.length === 0 && from === undefined) return <Empty>{t("empty")}</Empty>;
  return (
    <div className="map-body">
      {from !== undefined && <Line line={line} slug={slug} question={thread.question} />}
      <MapStage
        slug={slug}
        words={words}
        tools={
          <p className="map-ways">
            {view.more && <a href={at([ALL])}>{t("everything")}</a>}
            {turns.length > 0 && <a href={at([])}>{t("levels")}</a>}
            <a href="#text">{t("readText")}</a>
          </p>
        }
        drawing={
          <MapDrawingView
            drawing={drawing}
            label={t("of", { question: thread.question })}
            links={linksOf(view, turns, from ?? 0, at)}
          />
        }
        aside={
          <>
            <section className="map-part" aria-labelledby="overview-title">
              <h2 className="section-title" id="overview-title">
                {t("overview")}
              </h2>
              <MapOverview drawing={drawing} />
            </section>
            <MapLegend />
          </>
        }
      />
      <MapText view={view} more={at(extended(turns, from ?? 0))} />
    </div>
  );
}

const SAID = [
  "chosen",
  "nothing",
  "keys",
  "find",
  "go",
  "none",
  "zoom",
  "closer",
  "farther",
  "fit",
  "left",
  "right",
  "up",
  "down",
] as const;

/** What the script says; the two figures of a hit are put in when there is one. */
function useStageWords(): StageWords {
  const t = useTranslations("maps.map.stage");
  const said = Object.fromEntries(SAID.map((name) => [name, t(name)])) as Record<(typeof SAID)[number], string>;
  return { ...said, hit: t("hit", { place: "{place}", count: "{count}" }) };
}

/** From the question down to the branch that is drawn; each leads to its own branch. */
function Line({ line, slug, question }: { line: MapItem[]; slug: string; question: string }) {
  const t = useTranslations("maps.map");
  return (
    <nav className="map-line" aria-label={t("line")}>
      <a href={paths.map(slug)} title={question}>
        {t("wholeMap")}
      </a>
      {line.map(({ argument: { id, number } }, i) =>
        i === line.length - 1 ? (
          <span key={id} aria-current="page">
            #{number}
          </span>
        ) : (
          <a key={id} href={paths.map(slug, { from: number })}>
            #{number}
          </a>
        ),
      )}
    </nav>
  );
}

/** Every state of the map has an address: a box leads to its text, and what opens a branch to the map with it open. */
function linksOf({ top, drawing }: MapView, turns: Turns, root: number, at: (turns: Turns) => string): MapLinks {
  const items = new Map<string, MapItem>();
  const next = [...top];
  for (const item of next) {
    items.set(item.argument.id, item);
    next.push(...item.answers);
  }
  const numbers = new Map(drawing.nodes.map(({ id, number }) => [id, number]));
  return {
    box: ({ kind, number, elsewhere, parent }: MapNode) => {
      if (kind === "REST") return at(extended(turns, numbers.get(parent ?? "") ?? root));
      if (number === null) return "#text";
      return elsewhere ? at(opened(turns, number)) : `#${anchors.argument(number)}`;
    },
    branch: ({ id, number, depth }: MapNode) => {
      const item = items.get(id);
      if (!item || number === null || depth === 0 || item.again || (!item.open && item.below === 0)) return null;
      return { open: item.open, href: at(item.open ? closed(turns, number, item.kept) : opened(turns, number)) };
    },
  };
}
