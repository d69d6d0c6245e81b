// The process's surroundings, read once and parsed like everything that comes from outside.
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readKey, readPublicKey, textOf } from './vault/keys.ts';

const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true');

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4170),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Attachments, signing keys, and the embedded database. */
  DATA_DIR: z.string().min(1).default('.data/server'),
  /** PostgreSQL ≥ 15; without it the embedded PGlite. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  FIRST_ADMIN_PASSWORD: z.string().min(10).max(200).optional(),
  SYSTEM_ID: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .default('zhengcai'),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(10).default(6000),
  TRUST_PROXY: flag.default(false),
  /** The website's address in feeds and sitemaps. */
  WEBSITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The key of the expert library, 32 bytes in base64, itself or in a file; without it library and draws are refused. */
  EXPERT_KEY: z.string().optional(),
  EXPERT_KEY_FILE: z.string().min(1).optional(),
  /** To which secrets of draws are sealed (X25519, SPKI, base64 or PEM); without it draws are refused. */
  EXPERT_RECOVERY_KEY: z.string().optional(),
  EXPERT_RECOVERY_KEY_FILE: z.string().min(1).optional(),
});

export type Environment = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly databaseFolder: string;
  readonly poolSize: number;
  readonly logLevel: string;
  readonly firstAdminPassword: string | undefined;
  readonly systemId: string;
  readonly requestsPerMinute: number;
  readonly trustProxy: boolean;
  readonly websiteUrl: string | undefined;
  readonly expertKey: Uint8Array | undefined;
  readonly expertRecoveryKey: Uint8Array | undefined;
};

/** Or the names of the variables that make no sense. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment | { readonly invalid: readonly string[] } {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success)
    return { invalid: [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))] };
  const { data } = parsed;
  const expertKey = keyOf(data.EXPERT_KEY, data.EXPERT_KEY_FILE, readKey);
  const expertRecoveryKey = keyOf(data.EXPERT_RECOVERY_KEY, data.EXPERT_RECOVERY_KEY_FILE, readPublicKey);
  const unread = [
    ...(expertKey === 'unreadable' ? ['EXPERT_KEY'] : []),
    ...(expertRecoveryKey === 'unreadable' ? ['EXPERT_RECOVERY_KEY'] : []),
  ];
  if (expertKey === 'unreadable' || expertRecoveryKey === 'unreadable') return { invalid: unread };
  const dataFolder = resolve(data.DATA_DIR);
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder,
    databaseUrl: data.DATABASE_URL,
    databaseFolder: join(dataFolder, 'database'),
    poolSize: data.DATABASE_POOL,
    logLevel: data.LOG_LEVEL,
    firstAdminPassword: data.FIRST_ADMIN_PASSWORD,
    systemId: data.SYSTEM_ID,
    requestsPerMinute: data.REQUESTS_PER_MINUTE,
    trustProxy: data.TRUST_PROXY,
    websiteUrl: data.WEBSITE_URL?.replace(/\/+$/, ''),
    expertKey,
    expertRecoveryKey,
  };
}

/** A key that was meant and cannot be read is no missing key: the server must not start as if nobody had given one. */
function keyOf(
  said: string | undefined,
  file: string | undefined,
  read: (text: string) => Uint8Array | undefined,
): Uint8Array | 'unreadable' | undefined {
  if (said === undefined && file === undefined) return undefined;
  const text = said ?? textOf(file ?? '');
  return text === undefined ? 'unreadable' : (read(text) ?? 'unreadable');
}
