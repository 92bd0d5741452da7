/** What the API does not know is missing like what one may not see, in the same words. */
import { z } from "zod";
import { door } from "#lib/door";
import { Missing } from "#lib/verdict";

const none = door({
  query: z.unknown(),
  act: async () => {
    throw new Missing();
  },
});

export { none as DELETE, none as GET, none as PATCH, none as POST, none as PUT };
