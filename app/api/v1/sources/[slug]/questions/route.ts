import { found } from "#lib/api/answer";
import { proposedQuestion } from "#lib/api/shown";
import { door } from "#lib/door";
import { getSource } from "#lib/sources/queries";
import { questionsOf } from "#lib/sources/questions";

export const GET = door({
  act: async (viewer, { params }) => {
    const source = await getSource(viewer, params.slug);
    return found({ items: questionsOf(source).map((one) => proposedQuestion(source, one)), next: null });
  },
});
