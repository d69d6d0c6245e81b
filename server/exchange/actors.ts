// The two machines that act through the exchange. Their account ids are fixed: they name who acted in history and audit.
import type { Actor } from '#shared/domain/actor.ts';
import type { Platform } from '#shared/domain/admin/model.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { sha256Hex } from './signatures.ts';

const machine = { organisationId: null, regionCodes: [] } as const;

export const systemActor: Actor = {
  ...machine,
  accountId: uuidV7(0, new Uint8Array(10)),
  name: 'system',
  role: 'system',
  platformId: null,
};

export function platformActor(platform: Platform): Actor {
  const random = Buffer.from(sha256Hex(`platform/${platform.id}`), 'hex');
  return {
    ...machine,
    accountId: uuidV7(0, random),
    name: platform.name,
    role: 'trading_platform',
    platformId: platform.id,
  };
}
