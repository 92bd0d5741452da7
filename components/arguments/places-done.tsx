import { useTranslations } from "next-intl";
import { UndoToast } from "#components/ui/undo-toast";
import type { LinkView } from "#lib/arguments/view";
import type { FormState } from "#lib/form";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;

interface Props {
  argument: { id: string; number: number };
  did: string;
  past: { link: LinkView; ended: boolean; before: LinkView | null };
  acts: { hereToo: Act; move: Act; removeHere: Act };
}

/** What one has just done to a place, and the way back: an act of its own, for no link is ever changed. */
export function JustDone({ argument, did, past: { link, ended, before }, acts }: Props) {
  const t = useTranslations("places");
  const said = { number: argument.number };
  const shared = { undo: t("undo") };
  if (did === "used" && !ended) {
    const given = { argument: argument.id, link: link.id, reason: t("undone") };
    return <UndoToast {...shared} said={t("did.used", said)} act={acts.removeHere} given={given} />;
  }
  if (did === "moved" && !ended && before) {
    const given = { ...fieldsOf(argument.id, before), link: link.id };
    return <UndoToast {...shared} said={t("did.moved", said)} act={acts.move} given={given} />;
  }
  if (did === "removed" && ended) {
    return (
      <UndoToast {...shared} said={t("did.removed", said)} act={acts.hereToo} given={fieldsOf(argument.id, link)} />
    );
  }
  return null;
}

/** The fields of a form that puts an argument where a link had it. */
function fieldsOf(argument: string, link: LinkView): Record<string, string> {
  const { parent, stance, target, targetLink, targetCitation, concession } = link;
  const aim = targetLink ?? targetCitation;
  return {
    argument,
    parent: parent ?? "",
    stance,
    target: aim ? `${target} ${aim}` : target,
    ...(concession ? { concession: "on" } : {}),
  };
}
