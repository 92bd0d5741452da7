import { file } from "#lib/api/answer";
import { door } from "#lib/door";
import { FORMATS } from "#lib/maps/formats";
import { writeSnapshot } from "#lib/maps/snapshot-file";
import { readKept } from "#lib/maps/snapshot-queries";

export const GET = door({
  act: async (viewer, { params: { slug, id } }) => {
    const { snapshot } = await readKept(viewer, slug, id);
    const { mediaType, extension } = FORMATS.json;
    return file(writeSnapshot(snapshot), { mediaType, name: `${slug}.${id}.${extension}` });
  },
});
