// Inputs of the commands on 标段事项, made from what a desk shows to its user.
import { sourceOf, takesEvents } from '#shared/domain/projects/commands/record-event.ts';
import { eventKinds } from '#shared/domain/projects/events/model.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { type Draw, idOr, nth, withReason } from './inputs-common.ts';

const minute = 60_000;

/** What only the trading centre may say; a desk that says it is refused. */
const message = ({ view, random, pick }: Draw) => ({
  lotUid: nth(view.sections, pick)?.lotUid ?? `LOT-${random.int(1, 99)}`,
  version: random.int(1, 3),
  pushedAt: view.now,
  id: random.uuid(view.now),
});

export const eventInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'sectionEvents.record',
    ({ view, random, pick, fit }: Draw) => {
      const section = nth(fit ? view.sections.filter(takesEvents) : view.sections, pick);
      const id = fit ? random.uuid(view.now) : idOr(nth(view.sectionEvents, pick), random, view.now);
      return {
        id,
        sectionId: idOr(section, random, view.now),
        noticeId: section?.schedule?.announcementId ?? random.uuid(view.now),
        kind: random.pick(['bond_received', 'bond_returned', ...eventKinds]),
        at: view.now - random.int(0, 5000) * minute,
        note: random.pick(['', '以会议纪要为准（示例）']),
        acknowledged: random.chance(0.9) ? everyWarning : [],
      };
    },
  ],
  [
    'sectionEvents.withdraw',
    (draw: Draw) => {
      const { view, random, pick, fit } = draw;
      const own = view.sectionEvents.filter(
        ({ source, withdrawal }) => source === sourceOf(view.actor) && withdrawal === null,
      );
      const event = nth(fit ? own : view.sectionEvents, pick);
      return { id: idOr(event, random, view.now), ...withReason(draw) };
    },
  ],
  [
    'sectionEvents.receiveOpening',
    (draw: Draw) => ({
      ...message(draw),
      openedAt: draw.view.now,
      bidders: [{ name: '示例供应商', uscc: null, price: draw.random.int(0, 1000) }],
    }),
  ],
  [
    'sectionEvents.receiveEvaluation',
    (draw: Draw) => ({
      ...message(draw),
      startedId: draw.random.uuid(draw.view.now),
      startedAt: draw.view.now - minute,
      endedAt: draw.view.now,
      reportSha256: 'ab'.repeat(32),
      outcome: { result: 'failed', reasonCode: 'SUPPLIERS_LT_3', ...withReason(draw) },
      ranking: [],
      rejected: [],
    }),
  ],
]);
