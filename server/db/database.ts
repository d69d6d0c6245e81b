// One face over node-postgres and PGlite: the same SQL, the same value types, the same transactions. Everything above this folder
// knows only `Database` and `Sql`. Numbers come back as numbers (int8 included), json columns parsed, arrays as arrays.
type Scalar = string | number | boolean | null;
export type Param = Scalar | readonly Scalar[];

export type Answer<R> = { readonly rows: readonly R[]; readonly count: number };

export type QueryOptions = {
  /** Keeps the statement prepared on its connection under this name. For the few statements that are hot and long. */
  readonly name?: string;
  /** Rows as arrays in the order of the columns. */
  readonly arrays?: boolean;
};

export type Sql = {
  /** `R` is the shape of the columns asked for: the caller wrote the statement and answers for it. */
  query<R = Record<string, unknown>>(
    text: string,
    params?: readonly Param[],
    options?: QueryOptions,
  ): Promise<Answer<R>>;
  /** Several statements without parameters, for migrations. */
  exec(script: string): Promise<void>;
};

export type TransactionOptions = {
  readonly isolation?: 'read committed' | 'repeatable read';
  readonly readOnly?: boolean;
};

export type Database = Sql & {
  readonly engine: 'postgres' | 'pglite';
  /** Commits when `work` resolves, rolls back when it rejects. Inside, use `tx` only: PGlite has a single connection. */
  transaction<T>(work: (tx: Sql) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Calls back for every notification, from whichever process; answers with how to stop. Reconnects by itself. */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

export function beginStatement(options: TransactionOptions | undefined): string {
  const isolation = (options?.isolation ?? 'read committed').toUpperCase();
  return `BEGIN ISOLATION LEVEL ${isolation}${options?.readOnly === true ? ' READ ONLY' : ''}`;
}

/** The five-character SQLSTATE of a database error, or undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  // The query builder wraps what the database said.
  return error.cause === undefined ? undefined : sqlState(error.cause);
}

/** Another transaction was in the way: doing the whole transaction again is right. */
export function isContention(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01' || state === '23505' || state === '55P03';
}
