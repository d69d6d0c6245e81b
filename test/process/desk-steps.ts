// What a person does at a real desk process, at random: what is on the lists of their role. Answers what the desk said it had saved.
import type { Random } from '#demo/data/random.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { planRules } from '#shared/rules/plan-rules.ts';
import type { DeskProcess } from '#test/support/desk.ts';
import { contentOfUnit } from './town.ts';

const warnings = planRules.filter(({ severity }) => severity === 'warning').map(({ id }) => id);

export type Saved = { readonly commandId: string; readonly name: string };

/** Undefined: nothing to do, refused, or no answer before the end. */
export async function deskStep(desk: DeskProcess, actor: Actor, random: Random): Promise<Saved | undefined> {
  const [name, input] = (await choice(desk, actor, random)) ?? [];
  if (name === undefined) return undefined;
  const receipt = await desk.act(name, input);
  return receipt?.ok === true ? { commandId: receipt.value.commandId, name } : undefined;
}

type Choice = readonly [name: string, input: unknown];

async function choice(desk: DeskProcess, actor: Actor, random: Random): Promise<Choice | undefined> {
  switch (actor.role) {
    case 'purchaser_clerk':
      return clerkChoice(desk, actor, random);
    case 'purchaser_reviewer': {
      const id = await onTab(desk, 'unit_review', random);
      if (id === undefined) return undefined;
      return random.chance(0.8)
        ? ['plans.approve', { id, note: '' }]
        : ['plans.return', { id, reason: '请补充（示例）' }];
    }
    case 'procurement_office': {
      const id = await onTab(desk, 'office_review', random);
      if (id === undefined) return undefined;
      return random.chance(0.8)
        ? ['plans.file', { id }]
        : ['plans.officeReturn', { id, reason: '请核对（示例）' }];
    }
    default:
      return undefined;
  }
}

async function clerkChoice(desk: DeskProcess, actor: Actor, random: Random): Promise<Choice | undefined> {
  const id = random.chance(0.4) ? undefined : await onTab(desk, random.pick(['draft', 'returned']), random);
  if (id === undefined) {
    const content = contentOfUnit(actor.organisationId ?? '');
    return ['plans.create', { id: random.uuid(Date.now()), content }];
  }
  if (random.chance(0.3)) return ['plans.submit', { id, acknowledged: warnings }];
  if (random.chance(0.1)) return ['plans.delete', { id }];
  const held = await desk.ask('plans.get', { id });
  if (held?.ok !== true) return undefined;
  const from = held.value.plan.content.contact;
  return ['plans.edit', { id, changes: [{ field: 'contact', from, to: `示例${random.int(1, 1_000_000)}` }] }];
}

async function onTab(
  desk: DeskProcess,
  tab: 'draft' | 'returned' | 'unit_review' | 'office_review',
  random: Random,
): Promise<string | undefined> {
  const page = await desk.ask('plans.list', { tab, limit: 20 });
  if (page?.ok !== true) return undefined;
  const [first, ...rest] = page.value.items;
  return first === undefined ? undefined : random.pick([first, ...rest]).id;
}
