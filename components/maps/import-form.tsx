"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect } from "react";
import { isAnswered } from "#components/arguments/citing-form";
import { ImportProposal } from "#components/maps/import-proposal";
import { sendBy } from "#components/sources/sending-form";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { FormRefusal } from "#components/ui/form-refusal";
import { EMPTY, type FormState } from "#lib/form";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;

interface Props {
  /** Where the claims go; null: into a thread that is opened with them. */
  slug: string | null;
  look: Act;
  bring: Act;
  /** What stands here while nothing may be brought. */
  instead?: ReactNode;
}

/** In two steps, with script or without: a file, then what would come of it. Only the second stores. */
export function ImportForm({ slug, look, bring, instead }: Props) {
  const t = useTranslations("forms.import");
  const [asked, ask, asking] = useActionState(look, EMPTY);
  const [answer, send, sending] = useActionState(bring, EMPTY);
  const proposed = asked.refusal === null && isAnswered(asked) ? asked.values : null;

  useEffect(() => {
    if (asked.refusal || answer.refusal) document.getElementById("refusal")?.focus();
    else if (proposed) document.getElementById("proposal")?.focus();
  }, [asked, answer, proposed]);

  if (instead && !isAnswered(answer) && !isAnswered(asked)) return instead;
  if (proposed) {
    const form = { state: answer, send, busy: sending };
    return <ImportProposal slug={slug} form={form} values={proposed} />;
  }
  const refused = answer.refusal ? answer : asked;
  const form = { state: refused, send: ask, busy: asking };
  return (
    <form className="form max-w-[46rem]" action={ask} onSubmit={sendBy(form)} noValidate aria-label={t("form")}>
      <FormRefusal state={refused} title={t(answer.refusal ? "refused" : "unread")} signIn={t("signIn")} />
      {slug && <input type="hidden" name="slug" value={slug} />}
      <TextField
        name="file"
        type="file"
        accept={slug ? ".json,.argdown,.ad,.txt,.csv,.docx" : ".json"}
        label={t(slug ? "file" : "ownFile")}
        hint={t(slug ? "fileHint" : "ownFileHint")}
        error={refused.fields.file}
        required
      />
      <div className="button-row">
        <Button kind="solid" busy={asking}>
          {t("look")}
        </Button>
        <p className="hint" role="status">
          {asking ? t("looking") : t("notYet")}
        </p>
      </div>
    </form>
  );
}
