/** Where sentences begin: ICU's, but none ends after "U.S.", an initial or a short form such as "Dr.", or before a small letter. */

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
/** What ends in a full stop and does not end a sentence: an initial, the last letter of "U.S.", a short form. */
const GOES_ON = /(?:(?<!\p{L})\p{Lu}|(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Prof|St|Sgt|Lt|Col|Gen|Gov|Sen|Rep|Jr|Sr|No|vs))\.\s*$/u;

/** A debate quotes the same few paragraphs again and again; these are two articles' worth, some hundred kilobytes. */
const REMEMBERED = 300;
const remembered = new Map<string, readonly number[]>();

/** The UTF-16 places where the sentences of a paragraph start, and its end. */
export function sentenceEdges(paragraph: string): readonly number[] {
  const known = remembered.get(paragraph);
  if (known) return known;
  const edges = edgesOf(paragraph);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(paragraph, edges);
  return edges;
}

function edgesOf(paragraph: string): number[] {
  const edges = [0];
  for (const { index } of sentences.segment(paragraph)) {
    const joined =
      GOES_ON.test(paragraph.slice(Math.max(0, index - 8), index)) ||
      /^\p{Ll}/u.test(paragraph.slice(index, index + 2));
    if (index > 0 && !joined) edges.push(index);
  }
  return [...edges, paragraph.length];
}
