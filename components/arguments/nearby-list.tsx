"use client";

import { useTranslations } from "next-intl";
import { useComposing } from "#components/arguments/nearby-composing";
import { TextField } from "#components/ui/field";
import { Icon } from "#components/ui/icon";
import { Notice } from "#components/ui/notice";
import { StanceLabel } from "#components/ui/sign";
import type { NearArgument } from "#lib/arguments/nearby";
import { paths } from "#lib/paths";

/** Beside a form: who says nearly the same in this thread, and who stands on the same words. */
export function Nearby() {
  const t = useTranslations("forms.near");
  const { near, standing } = useComposing();
  const saying = near.filter((argument) => argument.saying);
  const words = near.filter((argument) => !argument.saying);
  const posting = standing?.revised === undefined;
  // Nearest come first.
  const twin = posting ? near.find(({ same }) => same) : undefined;
  return (
    <>
      <p className="sr-only" role="status">
        {near.length > 0 && t("status", { saying: saying.length, words: words.length })}
      </p>
      {saying.length > 0 && (
        <div className="mb-6">
          <Notice kind="hint" icon="message-square-quote" title={t("saying")}>
            <NearArguments near={saying} />
            {twin?.saying && <PostAnyway near={twin.id} />}
          </Notice>
        </div>
      )}
      {words.length > 0 && (
        <details className="near-words mb-6" open>
          <summary className="section-title">
            {t("words")}
            <Icon name="chevron-down" />
          </summary>
          <NearArguments near={words} />
          {twin && !twin.saying && <PostAnyway near={twin.id} />}
        </details>
      )}
      {near.length > 0 && posting && <p className="meta mb-6">{t("kept")}</p>}
    </>
  );
}

function PostAnyway({ near }: { near: string }) {
  const t = useTranslations("forms.near");
  const { form } = useComposing();
  return (
    <div className="mt-3">
      <input type="hidden" form={form} name="near" value={near} />
      <TextField form={form} name="anyway" label={t("anyway")} hint={t("anywayHint")} autoComplete="off" />
    </div>
  );
}

function NearArguments({ near }: { near: readonly NearArgument[] }) {
  return (
    <ol className="rows">
      {near.map((argument) => (
        <li key={argument.id}>
          <Near argument={argument} />
        </li>
      ))}
    </ol>
  );
}

function Near({ argument }: { argument: NearArgument }) {
  const t = useTranslations("forms.near");
  const { standing, words: named } = useComposing();
  const { id, number, claim, author, stance, same, saying, words, room } = argument;
  const posting = standing?.revised === undefined;
  return (
    <>
      <p className="meta">
        <StanceLabel stance={stance}>{t(stance)}</StanceLabel> #{number}, {author.name}.{" "}
        {saying && words && `${t("alsoWords")} `}
        {same && t("same")}
      </p>
      <p className="near-claim">{claim}</p>
      {posting && named && room === 0 && <p className="meta mt-2">{t("full")}</p>}
      <p className="button-row mt-2">
        {posting && named && room !== null && (
          <a href={paths.edit(id, { words: named })}>{t(room > 0 ? "add" : "makeRoom", { number })}</a>
        )}
        {/* What is answered already needs no further way to answer it. */}
        {posting && standing && id !== standing.parent && (
          <a href={paths.argue(standing.thread, { parent: id, words: named })}>{t("answer", { number })}</a>
        )}
        <a href={paths.argument(id)} target="_blank" rel="noopener">
          {t("read")}
          <span className="sr-only"> #{number}</span>
        </a>
      </p>
    </>
  );
}
