/** Milliseconds until each of these pages has arrived, one after the other; before each, `before` is awaited. */
export async function timed(addresses: readonly string[], before?: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (const address of addresses) {
    await before?.();
    const began = performance.now();
    const answer = await fetch(address);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} was answered ${answer.status}`);
    times.push(performance.now() - began);
  }
  return times;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

export const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
