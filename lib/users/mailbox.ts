/** Which addresses reach one mailbox. */

/**
 * What tries are counted by: most providers put `a.b+c@x` and `ab@x` into one mailbox. Two people who share a key only
 * share a limit.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf("@");
  const [name = ""] = email.slice(0, at).split("+");
  return `${name.replaceAll(".", "")}${email.slice(at)}`.toLowerCase();
}
