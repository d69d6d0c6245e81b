// The trading centre's simulator as its own process, and the control of its faults.
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { startProcess } from './processes.ts';
import type { CentreHandle } from './world.ts';

const file = fileURLToPath(new URL('../trading-centre/main.ts', import.meta.url));
const listeningSchema = z.object({
  event: z.literal('listening'),
  inboxUrl: z.url(),
  controlUrl: z.url(),
  controlToken: z.string(),
  keyId: z.string(),
  publicKey: z.string(),
});

export type CentreRequest = {
  readonly folder: string;
  readonly serverOrigin: string;
  readonly serverKeys: string;
  readonly platforms: readonly string[];
};
export type StartedCentre = {
  readonly handle: CentreHandle;
  readonly port: number;
  readonly keyId: string;
  readonly publicKey: string;
};

export async function startCentre(request: CentreRequest): Promise<StartedCentre> {
  const { folder, serverOrigin, serverKeys, platforms } = request;
  const centre = startProcess({
    name: 'trading centre',
    file,
    args: [
      '--data',
      folder,
      '--server',
      serverOrigin,
      '--server-keys',
      serverKeys,
      '--platforms',
      platforms.join(','),
    ],
  });
  const listening = await centre.line((line) => {
    const parsed = listeningSchema.safeParse(jsonOrUndefined(line));
    return parsed.success ? parsed.data : undefined;
  });
  const { controlUrl, controlToken, inboxUrl, keyId, publicKey } = listening;
  const headers = { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' };
  const ask = async (method: 'GET' | 'POST', body?: string): Promise<unknown> => {
    const answer = await fetch(controlUrl, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!answer.ok)
      throw new Error(`the trading centre's control answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    port: Number(new URL(inboxUrl).port),
    keyId,
    publicKey,
    handle: {
      faults: async (patch) => {
        await ask('POST', JSON.stringify(patch));
      },
      probe: async (probe) => {
        await ask('POST', JSON.stringify({ probe }));
      },
      order: async (order) => {
        await ask('POST', JSON.stringify(order));
      },
      state: () => ask('GET'),
      putClockForward: (milliseconds) => centre.putClockForward(milliseconds),
      stop: () => centre.stop(),
      tail: () => centre.tail(),
    },
  };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
