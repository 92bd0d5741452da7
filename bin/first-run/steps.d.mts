export class Stop extends Error {}
export const DISK_FULL: string;
export function step<T>(name: string, work: () => T | Promise<T>): Promise<T>;
export function command(help: string, run: () => Promise<void>): Promise<void>;
