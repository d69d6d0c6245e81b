// A tender of which the second section has failed while the first goes on, and the change of its method as far as a test needs it.
import type { Values } from '#shared/domain/announcements/values.ts';
import { plans } from '#shared/domain/plans/model.ts';
import { projects } from '#shared/domain/projects/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import { exampleFile } from '#shared/rules/plan-example.ts';
import { anActor } from './actors.ts';
import { aStoreWithSections, typedTender } from './announcements.ts';
import { anId } from './ids.ts';
import { aSectionContent } from './sections.ts';
import type { Store } from './store.ts';

const clerk = anActor('purchaser_clerk');
const reviewer = anActor('purchaser_reviewer');
const office = anActor('procurement_office');

export const goingOn = anId('lot-1');
export const failedSection = anId('lot-2');
export const changePlan = anId('change of method');

export function mustRun<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The first project of the store. */
export function firstProject(store: Store) {
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  return project;
}

/** With every warning read. */
export function submitted(store: Store, command: string, id: string): void {
  const first = store.run(clerk, command, { id });
  if (first.ok) return;
  const acknowledged = [...new Set((first.error.fields ?? []).map(({ code }) => code))];
  mustRun(store.run(clerk, command, { id, acknowledged }));
}

/** Submitted and approved; what becomes of the publication. */
export function publishedBy(store: Store, id: string) {
  submitted(store, 'announcements.submit', id);
  mustRun(store.run(reviewer, 'announcements.approve', { id }));
  return store.run(clerk, 'announcements.publish', { id });
}

export function drafted(store: Store, name: string, input: object): string {
  const id = anId(name);
  mustRun(store.run(clerk, 'announcements.create', { id, projectId: firstProject(store).id, ...input }));
  return id;
}

export const terminationOf = (sectionIds: readonly string[]): Values => ({
  reasonCode: 'UNFAIR_ACT',
  reason: sectionIds.map((id, index) => ({
    id,
    cells: {
      ...{ section: id, lotNo: String(index + 1), lotName: `Section ${index + 1}` },
      explanation: 'Collusion was found.',
    },
  })),
});

/** Both sections were announced; the second has failed. */
export function aStoreWithFailedSection(): Store {
  const store = aStoreWithSections();
  const notice = drafted(store, 'notice', {
    ...{ type: 'TENDER', sectionIds: [goingOn, failedSection], content: typedTender },
  });
  mustRun(publishedBy(store, notice));
  const termination = drafted(store, 'termination', {
    ...{ type: 'TERMINATION', targetId: notice, sectionIds: [failedSection] },
    content: terminationOf([failedSection]),
  });
  mustRun(publishedBy(store, termination));
  return store;
}

export function changeBegun(store: Store, id = changePlan, sectionIds = [failedSection]) {
  const projectId = firstProject(store).id;
  const method = 'COMPETITIVE_NEGOTIATION';
  return store.run(clerk, 'plans.changeMethod', { id, projectId, sectionIds, method });
}

/** What only people know of a change: why, since when, and with whose approval. */
export function changeFilledIn(store: Store, id = changePlan): void {
  const { content } = store.get(plans, id);
  const to = {
    methodReasonCode: 'LAW_30_1',
    methodReason: 'Nobody offered what was asked for.',
    evalMethod: 'LOWEST_QUOTE',
    methodApprovalNo: 'PF-2026-3',
    plannedStart: '2026-03-16',
    files: [...content.files, { ...exampleFile('method_approval'), id: anId('approval') }],
  } as const;
  const changes = Object.entries(to).map(([field, value]) => ({
    field,
    from: Reflect.get(content, field),
    to: value,
  }));
  mustRun(store.run(clerk, 'plans.edit', { id, changes }));
}

export function changeApproved(store: Store, id = changePlan): void {
  changeFilledIn(store, id);
  submitted(store, 'plans.submit', id);
  mustRun(store.run(reviewer, 'plans.approve', { id }));
}

/** Filed by 采购办, with a project of its own. */
export function aStoreWithChange(): Store {
  const store = aStoreWithFailedSection();
  mustRun(changeBegun(store));
  changeApproved(store);
  mustRun(store.run(office, 'plans.file', { id: changePlan }));
  return store;
}

/** A section of the change, as the centre pushes it. */
export function aSuccessor(lotUid: string, parts: object = {}) {
  return {
    id: anId(lotUid),
    lotUid,
    version: 1,
    pushedAt: 1,
    content: { ...aSectionContent, sectionNo: '2-1', name: 'Section 2', budget: 75_000_000 },
    predecessorLotUid: 'lot-2',
    ...parts,
  };
}

export function projectOfChange(store: Store) {
  const { projectId } = store.get(plans, changePlan);
  return store.get(projects, projectId ?? '');
}
