import { exported } from "#lib/api/addresses";
import { file } from "#lib/api/answer";
import { door } from "#lib/door";
import { FORMATS, fileName, isFormat } from "#lib/maps/formats";
import { makeFile } from "#lib/maps/making";
import { Refused } from "#lib/verdict";

export const GET = door({
  query: exported,
  act: async (viewer, { params: { slug }, query: { format, authors, ...part }, signal, network }) => {
    if (!isFormat(format)) {
      const formats = Object.keys(FORMATS);
      throw new Refused("format-unknown", { values: { known: formats.join(", ") }, details: { formats } });
    }
    const wanted = { slug, format, part: { ...part, pseudonyms: authors === "pseudonyms" } };
    const content = await makeFile(viewer, wanted, { whose: viewer?.id ?? network, signal });
    return file(content, { mediaType: FORMATS[format].mediaType, name: fileName(slug, format) });
  },
});
