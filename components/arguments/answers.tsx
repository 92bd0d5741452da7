import { useTranslations } from "next-intl";
import { ArgumentCard } from "#components/arguments/argument-card";
import { StanceLine } from "#components/arguments/card-head";
import { Rail } from "#components/ui/rail";
import { type Branch, countBelow } from "#lib/arguments/tree";
import { paths } from "#lib/paths";

export interface Shown {
  thread: { slug: string; locked: boolean };
  dropped: (id: string) => boolean;
}

/** Six levels of rails leave a line of about 35 letters on the narrowest screens; deeper answers have pages of their own. */
const DEEPEST = 6;

/** The answers to one thing, each on its rail. `depth` is theirs. */
export function Answers({ branches, depth, ...shown }: Shown & { branches: Branch[]; depth: number }) {
  return (
    <ol className="answers">
      {branches.map((branch) => (
        <Rail
          as="li"
          key={branch.link.id}
          stance={branch.link.stance}
          state={branch.argument.claim === null ? "gone" : undefined}
        >
          <BranchCard {...shown} branch={branch} depth={depth} />
        </Rail>
      ))}
    </ol>
  );
}

/** An argument with everything below it, or a reference where its home is elsewhere. */
export function BranchCard({ branch, depth, ...shown }: Shown & { branch: Branch; depth: number }) {
  if (branch.again) return <Reference branch={branch} />;
  const { argument, link, answers } = branch;
  // A tombstone has no heading, so what stands below it takes its place.
  const next = argument.claim === null ? depth : depth + 1;
  const below = answers.length > 0 && {
    count: countBelow(branch),
    list: depth < DEEPEST ? <Answers {...shown} branches={answers} depth={next} /> : <ReadOn id={argument.id} />,
  };
  return (
    <ArgumentCard
      thread={shown.thread}
      argument={argument}
      link={link}
      depth={depth}
      dropped={shown.dropped(argument.id)}
      answers={below || undefined}
    />
  );
}

function ReadOn({ id }: { id: string }) {
  const t = useTranslations("arguments");
  return (
    <p className="meta">
      <a href={paths.argument(id)}>{t("readOn")}</a>
    </p>
  );
}

/** An argument that has its place elsewhere in the thread. */
function Reference({ branch: { argument, link } }: { branch: Branch }) {
  const t = useTranslations("arguments");
  return (
    <div className="argument">
      <p className="argument-head">
        <StanceLine link={link} />
      </p>
      <p className="claim claim-small">
        <a href={paths.argument(argument.id)}>{argument.claim ?? `#${argument.number}`}</a>
      </p>
      <p className="meta">{t("again", { number: argument.number })}</p>
    </div>
  );
}
