import { hash } from "node:crypto";

/** A UUID of version 4 in form, made from a name, so that the same thing has the same id in every file. */
export function uuid(name: string): string {
  const hex = hash("sha256", name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
