import { found } from "#lib/api/answer";
import { sourceProposal } from "#lib/api/shown";
import { door } from "#lib/door";
import { proposeInput } from "#lib/sources/form";
import { proposeSource } from "#lib/sources/proposing";

/** A file of 5 MB as base64, which is a third longer, and what is around it. */
const PROPOSAL_BYTES = 7 * 2 ** 20;

export const POST = door({
  input: proposeInput,
  maxBytes: PROPOSAL_BYTES,
  limit: "read",
  act: async (viewer, { input: { file, ...had } }) => {
    const bytes = async () => Buffer.from(file?.content ?? "", "base64");
    return found(sourceProposal(await proposeSource(viewer, { ...had, file: file && { name: file.name, bytes } })));
  },
});
