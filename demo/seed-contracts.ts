// Contracts of the demo, through the commands: of the sections whose result is announced, in every state. What is done already is left alone.
import { organisationSchema } from '#shared/domain/admin/model.ts';
import { contractChangeSchema } from '#shared/domain/contracts/changes/model.ts';
import { letterOn, signableResult } from '#shared/domain/contracts/facts.ts';
import { knownContent } from '#shared/domain/contracts/known-content.ts';
import { contractSchema } from '#shared/domain/contracts/model.ts';
import { planSchema } from '#shared/domain/plans/model.ts';
import { projectSchema, type Section } from '#shared/domain/projects/model.ts';
import {
  type ContractStep,
  contractContent,
  contractReasons,
  demoContracts,
  terminationContent,
} from './data/contracts.ts';
import type { DemoPlan } from './data/plans.ts';
import { randomOf } from './data/random.ts';
import { announcedSections, divided } from './seed-awards.ts';
import { sectionsOf } from './seed-courses.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

/** Of plans whose results are announced; where there are fewer sections than contracts, some have several. */
export async function seedContracts(server: SeedServer, plans: readonly DemoPlan[]): Promise<void> {
  const { signed } = divided(await announcedSections(server, plans));
  for (const [place, { plan, section }] of signed.entries()) {
    const own = demoContracts.filter((_, index) => index % signed.length === place);
    for (const [index, steps] of own.entries()) {
      await seedContract(server, plan, section, { no: index + 1, count: own.length, steps });
    }
  }
}

type Demo = { readonly no: number; readonly count: number; readonly steps: readonly ContractStep[] };

async function seedContract(
  server: SeedServer,
  plan: DemoPlan,
  section: Section,
  { no, count, steps }: Demo,
): Promise<void> {
  const id = randomOf(`contract/${section.id}/${no}`).uuid(section.receivedAt);
  const held = await server.row('contracts', id);
  if (held === null) {
    const result = signableResult(section);
    if (result === undefined) return;
    const row = planSchema.parse(await server.row('plans', plan.id));
    const around = {
      project: projectSchema.parse(await server.row('projects', section.projectId)),
      section,
      allSections: await sectionsOf(server, section.projectId),
      plan: row,
      purchaser: organisationSchema.parse(await server.row('organisations', section.purchaserId)),
    };
    const { category } = row.content;
    const about = { no, count, key: section.id, idTime: section.receivedAt, category };
    const content = contractContent(knownContent(around, result), { ...about, signedOn: letterOn(result) });
    const input = { id, sectionId: section.id, content };
    must(await server.runAs(actorOf(plan.clerk), 'contracts.create', input), 'contract');
  }
  const done = held === null ? [] : contractSchema.parse(held).history.map(({ action }) => action);
  for (const step of steps) {
    const isDone = step === 'terminate' ? await isTerminated(server, id) : done.includes(`contracts.${step}`);
    if (!isDone) await take(server, step, plan, id);
  }
}

async function isTerminated(server: SeedServer, id: string): Promise<boolean> {
  return contractSchema.parse(await server.row('contracts', id)).status === 'terminated';
}

async function take(server: SeedServer, step: ContractStep, plan: DemoPlan, id: string): Promise<void> {
  const command = `contracts.${step}`;
  const clerk = actorOf(plan.clerk);
  const said = { id, reason: contractReasons[step] };
  switch (step) {
    case 'submit':
    case 'publish':
      return submitted(server, clerk, command, id);
    case 'approve': {
      const { submittedAt } = contractSchema.parse(await server.row('contracts', id));
      return must(
        await server.runAs(actorOf(plan.reviewer), command, { id, submittedAt, note: '同意' }),
        step,
      );
    }
    case 'return':
      return must(await server.runAs(actorOf(plan.reviewer), command, said), step);
    case 'requestPapers':
      return must(await server.runAs(actorOf(plan.office), command, said), step);
    case 'receive':
      return must(await server.runAs(actorOf(plan.office), command, { id, note: '' }), step);
    case 'terminate':
      return terminate(server, plan, id);
  }
}

/** By a change of the contract, which the reviewer agrees to. */
async function terminate(server: SeedServer, plan: DemoPlan, contractId: string): Promise<void> {
  const contract = contractSchema.parse(await server.row('contracts', contractId));
  const random = randomOf(`contract/${contractId}/termination`);
  const id = random.uuid(contract.createdAt);
  const clerk = actorOf(plan.clerk);
  if ((await server.row('contract_changes', id)) === null) {
    const content = terminationContent(contract, () => random.uuid(contract.createdAt));
    const input = { id, contractId, content };
    must(await server.runAs(clerk, 'contractChanges.create', input), 'termination');
  }
  const status = async () => contractChangeSchema.parse(await server.row('contract_changes', id));
  if ((await status()).status === 'draft') await submitted(server, clerk, 'contractChanges.submit', id);
  const { submittedAt, status: now } = await status();
  if (now === 'review') {
    const approval = { id, submittedAt, note: '同意' };
    must(await server.runAs(actorOf(plan.reviewer), 'contractChanges.approve', approval), 'termination');
  }
  await submitted(server, clerk, 'contractChanges.publish', id);
}
