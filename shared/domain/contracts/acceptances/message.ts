// What the trading centre is told of an acceptance that is concluded: which contract, which part of it, and how it came off. It follows the contract's own messages.
import type { AcceptancePushBody } from '#shared/contract/exchange.ts';
import type { ExchangeMessageDraft } from '../../exchange-message.ts';
import type { Section } from '../../projects/model.ts';
import { onOneLine } from '../notice.ts';
import type { Acceptance } from './model.ts';

export function acceptancePush(
  { id, contractId, contractNo, acceptanceNo, projectId, platformId, content }: Acceptance,
  { lotUid }: Pick<Section, 'lotUid'>,
): ExchangeMessageDraft {
  const body: AcceptancePushBody = {
    ...{ projectId, lotUid, contractId, contractNo: onOneLine(contractNo), acceptanceId: id },
    acceptanceNo: acceptanceNo ?? '',
    part: content.part ?? 'once',
    stage: content.stage ?? 'final',
    date: content.heldOn ?? '',
    result: content.conclusion ?? 'failed',
  };
  return {
    type: 'acceptance.push',
    platformId,
    businessKey: `announcement/${projectId}`,
    body,
    notBefore: null,
  };
}
