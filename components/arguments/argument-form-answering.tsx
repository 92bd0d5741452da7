"use client";

import { useTranslations } from "next-intl";
import { Choice } from "#components/ui/choice";
import { Icon } from "#components/ui/icon";
import { stanceClass } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";
import type { Answered } from "#lib/arguments/writing";

const STANCES: Stance[] = ["PRO", "CON"];

interface Props {
  values: Record<string, string>;
  answered: Answered;
  errors: Record<string, string>;
}

/** Whether an argument speaks for or against what it answers, and what of it it is about. */
export function AnsweringFields({ values, answered: { parent, assigned }, errors }: Props) {
  const t = useTranslations("forms.answering");
  const stance = values.stance === "PRO" || values.stance === "CON" ? values.stance : undefined;
  return (
    <>
      <div id="field-stance">
        <Choice
          key={`stance ${stance}`}
          name="stance"
          legend={parent ? t("does", { number: parent.number }) : t("side")}
          chosen={stance}
          options={[
            { value: "PRO", stance: "PRO", label: t(parent ? "support" : "pro") },
            { value: "CON", stance: "CON", label: t(parent ? "oppose" : "con") },
          ]}
        />
        <ErrorLine>{errors.stance}</ErrorLine>
        {assigned && <AssignedLine assigned={assigned} />}
      </div>
      {parent && <TargetField values={values} parent={parent} error={errors.target} />}
      {parent?.concedable && (
        <label className="check concession">
          <input type="checkbox" name="concession" defaultChecked={values.concession !== undefined} />{" "}
          <span>
            {t("concede")} <span className="meta">{t("concedeHint")}</span>
          </span>
        </label>
      )}
    </>
  );
}

/** For which side one was set to argue, and, while the other stance is chosen, what becomes of that. */
function AssignedLine({ assigned: { side, strict, against } }: { assigned: NonNullable<Answered["assigned"]> }) {
  const t = useTranslations("forms.answering.assigned");
  return (
    <>
      <p className="hint">{t(side)}</p>
      <p className={`field-error off-side ${stanceClass(against)}`}>
        <Icon name="info" />
        <span>{t(strict ? "refused" : "uncounted")}</span>
      </p>
    </>
  );
}

/** What exactly is answered, as somebody would say it; which words are shown goes by the stance that is chosen. */
function TargetField({
  values,
  parent: { links, citations },
  error,
}: {
  values: Record<string, string>;
  parent: NonNullable<Answered["parent"]>;
  error?: string;
}) {
  const t = useTranslations("forms.answering");
  const steps = links.map(({ id, to }) => ({
    value: `RELEVANCE ${id}`,
    key: "relevance" as const,
    about: links.length > 1 ? (to === null ? t("toQuestion") : t("toArgument", { number: to })) : null,
    citation: null,
  }));
  const passages = citations.map((citation, place) => ({
    value: `EVIDENCE ${citation.id}`,
    key: "evidence" as const,
    about: citations.length > 1 ? t("passage", { position: place + 1 }) : null,
    citation,
  }));
  const options = [{ value: "CLAIM", key: "claim" as const, about: null, citation: null }, ...steps, ...passages];
  // An address may name the target without the one step or passage there is.
  const chosen = options.find(({ value }) => value === values.target || value.split(" ")[0] === values.target);
  return (
    <fieldset id="field-target">
      <legend className="label mb-2">{t("what")}</legend>
      <div className="options">
        {options.map(({ value, key, about, citation }) => (
          <div key={value}>
            <label>
              <input
                type="radio"
                name="target"
                value={value}
                defaultChecked={value === (chosen?.value ?? "CLAIM")}
                aria-describedby={citation ? `aimed-${citation.id}` : undefined}
              />
              <span>
                {STANCES.map((stance) => (
                  <span key={stance} className={`when-${stanceClass(stance)}`}>
                    {t(`${stance}.${key}`)} {about && <span className="meta">{about}</span>}
                  </span>
                ))}
              </span>
            </label>
            {citation && (
              <blockquote
                id={`aimed-${citation.id}`}
                className={citations.length > 1 ? "aimed-at one-of-several" : "aimed-at"}
              >
                <mark>{citation.words}</mark>{" "}
                <span className="meta">
                  {t("whereAimed", { title: citation.title, paragraph: citation.paragraph })}
                </span>
              </blockquote>
            )}
          </div>
        ))}
      </div>
      <ErrorLine>{error}</ErrorLine>
    </fieldset>
  );
}

function ErrorLine({ children }: { children?: string }) {
  if (!children) return null;
  return (
    <p className="field-error">
      <Icon name="octagon-x" />
      <span>{children}</span>
    </p>
  );
}
