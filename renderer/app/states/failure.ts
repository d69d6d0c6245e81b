// A failure of a page as something one can be told about: a number to name it by, and what helps to find it. No contents of records.
import { machineTime } from '#shared/text/index.ts';

export type Failure = {
  readonly number: string;
  readonly at: number;
  readonly route: string;
  readonly name: string;
  readonly message: string;
  readonly stack: string;
};

export function failureOf(thrown: unknown, route: string, at: number, random: string): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return {
    number: `E-${random.replaceAll('-', '').slice(0, 8).toUpperCase()}`,
    at,
    // Ids of records stand in routes; they are numbers of ours and say nothing by themselves.
    route,
    name: error.name,
    message: error.message.slice(0, 500),
    stack: (error.stack ?? '').split('\n').slice(0, 20).join('\n'),
  };
}

export function failureReport(failure: Failure, version: string): string {
  const { at, ...rest } = failure;
  return JSON.stringify({ version, at: machineTime(at), ...rest }, null, 2);
}
