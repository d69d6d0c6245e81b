// The pool of a day, made from the library. Specialities and regions are written out, so that whether somebody fits a line needs no code table: who knows
// A020101 knows A0201 and A02, who may be called to a city may be called to its counties.
import { regions, regionsWithin } from '#shared/codes/regions.ts';
import { poolRoot, saltedId, saltOf } from '#shared/draw/pool.ts';
import type { PoolEntry } from '#shared/draw/transcript.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Vault } from '../../vault.ts';
import { type Expert, openPerson } from '../library/model.ts';
import type { ExpertContent } from '../library/person.ts';
import { type PoolList, type PoolPerson, sealPeople } from './model.ts';

/** What a line asks for where it wants a 法律专家. */
export const legalSpeciality = 'legal';

type Made = { readonly root: string; readonly list: PoolList };

/** Whoever was removed is left out; leave and bans are exclusions of a draw, so that they are seen. Undefined where nobody is left. */
export function makePool(vault: Vault, day: PlainDate, library: readonly Expert[]): Made | undefined {
  const daySecret = vault.secret();
  const both = library.flatMap((expert) => {
    const { content, removed } = openPerson(vault, expert);
    if (removed !== null) return [];
    const salt = saltOf(vault.sha256, daySecret, expert.expertNo);
    const person: PoolPerson = {
      ...{ expertId: expert.id, expertNo: expert.expertNo, name: content.name, salt },
    };
    return [{ person, entry: entryOf(saltedId(vault.sha256, salt, person), content) }];
  });
  if (both.length === 0) return undefined;
  both.sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  const entries = both.map(({ entry }) => entry);
  const people = sealPeople(
    vault,
    day,
    both.map(({ person }) => person),
  );
  return { root: poolRoot(vault.sha256, entries), list: { id: day, entries, people } };
}

function entryOf(id: string, { specialities, regions: own, level, legal }: ExpertContent): PoolEntry {
  const known = [...new Set(specialities.flatMap(withWider))].sort();
  const within = own.length === 0 ? everywhere : [...new Set(own.flatMap(regionsWithin))].sort();
  return { id, specialities: legal ? [...known, legalSpeciality] : known, regions: within, level };
}

const everywhere = regions.entries.map(({ code }) => code).sort();

/** A020101, A0201, A02: the letter alone is no speciality. */
function withWider(speciality: string): readonly string[] {
  const depths = (speciality.length - 1) / 2;
  return Array.from({ length: depths }, (_, depth) => speciality.slice(0, 3 + 2 * depth));
}
