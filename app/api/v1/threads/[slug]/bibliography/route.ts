import { listedAs } from "#lib/api/addresses";
import { file } from "#lib/api/answer";
import { getThread } from "#lib/arguments/queries/threads";
import { door } from "#lib/door";
import { listReferences } from "#lib/maps/queries";
import { FORMS, isForm } from "#lib/sources/bibliography";
import { Refused } from "#lib/verdict";

export const GET = door({
  query: listedAs,
  act: async (viewer, { params: { slug }, query: { format } }) => {
    if (!isForm(format)) {
      const formats = Object.keys(FORMS);
      throw new Refused("format-unknown", { values: { known: formats.join(", ") }, details: { formats } });
    }
    const { mediaType, extension, write } = FORMS[format];
    const references = await listReferences(viewer, await getThread(viewer, slug));
    return file(write(references.map(({ work }) => work)), { mediaType, name: `${slug}.${extension}` });
  },
});
