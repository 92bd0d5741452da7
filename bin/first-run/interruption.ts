/** Aborts when somebody asks this process to end. Asked twice, as npm and the terminal both do, is asked once. */
export function interruption(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopping.abort());
  return stopping.signal;
}
