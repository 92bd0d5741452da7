/** How the keyboard goes through a text: by sentence and by paragraph, and what it has selected on its way. */

export interface Place {
  /** Both from 0; the sentence within its paragraph. */
  paragraph: number;
  sentence: number;
}

/** All sentences from one to the other are selected, whichever comes first. */
export interface Walk {
  anchor: Place;
  focus: Place;
}

/** How many sentences each paragraph of the text has; asked for where the walk comes by. */
export interface Ground {
  paragraphs: number;
  sentencesIn(paragraph: number): number;
}

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

const isBefore = (a: Place, b: Place) =>
  a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.sentence < b.sentence);
const isSame = (a: Place, b: Place) => a.paragraph === b.paragraph && a.sentence === b.sentence;

/** The walk's two ends in the order of the text. */
export function endsOf({ anchor, focus }: Walk): [first: Place, last: Place] {
  return isBefore(focus, anchor) ? [focus, anchor] : [anchor, focus];
}

const firstOf = (paragraph: number): Place => ({ paragraph, sentence: 0 });
const lastOf = (paragraph: number, ground: Ground): Place => ({
  paragraph,
  sentence: ground.sentencesIn(paragraph) - 1,
});

/** The sentence after or before; at the ends of the text the same. */
function neighbour({ paragraph, sentence }: Place, by: 1 | -1, ground: Ground): Place {
  const next = sentence + by;
  if (next >= 0 && next < ground.sentencesIn(paragraph)) return { paragraph, sentence: next };
  if (by === 1) return paragraph + 1 < ground.paragraphs ? firstOf(paragraph + 1) : { paragraph, sentence };
  return paragraph > 0 ? lastOf(paragraph - 1, ground) : { paragraph, sentence };
}

/** Up and down take whole paragraphs, left and right single sentences, from inside what is selected where it is more than one. */
export function moved(walk: Walk, arrow: Arrow, ground: Ground): Walk {
  const [first, last] = endsOf(walk);
  if (arrow === "ArrowUp" || arrow === "ArrowDown") {
    const wanted = arrow === "ArrowUp" ? first.paragraph - 1 : last.paragraph + 1;
    const paragraph = Math.min(Math.max(wanted, 0), ground.paragraphs - 1);
    return { anchor: firstOf(paragraph), focus: lastOf(paragraph, ground) };
  }
  const by = arrow === "ArrowRight" ? 1 : -1;
  const inside = by === 1 ? first : last;
  const to = isSame(first, last) ? neighbour(inside, by, ground) : inside;
  return { anchor: to, focus: to };
}

/** Left and right move the end by a sentence, up and down to the edge of its paragraph or, from there, of the next one. */
export function extended({ anchor, focus }: Walk, arrow: Arrow, ground: Ground): Walk {
  if (arrow === "ArrowRight" || arrow === "ArrowLeft") {
    return { anchor, focus: neighbour(focus, arrow === "ArrowRight" ? 1 : -1, ground) };
  }
  const down = arrow === "ArrowDown";
  const edge = down ? lastOf(focus.paragraph, ground) : firstOf(focus.paragraph);
  if (!isSame(edge, focus)) return { anchor, focus: edge };
  const { paragraph } = neighbour(focus, down ? 1 : -1, ground);
  return { anchor, focus: down ? lastOf(paragraph, ground) : firstOf(paragraph) };
}
