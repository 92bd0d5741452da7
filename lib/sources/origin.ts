/** Where a text came from, as the server itself knows it. */
import type { Provenance } from "#lib/sources/view";

/** Empty for what was pasted. */
export interface Origin {
  fileName?: string;
  /** For what the server fetched itself: the address that was asked for, and the one that answered. */
  requestedUrl?: string;
  finalUrl?: string;
}

/** An origin as it is stored. */
export function storedOrigin({ fileName, requestedUrl, finalUrl }: Origin) {
  const provenance: Provenance = finalUrl ? "FETCHED" : fileName ? "FILE" : "PASTED";
  return {
    provenance,
    fileName: fileName ?? null,
    requestedUrl: requestedUrl ?? null,
    finalUrl: finalUrl ?? null,
  };
}
