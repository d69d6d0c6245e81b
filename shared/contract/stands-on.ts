// What makes an answer old, said beside each question of the contract. The desk tells which record types and which of the sources below have
// changed; the window asks again whatever stands on them.
import { syncedEntities } from '#shared/domain/entities.ts';

/**
 * What answers follow from besides record types. `outbox`: the commands of this desk, and with them every mark. `files`: attachments, when one has been
 * sent or fetched. `drafts`: open forms, which the window itself writes: no event tells of them, every page asks anew and keeps no answer.
 * @internal for the test of the names
 */
export const sources = ['outbox', 'files', 'drafts'] as const;

/**
 * Names of record types and of `sources`. Empty for what does something, for what has an event of its own, and for what the server is asked
 * each time: such an answer is old only when somebody else signs in.
 */
export type StandsOn = readonly string[];

/** Of an answer that any row may change. */
export const everyRecordType: StandsOn = [...syncedEntities.keys()];
