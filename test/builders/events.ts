// A section whose notice is published, and what the trading centre tells of its opening and evaluation.
import { entities } from '#shared/domain/entities.ts';
import type { Bidder } from '#shared/domain/projects/events/model.ts';
import { sections } from '#shared/domain/projects/model.ts';
import { anActor } from './actors.ts';
import { aStoreWithSections, typedTender } from './announcements.ts';
import { anId } from './ids.ts';
import { Store } from './store.ts';

const minute = 60_000;
/** The deadline of `typedTender`, 2026-02-12 09:00 in Asia/Shanghai. */
export const openingAt = Date.UTC(2026, 1, 12, 1);

let made: Store | undefined;

/** `lot-1` is announced by `notice`, `lot-2` is not. Made once: publishing takes most of the time of a test. */
export function aStoreWithNotice(): Store {
  made ??= withNotice();
  const store = new Store();
  store.now = made.now;
  for (const kind of entities.values()) store.put(kind, ...made.all(kind));
  return store;
}

function withNotice(): Store {
  const store = aStoreWithSections();
  const [clerk, reviewer] = [anActor('purchaser_clerk'), anActor('purchaser_reviewer')];
  const sectionId = anId('lot-1');
  const { projectId } = store.get(sections, sectionId);
  const id = anId('notice');
  const draft = {
    id,
    projectId,
    type: 'TENDER',
    targetId: null,
    sectionIds: [sectionId],
    content: { ...typedTender, consortiumAllowed: true },
  };
  const submitted = () => {
    const answer = store.run(clerk, 'announcements.submit', { id });
    if (answer.ok) return answer;
    const acknowledged = (answer.error.fields ?? []).map(({ code }) => code);
    return store.run(clerk, 'announcements.submit', { id, acknowledged });
  };
  const answers = [
    store.run(clerk, 'announcements.create', draft),
    submitted(),
    store.run(reviewer, 'announcements.approve', { id }),
    store.run(clerk, 'announcements.publish', { id }),
  ];
  const refused = answers.find(({ ok }) => !ok);
  if (refused !== undefined) throw new Error(`no notice: ${JSON.stringify(refused)}`);
  return store;
}

export const bidders: readonly Bidder[] = [
  { name: 'First Supplier', uscc: '91110000802100433B', price: 70_000_000 },
  { name: 'Second Supplier', uscc: null, price: 72_000_000 },
  { name: 'Third Supplier', uscc: null, price: null },
];

/** What `sectionEvents.receiveOpening` is told of `lot-1`. */
export function anOpening(parts: object = {}): object {
  const message = { lotUid: 'lot-1', version: 1, pushedAt: openingAt + minute };
  return { id: anId('opening'), ...message, openedAt: openingAt, bidders, ...parts };
}

/** What `sectionEvents.receiveEvaluation` is told of `lot-1`: two have the same rank, one is rejected. */
export function anEvaluation(parts: object = {}): object {
  const ranked = (supplier: string, price: number, rank: number) => ({
    ...{ supplier, uscc: null, price, score: 90.5 - rank, reviewPrice: null, rank },
  });
  return {
    ...{ id: anId('evaluation'), startedId: anId('evaluation started'), lotUid: 'lot-1', version: 1 },
    pushedAt: openingAt + 241 * minute,
    startedAt: openingAt + 30 * minute,
    endedAt: openingAt + 240 * minute,
    reportSha256: 'ab'.repeat(32),
    outcome: { result: 'ranked' },
    ranking: [
      ranked('First Supplier', 70_000_000, 1),
      ranked('Second Supplier', 72_000_000, 2),
      ranked('Third Supplier', 72_000_000, 2),
    ],
    rejected: [{ supplier: 'Fourth Supplier', uscc: null, reason: 'No bond.' }],
    ...parts,
  };
}
