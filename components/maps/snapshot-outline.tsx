import { useTranslations } from "next-intl";
import { StanceLine } from "#components/arguments/card-head";
import { Quotation } from "#components/arguments/quotation";
import { TombstoneLine } from "#components/arguments/tombstone";
import { Empty } from "#components/ui/empty";
import { Rail } from "#components/ui/rail";
import { type Branch, outline } from "#lib/arguments/tree";
import { firstBranches } from "#lib/maps/first-branches";
import type { Snapshot, SnapshotArgument, SnapshotLink } from "#lib/maps/snapshot";
import type { SnapshotView } from "#lib/maps/snapshot-queries";
import { paths } from "#lib/paths";

/** As many as one reads through at a sitting, and as deep as a column has room for; the file has them all. */
const SHOWN = { most: 150, deep: 6 };

type Doubts = SnapshotView["doubts"];
type FrozenBranch = Branch<SnapshotArgument, SnapshotLink>;

/** The debate as it stood: claims with their quotations, answers under what they answered. */
export function SnapshotOutline({ snapshot, doubts }: { snapshot: Snapshot; doubts: Doubts }) {
  const t = useTranslations("snapshots.one");
  const { branches, left } = firstBranches(outline<SnapshotArgument, SnapshotLink>(snapshot), SHOWN);
  return (
    <section className="mt-6" aria-labelledby="debate">
      <h2 className="section-title" id="debate">
        {t("debate")}
      </h2>
      {branches.length === 0 && <Empty>{t("empty")}</Empty>}
      <Answers branches={branches} doubts={doubts} />
      {left > 0 && <p className="meta mt-4">{t("left", { count: left })}</p>}
    </section>
  );
}

function Answers({ branches, doubts }: { branches: FrozenBranch[]; doubts: Doubts }) {
  if (branches.length === 0) return null;
  return (
    <ul className="grid gap-4 mt-3">
      {branches.map((branch) => (
        <Rail
          as="li"
          key={branch.link.id}
          stance={branch.link.stance}
          state={branch.argument.state === "VISIBLE" ? undefined : "gone"}
        >
          <Said branch={branch} doubts={doubts} />
          <Answers branches={branch.answers} doubts={doubts} />
        </Rail>
      ))}
    </ul>
  );
}

function Said({ branch: { argument, link, again }, doubts }: { branch: FrozenBranch; doubts: Doubts }) {
  const t = useTranslations("snapshots.one");
  const { id, number, claim, author, citations } = argument;
  if (claim === null) return <TombstoneLine argument={argument} />;
  return (
    <article>
      <p className="meta dots">
        <span>
          <StanceLine link={link} />
        </span>
        <span>#{number}</span>
        <span>{author.name}</span>
      </p>
      <p className="claim claim-small">
        <a href={paths.argument(id)}>{claim}</a>
      </p>
      {again ? (
        <p className="meta">{t("again")}</p>
      ) : (
        // The place in the text that was quoted then, whatever has become of it; what is doubted is doubted of then, too.
        citations.map((citation) => (
          <Quotation
            key={citation.id}
            citation={{ ...citation, state: "VERBATIM", now: null, challenges: doubts.get(citation.id) }}
          />
        ))
      )}
    </article>
  );
}
