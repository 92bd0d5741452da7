"use server";

import { action } from "#lib/action";
import { EMPTY, type FormState } from "#lib/form";
import { paths } from "#lib/paths";
import { bringSource } from "#lib/sources/commands/bring";
import { bringSourceAgain } from "#lib/sources/commands/bring-again";
import { correctSource } from "#lib/sources/commands/correct";
import { previewCorrection } from "#lib/sources/correcting";
import { originOf } from "#lib/sources/extraction/receipt";
import { asideOf } from "#lib/sources/extraction/taking";
import { bringForm, correctForm, proposeForm } from "#lib/sources/form";
import { proposeSource } from "#lib/sources/proposing";

/** Answers the values of the form in which the text is confirmed. */
export const propose = action({
  limit: "read",
  schema: proposeForm,
  act: async (viewer, { text, file, url }) => {
    const bytes = async () => new Uint8Array((await file?.arrayBuffer()) ?? []);
    const proposed = await proposeSource(viewer, { text, url, file: file && { name: file.name, bytes } });
    return {
      ...EMPTY,
      values: {
        text: proposed.text,
        title: proposed.title ?? "",
        outlet: proposed.outlet ?? "",
        byline: proposed.byline ?? "",
        publishedOn: proposed.publishedOn ?? "",
        url: proposed.url ?? "",
        rights: "OPEN",
        aside: JSON.stringify(asideOf(proposed)),
        warnings: proposed.warnings.join(" "),
        from: proposed.from ?? "",
        known: proposed.known ?? "",
        receipt: proposed.receipt ?? "",
      },
    };
  },
});

export const bring = action({
  limit: "post",
  schema: bringForm,
  act: async (viewer, { input, again }) => {
    const origin = originOf(input.receipt, viewer.id, input.text);
    const verb = again ? bringSourceAgain(viewer, again, input, origin) : bringSource(viewer, input, origin);
    return paths.source((await verb).slug);
  },
});

/** Looked at first: the form comes back with what it would change. Then stored. */
export const correct = action({
  limit: "read",
  schema: correctForm,
  act: async (viewer, { slug, text, file, after, do: pressed }): Promise<string | FormState> => {
    if (pressed === "mend") return { ...EMPTY, values: { slug, text } };
    if (pressed === "store") {
      await correctSource(viewer, slug, { text }, { after });
      return paths.versions(slug);
    }
    const bytes = async () => new Uint8Array((await file?.arrayBuffer()) ?? []);
    const { changes, citations, ...seen } = await previewCorrection(viewer, slug, {
      text,
      file: file && { name: file.name, bytes },
    });
    const preview = JSON.stringify({ changes, citations });
    return { ...EMPTY, values: { slug, text: seen.text, after: `${seen.after}`, preview } };
  },
});
