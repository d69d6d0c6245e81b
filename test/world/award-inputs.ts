// Inputs of the commands on results and suppliers: of sections that were evaluated, ranked as the centre tells or as it is typed.
import { makeUscc } from '#demo/data/uscc.ts';
import { rankingOf } from '#shared/domain/awards/facts.ts';
import { type AwardContent, emptyAward } from '#shared/domain/awards/model.ts';
import { evaluationInForce } from '#shared/domain/projects/events/course.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { type Supplier, sizeClasses } from '#shared/domain/suppliers/model.ts';
import { addDays, toPlainDate } from '#shared/kernel/dates.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { type Draw, idOr, nth, startsAt, type View } from './inputs-common.ts';

const names = ['示例供应商甲', '示例供应商乙', '示例供应商丙'] as const;

/** Sections whose bidders were ranked, of which nobody has begun a result, for those who may. */
export function undetermined({ actor, sections, sectionEvents, awards }: View): readonly Section[] {
  if (actor.role !== 'purchaser_clerk' && actor.role !== 'agency') return [];
  const begun = new Set(awards.map(({ sectionId }) => sectionId));
  return sections
    .filter(({ status, id }) => status === 'evaluated' && !begun.has(id))
    .filter((section) => evaluationInForce(section, sectionEvents)?.outcome.result !== 'failed');
}

function contentOf({ view, random, fit }: Draw, section: Section | undefined): AwardContent {
  const most = section?.ceiling ?? section?.budget ?? 100;
  const candidates = names.map((supplier, index) => ({
    ...{ supplier, uscc: '', price: most, score: 90 - index, reviewPrice: null, rank: index + 1 },
  }));
  const typed = { ...emptyAward, candidates };
  const ranking = section === undefined ? candidates : rankingOf(typed, section, view.sectionEvents);
  const winner = (fit ? ranking.at(0)?.supplier : random.pick(names)) ?? '';
  return { ...typed, winner, address: '许昌市示例路1号', sizeClass: 'small', amount: most };
}

function awardEdited({ view, pick, fit }: Draw) {
  return nth(fit ? view.awards.filter(startsAt('awards.edit')) : view.awards, pick);
}

function aSupplier({ suppliers }: View, pick: number): Supplier | undefined {
  return nth(suppliers, pick);
}

export const awardInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'awards.create',
    (draw: Draw) => {
      const { view, random, pick, fit } = draw;
      const section = nth(fit ? undetermined(view) : view.sections, pick);
      return {
        sectionId: idOr(section, random, view.now),
        noticeId: section?.schedule?.announcementId ?? random.uuid(view.now),
        content: contentOf(draw, section),
      };
    },
  ],
  [
    'awards.edit',
    (draw: Draw) => {
      const { view, random } = draw;
      const award = awardEdited(draw);
      const { note, address } = award?.content ?? emptyAward;
      return {
        id: idOr(award, random, view.now),
        changes: [
          { field: 'note', from: note, to: random.pick(['', '示例说明']) },
          { field: 'address', from: address, to: random.pick(['许昌市示例路2号', '许昌市示例路3号']) },
        ],
      };
    },
  ],
  [
    'awards.confirm',
    ({ view, random, pick, fit }: Draw) => {
      const award = nth(fit ? view.awards.filter(startsAt('awards.confirm')) : view.awards, pick);
      return {
        id: idOr(award, random, view.now),
        submittedAt: award?.submittedAt ?? view.now,
        note: '',
        acknowledged: random.chance(0.9) ? everyWarning : [],
      };
    },
  ],
  [
    'suppliers.save',
    ({ view, random, pick }: Draw) => {
      const known = random.chance(0.5) ? aSupplier(view, pick) : undefined;
      return {
        uscc: known?.uscc ?? makeUscc('91', '411002', random),
        name: known === undefined || random.chance(0.2) ? random.pick(names) : known.name,
        address: random.pick(['', '许昌市示例路1号', '许昌市示例路2号']),
        sizeClass: random.pick([null, ...sizeClasses]),
      };
    },
  ],
  [
    'suppliers.rename',
    ({ view, random, pick }: Draw) => {
      const supplier = aSupplier(view, pick);
      const today = toPlainDate(view.now);
      return {
        id: idOr(supplier, random, view.now),
        from: supplier?.name ?? '',
        name: random.pick(names),
        on: addDays(today, -random.int(0, 3)),
        file: {
          ...{ id: random.uuid(view.now), fileName: 'rename.pdf', mediaType: 'application/pdf', size: 1 },
          sha256: 'c'.repeat(64),
        },
      };
    },
  ],
  [
    'suppliers.recordBan',
    ({ view, random, pick }: Draw) => {
      const from = toPlainDate(view.now);
      return {
        id: idOr(aSupplier(view, pick), random, view.now),
        banId: random.uuid(view.now),
        document: '示例处罚决定书',
        reason: '示例原因',
        from,
        until: addDays(from, random.int(-1, 30)),
      };
    },
  ],
  [
    'suppliers.liftBan',
    ({ view, random, pick }: Draw) => {
      const banned = view.suppliers.filter(({ bans }) => bans.length > 0);
      const supplier = nth(banned, pick);
      return {
        id: idOr(supplier, random, view.now),
        banId: idOr(supplier?.bans.at(-1), random, view.now),
        reason: '示例原因',
      };
    },
  ],
]);
