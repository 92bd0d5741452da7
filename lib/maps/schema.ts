/** What may come in about a thread's map. */
import { z } from "zod";
import { slug } from "#lib/sources/schema";

export const freezing = z.object({ slug });
