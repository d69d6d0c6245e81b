// Outboxes hold commands for days, and desks of earlier versions send theirs: what a command is told, who may give it and where it is decided must not
// change by accident. `npx vitest run --project unit shared/domain/commands.test.ts -u`, and read what changed before committing: another input
// that does not take all the old ones needs a new `version` and an upcaster.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { commands, workflows } from './registry.ts';

it('commands are as they are written down', async () => {
  const ways = new Map(
    workflows.flatMap(({ steps }) => steps.map((step) => [step.command.name, step.ways] as const)),
  );
  const all = [...commands.values()]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, authority, access, input }) => ({
      name,
      version,
      authority,
      roles: access.roles.join(', '),
      way: ways
        .get(name)
        ?.map(({ from, to }) => `${from.join(' | ')} -> ${to}`)
        .join(', '),
      input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    }));
  await expect(`${JSON.stringify(all, null, 2)}\n`).toMatchFileSnapshot('golden/commands.txt');
});
