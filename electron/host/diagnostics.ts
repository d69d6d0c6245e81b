// What helps to find a fault, in one file that can be read before it is sent on: versions, sizes, counts, codes and the end of the log. No names,
// no content, no addresses below the user's folder.
import { arch, platform, release, totalmem } from 'node:os';
import type { HostSettings } from '#shared/contract/host.ts';
import type { Result } from '#shared/kernel/result.ts';

export type DiagnosticsPorts = {
  about(): Readonly<Record<string, unknown>>;
  settings(): HostSettings;
  localState(): string;
  local(name: string, input: unknown): Promise<Result<unknown>>;
  logTail(): readonly string[];
  readonly home: string;
  clock(): number;
};

const indent = 2;

export async function diagnosticsText(ports: DiagnosticsPorts): Promise<string> {
  const local = await ports.local('diagnostics', {});
  const facts = {
    madeAt: new Date(ports.clock()).toISOString(),
    program: ports.about(),
    system: {
      platform: platform(),
      release: release(),
      arch: arch(),
      memoryMb: Math.round(totalmem() / 1_048_576),
      language: Intl.DateTimeFormat().resolvedOptions().locale,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    settings: ports.settings(),
    localState: ports.localState(),
    local: local.ok ? local.value : { refused: local.error.code },
    log: ports.logTail().map(parsed),
  };
  return withoutHome(JSON.stringify(facts, null, indent), ports.home);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return { unreadable: line.length };
  }
}

/** The user's folder carries the user's name. */
function withoutHome(text: string, home: string): string {
  const written = JSON.stringify(home).slice(1, -1);
  return written.length < 2 ? text : text.replaceAll(written, '~');
}
