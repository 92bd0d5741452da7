"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { TextArea, TextField } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { sendRoster } from "#lib/classes/actions";
import type { RosterChanges } from "#lib/classes/roster-changes";
import { EMPTY } from "#lib/form";
import { paths } from "#lib/paths";

/** Making accounts from a list: first what it would change, then the change. It works without script. */
export function RosterForm({ slug }: { slug: string }) {
  const t = useTranslations("forms.roster");
  const [{ refusal, fields, values }, send, busy] = useActionState(sendRoster, EMPTY);
  const changes: RosterChanges | null = values.changes === undefined ? null : JSON.parse(values.changes);
  const looked = changes !== null && values.done === "look";
  return (
    <section aria-labelledby="roster">
      <h2 className="section-title" id="roster">
        {t("title")}
      </h2>
      <p className="read mb-4">{t("how")}</p>
      <form className="grid gap-4" action={send} noValidate>
        {refusal && <Notice kind="refused" title={refusal.sentence} />}
        {changes && values.done === "apply" && (
          <Notice kind="hint" title={t("applied", { added: changes.added.length, changed: changes.changed.length })}>
            <p>
              <a href={paths.cards(slug)}>{t("toCards")}</a>
            </p>
          </Notice>
        )}
        <input type="hidden" name="slug" value={slug} />
        <TextArea
          name="roster"
          label={t("list")}
          hint={t("hint")}
          error={fields.roster}
          rows={8}
          spellCheck={false}
          defaultValue={values.done === "apply" ? "" : values.roster}
        />
        <TextField name="file" type="file" accept=".csv,text/csv,text/plain" label={t("file")} />
        {looked && <Changes changes={changes} />}
        {looked && changes.gone.length > 0 && (
          <div className="options">
            <label>
              <input type="checkbox" name="removeGone" value="1" />
              <span>{t("removeGone", { count: changes.gone.length })}</span>
            </label>
          </div>
        )}
        <p className="button-row">
          {looked && (
            <Button kind="solid" busy={busy} name="do" value="apply">
              {t("apply")}
            </Button>
          )}
          <Button kind={looked ? "outline" : "solid"} busy={busy} name="do" value="look">
            {t("look")}
          </Button>
        </p>
      </form>
    </section>
  );
}

/** Long lists are told by their number: nobody reads five thousand lines. */
const SHOWN = 60;

function Changes({ changes: { added, changed, gone, same, unfit } }: { changes: RosterChanges }) {
  const t = useTranslations("forms.roster");
  const parts: [string, string[]][] = [
    [t("added", { count: added.length }), added.map(({ name }) => name)],
    [t("changed", { count: changed.length }), changed.map(({ name, newName }) => `${name} → ${newName}`)],
    [t("gone", { count: gone.length }), gone.map(({ name }) => name)],
    [t("same", { count: same.length }), []],
    [
      t("unfit", { count: unfit.length }),
      unfit.map(({ line, reason }) => t("line", { line, why: t(`why.${reason}`) })),
    ],
  ];
  return (
    <dl className="changes" aria-live="polite">
      {parts.map(([title, lines]) => (
        <div key={title}>
          <dt>{title}</dt>
          {lines.slice(0, SHOWN).map((line) => (
            <dd key={line}>
              <bdi>{line}</bdi>
            </dd>
          ))}
          {lines.length > SHOWN && <dd>{t("more", { count: lines.length - SHOWN })}</dd>}
        </div>
      ))}
    </dl>
  );
}
