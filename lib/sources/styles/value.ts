/** A field's value in a file of lines: whatever any reader takes for the end of a line becomes a space. */
export const value = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
