import { found, made } from "#lib/api/answer";
import { addressOf } from "#lib/api/routes";
import { argumentWritten, revision } from "#lib/api/shown";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { reviseArgumentInput } from "#lib/arguments/schema";
import { door } from "#lib/door";

export const GET = door({
  act: async (viewer, { params }) => {
    const { revisions } = await getHistory(viewer, params.id);
    return found({ items: revisions.map(revision), next: null });
  },
});

export const POST = door({
  input: reviseArgumentInput,
  limit: "post",
  act: async (viewer, { params: { id }, input }) => {
    const { normalised } = await reviseArgument(viewer, id, input);
    return made(argumentWritten(await getArgument(viewer, id), normalised), addressOf("/arguments/{id}/revisions", id));
  },
});
