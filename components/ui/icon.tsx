import type { IconName } from "#components/ui/sprite";

/** Decoration beside a word, or inside a control that has a label. Drawn in the frame's sprite. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
