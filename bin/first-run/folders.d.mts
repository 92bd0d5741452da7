export const root: string;
export const dataFolder: string;
export function openDataFolder(folder?: string): string;
