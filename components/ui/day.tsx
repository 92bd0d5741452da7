import { useFormatter } from "next-intl";

const DAY = { day: "numeric", month: "short" } as const;

/** A date as a newspaper prints it, "13 Nov", with its year where that is another one; the exact time in its title. */
export function Day({ at }: { at: string }) {
  const format = useFormatter();
  const date = new Date(at);
  const thisYear = date.getUTCFullYear() === new Date().getUTCFullYear();
  return (
    <time dateTime={at} title={format.dateTime(date, { dateStyle: "long", timeStyle: "long" })}>
      {format.dateTime(date, thisYear ? DAY : { ...DAY, year: "numeric" })}
    </time>
  );
}
