import { useTranslations } from "next-intl";
import { RoundForm } from "#components/classes/round-form";
import { Button } from "#components/ui/button";
import { Empty } from "#components/ui/empty";
import type { Stance } from "#lib/arguments/view";
import { timeShown } from "#lib/classes/round";
import { conFirst, ROUND_FORMATS, type RoundFormat, USUAL } from "#lib/classes/round-formats";
import type { RoundChoices } from "#lib/classes/round-queries";
import type { FormState } from "#lib/form";
import { paths } from "#lib/paths";

/** Two constructives, two rebuttals and their questions fit; empty rows are none. */
const OWN_ROWS = 8;
const OWN = { name: "", kind: "SPEECH", side: "PRO", minutes: "4:00" } as const;

interface Props {
  format: RoundFormat;
  /** Who speaks first, where a toss decides it. */
  first: Stance;
  choices: RoundChoices;
  act: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** The choice of a format, and the form with its usual speeches. */
export function RoundOpening({ format, first, choices, act }: Props) {
  const t = useTranslations("rounds");
  if (choices.threads.length === 0) return <Empty>{t("noThreads")}</Empty>;
  const room = choices.class.slug;
  const tossed = format === "PUBLIC_FORUM";
  const usual = format === "OWN" ? null : tossed && first === "CON" ? conFirst(USUAL[format]) : USUAL[format];
  const rows = usual
    ? usual.speeches.map(({ code, kind, side, seconds }) => {
        return { kind, side, name: t(`speeches.${code as "cx"}`), minutes: timeShown(seconds * 1000) };
      })
    : Array.from({ length: OWN_ROWS }, () => OWN);
  return (
    <>
      <nav className="joined round-formats mb-4" aria-label={t("format")}>
        {ROUND_FORMATS.map((one) => (
          <Button key={one} href={paths.newRound(room, one)} aria-current={one === format ? "page" : undefined}>
            {t(`formats.${one}`)}
          </Button>
        ))}
      </nav>
      {tossed && (
        <div className="mb-4">
          <p className="meta mb-2">{t("toss")}</p>
          <nav className="joined round-formats" aria-label={t("speaksFirst")}>
            {(["PRO", "CON"] as const).map((side) => (
              <Button
                key={side}
                href={paths.newRound(room, format, side)}
                aria-current={side === first ? "page" : undefined}
              >
                {t(`firstSpeaks.${side}`)}
              </Button>
            ))}
          </nav>
        </div>
      )}
      <RoundForm
        key={`${format} ${first}`}
        {...{ room, format, rows, act }}
        prep={timeShown((usual?.prepSeconds ?? 0) * 1000)}
        choices={{ threads: choices.threads, people: choices.people }}
      />
    </>
  );
}
