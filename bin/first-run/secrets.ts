import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Made once for a data folder and never shown: three database passwords, the key of sessions, the key of form actions. */
export type Secrets = { superuser: string; owner: string; app: string; secret: string; actionsKey: string };

export const hasSecrets = (folder: string) => existsSync(join(folder, "secrets.json"));

export function secretsOf(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  if (!hasSecrets(folder)) {
    writeFileSync(`${file}.new`, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

function makeSecrets(): Secrets {
  // 32 bytes: as long as the keys of AES-256 and HMAC-SHA-256, which two of them become.
  const make = (encoding: "base64" | "base64url") => randomBytes(32).toString(encoding);
  return {
    superuser: make("base64url"),
    owner: make("base64url"),
    app: make("base64url"),
    secret: make("base64url"),
    actionsKey: make("base64"),
  };
}
