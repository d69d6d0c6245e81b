// The columns of an exported list of challenges. No telephone: the list leaves the system.
import { label } from '#shared/text/index.ts';
import { exportHeaders as heads } from '#shared/text/zh-CN/excel.ts';
import type { ExportColumn } from '../list-export.ts';
import type { Challenge } from './model.ts';

const named = (group: string, value: string | null | undefined) =>
  value === null || value === undefined ? null : label(`challenges.${group}.${value}`);

export const exportColumns: readonly ExportColumn<Challenge>[] = [
  { head: heads.projectName, width: 44, cell: ({ projectName }) => projectName },
  { head: heads.purchaserName, width: 30, cell: ({ purchaserName }) => purchaserName },
  { head: heads.challenger, width: 30, cell: ({ content }) => content.supplierName },
  { head: heads.letterNo, width: 20, cell: ({ content }) => content.letterNo },
  { head: heads.status, width: 12, cell: ({ status }) => label(`challenges.status.${status}`) },
  { head: heads.challengeStage, width: 14, cell: ({ content }) => named('stage', content.stage) },
  { head: heads.receivedOn, width: 14, format: 'date', cell: ({ content }) => content.receivedOn },
  { head: heads.replyDue, width: 14, format: 'date', cell: ({ replyDue }) => replyDue },
  {
    head: heads.mayAffectResult,
    width: 16,
    cell: ({ content }) =>
      content.mayAffectResult === null ? null : label(`common.${content.mayAffectResult ? 'yes' : 'no'}`),
  },
  { head: heads.matters, width: 60, cell: ({ content }) => content.matters },
  { head: heads.repliedOn, width: 14, format: 'date', cell: ({ reply }) => reply?.repliedOn ?? null },
  { head: heads.conclusion, width: 14, cell: ({ reply }) => named('conclusion', reply?.conclusion) },
  { head: heads.consequence, width: 30, cell: ({ reply }) => named('consequence', reply?.consequence) },
  { head: heads.updatedAt, width: 17, format: 'instant', cell: ({ updatedAt }) => updatedAt },
];
