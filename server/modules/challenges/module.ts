// 质疑 on the server: the trading centre tells of those that it has received.

import { z } from 'zod';
import { receiveChallenge } from '#shared/domain/challenges/commands/receive.ts';
import { defineServerModule } from '../../server-module.ts';

export const challengesOnServer = defineServerModule({
  incoming: [
    {
      type: 'challenge.push',
      command: receiveChallenge.name,
      input: (body, newId) => ({ ...z.looseObject({}).parse(body), id: newId() }),
    },
  ],
});
