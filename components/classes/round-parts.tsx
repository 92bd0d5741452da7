import { useTranslations } from "next-intl";
import { type ClockProps, RoundClock } from "#components/classes/round-clock";
import { StanceLabel } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";
import { type Speech, timeShown } from "#lib/classes/round";
import type { RoundView } from "#lib/classes/round-queries";

/** A side in words and sign; both, where nobody's. */
export function SpeechSide({ side }: { side: Stance | null }) {
  const t = useTranslations("rounds");
  if (side === null) return <span className="stance">{t("both")}</span>;
  return <StanceLabel stance={side}>{t(side)}</StanceLabel>;
}

/** Which speech is on, who gives it, and the time that is left of it. */
export function RoundNow({ round, speech }: { round: RoundView; speech: number }) {
  const t = useTranslations("rounds");
  const on = round.speeches[speech];
  const next = round.speeches[speech + 1];
  return (
    <section className="round-now" aria-label={t("now")}>
      <div className="round-speech">
        {on ? (
          <>
            <p className="meta">{t("place", { place: speech + 1, count: round.speeches.length })}</p>
            <p className="round-name">{on.name}</p>
            <p className="round-by">
              <SpeechSide side={on.side} /> {on.speaker && <bdi>{on.speaker}</bdi>}
            </p>
            <p className="meta">{next ? t("next", { name: next.name }) : t("last")}</p>
          </>
        ) : (
          <p className="round-name">{t("over")}</p>
        )}
      </div>
      <Clock round={round} />
    </section>
  );
}

function Clock({ round: { speeches, prepSeconds, done, now } }: { round: RoundView }) {
  const t = useTranslations("rounds");
  const words: ClockProps["words"] = {
    ...{ running: t("running"), stopped: t("stopped"), overtime: t("overtime"), over: t("over"), prep: t("prep") },
    ...{ prepPro: t("prepOf.PRO"), prepCon: t("prepOf.CON") },
    called: { 60: t("called.60"), 30: t("called.30"), 0: t("called.0") },
  };
  const timing = { speeches: speeches.map(({ seconds }) => ({ seconds })), prepSeconds };
  return (
    <RoundClock {...{ timing, done, now, words }} pro={<SpeechSide side="PRO" />} con={<SpeechSide side="CON" />} />
  );
}

/** All speeches in their order; the one that is on is marked. */
export function RoundOrder({ speeches, speech }: { speeches: Speech[]; speech: number }) {
  const t = useTranslations("rounds");
  return (
    <section className="round-order" aria-labelledby="order">
      <h2 className="section-title" id="order">
        {t("order")}
      </h2>
      <ol>
        {speeches
          .map((one, place) => ({ ...one, place }))
          .map(({ name, side, speaker, seconds, place }) => (
            <li
              key={place}
              className={place < speech ? "past" : undefined}
              aria-current={place === speech ? "step" : undefined}
            >
              <SpeechSide side={side} />
              <span>
                {name}
                {speaker && (
                  <>
                    , <bdi>{speaker}</bdi>
                  </>
                )}
              </span>
              <span className="meta">{timeShown(seconds * 1000)}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}
