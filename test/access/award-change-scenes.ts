// Filings of 中标结果变更 in every state for the cells of the matrix, brought there by the commands themselves, of a section whose result is published.
import type { Values } from '#shared/domain/announcements/values.ts';
import { noticeIdOf } from '#shared/domain/award-changes/commands/approve.ts';
import {
  type AwardChange,
  awardChangeSchema,
  awardChanges,
  type ChangeStatus,
} from '#shared/domain/award-changes/model.ts';
import { exampleChange } from '#shared/rules/award-change-rules.ts';
import { everyWarning } from '#test/support/step-inputs.ts';
import { carriedOut, withResultApproved } from './announcement-scenes.ts';
import { examplePaper } from './award-scenes.ts';
import { idOf } from './cast.ts';
import type { Stored } from './records.ts';
import { type Cell, labelOf, type Scene } from './scenes.ts';

type Filed = {
  readonly change: AwardChange;
  /** With everything that it stands on. */
  readonly all: readonly Stored[];
};
type Deeds = Parameters<typeof carriedOut>[2];

const acknowledged = everyWarning;

function before(cell: Cell) {
  const { announcement, section, all } = withResultApproved(cell);
  const published = carriedOut(cell, all, [['awards.publish', 'author', { id: announcement.id }]]);
  const id = idOf(`change/${labelOf(cell)}`);
  const amount = section.ceiling ?? section.budget;
  return {
    all: published,
    input: { id, sectionId: section.id, content: { ...exampleChange, amount } },
    // What the draft of its 结果变更公告 still wants.
    typed: {
      ...pick(announcement.content, ['goodsItems', 'worksItems', 'serviceItems']),
      ...(section.smeReserved ? { attachments: [{ ...examplePaper, id }] } : {}),
    },
  };
}

function pick(content: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(content).filter(([key]) => keys.includes(key)));
}

function filed(cell: Cell, status: ChangeStatus): Filed {
  const { all, input, typed } = before(cell);
  const { id } = input;
  const content = status === 'closed' ? { ...input.content, action: 'procure_again' } : input.content;
  const created: Deeds = [['awardChanges.create', 'clerk', { ...input, content }]];
  const submitted: Deeds = [...created, ['awardChanges.submit', 'clerk', { id, acknowledged }]];
  const approved: Deeds = [...submitted, ['awardChanges.approve', 'office', { id, note: '', acknowledged }]];
  const stepsTo: Readonly<Record<ChangeStatus, Deeds>> = {
    draft: created,
    review: submitted,
    returned: [...submitted, ['awardChanges.return', 'office', { id, reason: '示例原因' }]],
    approved,
    closed: approved,
    lapsed: [...approved, ['awardChanges.giveUp', 'clerk', { id, reason: '示例原因' }]],
    announced: [
      ...approved,
      ...noticeApproved(id, typed),
      ['awardChanges.publish', 'clerk', { id: noticeIdOf({ id }) }],
    ],
  };
  const rows = carriedOut(cell, all, stepsTo[status]);
  const own = rows.find(({ entity, row }) => entity === awardChanges.name && row.id === id);
  return { change: awardChangeSchema.parse(own?.row), all: rows };
}

function noticeApproved(changeId: string, typed: Values): Deeds {
  const id = noticeIdOf({ id: changeId });
  const changes = Object.entries(typed).map(([field, to]) => ({ field, from: null, to }));
  return [
    ['announcements.edit', 'clerk', { id, changes }],
    ['announcements.submit', 'clerk', { id, acknowledged }],
    ['announcements.approve', 'reviewer', { id, note: '' }],
  ];
}

export function changeIn(status: ChangeStatus, input: (change: AwardChange) => unknown): Scene {
  return (cell) => {
    const { change, all } = filed(cell, status);
    return { stored: all, input: input(change) };
  };
}

export const newChange: Scene = (cell) => {
  const { all, input } = before(cell);
  return { stored: all, input };
};

/** The 结果变更公告 of an approved filing, itself approved. */
export function changeNoticeApproved(input: (id: string) => unknown): Scene {
  return (cell) => {
    const { change, all } = filed(cell, 'approved');
    const rows = carriedOut(cell, all, noticeApproved(change.id, before(cell).typed));
    return { stored: rows, input: input(noticeIdOf(change)) };
  };
}

export function changeRow(cell: Cell, status: ChangeStatus): AwardChange {
  return filed(cell, status).change;
}
