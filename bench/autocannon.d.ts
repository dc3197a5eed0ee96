/** The part of autocannon that the bench uses; the package brings no types. */
declare module "autocannon" {
  interface Request {
    readonly method?: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }

  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration?: number;
    /** Requests, in place of a duration. */
    readonly amount?: number;
    /** Requests a second over all connections. */
    readonly overallRate?: number;
    readonly requests: readonly Request[];
    /** Called once for each connection before it sends. */
    readonly setupClient?: (client: {setRequests(requests: readonly Request[]): void}) => void;
  }

  interface Result {
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly requests: {readonly total: number};
    /** Milliseconds. */
    readonly latency: {readonly p50: number; readonly p99: number; readonly max: number};
  }

  // biome-ignore lint/style/noDefaultExport: it is how the package exports itself
  export default function autocannon(options: Options): Promise<Result>;
}
