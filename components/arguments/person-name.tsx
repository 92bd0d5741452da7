import type { PersonRef } from "#lib/arguments/view";
import { paths } from "#lib/paths";
import { hasPage } from "#lib/users/handles";

/** Who said it, with a link to their page; a pseudonym has none. */
export function PersonName({ person: { handle, name } }: { person: PersonRef }) {
  const said = <b>{name}</b>;
  return hasPage(handle) ? <a href={paths.person(handle)}>{said}</a> : said;
}
