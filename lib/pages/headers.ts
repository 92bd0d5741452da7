/** What every answer tells the browser to forbid. */

/** Only ourselves, in every kind of content; no plug-ins, no foreign base, no frame around us, no form to elsewhere. */
const FIXED =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** The same for what stands in the frames of these sites, and sends them a form. */
const framedBy = (origins: readonly string[]) =>
  FIXED.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(" ")}`).replace(
    "form-action 'self'",
    `form-action 'self' ${origins.join(" ")}`,
  );

/** The policy of a stored page: our own script files, and those inline scripts whose hashes were taken at its capture. */
export function storedPolicy(hashes: Iterable<string>): string {
  return `${FIXED}; script-src ${["'self'", ...hashes].join(" ")}; style-src 'self'`;
}

/**
 * The policy of a page rendered for one request. Development evaluates code and writes styles into the page. `origins`:
 * those of the learning platforms, for a page that stands in their frames.
 */
export function renderedPolicy(nonce: string, dev: boolean, origins: readonly string[] = []): string {
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`;
  return `${origins.length > 0 ? framedBy(origins) : FIXED}; ${script}; style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`;
}

/** A page for other sites to frame: words and a drawing, styled by this sheet alone; it runs nothing and asks for nothing. */
export function framedPolicy(styleHash: string): string {
  return `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;
}

/** What stands in a learning platform's frame: the forum itself opens in a page of its own. */
export const isForPlatforms = (path: string): boolean => /^\/api\/lti\/(?:launch|deep-link)$/.test(path);

/** What other sites may frame stands here; everything else says twice that nobody may. */
export const isFrameable = (path: string): boolean => path.startsWith("/embed/");

/** The headers all answers share. `same-origin` keeps our addresses from the articles we link to and Origin in our forms. */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    // A year: the shortest span that preload lists and audits accept as lasting.
    ...(https ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}
