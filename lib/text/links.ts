/**
 * The links that a writer may set: an allow-list of http, https and mailto, stricter than any editor's. What is
 * accepted comes back in its one normal form, with a foreign alphabet in the host spelled out (`xn--`), so that
 * what is shown, compared and followed is the same address.
 */

/** Addresses beyond 2,000 characters fail in common mail and web programs. */
const LINK_MAX = 2000;

const PLAIN_ADDRESS = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** The normal form of an allowed link, or null. A user name before the host and hidden characters are refused. */
export function allowedLink(href: string): string | null {
  const text = href.trim();
  if (text.length > LINK_MAX || /[\s\\\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) return null;
  if (/^mailto:/i.test(text)) {
    const address = text.slice("mailto:".length);
    return PLAIN_ADDRESS.test(address) ? `mailto:${address}` : null;
  }
  // The URL parser repairs "https:host" and drops an empty user name; neither is what the reader was shown.
  if (!/^https?:\/\/[^/?#@]+(?:[/?#]|$)/i.test(text)) return null;
  return URL.parse(text)?.href ?? null;
}
