// Inputs of the commands on 中标结果变更备案: of sections whose result is published.

import { type AwardChange, type ChangeContent, emptyChange } from '#shared/domain/award-changes/model.ts';
import { rankingOf } from '#shared/domain/awards/facts.ts';
import { announcedResult } from '#shared/domain/projects/gates.ts';
import { exampleChange } from '#shared/rules/award-change-rules.ts';
import { type Draw, idOr, nth, startsAt } from './inputs-common.ts';

const announced = ({ sections }: Draw['view']) =>
  sections.filter((section) => announcedResult(section) !== undefined);

/** The second of the ranking instead of the first, or nobody. */
function contentOf({ view, random, fit }: Draw, sectionId: string | undefined): ChangeContent {
  const section = view.sections.find(({ id }) => id === sectionId);
  const award = view.awards.find((each) => each.sectionId === sectionId);
  const ranking =
    section === undefined
      ? []
      : rankingOf({ candidates: [...(award?.ranking ?? [])] }, section, view.sectionEvents);
  return {
    ...exampleChange,
    winner: ranking[fit ? 1 : 2]?.supplier ?? '',
    amount: section?.ceiling ?? section?.budget ?? null,
    action: random.pick(['next_candidate', 'next_candidate', 'procure_again']),
  };
}

function edited({ view, pick, fit }: Draw): AwardChange | undefined {
  return nth(fit ? view.awardChanges.filter(startsAt('awardChanges.edit')) : view.awardChanges, pick);
}

export const awardChangeInputs: ReadonlyMap<string, (draw: Draw) => unknown> = new Map<
  string,
  (draw: Draw) => unknown
>([
  [
    'awardChanges.create',
    (draw: Draw) => {
      const { view, random, pick, fit } = draw;
      const section = nth(fit ? announced(view) : view.sections, pick);
      return {
        id: fit ? random.uuid(view.now) : idOr(edited(draw), random, view.now),
        sectionId: idOr(section, random, view.now),
        content: contentOf(draw, section?.id),
      };
    },
  ],
  [
    'awardChanges.edit',
    (draw: Draw) => {
      const { view, random } = draw;
      const change = edited(draw);
      const { reason, address } = change?.content ?? emptyChange;
      return {
        id: idOr(change, random, view.now),
        changes: [
          { field: 'reason', from: reason, to: random.pick(['示例依据一。', '示例依据二。']) },
          { field: 'address', from: address, to: random.pick(['许昌市示例路4号', '许昌市示例路5号']) },
        ],
      };
    },
  ],
]);
