/** The forms in which an argument gets a place and leaves one: their fields, all of them text, and what the verbs take. */
import { z } from "zod";
import { answeringFrom, texts } from "#lib/arguments/form";
import { endLinkInput, moveArgumentInput, startLinkInput } from "#lib/arguments/schema";

/** How an address says that the question is answered, where it names an argument else. */
export const QUESTION = "question";

const ANSWERING = ["parent", "stance", "target", "concession"] as const;

const unfit = (context: z.core.$RefinementCtx, { issues }: z.ZodError) => {
  for (const { path, message } of issues) context.addIssue({ code: "custom", message, path });
  return z.NEVER;
};

export const hereTooForm = z.object(texts(["argument", ...ANSWERING])).transform((fields, context) => {
  const checked = startLinkInput.safeParse({ child: fields.argument, ...answeringFrom(fields) });
  return checked.success ? checked.data : unfit(context, checked.error);
});

export const moveForm = z.object(texts(["argument", "link", ...ANSWERING])).transform((fields, context) => {
  const checked = moveArgumentInput.safeParse(answeringFrom(fields));
  const { argument = "", link = "" } = fields;
  return checked.success ? { argument, link, asked: checked.data } : unfit(context, checked.error);
});

export const removeHereForm = endLinkInput.extend({ argument: z.string(), link: z.string() }).strip();
