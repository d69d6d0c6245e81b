// Worlds in which the versions before and after a record type was added live together. Announcements, the youngest type of protocol 1, play the part of the
// added one: programs of before know neither their rows nor their commands, nor those of what came later, and speak protocol 1 alone, and for so
// long the list of what that protocol knows is without them.
import type { Domain } from '#electron/app/account.ts';
import { protocol1, stateTo1 } from '#shared/contract/protocol-1.ts';
import { pullStateSchema } from '#shared/contract/sync.ts';
import { announcements } from '#shared/domain/announcements/model.ts';
import { entities } from '#shared/domain/entities.ts';
import { modules } from '#shared/domain/modules.ts';
import { commands } from '#shared/domain/registry.ts';
import { snakeCase } from '#shared/kernel/snake-case.ts';
import type { Answer, ServerRequest } from './network.ts';

export const addedType = announcements.name;

/** What protocol 1 does not know, and the added type. */
const laterTypes: ReadonlySet<string> = new Set(
  [...entities.keys()].filter((name) => name === addedType || !protocol1.types.includes(name)),
);
/** Of modules of which nothing was known, and those that are called after a later type. */
const laterCommands = new Set(
  modules.flatMap(({ entities: own, commands: all }) => {
    const unknown = own.every(({ name }) => laterTypes.has(name));
    return all.map(({ name }) => name).filter((name) => unknown || laterTypes.has(typeOf(name)));
  }),
);

/** `section_events` of `sectionEvents.record`. */
function typeOf(command: string): string {
  return snakeCase(command.split('.')[0] ?? '');
}

export const domainBefore: Domain = {
  entities: new Map([...entities].filter(([name]) => !laterTypes.has(name))),
  commands: new Map([...commands].filter(([name]) => !laterCommands.has(name))),
};

/** Answers with how to put the type back on protocol 1's list. */
export function takeOffProtocol1(): () => void {
  const { types } = protocol1;
  Object.assign(protocol1, { types: types.filter((type) => type !== addedType) });
  return () => {
    Object.assign(protocol1, { types });
  };
}

/** As before: a newer protocol is refused, and nothing is said of which one is spoken. */
export async function before(
  request: ServerRequest,
  handle: (request: ServerRequest) => Promise<Answer>,
): Promise<Answer> {
  if (request.path !== '/sync/push' && request.path !== '/sync/pull') return handle(request);
  const asked: unknown = JSON.parse(String(request.body));
  if (typeof asked === 'object' && asked !== null && 'protocol' in asked && asked.protocol !== 1) {
    const error = { code: 'server_too_old', params: { protocol: 1, oldestProtocol: 1 } };
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return { status: 426, headers, body: bytes(JSON.stringify({ error, requestId: 'before' })) };
  }
  const answer = await handle(request);
  if (answer.status !== 200) return answer;
  const lines = new TextDecoder().decode(answer.body).trimEnd().split('\n');
  const { protocol: _, ...end } = JSON.parse(lines.pop() ?? '') as { readonly protocol?: unknown };
  return { ...answer, body: bytes(`${[...lines, JSON.stringify(end)].join('\n')}\n`) };
}

/** A pull state as the program of before has kept it. */
export function stateBefore(text: string): string {
  return JSON.stringify(stateTo1(pullStateSchema.parse(JSON.parse(text))));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
