// Contracts say of their payments what these say, and nobody is paid more than was agreed.
import { takenBy } from '#shared/domain/contracts/breaches/in-effect.ts';
import type { Breach } from '#shared/domain/contracts/breaches/model.ts';
import { amountNow, amountsOf } from '#shared/domain/contracts/changes/amounts.ts';
import { type Contract, isInForce } from '#shared/domain/contracts/model.ts';
import type { Payment } from '#shared/domain/contracts/payments/model.ts';
import { fixedAmount, payingOf } from '#shared/domain/contracts/payments/settled.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { rowsOf, type ServerTables } from '../read-server.ts';

export function paymentsAgree(server: ServerTables): readonly string[] {
  const payments = rowsOf(server, 'payments') as readonly Payment[];
  const breaches = rowsOf(server, 'breaches') as readonly Breach[];
  const sections = new Map((rowsOf(server, 'sections') as readonly Section[]).map((row) => [row.id, row]));
  return (rowsOf(server, 'contracts') as readonly Contract[]).flatMap((contract) => {
    const own = payments.filter(({ contractId }) => contractId === contract.id);
    const problems: string[] = [];
    const say = (what: string) => problems.push(`payments: contract ${contract.id} ${what}`);
    const { paid, retained, settledAt } = contract.performance;
    const sum = sumFen(
      own.flatMap(({ status, paid: done }) => (status === 'paid' ? [done?.paidAmount ?? 0] : [])),
    );
    if (paid !== sum) say(`says ${paid} was paid, its payments ${sum}`);
    const breached = breaches.filter(({ contractId }) => contractId === contract.id);
    const { deducted } = takenBy(breached);
    const expected = payingOf(contract, own, settledAt ?? 0, deducted);
    // A breach may be decided, or put right, after the last payment: that settles nothing by itself.
    const since = breached.some(({ status }) => status === 'decided');
    if (!since && (expected.settledAt === null) !== (settledAt === null)) say(`is settled at ${settledAt}`);
    if (expected.retained !== retained) say(`keeps ${retained}, and ${expected.retained} are kept`);
    // A reduction may come after what was paid.
    const most = Math.max(contract.content.amount ?? 0, amountNow(amountsOf(contract)) ?? 0);
    if (fixedAmount(contract) !== null && sum > most) say(`was paid ${sum} of ${most}`);
    const fact = sections
      .get(contract.sectionId)
      ?.contracts.find(({ contractId }) => contractId === contract.id);
    if (
      fact !== undefined &&
      (fact.settledAt !== settledAt || fact.retained !== (contract.content.secret ? 0 : retained))
    ) {
      say('is not what its section says of it');
    }
    for (const { status, paid: done, id } of own) {
      if (status !== 'void' && (status === 'paid') !== (done !== null))
        say(`has the payment ${id}, ${status}`);
    }
    if (own.length > 0 && !isInForce(contract) && contract.status !== 'terminated') {
      say('has payments before it is in force');
    }
    return problems;
  });
}
