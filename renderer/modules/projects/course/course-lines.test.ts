// What the page makes of a section's events: a line a kind, the one that counts marked, and who may do what.
import { describe, expect, it } from 'vitest';
import { sectionEvents } from '#shared/domain/projects/events/model.ts';
import { projects, sections } from '#shared/domain/projects/model.ts';
import { anActor, anotherUnit } from '#test/builders/actors.ts';
import { anOpening, aStoreWithNotice, openingAt } from '#test/builders/events.ts';
import { anId } from '#test/builders/ids.ts';
import { earlierEvents, linesOf, mayRecord, type ShownEvent } from './course-lines.ts';

const clerk = anActor('purchaser_clerk');
const centre = anActor('trading_platform');
const minute = 60_000;

function known() {
  const store = aStoreWithNotice();
  store.now = openingAt + 30 * minute;
  for (const input of [
    anOpening({ openedAt: openingAt - minute }),
    anOpening({ id: anId('o2'), version: 2, bidders: [] }),
  ]) {
    expect(store.run(centre, 'sectionEvents.receiveOpening', input)).toMatchObject({ ok: true });
  }
  const entry = { sectionId: anId('lot-1'), noticeId: anId('notice'), kind: 'opening', at: openingAt };
  const acknowledged = ['event.told_by_centre'];
  expect(store.run(clerk, 'sectionEvents.record', { id: anId('own'), ...entry, acknowledged })).toMatchObject(
    { ok: true },
  );
  const [project] = store.all(projects);
  if (project === undefined) throw new Error('no project');
  const events = store.all(sectionEvents).map((event): ShownEvent => ({ event, mark: 'synced' }));
  return { project, section: store.get(sections, anId('lot-1')), events, store };
}

describe('the course of a section', () => {
  it('has a line for every kind, with everything said of it', () => {
    const { project, section, events } = known();
    const lines = linesOf(clerk, project, section, events, []);
    expect(lines.map(({ kind, entries }) => [kind, entries.length])).toEqual([
      ['bond_received', 0],
      ['opening', 3],
      ['evaluation_started', 0],
      ['evaluation_ended', 0],
      ['report_delivered', 0],
      ['winner_determined', 0],
      ['notice_issued', 0],
      ['bond_returned', 0],
    ]);
    const opening = lines.find(({ kind }) => kind === 'opening')?.entries ?? [];
    const shown = new Map(
      opening.map(({ event, inForce, overtakenBy, mayWithdraw }) => [
        event.platformVersion ?? event.source,
        { inForce, overtakenBy, mayWithdraw },
      ]),
    );
    expect(shown.get(1)).toEqual({ inForce: false, overtakenBy: 2, mayWithdraw: false });
    expect(shown.get(2)).toEqual({ inForce: true, overtakenBy: null, mayWithdraw: false });
    expect(shown.get('purchaser')).toEqual({ inForce: false, overtakenBy: null, mayWithdraw: true });
  });

  it('is written by the parties and read by all others', () => {
    const { project, section, events } = known();
    const withdrawable = (actor: typeof clerk) =>
      linesOf(actor, project, section, events, []).some(({ entries }) =>
        entries.some(({ mayWithdraw }) => mayWithdraw),
      );
    const roles = ['purchaser_reviewer', 'agency', 'procurement_office', 'supervisor'] as const;
    expect(
      roles.map((role) => [mayRecord(anActor(role), project, section), withdrawable(anActor(role))]),
    ).toEqual([
      [true, true],
      [true, false],
      [false, false],
      [false, false],
    ]);
    expect(mayRecord(anActor('purchaser_clerk', anotherUnit), project, section)).toBe(false);
    expect(mayRecord(clerk, project, { ...section, schedule: null })).toBe(false);
  });

  it('begins anew with another notice', () => {
    const { project, section, events } = known();
    if (section.schedule === null) throw new Error('not announced');
    const again = { ...section, schedule: { ...section.schedule, announcementId: anId('second'), round: 2 } };
    expect(linesOf(clerk, project, again, events, []).flatMap(({ entries }) => entries)).toEqual([]);
    expect(earlierEvents(again, events)).toHaveLength(3);
  });
});
