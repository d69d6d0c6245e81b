// A project with its sections as far as announcements need it, and what somebody types into a lawful 招标公告.
import { richTextOf } from '#shared/domain/announcements/rich-text.ts';
import type { Values } from '#shared/domain/announcements/values.ts';
import { type PlanContent, plans } from '#shared/domain/plans/model.ts';
import { anActor } from './actors.ts';
import { anId } from './ids.ts';
import { aPlan } from './plans.ts';
import { aSectionContent } from './sections.ts';
import type { Store } from './store.ts';
import { aStore } from './world.ts';

/** A store in which the example plan (with `content`) is filed and the centre has pushed two sections, `lot-1` and `lot-2`. */
export function aStoreWithSections(content: Partial<PlanContent> = {}): Store {
  const { id } = aPlan().build();
  const store = aStore().put(plans, aPlan().with(content).approved().build());
  store.run(anActor('procurement_office'), 'plans.file', { id });
  const arrival = (lotUid: string, no: string) => ({
    id: anId(lotUid),
    lotUid,
    version: 1,
    pushedAt: store.now,
    content: { ...aSectionContent, sectionNo: no, name: `Section ${no}`, budget: 75_000_000 },
  });
  store.run(anActor('trading_platform'), 'sections.receive', {
    planId: id,
    sections: [arrival('lot-1', '1'), arrival('lot-2', '2')],
  });
  return store;
}

/** What is not known from plan and sections. The example's day is 2026-01-21. */
export const typedTender: Values = {
  consortiumAllowed: false,
  specialQualification: richTextOf('None.'),
  docFrom: '2026-01-22',
  docTo: '2026-01-30',
  docHours: '9:00 to 17:00',
  docPlace: 'Trading centre',
  docHow: 'Download',
  docPrice: 0,
  bidDeadline: '2026-02-12T09:00',
  bidPlace: 'Hall 1',
};

/** Where the plan of the project stands. */
export function planStatusIn(store: Store): string | undefined {
  return store.all(plans)[0]?.status;
}

/** What is known neither from plan and sections nor from what the purchaser has determined; of goods. */
export const typedResult: Values = {
  smeDeclaration: [
    {
      id: anId('declaration'),
      fileName: 'declaration.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: 'b'.repeat(64),
    },
  ],
  goodsItems: [
    {
      id: anId('item'),
      cells: { name: 'Equipment', brand: 'Brand', model: 'M-1', quantity: '1', unitPrice: 100 },
    },
  ],
  reviewers: ['One', 'Two', 'Three'].map((name) => ({ id: anId(name), cells: { name, role: 'RANDOM' } })),
  agencyFeeStandard: 'As agreed.',
  agencyFeeAmount: 100,
};
