import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";
import { Icon } from "#components/ui/icon";

interface Look {
  /** `solid` once a region; `pro` and `con` only for the act itself; `quiet` is text. */
  kind?: "solid" | "outline" | "pro" | "con" | "quiet";
  small?: boolean;
}

type Props =
  | (Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string })
  | (Look & ButtonHTMLAttributes<HTMLButtonElement> & { href?: undefined; busy?: boolean });

function classOf({ kind = "outline", small }: Look): string {
  if (kind === "quiet") return "quiet";
  return ["button", kind === "outline" ? "" : kind, small ? "small" : ""].filter(Boolean).join(" ");
}

/** A link where it has an address, else a button; a busy one keeps its words and turns a sign beside them. */
export function Button(props: Props) {
  if (props.href !== undefined) {
    const { kind, small, ...rest } = props;
    return <a className={classOf({ kind, small })} {...rest} />;
  }
  const { kind, small, busy, children, type = "submit", ...rest } = props;
  return (
    <button className={classOf({ kind, small })} type={type} aria-busy={busy || undefined} {...rest}>
      {busy && <Icon name="loader-circle" />}
      {children}
    </button>
  );
}
