/** What may come in about people. */
import { z } from "zod";
import { line } from "#lib/text/schema";
import { flawOfHandle } from "#lib/users/handles";
import { normalInvitation } from "#lib/users/invitation";
import { flawOfPassword } from "#lib/users/password";

/** The longest full names run to some sixty letters. */
export const NAME_MAX = 80;
/** Enough for "the map script on the library's computer". */
const TOKEN_NAME_MAX = 60;
/** RFC 5321 leaves an address no more. */
const EMAIL_MAX = 254;
/** A typed field before anything looks at it; the verb answers for its length. */
const TYPED_MAX = 2_000;

const typed = z.string({ error: "blank" }).max(TYPED_MAX, "too-long");
const id = z.string({ error: "bad-id" }).regex(/^[a-z0-9]{1,32}$/, "bad-id");

const handle = typed.superRefine((text, context) => {
  const flaw = text === "" ? "blank" : flawOfHandle(text);
  if (flaw) context.addIssue({ code: "custom", message: flaw });
});

/** Shown beside others' names: nothing that cannot be seen, above all nothing that turns the reading direction. */
export const name = line({ max: NAME_MAX }).refine(
  (text) => !/[\p{Cf}--[\u200c\u200d]]/v.test(text),
  "hidden-characters",
);

/** One address in one spelling. */
const email = z
  .string({ error: "bad-email" })
  .max(EMAIL_MAX, "bad-email")
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email("bad-email"));

const newPassword = z.string({ error: "blank" }).min(1, "blank");

export const joining = z
  .object({
    handle,
    name,
    password: newPassword,
    email: email.optional(),
    invitation: typed.transform(normalInvitation).optional(),
    back: typed.optional(),
  })
  .superRefine(({ handle, password }, context) => {
    const flaw = flawOfPassword(password, handle);
    if (flaw) context.addIssue({ code: "custom", path: ["password"], message: flaw });
  });
export type Joining = Omit<z.infer<typeof joining>, "back">;

/** A handle as typed on a telephone: its first letter a capital, a space after it. */
const handleToSignIn = typed.transform((text) => text.trim().toLowerCase());

export const signingIn = z.object({
  handle: handleToSignIn.pipe(z.string().min(1, "blank")),
  password: newPassword,
  back: typed.optional(),
});

export const demoSigningIn = z.object({ handle: handleToSignIn, back: typed.optional() });

export const changingPassword = z.object({ currentPassword: z.string().optional(), newPassword });

export const givingAddress = z.object({ email, currentPassword: z.string().optional() });

/** Of a link that was sent. */
const token = typed.max(100, "link-void");

export const confirmingAddress = z.object({ token });

export const forgetting = z.object({ email });

export const resetting = z.object({ token, newPassword });

export const closing = z.object({ handle: handleToSignIn, currentPassword: z.string().optional() });

/** As it stands beside a name, with or without the sign before it. */
export const blocking = z.object({
  handle: handleToSignIn.transform((text) => text.replace(/^@/, "")),
  /** From the person's own page, not from the settings. */
  back: z.enum(["person"]).optional(),
});

export const makingToken = z.object({ name: line({ max: TOKEN_NAME_MAX }) });

/** A session or a token of one's own. */
export const naming = z.object({ id });

/** A button alone. */
export const nothing = z.object({});
