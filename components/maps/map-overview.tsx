import type { MapDrawing, MapNode } from "#lib/maps/drawn";

/** The whole map small, each argument a stroke; a script draws the frame of what is in sight. */
export function MapOverview({ drawing: { nodes, width, height } }: { drawing: MapDrawing }) {
  const strokes = (fits: (node: MapNode) => boolean) =>
    nodes
      .filter(fits)
      .map(({ x, y, width, height }) => `M${x} ${y + 4}h${width * 0.8}v${Math.max(18, height - 20)}h${-width * 0.8}z`)
      .join("");
  const lives = ({ gone }: MapNode) => !gone;
  return (
    <svg className="map-overview" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMinYMin" aria-hidden="true">
      <path className="asked" d={strokes(({ depth }) => depth === 0)} />
      <path className="pro" d={strokes((node) => lives(node) && node.stance === "PRO")} />
      <path className="con" d={strokes((node) => lives(node) && node.stance === "CON")} />
      <path className="gone" d={strokes((node) => node.gone || (node.stance === null && node.depth > 0))} />
      <rect className="frame" />
    </svg>
  );
}
