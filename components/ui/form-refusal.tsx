import { Notice } from "#components/ui/notice";
import type { FormState } from "#lib/form";
import { paths } from "#lib/paths";

interface Props {
  state: FormState;
  /** That it was not done. */
  title: string;
  /** The way in, for whoever is signed out meanwhile. */
  signIn: string;
  /** A field that a verb refused, and the words that lead to it. */
  goTo?: { field: string; words: string };
}

/** Why a form was refused, that nothing was lost, and the way to what needs mending. */
export function FormRefusal({ state: { refusal, fields }, title, signIn, goTo }: Props) {
  if (!refusal) return null;
  return (
    <div id="refusal" tabIndex={-1}>
      <Notice kind="refused" title={title}>
        <p>{refusal.sentence}</p>
        {Object.entries(fields).map(([name, sentence]) => (
          <p key={name}>
            <a href={`#field-${name}`}>{sentence}</a>
          </p>
        ))}
        {goTo && (
          <p>
            <a href={`#field-${goTo.field}`}>{goTo.words}</a>
          </p>
        )}
        {refusal.code === "sign-in-first" && (
          <p>
            <a href={paths.signIn()} target="_blank" rel="noopener">
              {signIn}
            </a>
          </p>
        )}
      </Notice>
    </div>
  );
}
