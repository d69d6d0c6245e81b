// 交易平台 and their keys. A key is added before the centre begins to use it and retired after it has stopped; a retired key stays on
// record, because messages were signed with it.
import { z } from 'zod';
import { region } from '#shared/codes/regions.ts';
import { ok } from '#shared/kernel/result.ts';
import { command, put } from '../../command.ts';
import { key } from '../../fields.ts';
import { one } from '../../load.ts';
import { refuse, refuseField } from '../../refuse.ts';
import { type Platform, platformSchema, platforms } from '../model.ts';

const platformId = platformSchema.shape.id;
/** Ed25519, SPKI DER in base64: a fixed head and 32 bytes. */
const publicKeySchema = z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/, 'public_key');
const maxKeys = 10;

function* loadPlatform(input: { readonly platformId: string }) {
  return { platform: yield* one(platforms, input.platformId) };
}

function exists(_actor: unknown, { platform }: { readonly platform: Platform | undefined }): boolean {
  return platform !== undefined;
}

/** 新增 or 修改 of a platform; its keys are not touched. */
export const savePlatform = command({
  name: 'platforms.save',
  authority: 'server',
  input: z.strictObject({ platform: platformSchema.omit({ publicKeys: true }) }),
  access: { roles: ['administrator'], record: () => true },
  *load({ platform }) {
    return { before: yield* one(platforms, platform.id) };
  },
  decide({ before }, { platform }) {
    if (region(platform.regionCode) === undefined) {
      return refuseField('invalid_input', 'platform.regionCode', 'unknown_code');
    }
    return ok([put(platforms, { ...platform, publicKeys: before?.publicKeys ?? [] })]);
  },
});

export const addPlatformKey = command({
  name: 'platforms.addKey',
  authority: 'server',
  input: z.strictObject({ platformId, keyId: key, publicKey: publicKeySchema }),
  access: { roles: ['administrator'], record: exists },
  load: loadPlatform,
  decide({ platform }, { keyId, publicKey }) {
    if (platform === undefined) return refuse('not_found');
    const { publicKeys } = platform;
    // An id once used names that key for ever: old signatures are checked by it.
    if (publicKeys.some((each) => each.keyId === keyId)) {
      return refuseField('already_exists', 'keyId', 'key_id_taken');
    }
    if (publicKeys.length >= maxKeys)
      return refuseField('too_large', 'keyId', 'too_many_keys', { max: maxKeys });
    return ok([
      put(platforms, { ...platform, publicKeys: [...publicKeys, { keyId, publicKey, retired: false }] }),
    ]);
  },
});

export const retirePlatformKey = command({
  name: 'platforms.retireKey',
  authority: 'server',
  input: z.strictObject({ platformId, keyId: key }),
  access: { roles: ['administrator'], record: exists },
  load: loadPlatform,
  decide({ platform }, { keyId }) {
    const held = platform?.publicKeys.find((each) => each.keyId === keyId);
    if (platform === undefined || held === undefined) return refuseField('not_found', 'keyId', 'unknown_key');
    if (held.retired) return ok([]);
    const publicKeys = platform.publicKeys.map((each) => (each === held ? { ...each, retired: true } : each));
    return ok([put(platforms, { ...platform, publicKeys })]);
  },
});
