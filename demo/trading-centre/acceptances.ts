// What the trading centre does with a concluded 履约验收: keeps what came of a contract that it was told of, once, and refuses what is about no section of its own.
import { acceptancePushBodySchema } from '#shared/contract/exchange.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { type Answer, accepted, duplicate, rejected } from './answer.ts';
import type { Context } from './ports.ts';
import type { Incoming } from './records.ts';

export function takeAcceptance({ records }: Context, { body, platformId }: Incoming): Answer {
  const told = acceptancePushBodySchema.parse(body);
  const key = `${platformId}/${told.acceptanceId}`;
  const held = records.acceptances.get(key);
  if (held !== undefined) {
    return canonicalJson(held.body) === canonicalJson(told)
      ? duplicate
      : rejected('duplicate_mismatch', 'acceptanceId');
  }
  const section = records.sections.get(told.lotUid);
  if (section?.platformId !== platformId) return rejected('not_found', 'lotUid');
  const signed = records.announcements
    .values()
    .some(({ type, body: { contract } }) => type === 'contract.push' && isOf(contract, told.contractId));
  if (!signed) return rejected('not_found', 'contractId');
  records.acceptances.put(key, { platformId, body: told });
  return accepted;
}

function isOf(contract: unknown, contractId: string): boolean {
  return (
    typeof contract === 'object' &&
    contract !== null &&
    'contractId' in contract &&
    contract.contractId === contractId
  );
}
