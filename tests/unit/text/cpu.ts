/** What work costs in milliseconds of the processor, which other programs on the machine cannot stretch. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
