/**
 * A thread's citations as annotations in the JSON of Hypothesis' API (https://h.readthedocs.io). Places are left out on
 * purpose: Hypothesis counts them on the live page in UTF-16 units, where our text's own are false; words with what
 * stands around them find themselves.
 */
import { joined, listed } from "#lib/maps/joined";
import { cited, proofLines, said } from "#lib/maps/said";
import type { Snapshot } from "#lib/maps/snapshot";
import { words } from "#lib/maps/words";
import { inertMarkdown } from "#lib/text/markdown";

function* annotationsOf(snapshot: Snapshot) {
  const stances = Map.groupBy(snapshot.links, ({ child }) => child);
  // A note on the thread's own page says what this copy is; it marks no words.
  yield {
    uri: snapshot.thread.url,
    document: { title: [snapshot.thread.question] },
    text: proofLines(snapshot).join("\n\n"),
    tags: [snapshot.thread.slug],
    group: "__world__",
    permissions: { read: ["group:__world__"] },
    target: [{ source: snapshot.thread.url }],
  };
  for (const argument of snapshot.arguments)
    for (const citation of argument.citations) {
      const { spans, title, address, versionUrl } = cited(snapshot, citation);
      const uri = address ?? versionUrl;
      const tags = [...new Set((stances.get(argument.id) ?? []).map(({ stance }) => words(stance).toLowerCase()))];
      yield {
        uri,
        document: { title: [title] },
        text: `${words("citedBy")} [${inertMarkdown(said(argument))}](${argument.url})`,
        tags: [...tags, snapshot.thread.slug],
        group: "__world__",
        permissions: { read: ["group:__world__"] },
        target: spans.map(({ quote, prefix, suffix }) => ({
          source: uri,
          selector: [{ type: "TextQuoteSelector", exact: quote, prefix, suffix }],
        })),
      };
    }
}

export const toHypothesis = (snapshot: Snapshot): string => `${joined(listed(annotationsOf(snapshot)), "")}\n`;
