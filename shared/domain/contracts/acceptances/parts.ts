// What of a contract is accepted line by line: its items and, by the id of its change, what was added to it.
import type { PlainDate } from '#shared/kernel/dates.ts';
import { acceptancePaperText } from '#shared/text/zh-CN/contracts/acceptance-papers.ts';
import type { Contract } from '../model.ts';

type Of = {
  readonly content: { readonly items: readonly Pick<Contract['content']['items'][number], 'id' | 'name'>[] };
  readonly changes: readonly Pick<Contract['changes'][number], 'changeId' | 'kind' | 'changedOn'>[];
};

export type ContractPart = { readonly id: string; readonly name: string };

/** As people choose and read them. With a day: without what was added after it. */
export function partsOf({ content, changes }: Of, until?: PlainDate): readonly ContractPart[] {
  return [
    ...content.items.map(({ id, name }) => ({ id, name })),
    ...changes.flatMap(({ changeId, kind, changedOn }) =>
      kind === 'addition' && (until === undefined || changedOn <= until)
        ? [{ id: changeId, name: acceptancePaperText.added(changedOn) }]
        : [],
    ),
  ];
}
