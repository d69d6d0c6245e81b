// Regular work: a plain function that may be run at any time, any number of times, by any process.
export type Job<Deps> = {
  readonly name: string;
  /** Cron in Asia/Shanghai. */
  readonly schedule: string;
  /** For whoever has no schedule: due again after so long. */
  readonly everyMs: number;
  run(deps: Deps): Promise<unknown>;
};

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
