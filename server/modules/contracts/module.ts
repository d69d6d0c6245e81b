// 合同 on the server: an acceptance says what the trading centre answered to its message. Those of contracts go with their 公告.
import { recordAcceptanceDelivery } from '#shared/domain/contracts/acceptances/commands/delivery.ts';
import { defineServerModule } from '../../server-module.ts';

export const contractsOnServer = defineServerModule({
  outgoing: [{ type: 'acceptance.push', command: recordAcceptanceDelivery.name, subject: 'acceptanceId' }],
});
