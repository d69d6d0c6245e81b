// Result, section, event, filing and letter of award say the same, and a supplier is there once.
import type { AwardChange } from '#shared/domain/award-changes/model.ts';
import type { Award } from '#shared/domain/awards/model.ts';
import type { SectionEvent } from '#shared/domain/projects/events/model.ts';
import type { Section } from '#shared/domain/projects/model.ts';
import { resultOf } from '#shared/domain/projects/result.ts';
import { type Supplier, supplierIdOf } from '#shared/domain/suppliers/model.ts';
import { rowsOf, type ServerTables } from '../read-server.ts';

const inForce: ReadonlySet<Award['status']> = new Set(['confirmed', 'published']);

export function resultsAgree(server: ServerTables): readonly string[] {
  const awards = new Map((rowsOf(server, 'awards') as readonly Award[]).map((award) => [award.id, award]));
  const changes = new Map(
    (rowsOf(server, 'award_changes') as readonly AwardChange[]).map((change) => [change.id, change]),
  );
  const sections = rowsOf(server, 'sections') as readonly Section[];
  const events = rowsOf(server, 'section_events') as readonly SectionEvent[];
  const problems: string[] = [];
  for (const section of sections) {
    for (const { awardId, void: isVoid, ...result } of section.results) {
      const change = changes.get(awardId);
      if (change !== undefined) {
        if (change.status !== 'announced')
          problems.push(`results: ${section.lotUid} has that of ${awardId}, ${change.status}`);
        continue;
      }
      const award = awards.get(awardId);
      // 更正公告内容: another result has the letter of this one, which counts on.
      const stays = section.results.some(
        (each) => each.void === null && each.letter !== null && each.letter.no === award?.letter?.no,
      );
      if (award === undefined || (isVoid === null || stays) !== inForce.has(award.status)) {
        problems.push(`results: ${section.lotUid} has that of award ${awardId}, ${award?.status ?? 'gone'}`);
        continue;
      }
      const [said, held] = [
        [award.content.winner, award.content.amount, award.announcementId, award.letter?.no],
        [result.supplierName, result.amount, result.announcementId, result.letter?.no],
      ].map(String);
      if (said !== held) problems.push(`results: award ${awardId} says ${said}, its section ${held}`);
    }
    const pending = section.change === null ? undefined : changes.get(section.change.changeId);
    if (section.change !== null && pending?.status !== 'approved') {
      problems.push(
        `results: ${section.lotUid} waits for the change ${section.change.changeId}, ${pending?.status}`,
      );
    }
    const announced = (resultOf(section)?.announcementId ?? null) !== null;
    // Void, it waits for the end of the section.
    const isVoid = section.results.some((result) => result.void !== null);
    if (section.status === 'awarded' && !announced && !isVoid) {
      problems.push(`results: ${section.lotUid} is awarded to nobody`);
    }
  }
  for (const { id, status, sectionId, determinedAt } of awards.values()) {
    const results = sections.find((section) => section.id === sectionId)?.results ?? [];
    if (inForce.has(status) && !results.some(({ awardId }) => awardId === id)) {
      problems.push(`results: award ${id} is ${status}, its section knows nothing of it`);
    }
    const told = events.some(
      ({ kind, at, withdrawal, ...event }) =>
        kind === 'winner_determined' &&
        event.sectionId === sectionId &&
        at === determinedAt &&
        withdrawal === null,
    );
    if (inForce.has(status) && !told) problems.push(`results: no event says that award ${id} was determined`);
  }
  for (const { id, sectionId, status } of changes.values()) {
    const pending = sections.find((section) => section.id === sectionId)?.change ?? null;
    if (status === 'approved' && pending?.changeId !== id) {
      problems.push(`results: filing ${id} is approved, its section knows nothing of it`);
    }
  }
  const letters = [...awards.values()].flatMap(({ letter }) => (letter === null ? [] : [letter.no]));
  if (new Set(letters).size < letters.length) problems.push(`results: a letter of award twice in ${letters}`);
  for (const { id, uscc } of rowsOf(server, 'suppliers') as readonly Supplier[]) {
    if (id !== supplierIdOf(uscc)) problems.push(`results: supplier ${uscc} stands under ${id}`);
  }
  return problems;
}
