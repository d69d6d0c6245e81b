// 入库: whether people may be taken in, and under which numbers. One at a time by hand or many from a sheet: it is the same question.
import type { AppError, FieldError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Change, put } from '../../command.ts';
import { type Load, one, where } from '../../load.ts';
import type { Vault } from '../../vault.ts';
import type { OpenCtx } from './library-command.ts';
import {
  type Expert,
  type ExpertLibrary,
  expertLibraries,
  experts,
  idIndex,
  libraryId,
  mostExperts,
  sealPerson,
} from './model.ts';
import type { ExpertContent, Person } from './person.ts';

export type Newcomer = { readonly id: Id; readonly content: ExpertContent };

/** Who is in the library already under the id or 身份证号 of one of them. */
export type Known = { readonly ids: ReadonlySet<Id>; readonly numbers: ReadonlyMap<string, string> };

export function* loadKnown(newcomers: readonly Newcomer[], vault: Vault): Load<Known> {
  const ids = new Set<Id>();
  const numbers = new Map<string, string>();
  for (const { id, content } of newcomers) {
    if ((yield* one(experts, id)) !== undefined) ids.add(id);
    const index = idIndex(vault, content);
    const [same] = yield* where(experts, { idIndex: index });
    if (same !== undefined) numbers.set(index, same.expertNo);
  }
  return { ids, numbers };
}

/** Field codes: expert_known {expertNo}, expert_twice. `pathOf` says where a form or sheet shows the person. */
export function problemsOf(
  newcomers: readonly Newcomer[],
  known: Known,
  vault: Vault,
  pathOf: (index: number) => string,
): readonly FieldError[] {
  const seen = new Set<string>();
  return newcomers.flatMap(({ id, content }, index) => {
    const key = idIndex(vault, content);
    const path = pathOf(index);
    const expertNo = known.numbers.get(key);
    if (expertNo !== undefined) return [{ path, code: 'expert_known', params: { expertNo } }];
    if (seen.has(key) || seen.has(id)) return [{ path, code: 'expert_twice' }];
    seen.add(key).add(id);
    return [];
  });
}

export function admitted(
  newcomers: readonly Newcomer[],
  { library, known }: { readonly library: ExpertLibrary | undefined; readonly known: Known },
  pathOf: (index: number) => string,
  { vault, now }: OpenCtx,
): Result<readonly Change[], AppError> {
  if (newcomers.some(({ id }) => known.ids.has(id))) return err({ code: 'already_exists' });
  const fields = problemsOf(newcomers, known, vault, pathOf);
  if (fields.length > 0) return err({ code: 'already_exists', fields });
  const before = library ?? { id: libraryId, keyId: vault.keyId, lastNo: 0, size: 0 };
  const size = before.size + newcomers.length;
  if (size > mostExperts) return err({ code: 'library_full', params: { most: mostExperts } });
  return ok([
    put(expertLibraries, { ...before, id: libraryId, lastNo: before.lastNo + newcomers.length, size }),
    ...newcomers.map(({ id, content }, index) => {
      const person: Person = { content, leave: [], bans: [], ratings: [], removed: null };
      const row: Expert = {
        id,
        expertNo: `ZJ${String(before.lastNo + index + 1).padStart(6, '0')}`,
        ...sealPerson(vault, id, person),
        createdAt: now,
        updatedAt: now,
      };
      return put(experts, row);
    }),
  ]);
}
