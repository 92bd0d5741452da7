/** The name of a file as it may be kept and shown: no folders, nothing invisible, no longer than a line. */
const NAME_MAX = 120;

/** Null where nothing of a name is left. */
export function fileNameOf(raw: string): string | null {
  const name = raw
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .normalize("NFC")
    .trim();
  if (!name || /^\.*$/.test(name)) return null;
  const letters = [...name];
  // What the name ends in tells what the file is.
  return letters.length > NAME_MAX ? [...letters.slice(0, NAME_MAX - 20), "…", ...letters.slice(-19)].join("") : name;
}
