import { useTranslations } from "next-intl";
import { AccountForm } from "#components/account/account-form";
import type { AssignmentView, PupilLine } from "#lib/classes/assignment-queries";
import { drawAgain, giveSides } from "#lib/classes/assignments/actions";

/** Until the first round opens its teacher draws again, or says who argues for the question. */
export function SidesForm({ assignment, pupils }: { assignment: AssignmentView; pupils: PupilLine[] }) {
  const t = useTranslations("assignments.giving");
  const { class: room, slug, sides, phase } = assignment;
  if (phase !== "AHEAD" || sides === "NONE") return null;
  const hidden = { class: room.slug, assignment: slug };
  if (sides === "DRAWN") return <AccountForm act={drawAgain} hidden={hidden} kind="outline" submit={t("draw")} />;
  return (
    <AccountForm act={giveSides} hidden={hidden} kind="outline" submit={t("give")}>
      <fieldset className="grid gap-2">
        <legend className="label mb-2">{t("who")}</legend>
        {pupils.map(({ handle, name, side }) => (
          <label key={handle} className="flex gap-2 items-baseline">
            <input type="hidden" name="pupils" value={handle} />
            <input type="checkbox" name="pro" value={handle} defaultChecked={side === "PRO"} />
            <bdi>{name}</bdi>
          </label>
        ))}
      </fieldset>
    </AccountForm>
  );
}
