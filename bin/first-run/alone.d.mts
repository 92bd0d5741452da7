export function claim(
  name: string,
): Promise<{ release: () => void; holder?: undefined } | { release?: undefined; holder: number }>;
export function inTurn<T>(name: string, work: () => T | Promise<T>): Promise<T>;
export function holderOf(name: string): Promise<number | undefined>;
