// What a plan that changes the method begins with: of a plan in packages, of one that is not divided, of packages that the centre has divided further.
import { describe, expect, it } from 'vitest';
import { exampleContent, exampleFacts, exampleFile } from '#shared/rules/plan-example.ts';
import { checkPlan } from '#shared/rules/plan-rules.ts';
import { anId } from '#test/builders/ids.ts';
import { aPlan } from '#test/builders/plans.ts';
import { aResult, aSection } from '#test/builders/sections.ts';
import { settingDefinitions } from '../admin/settings.ts';
import type { SectionEvent } from '../projects/events/model.ts';
import type { Section } from '../projects/model.ts';
import { bodyOf, presentBody } from '../stored-body.ts';
import { followingPackage } from './content.ts';
import { availableFor, changedSections, contentForChange } from './method-change.ts';
import { type PlanContent, plans } from './model.ts';

const method = 'COMPETITIVE_NEGOTIATION';
const [item] = exampleContent.items;
if (item === undefined) throw new Error('no item');
const part = (no: number, amount: number, reserve: number | null) => ({
  ...{ id: anId(`part ${no}`), no: String(no), name: `Part ${no}`, budget: amount, reserve },
  ...followingPackage,
});
const line = (no: number, amount: number) => ({
  ...item,
  ...{ id: anId(`item ${no}`), name: `Item ${no}`, qty: '1', unitPrice: amount, amount },
  plannedSectionId: anId(`part ${no}`),
});
/** 3,000,000 yuan in two packages, the second of them for small and medium enterprises. */
const inPackages: Partial<PlanContent> = {
  ...{ budgetAmount: 300_000_000, ceilingPrice: 290_000_000, smeMode: 'LOT' },
  ...{ smeAmount: 100_000_000, smeSmallAmount: 60_000_000 },
  items: [line(1, 200_000_000), line(2, 100_000_000)],
  plannedSections: [part(1, 200_000_000, null), part(2, 100_000_000, 100_000_000)],
  funds: exampleContent.funds.map((fund) => ({ ...fund, amount: 300_000_000 })),
  policies: [
    ...(exampleContent.policies ?? []),
    { code: 'SME_PRICE_DEDUCTION', applies: true, rate: 10, reason: '' },
  ],
};
const lot = (name: string, parts: Partial<Section>) =>
  aSection(name, { status: 'failed', smeReserved: false, ...parts });
const lots = [
  lot('lot-1', { sectionNo: '1', budget: 200_000_000, plannedSectionId: anId('part 1') }),
  lot('lot-2', { sectionNo: '2', budget: 100_000_000, plannedSectionId: anId('part 2'), smeReserved: true }),
];
const knownOf = (
  content: Partial<PlanContent>,
  sections: readonly Section[],
  events: SectionEvent[] = [],
) => ({
  plan: aPlan().with(content).build(),
  sections,
  events,
  policies: settingDefinitions.policies.fallback,
  today: '2026-01-21',
});

describe('of a plan in packages', () => {
  it('takes the package of the failed section with its items, under its id, and nothing of the other', () => {
    const chosen = lots.slice(0, 1);
    const content = contentForChange(knownOf(inPackages, lots), chosen, method);
    expect(content).toMatchObject({
      ...{ budgetAmount: 200_000_000, ceilingPrice: null, smeMode: 'NONE', smeAmount: null },
      items: [{ name: 'Item 1', plannedSectionId: anId('part 1') }],
      plannedSections: [{ id: anId('part 1'), no: '1', name: 'Part 1', budget: 200_000_000, reserve: null }],
      funds: [{ amount: 200_000_000 }],
    });
  });

  it('keeps aside what was set aside', () => {
    const chosen = lots.slice(1);
    const content = contentForChange(knownOf(inPackages, lots), chosen, method);
    expect(content).toMatchObject({
      ...{ smeMode: 'WHOLE_PROJECT', smeAmount: 100_000_000, smeSmallAmount: 60_000_000 },
      plannedSections: [{ id: anId('part 2'), reserve: 100_000_000 }],
    });
    expect(contentForChange(knownOf(inPackages, lots), lots, method)).toMatchObject({
      ...{ smeMode: 'LOT', smeAmount: 100_000_000, ceilingPrice: 290_000_000 },
      funds: inPackages.funds,
    });
  });

  it('is lawful once the reasons and the approval are there', () => {
    for (const chosen of [lots.slice(0, 1), lots.slice(1), lots]) {
      const known = knownOf(inPackages, lots);
      const content = {
        ...contentForChange(known, chosen, method),
        ...{
          methodReasonCode: 'LAW_30_1',
          methodReason: 'Nobody offered it.',
          methodApprovalNo: 'PF-2026-3',
        },
        ...{ evalMethod: 'LOWEST_QUOTE', plannedStart: '2026-03-16' },
        files: [...exampleContent.files, exampleFile('method_approval')],
      };
      const predecessor = {
        ...{ planId: known.plan.id, planNo: 'XC-2026-0001', projectId: anId('project'), projectNo: null },
        ...{ method: 'OPEN_TENDER', budgetAmount: 300_000_000, platformId: content.platformId },
        ...{ category: content.category, available: availableFor(known, chosen) },
        sections: [...changedSections(known, chosen)],
      };
      const errors = checkPlan(exampleFacts(content, { predecessor })).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors).toEqual([]);
    }
  });
});

describe('the budget', () => {
  it('is no more than the plan has left, whatever the trading centre says of its sections', () => {
    const dear = lots.map((section) => ({ ...section, budget: 900_000_000 }));
    expect(availableFor(knownOf(inPackages, dear), dear)).toBe(300_000_000);
    const [first, second] = lots.map((section) => ({ ...section, status: 'awarded' as const }));
    if (first === undefined || second === undefined) throw new Error('no section');
    expect(availableFor(knownOf(inPackages, [first, ...lots.slice(1)]), lots.slice(1))).toBe(100_000_000);
    // Of those that failed with it, each may be changed.
    expect(availableFor(knownOf(inPackages, lots), lots.slice(1))).toBe(300_000_000);
    expect(availableFor(knownOf(inPackages, [{ ...first, budget: 900_000_000 }, second]), [second])).toBe(0);
  });
});

describe('of what nobody can tell apart', () => {
  const undivided = { plannedSections: [], items: [{ ...line(1, 150_000_000), plannedSectionId: null }] };
  const two = ['a', 'b'].map((no) =>
    lot(`lot-${no}`, { sectionNo: no, name: `Lot ${no}`, budget: 75_000_000 }),
  );

  it('makes a package of each section; the items of one are its items, of several they are to be assigned', () => {
    const one = contentForChange(knownOf(undivided, two), two.slice(0, 1), method);
    expect(one.plannedSections).toMatchObject([{ id: two[0]?.id, name: 'Lot a', budget: 75_000_000 }]);
    expect(one.items).toMatchObject([{ name: 'Item 1', plannedSectionId: two[0]?.id }]);
    const both = contentForChange(knownOf(undivided, two), two, method);
    expect(both.plannedSections.map(({ id }) => id)).toEqual(two.map(({ id }) => id));
    expect(both.items).toMatchObject([{ plannedSectionId: null }]);
  });

  it('so where nobody says of another section which package it carries out', () => {
    const unsaid = { ...two[0], plannedSectionId: null } as Section;
    const named = lot('lot-n', { sectionNo: '3', budget: 75_000_000, plannedSectionId: anId('part 1') });
    const [changed] = changedSections(knownOf(inPackages, [named, unsaid]), [named]);
    expect(changed?.budget).toBe(75_000_000);
  });

  it('so of a package that the centre has carried out in several sections', () => {
    const halves = two.map((section) => ({ ...section, plannedSectionId: anId('part 1') }));
    const [first] = halves;
    if (first === undefined) throw new Error('no section');
    const known = knownOf(inPackages, [...halves, ...lots.slice(1)]);
    const content = contentForChange(known, [first], method);
    expect(content.plannedSections).toMatchObject([{ id: first.id, budget: 75_000_000 }]);
    expect(content.items.map(({ name }) => name)).toEqual(['Item 1']);
  });

  it('leaves it to people which of several sources pays', () => {
    const [fund] = exampleContent.funds;
    if (fund === undefined) throw new Error('no fund');
    const funds = [
      { ...fund, amount: 200_000_000 },
      { ...fund, id: anId('fund'), amount: 100_000_000 },
    ];
    const content = contentForChange(knownOf({ ...inPackages, funds }, lots), lots.slice(1), method);
    expect(content.funds.map(({ amount }) => amount)).toEqual([null, null]);
  });
});

describe('what is kept of a section', () => {
  const noticeId = anId('notice');
  const section = lot('lot-1', { plannedSectionId: anId('part 1'), ...aResult(noticeId), results: [] });
  const event = (kind: SectionEvent['kind'], details: SectionEvent['details']) =>
    ({
      kind,
      details,
      noticeId,
      sectionId: section.id,
      source: 'centre',
      platformVersion: 1,
    }) as SectionEvent;
  const bidder = { name: 'Bidder', uscc: null, price: null };

  it('is how often it was announced, and how many suppliers were left', () => {
    const kept = (...events: SectionEvent[]) =>
      changedSections(knownOf(inPackages, [section], events), [section])[0];
    expect(kept()).toMatchObject({ rounds: 1, suppliers: null });
    const opening = event('opening', { of: 'opening', bidders: [bidder, bidder] });
    expect(kept(opening)).toMatchObject({ suppliers: 2 });
    const evaluation = event('evaluation_ended', {
      ...{ of: 'evaluation', reportSha256: 'a'.repeat(64), ranking: [], rejected: [] },
      outcome: { result: 'failed', reasonCode: 'SUPPLIERS_LT_3', reason: 'Too few.' },
    });
    expect(kept(opening, evaluation)).toMatchObject({ suppliers: 0 });
  });
});

describe('a plan of before', () => {
  it('changes no other', () => {
    const { predecessor: _, ...body } = JSON.parse(bodyOf(plans, aPlan().build()));
    expect(presentBody(plans, { ...body, $revision: 2 })).toEqual(aPlan().build());
  });
});
