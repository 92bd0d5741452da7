import { useTranslations } from "next-intl";
import { StanceLabel } from "#components/ui/sign";
import type { Stance } from "#lib/arguments/view";

/** Two counts and a line divided as they are, solid and double again. */
export function BalanceBar({ counts }: { counts: Record<Stance, number> }) {
  const t = useTranslations("ui");
  const total = counts.PRO + counts.CON;
  const parting = `${total === 0 ? 50 : (counts.PRO / total) * 100}%`;
  const rest = `${total === 0 ? 50 : (counts.CON / total) * 100}%`;
  return (
    <div className="balance">
      <StanceLabel stance="PRO">{t("countPro", { count: counts.PRO })}</StanceLabel>
      <svg aria-hidden="true">
        <rect className="pro-line" width={parting} />
        <rect className="con-line" x={parting} width={rest} />
        <rect className="con-line lower" x={parting} width={rest} />
        <rect className="parting" x={parting} width="3" />
      </svg>
      <StanceLabel stance="CON">{t("countCon", { count: counts.CON })}</StanceLabel>
    </div>
  );
}
