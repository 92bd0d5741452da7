import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import { Day } from "#components/ui/day";
import type { FormState } from "#lib/form";
import type { StandingMark } from "#lib/moderation/queries/marks";

interface Props {
  marks: StandingMark[];
  resolve: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Where a moderator merges it with what says the same. */
  merge: string | undefined;
}

/** The marks that stand on an argument, each with what this viewer may do about it. */
export function Marks({ marks, resolve, merge }: Props) {
  const t = useTranslations("forms.doubt");
  const kinds = useTranslations("arguments.marks");
  const toMerge = merge && (
    <p className="meta mb-6">
      <a href={merge}>{t("merge")}</a>
    </p>
  );
  if (marks.length === 0) return toMerge;
  return (
    <section className="max-w-[46rem] mb-8" aria-labelledby="standing">
      <h2 className="section-title" id="standing">
        <span>{t("standing")}</span>
        <span>{marks.length}</span>
      </h2>
      <ul className="rows">
        {marks.map(({ id, kind, note, by, at, mended, resolvable, own }) => (
          <li className="with-act" key={id}>
            <div>
              <p>
                <b>{kinds(kind as "UNCLEAR")}</b>
              </p>
              {note && <p className="read">{note}</p>}
              <p className="meta dots">
                <span>
                  <bdi>{by.name}</bdi>, <Day at={at} />
                </span>
                {mended && <span>{t("revised")}</span>}
              </p>
            </div>
            {resolvable && (
              <AccountForm
                act={resolve}
                hidden={{ mark: id }}
                kind="outline"
                submit={t(mended ? "agree" : own ? "resolve" : "clear")}
              />
            )}
          </li>
        ))}
      </ul>
      {toMerge}
    </section>
  );
}
