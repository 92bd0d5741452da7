import { exported } from "#lib/api/addresses";
import { exportedAs } from "#lib/api/export";
import { door } from "#lib/door";

export const GET = door({
  query: exported,
  act: (viewer, { params: { slug }, ...asked }) => exportedAs(viewer, { slug }, asked),
});
