/** The keyboard's walk through the text of the page. */
import { startOf, wordsIn } from "#components/sources/selection-places";
import { type Arrow, endsOf, extended, moved, type Place, type Walk } from "#lib/sources/walk";
import { codePointLength, toCodePointIndex } from "#lib/text/code-points";
import { sentenceEdges } from "#lib/text/sentences";

export const isArrow = (key: string): key is Arrow => /^Arrow(?:Up|Down|Left|Right)$/.test(key);

/** What is nearer than this to the upper edge of the screen, in pixels, has been read. */
const EDGE = 80;

interface Stretch {
  from: number;
  to: number;
}

/** Reads the page's words once, and cuts into sentences those paragraphs alone that the walk comes by. */
export function walkThrough(article: HTMLElement) {
  const all = wordsIn(article);
  const edges = new Map<number, readonly number[]>();
  const textOf = (paragraph: number) => all[paragraph]?.textContent ?? "";
  function edgesOf(paragraph: number): readonly number[] {
    const known = edges.get(paragraph) ?? sentenceEdges(textOf(paragraph));
    edges.set(paragraph, known);
    return known;
  }
  const ground = { paragraphs: all.length, sentencesIn: (paragraph: number) => edgesOf(paragraph).length - 1 };

  function stretchOf({ paragraph, sentence }: Place): Stretch {
    const [from = 0, to = 0] = edgesOf(paragraph).slice(sentence, sentence + 2);
    const text = textOf(paragraph);
    const start = startOf(all[paragraph] as HTMLElement) + toCodePointIndex(text, from);
    return { from: start, to: start + codePointLength(text.slice(from, to).trimEnd()) };
  }
  function stretchOfWalk(walk: Walk): Stretch {
    const [first, last] = endsOf(walk);
    return { from: stretchOf(first).from, to: stretchOf(last).to };
  }
  function placeAt(offset: number): Place {
    const paragraph = Math.max(
      0,
      all.findLastIndex((words) => startOf(words) <= offset),
    );
    const within = offset - startOf(all[paragraph] as HTMLElement);
    const sentence = edgesOf(paragraph).findLastIndex((edge) => toCodePointIndex(textOf(paragraph), edge) <= within);
    return { paragraph, sentence: Math.min(Math.max(sentence, 0), ground.sentencesIn(paragraph) - 1) };
  }
  /** Where somebody begins who has selected nothing: with the first paragraph that is well in sight. */
  function begin(arrow: Arrow): Walk {
    const paragraph = Math.max(
      0,
      all.findIndex((words) => words.getBoundingClientRect().bottom > EDGE),
    );
    const first = { paragraph, sentence: 0 };
    const whole = { anchor: first, focus: { paragraph, sentence: ground.sentencesIn(paragraph) - 1 } };
    return arrow === "ArrowUp" || arrow === "ArrowDown" ? whole : { anchor: first, focus: first };
  }

  let last: { walk: Walk; stretch: Stretch } | null = null;
  return {
    /** One key further from what is selected now; from where it went last, when that has been let go of. */
    go(arrow: Arrow, extend: boolean, now: Stretch | null): { stretch: Stretch; focus: Stretch } {
      const known = last && (!now || (now.from === last.stretch.from && now.to === last.stretch.to)) ? last.walk : null;
      const walk = known ?? (now && { anchor: placeAt(now.from), focus: placeAt(now.to - 1) });
      const next = walk ? (extend ? extended : moved)(walk, arrow, ground) : begin(arrow);
      last = { walk: next, stretch: stretchOfWalk(next) };
      return { stretch: last.stretch, focus: stretchOf(next.focus) };
    },
  };
}
