declare module "autocannon" {
  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers?: Record<string, string>;
  }
  interface Result {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p99: number };
    non2xx: number;
    errors: number;
  }
  /** A run, which ends by itself or when it is told to. */
  interface Run extends Promise<Result> {
    stop(): void;
  }
  export default function autocannon(options: Options): Run;
}
