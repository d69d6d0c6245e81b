// A store of rows with one command after another carried out on it, by the same generator as on desk and server. It refuses rows that
// their own schema would refuse: a decision that makes one is wrong.
import { messageTypes } from '#shared/contract/exchange.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { type Change, changesRow } from '#shared/domain/command.ts';
import { entities } from '#shared/domain/entities.ts';
import type { Entity, Row } from '#shared/domain/entity.ts';
import type { ExchangeMessageDraft } from '#shared/domain/exchange-message.ts';
import { execute } from '#shared/domain/execute.ts';
import type { LoadRequest } from '#shared/domain/load.ts';
import { commands } from '#shared/domain/registry.ts';
import { matches } from '#shared/domain/working-set.ts';
import type { Result } from '#shared/kernel/result.ts';
import { anId } from './ids.ts';
import { planDay } from './plans.ts';

export class Store {
  /** The decisive clock; a test moves it. */
  now = planDay;
  readonly sent: ExchangeMessageDraft[] = [];
  readonly #rows = new Map<string, Row>();
  #commandCount = 0;

  put<R extends Row>(kind: Entity<R>, ...rows: readonly R[]): this {
    for (const row of rows) this.#rows.set(`${kind.name}/${row.id}`, kind.schema.parse(row));
    return this;
  }

  all<R extends Row>(kind: Entity<R>): readonly R[] {
    return [...this.#rows]
      .filter(([key]) => key.startsWith(`${kind.name}/`))
      .map(([, row]) => kind.schema.parse(row));
  }

  get<R extends Row>(kind: Entity<R>, id: string): R {
    return kind.schema.parse(this.#rows.get(`${kind.name}/${id}`));
  }

  has(kind: Entity, id: string): boolean {
    return this.#rows.has(`${kind.name}/${id}`);
  }

  /** Carries the command out; changes are applied when it is accepted. The input may be of an earlier version. */
  run(
    actor: Actor,
    name: string,
    input: unknown,
    madeAt = this.now,
    version?: number,
  ): Result<readonly Change[]> {
    const command = commands.get(name);
    if (command === undefined) throw new Error(`no command ${name}`);
    this.#commandCount += 1;
    const ctx = { actor, commandId: anId(`command/${this.#commandCount}`), madeAt, now: this.now };
    const execution = execute(command, input, version ?? command.version, ctx);
    let step = execution.next();
    while (step.done !== true) step = execution.next(this.#answer(step.value));
    const result = step.value;
    if (result.ok) for (const change of result.value) this.#apply(change);
    return result;
  }

  #answer(request: LoadRequest): unknown {
    if (request.kind === 'one') return this.#rows.get(`${request.entity}/${request.id}`);
    const kind = kindOf(request.entity);
    return [...this.#rows]
      .filter(([key, row]) => key.startsWith(`${kind.name}/`) && matches(kind, row, request.where))
      .map(([, row]) => row);
  }

  /** A message against the schema of its type would be a bug. */
  #send(message: ExchangeMessageDraft): void {
    messageTypes.get(message.type)?.body.parse(message.body);
    this.sent.push(message);
  }

  #apply(change: Change): void {
    if (change.op === 'send') this.#send(change.message);
    if (!changesRow(change)) return;
    if (change.op === 'delete') this.#rows.delete(`${change.entity}/${change.id}`);
    else this.put(kindOf(change.entity), change.row);
  }
}

function kindOf(name: string): Entity {
  const kind = entities.get(name);
  if (kind === undefined) throw new Error(`no entity ${name}`);
  return kind;
}
