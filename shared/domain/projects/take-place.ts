// Which section that failed a section of the trading centre stands for, once the plan that changes the method has been filed. The centre names it; for a centre of before the
// 采购包 says it, and at last the name. No section is succeeded twice.
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Plan } from '../plans/model.ts';
import { refuseField } from '../refuse.ts';
import { sameValue } from '../same-value.ts';
import { isLive, type Section } from './model.ts';
import { withSuccessor } from './succession.ts';

type Known = {
  readonly plan: Plan;
  readonly own: readonly Section[];
  /** Those whose method the plan changes. */
  readonly failed: readonly Section[];
  /** Sections that the message changes; those that take a place are set in it. */
  readonly changed: Map<string, Section>;
};
type Named = { readonly lotUid: string; readonly predecessorLotUid: string | null; readonly path: string };

/** The sections that failed, with their successors; `changed` gets the sections of the message with their predecessors. */
export function succession(known: Known, arrivals: readonly Named[]): Result<readonly Section[]> {
  const { own, changed } = known;
  const failed = new Map(known.failed.map((section) => [section.id, section]));
  const touched = new Set<string>();
  for (const { lotUid, predecessorLotUid, path } of arrivals) {
    const all = [...own.filter(({ id }) => !changed.has(id)), ...changed.values()];
    const section = all.find((each) => each.lotUid === lotUid);
    // What was cancelled has left its place, even where it is told once more.
    if (section === undefined || !isLive(section)) continue;
    const place = placeOf(known.plan, section, predecessorLotUid, [...failed.values()], all);
    if (predecessorLotUid !== null) {
      const named = known.failed.find((each) => each.lotUid === predecessorLotUid);
      if (named === undefined) return unnamed(path, predecessorLotUid);
      // Plan and centre would go on from different sections: each keeps amounts and reserve of its own.
      const other = otherPackage(known.plan, section, named);
      if (other !== undefined) return ofAnother(path, named, other);
      if (place?.id !== named.id) return taken(path, named);
    }
    if (place === undefined) {
      // Nobody says whose place it takes: whoever refused to sign for one of them is not to win here either.
      const refusals = [...section.refusals, ...known.failed.flatMap((each) => each.refusals)];
      const each = refusals.filter(
        (one, index) => refusals.findIndex((other) => sameValue(one, other)) === index,
      );
      if (each.length > section.refusals.length) changed.set(section.id, { ...section, refusals: each });
      continue;
    }
    if (section.predecessor === null) changed.set(section.id, inPlaceOf(section, place));
    else if (place.successor?.sectionNo === section.sectionNo) continue;
    failed.set(place.id, withSuccessor(place, { sectionId: section.id, sectionNo: section.sectionNo }));
    touched.add(place.id);
  }
  return ok([...failed.values()].filter(({ id }) => touched.has(id)));
}

function inPlaceOf(section: Section, place: Section): Section {
  const { id, projectId, sectionNo, schedule, predecessor } = place;
  const rounds = schedule?.round ?? predecessor?.rounds ?? 0;
  return {
    ...section,
    predecessor: { projectId, sectionId: id, sectionNo, rounds },
    refusals: [...place.refusals, ...section.refusals],
  };
}

/** That of before, where it has one; the one named; or of those that are free the one of its package, or of its name. */
function placeOf(
  plan: Plan,
  section: Section,
  predecessorLotUid: string | null,
  failed: readonly Section[],
  all: readonly Section[],
): Section | undefined {
  const { predecessor } = section;
  if (predecessor !== null) return failed.find(({ id }) => id === predecessor.sectionId);
  const live = new Set(all.filter(isLive).map(({ id }) => id));
  const free = failed.filter(
    ({ successor }) => successor?.sectionId == null || !live.has(successor.sectionId),
  );
  if (predecessorLotUid !== null) return free.find(({ lotUid }) => lotUid === predecessorLotUid);
  const changes = plan.predecessor?.sections ?? [];
  const wanted =
    changes.find(({ plannedSectionId }) => plannedSectionId === section.plannedSectionId) ??
    changes.find(({ name }) => name === section.name);
  return free.find(({ id }) => id === wanted?.sectionId);
}

/** The section of before whose package this one says it is, where that is another than the one it is to succeed. */
function otherPackage(plan: Plan, { plannedSectionId }: Section, { id }: Section) {
  const changes = plan.predecessor?.sections ?? [];
  const own = changes.find((change) => change.plannedSectionId === plannedSectionId);
  return own === undefined || own.sectionId === id ? undefined : own;
}

/** A section that the centre cancels leaves its place to another. */
export function withoutPlace(failed: readonly Section[], cancelled: Section): readonly Section[] {
  return failed
    .filter(({ successor }) => successor?.sectionId === cancelled.id)
    .map((section) => withSuccessor(section, { sectionId: null, sectionNo: null }));
}

function unnamed(path: string, lotUid: string) {
  return refuseField('not_found', `${path}.predecessorLotUid`, 'unknown_predecessor', { lotUid });
}

function ofAnother(path: string, { sectionNo }: Section, other: { readonly sectionNo: string }) {
  return refuseField('invalid_input', `${path}.predecessorLotUid`, 'predecessor_of_another_package', {
    section: sectionNo,
    other: other.sectionNo,
  });
}

function taken(path: string, { sectionNo }: Section) {
  return refuseField('already_exists', `${path}.predecessorLotUid`, 'predecessor_taken', {
    section: sectionNo,
  });
}
