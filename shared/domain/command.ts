// A command is the only way anything changes. `decide` is pure and the only place with business law: clock, actor, new ids, calendar
// and settings come in through `ctx` and the loaded state. Desk and server run the very same function (see execute.ts).
import type { z } from 'zod';
import type { Instant } from '#shared/kernel/dates.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Actor, Role } from './actor.ts';
import type { Entity, Row } from './entity.ts';
import type { ExchangeMessageDraft } from './exchange-message.ts';
import { type Reach, reachOf } from './kept.ts';
import type { Load } from './load.ts';
import type { Vault } from './vault.ts';

export type Ctx = {
  readonly actor: Actor;
  /** UUIDv7 of the command; also the id of the record it creates, where it creates exactly one. */
  readonly commandId: Id;
  /** When the user acted, by the desk's clock: any number at all. Kept beside the server's time in the history, never decisive. */
  readonly madeAt: Instant;
  /** The decisive clock: the server's; on a desk its own, corrected by the last known difference, and provisional. */
  readonly now: Instant;
  /** On a server that has the key for what it keeps about people. */
  readonly vault?: Vault;
};

export type Change =
  | (Reach & { readonly op: 'put'; readonly entity: string; readonly row: Row })
  | (Reach & { readonly op: 'delete'; readonly entity: string; readonly id: Id })
  /** Leaves for the trading centre with the same transaction. Only commands the server decides may send. */
  | { readonly op: 'send'; readonly message: ExchangeMessageDraft }
  /** One more link of the audit chain, in the same transaction: what people who never see the row can check later. Of online commands only. */
  | { readonly op: 'attest'; readonly attested: Attested };

export type Attested = {
  readonly action: string;
  /** Stands in the link where a command's own has its id. */
  readonly subject: string;
  /** SHA-256 in lower-case hex. */
  readonly hash: string;
};

export type RowChange = Exclude<Change, { readonly op: 'send' | 'attest' }>;

export function changesRow(change: Change): change is RowChange {
  return change.op === 'put' || change.op === 'delete';
}

export function put<R extends Row>(kind: Entity<R>, row: R): Change {
  return { ...reachOf(kind), op: 'put', entity: kind.name, row };
}

export function remove<R extends Row>(kind: Entity<R>, id: Id): Change {
  return { ...reachOf(kind), op: 'delete', entity: kind.name, id };
}

export function attest(attested: Attested): Change {
  return { op: 'attest', attested };
}

export function send(message: ExchangeMessageDraft): Change {
  return { op: 'send', message };
}

/**
 * Who may do it. `roles` is checked before anything is looked up; `record` afterwards, on what was loaded. A false `record` is answered
 * `not_found`, exactly as a record that does not exist.
 */
export type Access<Input, State> = {
  readonly roles: readonly Role[];
  record(actor: Actor, state: State, input: Input): boolean;
};

export type Command<Input = unknown, State = unknown> = {
  /** `module.verb`. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  /** The input's version in outboxes; raise it with every incompatible change and add an upcaster. */
  readonly version: number;
  /** From version n to n + 1. */
  readonly upcasters: { readonly [from: number]: (input: unknown) => unknown };
  /**
   * `local`: takes effect on the desk at once, confirmed later. `server`: waits in the outbox until the server has decided. `online`: is kept
   * nowhere on the desk; the server decides while it is asked, or it is not done. Only these may touch rows that are kept on the server.
   */
  readonly authority: 'local' | 'server' | 'online';
  /** The input says who people are: what is kept of it is a hash that needs the server's key (`Vault.index`). Online commands only. */
  readonly confidential?: true;
  readonly access: Access<Input, State>;
  load(input: Input, ctx: Ctx): Load<State>;
  decide(state: State, input: Input, ctx: Ctx): Result<readonly Change[]>;
};

// The input's type comes from its schema and the state's from `load`; everything else only has to fit them.
type Definition<Input, State> = Omit<
  Command<Input, State>,
  'version' | 'upcasters' | 'access' | 'load' | 'decide'
> &
  Partial<Pick<Command<Input, State>, 'version' | 'upcasters'>> & {
    readonly access: NoInfer<Access<Input, State>>;
    load(input: NoInfer<Input>, ctx: Ctx): Load<State>;
    decide(state: NoInfer<State>, input: NoInfer<Input>, ctx: Ctx): Result<readonly Change[]>;
  };

/** Throws TypeError for a confidential command that would lie in outboxes. */
export function command<Input, State>(definition: Definition<Input, State>): Command<Input, State> {
  if (definition.confidential === true && definition.authority !== 'online') {
    throw new TypeError(`${definition.name} is confidential and not online`);
  }
  return { version: 1, upcasters: {}, ...definition };
}
