"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { QrCode } from "#components/classes/qr-code";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { makeCards } from "#lib/classes/actions";
import type { Card } from "#lib/classes/commands/cards";
import type { Qr } from "#lib/classes/qr";
import { EMPTY } from "#lib/form";

interface Props {
  slug: string;
  className: string;
  /** Where a card is used. */
  address: string;
  /** For one pupil; else for all who have no password yet. */
  only?: { handle: string; name: string };
  /** How many have none. */
  waiting: number;
}

/** Login cards: made by a press, shown this once, to be printed and cut. */
export function CardsForm({ slug, className, address, only, waiting }: Props) {
  const t = useTranslations("forms.cards");
  const [{ refusal, values }, send, busy] = useActionState(makeCards, EMPTY);
  const cards: (Card & { qr: Qr })[] = values.cards === undefined ? [] : JSON.parse(values.cards);
  return (
    <section aria-labelledby="cards">
      <div className="no-print">
        <div className="grid gap-4 max-w-2xl">
          <h2 className="section-title" id="cards">
            {t("title")}
          </h2>
          <p className="read">{only ? t("howOne", { name: only.name }) : t("how")}</p>
          {refusal && <Notice kind="refused" title={refusal.sentence} />}
          {values.cards !== undefined && (
            <Notice kind="hint" title={t("made", { count: cards.length })}>
              {cards.length > 0 && <p>{t("once")}</p>}
            </Notice>
          )}
          <form action={send}>
            <input type="hidden" name="slug" value={slug} />
            {only && <input type="hidden" name="handle" value={only.handle} />}
            <Button kind={cards.length > 0 ? "outline" : "solid"} busy={busy} disabled={!only && waiting === 0}>
              {only ? t("makeOne") : t("make", { count: waiting })}
            </Button>
          </form>
        </div>
      </div>
      <ul className="cards">
        {cards.map(({ handle, name, secret, qr }) => (
          <li key={handle} className="login-card">
            <div>
              <p className="meta">{className}</p>
              <p className="card-name">
                <bdi>{name}</bdi>
              </p>
              <dl className="facts">
                <dt>{t("handle")}</dt>
                <dd>{handle}</dd>
                <dt>{t("address")}</dt>
                <dd>{address}</dd>
                <dt>{t("secret")}</dt>
                <dd className="card-secret">{secret}</dd>
              </dl>
              <p className="meta">{t("single")}</p>
            </div>
            <QrCode qr={qr} label={t("qr", { name })} />
          </li>
        ))}
      </ul>
    </section>
  );
}
