import { exported } from "#lib/api/addresses";
import { file } from "#lib/api/answer";
import { door } from "#lib/door";
import { FORMATS, fileName, isFormat } from "#lib/maps/formats";
import { getSnapshot } from "#lib/maps/queries";
import { select } from "#lib/maps/selection";
import { Missing, Refused } from "#lib/verdict";

export const GET = door({
  query: exported,
  act: async (viewer, { params: { slug }, query: { format, authors, ...part } }) => {
    if (!isFormat(format)) {
      const formats = Object.keys(FORMATS);
      throw new Refused("format-unknown", { values: { known: formats.join(", ") }, details: { formats } });
    }
    const { mediaType, write } = FORMATS[format];
    const snapshot = select(await getSnapshot(viewer, slug), { ...part, pseudonyms: authors === "pseudonyms" });
    if (snapshot === null) throw new Missing();
    return file(await write(snapshot), { mediaType, name: fileName(slug, format) });
  },
});
