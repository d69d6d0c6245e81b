// Payments of the demo, through the commands: of contracts in force, in every state. What is done already is left alone.
import { type Contract, contractSchema, isInForce } from '#shared/domain/contracts/model.ts';
import { type Payment, paymentSchema } from '#shared/domain/contracts/payments/model.ts';
import { planSchema } from '#shared/domain/plans/model.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import {
  correction,
  type DemoPayment,
  demoPayments,
  paidContent,
  paymentContent,
  registeredTwice,
} from './data/payments.ts';
import type { DemoPlan } from './data/plans.ts';
import { randomOf } from './data/random.ts';
import { actorOf, must, type SeedServer, submitted } from './seed-steps.ts';

export async function seedPayments(
  server: SeedServer,
  plans: readonly DemoPlan[],
  today: PlainDate,
): Promise<void> {
  const inForce: { readonly plan: DemoPlan; readonly contract: Contract }[] = [];
  for (const plan of plans) {
    const { projectId } = planSchema.parse(await server.row('plans', plan.id));
    if (projectId === null) continue;
    const own = (await server.rows('contracts', { projectId })).map((row) => contractSchema.parse(row));
    inForce.push(...own.filter(isInForce).map((contract) => ({ plan, contract })));
  }
  const ordered = inForce.toSorted((a, b) => (a.contract.id < b.contract.id ? -1 : 1));
  for (const [place, own] of demoPayments.entries()) {
    const of = ordered[place];
    if (of === undefined) return;
    for (const demo of own) await seedPayment(server, of.plan, of.contract, demo, today);
  }
}

async function seedPayment(
  server: SeedServer,
  plan: DemoPlan,
  contract: Contract,
  demo: DemoPayment,
  today: PlainDate,
): Promise<void> {
  const random = randomOf(`payment/${contract.id}/${demo.kind}`);
  const newId = () => random.uuid(contract.createdAt);
  const id = newId();
  const clerk = actorOf(plan.clerk);
  const held = async (): Promise<Payment | null> => {
    const row = await server.row('payments', id);
    return row === null ? null : paymentSchema.parse(row);
  };
  if ((await held()) === null) {
    const content = paymentContent(contract, demo, { today, newId });
    must(await server.runAs(clerk, 'payments.create', { id, contractId: contract.id, content }), 'payment');
  }
  const now = await held();
  if (now === null || demo.until === 'draft') return;
  if (now.status === 'draft') await submitted(server, clerk, 'payments.submit', id);
  if (demo.until === 'due' || now.status === 'void') return;
  if (demo.until === 'void') {
    must(await server.runAs(clerk, 'payments.void', { id, reason: registeredTwice }), 'void payment');
    return;
  }
  const paid = now.paid ?? paidContent(now.content, { today, newId });
  if (now.status !== 'paid') await submitted(server, clerk, 'payments.pay', id, paid);
  const corrected = now.history.some(({ action }) => action === 'payments.amend');
  if (demo.until === 'corrected' && !corrected) {
    await submitted(server, clerk, 'payments.amend', id, { ...paid, reason: correction });
  }
}
