// The server's key for what it keeps about people, as a command meets it: it comes in through `ctx`, on the server alone, so that what a command
// stores is sealed before it is a row. The database never holds the key.
export type Vault = {
  /** Names the key without telling it. */
  readonly keyId: string;
  /** Texts are JSON. `context` is where the text stands (`sealContext`): moved to another row it cannot be opened. */
  seal(context: string, value: unknown): string;
  /** Throws VaultError for what this key did not seal there. */
  open(context: string, sealed: string): unknown;
  /** The same text of the same kind gives the same 64 hex digits under this key; without the key nobody can try texts against them. */
  index(kind: string, text: string): string;
  /** 64 hex digits of chance. */
  secret(): string;
  /** Of a text's UTF-8 bytes, in lower-case hex. */
  sha256(text: string): string;
  /** Seals a secret of a draw to the recovery key, whose private half is on no server; undefined where none was given. */
  readonly escrow: ((secret: string) => string) | undefined;
  /** The public half of that key, SPKI in base64: desks seal their operators' secrets to it. */
  readonly recoveryKey: string | undefined;
};

/** What was sealed is damaged, of another key or of another row. */
export class VaultError extends Error {}

export function sealContext(entity: string, id: string): string {
  return `${entity}/${id}`;
}

/** Every sealed text begins so, then the key's id and a dot: a rotation finds them in bodies of any shape. */
export const sealedPrefix = 'sealed1.';
