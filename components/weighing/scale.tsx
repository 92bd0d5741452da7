import { IMPACT_MAX } from "#lib/weighing/schema";

interface Props {
  /** What each of 0 to 4 means. */
  steps: readonly string[];
  own: number | null;
  busy?: boolean;
  /** Whether the meanings stand below the numerals, or only with the ends of the scale. */
  worded?: boolean;
}

/** 0 to 4 as underlined numerals; each is a button of the form around it, so that one press says it. */
export function Scale({ steps, own, busy, worded = false }: Props) {
  return (
    <span className={worded ? "scale worded" : "scale"}>
      {Array.from({ length: IMPACT_MAX + 1 }, (_, impact) => (
        <button
          // The scale is fixed.
          // biome-ignore lint/suspicious/noArrayIndexKey: an impact is its place
          key={impact}
          type="submit"
          name="impact"
          value={impact}
          aria-pressed={own === impact}
          aria-busy={busy || undefined}
          aria-label={worded ? undefined : `${impact}: ${steps[impact]}`}
          title={worded ? undefined : steps[impact]}
        >
          <b>{impact}</b> {worded && <span>{steps[impact]}</span>}
        </button>
      ))}
    </span>
  );
}
