import { Fragment } from "react";
import { differenceOf } from "#lib/text/difference";

/** What changed between two wordings: struck and underscored. */
export function Difference({ before, after }: { before: string; after: string }) {
  return differenceOf(before, after).map(({ kind, text }, place) => {
    const Element = kind === "out" ? "del" : kind === "in" ? "ins" : Fragment;
    return (
      // Parts never change places.
      // biome-ignore lint/suspicious/noArrayIndexKey: a wording may hold the same words twice
      <Fragment key={place}>
        {place > 0 && " "}
        <Element>{text}</Element>
      </Fragment>
    );
  });
}
