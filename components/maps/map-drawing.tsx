import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { stanceClass } from "#components/ui/sign";
import { type MapDrawing, type MapEdge, type MapNode, QUESTION, SET } from "#lib/maps/drawn";

/** Where a box leads; what opens or closes the branch right of it. */
export interface MapLinks {
  box(node: MapNode): string;
  branch?(node: MapNode): { href: string; open: boolean } | null;
}

interface Props {
  drawing: MapDrawing;
  label: string;
  links: MapLinks;
}

/** A map as boxes and lines, to be read and walked without any script; its sheet is `map.css`. */
export function MapDrawingView({ drawing, label, links }: Props) {
  const { nodes, trunks, width, height } = drawing;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of links is a group, and SVG has no fieldset
    <svg
      className="map"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
    >
      <path className="trunk" d={trunks.map(({ path }) => path).join("")} />
      <Lines edges={drawing.edges} />
      {nodes.map((node) => (
        <Box key={node.id} node={node} links={links} />
      ))}
      <Signs nodes={nodes} />
    </svg>
  );
}

/** All stubs of a kind are one path: a large map stays light. */
function Lines({ edges }: { edges: MapEdge[] }) {
  const paths = (fits: (edge: MapEdge) => boolean, of: (edge: MapEdge) => string | null) =>
    edges
      .filter(fits)
      .map((edge) => of(edge) ?? "")
      .join("");
  const gone = ({ gone, stance }: MapEdge) => gone || stance === null;
  return (
    <>
      <path
        className="again"
        d={paths(
          () => true,
          (edge) => edge.curve,
        )}
      />
      <path className="stub gone" d={paths(gone, ({ path }) => path)} />
      {(["PRO", "CON"] as const).map((stance) => {
        const its = (edge: MapEdge) => edge.stance === stance && !edge.gone;
        const stubs = paths(its, ({ path }) => path);
        const kind = stanceClass(stance);
        return (
          <Fragment key={stance}>
            <path className={`stub ${kind}`} d={stubs} />
            {stance === "CON" && <path className="parting" d={stubs} />}
            <path
              className={`bar ${kind}`}
              d={paths(
                (edge) => its(edge) && edge.target === "RELEVANCE",
                ({ mark }) => mark,
              )}
            />
            <path
              className={`square ${kind}`}
              d={paths(
                (edge) => its(edge) && edge.target === "EVIDENCE",
                ({ mark }) => mark,
              )}
            />
          </Fragment>
        );
      })}
    </>
  );
}

const RADIUS = 6;

/** Filled with a plus for Pro, open with a minus for Con; again one path each. */
function Signs({ nodes }: { nodes: MapNode[] }) {
  const signs = (stance: MapNode["stance"], draw: (x: number, y: number) => string) =>
    nodes
      .filter((node) => node.stance === stance)
      .map(({ x, y }) => draw(x + SET.pad + RADIUS, y + SET.head.baseline - 4))
      .join("");
  const round = (r: number) => (x: number, y: number) =>
    `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
  const minus = (x: number, y: number) => `M${x - 3} ${y}h6`;
  return (
    <>
      <path className="signs pro" d={signs("PRO", round(RADIUS))} />
      <path className="signs cut" d={signs("PRO", (x, y) => `${minus(x, y)}M${x} ${y - 3}v6`)} />
      <path className="signs con" d={signs("CON", (x, y) => round(RADIUS - 0.75)(x, y) + minus(x, y))} />
    </>
  );
}

/** The id of a box; that of the question, or of the branch's root, is 0 where it has no number. */
const idOf = ({ kind, number, elsewhere }: MapNode) => (kind === "REST" || elsewhere ? undefined : `m${number ?? 0}`);

function Box({ node, links }: { node: MapNode; links: MapLinks }) {
  const t = useTranslations("maps.map");
  const { kind, x, y, width, height, head, number, lines, stance, gone, dropped, depth, parent } = node;
  const [left, right, baseline] = [x + SET.pad, x + width - SET.pad, y + SET.head.baseline];
  const set = node.id === QUESTION ? SET.question : SET.claim;
  const of = ["box", kind.toLowerCase(), stance && stanceClass(stance), gone && "gone"].filter(Boolean).join(" ");
  return (
    <g className={of}>
      <a href={links.box(node)} id={idOf(node)} data-node={node.id} data-parent={parent} data-depth={depth}>
        <rect className="ground" x={x} y={y} width={width} height={height} />
        <text className="head" x={stance ? left + 16 : left} y={baseline}>
          {`${head} `}
        </text>
        {dropped && <rect className="reversed" x={right - 106} y={baseline - 12} width="60" height="16" />}
        {dropped && (
          <text className="dropped" x={right - 76} y={baseline} textAnchor="middle">
            {`${t("dropped")} `}
          </text>
        )}
        {number !== null && (
          <text className="number" x={right} y={baseline} textAnchor="end">
            {`#${number} `}
          </text>
        )}
        <text className="words">
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is told from others by its place alone
            <tspan key={i} x={left} y={y + set.baseline + i * set.lead}>
              {`${line} `}
            </tspan>
          ))}
        </text>
      </a>
      <Turn node={node} branch={links.branch?.(node) ?? null} />
    </g>
  );
}

/** Opens or closes the branch right of a box. */
function Turn({ node, branch }: { node: MapNode; branch: { href: string; open: boolean } | null }) {
  const t = useTranslations("maps.map");
  if (branch === null) return null;
  const { x, y, width, number, below } = node;
  const label = t(branch.open ? "close" : "open", { number: number ?? 0, count: below });
  return (
    <a className="turn" href={branch.href} aria-label={label} data-turn={branch.open ? "open" : "closed"}>
      <rect className="reach" x={x + width} y={y + SET.anchor - 12} width="24" height="24" />
      {branch.open && <rect className="knob" x={x + width + 5} y={y + SET.anchor - 7} width="14" height="14" />}
      <text x={x + width + 12} y={y + SET.anchor + 4} textAnchor="middle">
        {branch.open ? "−" : `+${below}`}
      </text>
    </a>
  );
}
