import type { Run } from "#lib/sources/styles/runs";

/** A reference as it is set: titles in italics, addresses as links. */
export function SetRuns({ runs }: { runs: readonly Run[] }) {
  return runs.map((run) => {
    if (typeof run === "string") return run;
    if ("italic" in run) return <i key={run.italic}>{run.italic}</i>;
    return (
      <a key={run.address} href={run.address} rel="nofollow ugc noopener">
        {run.address}
      </a>
    );
  });
}
