// What is set for this computer, in one small file beside the data. A file that cannot be understood is set aside, never overwritten unseen; each
// setting of it that still makes sense is kept.
import { readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { type HostSettings, hostSettingsSchema } from '#shared/contract/host.ts';
import { writeWhole } from '../app/files/durable.ts';
import type { Log } from './log-file.ts';

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
});
export type Bounds = z.infer<typeof boundsSchema>;

const fileSchema = hostSettingsSchema.extend({
  window: z.object({ bounds: boundsSchema, maximized: z.boolean() }).nullable(),
});
type Stored = z.infer<typeof fileSchema>;

const defaults: Stored = {
  server: null,
  enrolledAt: null,
  theme: 'system',
  textSize: 'normal',
  window: null,
};

export type SettingsFile = {
  /** Whether the file was damaged when it was read: its user should hear of it. */
  readonly damaged: boolean;
  current(): HostSettings;
  window(): Stored['window'];
  /** Throws when the file cannot be written. */
  save(change: Partial<Stored>): HostSettings;
};

export function openSettingsFile(path: string, log: Log): SettingsFile {
  const read = readStored(path, log);
  let stored = read.stored;
  const visible = (): HostSettings => {
    const { window: _window, ...settings } = stored;
    return settings;
  };
  return {
    damaged: read.damaged,
    current: visible,
    window: () => stored.window,
    save(change) {
      const next = fileSchema.parse({ ...stored, ...change });
      writeWhole(path, `${JSON.stringify(next, null, 2)}\n`);
      stored = next;
      return visible();
    },
  };
}

/** Without asking the server: whoever starts this program with an address knows it. */
export function enrolAt(settings: SettingsFile, server: string, now: number): void {
  if (settings.current().server !== server) settings.save({ server, enrolledAt: now });
}

function readStored(path: string, log: Log): { readonly stored: Stored; readonly damaged: boolean } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    if (!missing) log({ level: 'error', event: 'settings.unreadable' });
    return { stored: defaults, damaged: !missing };
  }
  const whole = fileSchema.safeParse(jsonOrUndefined(text));
  if (whole.success) return { stored: whole.data, damaged: false };
  log({ level: 'error', event: 'settings.damaged' });
  try {
    renameSync(path, `${path}.damaged`);
  } catch {
    // It stays where it is until the next change replaces it.
  }
  return { stored: salvage(jsonOrUndefined(text)), damaged: true };
}

/** Setting by setting: what still makes sense stays. */
function salvage(value: unknown): Stored {
  const record = z.record(z.string(), z.unknown()).safeParse(value);
  if (!record.success) return defaults;
  const kept = Object.entries(fileSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(record.data[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return fileSchema.parse({ ...defaults, ...Object.fromEntries(kept) });
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
