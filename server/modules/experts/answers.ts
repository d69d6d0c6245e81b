// Answers what 采购办 asks of the library.
import { type Known, problemsOf } from '#shared/domain/experts/library/admit.ts';
import { newcomersIn } from '#shared/domain/experts/library/commands/import.ts';
import { readRow } from '#shared/domain/experts/library/import-rows.ts';
import { idIndex, phoneIndex } from '#shared/domain/experts/library/model.ts';
import { type ExpertState, nameForMatching, stateOn } from '#shared/domain/experts/library/person.ts';
import {
  checkExpertImport,
  duplicateExperts,
  type ExpertItem,
  getExpert,
  listExperts,
} from '#shared/domain/experts/library/queries.ts';
import type { Vault } from '#shared/domain/vault.ts';
import { type PlainDate, toPlainDate } from '#shared/kernel/dates.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { queryWords } from '#shared/replica-format/terms.ts';
import { handler, type QueryDeps } from '../../query/handler.ts';
import { openVault } from './library-state.ts';
import { type OpenExpert, OpenLibrary } from './open-library.ts';

type Everybody = ReadonlyMap<Id, OpenExpert>;
type Opened = { readonly vault: Vault; readonly everybody: Everybody; readonly today: PlainDate };

/** One set of handlers for each server, as they keep what they have opened. */
export function libraryAnswers() {
  const library = new OpenLibrary();

  async function open(deps: QueryDeps): Promise<Result<Opened, AppError>> {
    const vault = await openVault(deps);
    if (vault === undefined) return err({ code: 'library_locked' });
    const everybody = await library.read(deps.database, deps.tables, vault);
    return ok({ vault, everybody, today: toPlainDate(deps.clock()) });
  }

  return [
    handler(listExperts, async (deps, _actor, { filters, sort, after, limit }) => {
      const opened = await open(deps);
      if (!opened.ok) return opened;
      const { everybody, today } = opened.value;
      const all = [...everybody.values()].map((expert) => ({ expert, state: stateOn(expert.person, today) }));
      const fitting = all.filter(fits(filters)).toSorted(orderOf(sort));
      const start = after === null ? 0 : fitting.findIndex(({ expert }) => expert.id === after) + 1;
      const page = fitting.slice(start, start + limit);
      const more = start + limit < fitting.length;
      const counts = { active: 0, leave: 0, banned: 0, removed: 0 };
      for (const { state } of all) counts[state] += 1;
      return ok({
        items: page.map(itemOf),
        total: fitting.length,
        counts,
        next: more ? (page.at(-1)?.expert.id ?? null) : null,
      });
    }),
    handler(getExpert, async (deps, _actor, { id }) => {
      const opened = await open(deps);
      if (!opened.ok) return opened;
      const expert = opened.value.everybody.get(id);
      if (expert === undefined) return err({ code: 'not_found' });
      const { expertNo, person, createdAt, updatedAt } = expert;
      return ok({ id, expertNo, state: stateOn(person, opened.value.today), person, createdAt, updatedAt });
    }),
    handler(duplicateExperts, async (deps, _actor, { limit }) => {
      const opened = await open(deps);
      if (!opened.ok) return opened;
      const groups = duplicatesIn(opened.value);
      return ok({ groups: groups.slice(0, limit), total: groups.length });
    }),
    handler(checkExpertImport, async (deps, _actor, { rows }) => {
      const opened = await open(deps);
      if (!opened.ok) return opened;
      const { vault, everybody, today } = opened.value;
      const read = rows.map(readRow);
      const newcomers = newcomersIn(read);
      const known = knownIn(vault, everybody);
      const problems = problemsOf(newcomers, known, vault, (index) => newcomers[index]?.id ?? '');
      const similar = similarIn(vault, everybody);
      return ok({
        today,
        rows: read.map((each) => {
          const { row } = each;
          if (!each.ok) return { row: row.row, name: row.cells.name, fields: [...each.fields], similar: [] };
          const own = problems.filter(({ path }) => path === row.id);
          return {
            row: row.row,
            name: each.content.name,
            fields: own.map((field) => ({ ...field, path: 'idNumber' })),
            similar: own.length > 0 ? [] : similar(each.content),
          };
        }),
      });
    }),
  ] as const;
}

function knownIn(vault: Vault, everybody: Everybody): Known {
  const numbers = [...everybody.values()].map(
    ({ person, expertNo }) => [idIndex(vault, person.content), expertNo] as const,
  );
  return { ids: new Set(everybody.keys()), numbers: new Map(numbers) };
}

type Shown = { readonly expert: OpenExpert; readonly state: ExpertState };
type Filters = typeof listExperts.input._output.filters;

function fits({ text, state, speciality, region, level, legal, employer }: Filters) {
  const words = queryWords(text);
  const unit = employer === null ? '' : queryWords(employer).join(' ');
  return ({ expert, state: own }: Shown): boolean => {
    const { content } = expert.person;
    return (
      (state === null || own === state) &&
      (level === null || content.level >= level) &&
      (legal === null || content.legal === legal) &&
      (speciality === null || content.specialities.some((each) => each.startsWith(speciality))) &&
      (region === null || content.regions.length === 0 || content.regions.includes(region)) &&
      (unit === '' || expert.employer.includes(unit)) &&
      words.every((word) => expert.words.includes(word))
    );
  };
}

type Sort = typeof listExperts.input._output.sort;

function orderOf({ by, direction }: Sort) {
  const sign = direction === 'asc' ? 1 : -1;
  const keyOf = {
    expertNo: (expert: OpenExpert) => expert.expertNo,
    name: (expert: OpenExpert) => expert.pinyin,
    updatedAt: (expert: OpenExpert) => expert.updatedAt,
  }[by];
  return ({ expert: a }: Shown, { expert: b }: Shown): number => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (one !== other) return one < other ? -sign : sign;
    return a.id < b.id ? -1 : 1;
  };
}

function itemOf({ expert, state }: Shown): ExpertItem {
  const { id, expertNo, updatedAt, person } = expert;
  const { name, employer, title, level, specialities, regions, legal } = person.content;
  return { id, expertNo, name, employer, title, level, specialities, regions, legal, state, updatedAt };
}

function duplicatesIn({ everybody, today }: Opened) {
  const present = [...everybody.values()].filter(({ person }) => person.removed === null);
  return (['phone', 'name'] as const).flatMap((by) => {
    const groups = Map.groupBy(present, (expert) =>
      by === 'phone' ? expert.person.content.phone : expert.matchingName,
    );
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group) => ({
        by,
        items: group.map((expert) => itemOf({ expert, state: stateOn(expert.person, today) })),
      }));
  });
}

function similarIn(vault: Vault, everybody: Everybody) {
  const byPhone = Map.groupBy(everybody.values(), ({ person }) => phoneIndex(vault, person.content));
  const byName = Map.groupBy(everybody.values(), ({ matchingName }) => matchingName);
  return (content: OpenExpert['person']['content']) => [
    ...(byPhone.get(phoneIndex(vault, content)) ?? []).map(({ expertNo }) => ({
      by: 'phone' as const,
      expertNo,
    })),
    ...(byName.get(nameForMatching(content)) ?? []).map(({ expertNo }) => ({
      by: 'name' as const,
      expertNo,
    })),
  ];
}
