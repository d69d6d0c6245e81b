// The columns of the list of challenges.
import { RecordStatus } from '#renderer/ui/states/status-badge.tsx';
import type { ListColumn } from '#renderer/ui/table/data-table-types.ts';
import { purchaserColumn, updatedColumn } from '#renderer/ui/table/procurement-columns.tsx';
import { RecordName } from '#renderer/ui/table/record-name.tsx';
import type { ListItem } from '#shared/contract/lists.ts';
import type { Role } from '#shared/domain/actor.ts';
import type { challengeList } from '#shared/domain/challenges/list.ts';
import { challengePages, forms, label } from '#shared/text/index.ts';

export type ChallengeRow = ListItem<'challenges'>;

export function rowName({ supplierName }: Pick<ChallengeRow, 'supplierName'>): string {
  return supplierName === '' ? challengePages.unnamed : supplierName;
}

export function challengeColumns(role: Role): readonly ListColumn<typeof challengeList>[] {
  return [
    {
      id: 'supplierName',
      header: label('challenges.supplierName'),
      width: 220,
      hideable: false,
      render: (row) => <RecordName mark={row.mark} name={rowName(row)} unit="" />,
    },
    {
      id: 'projectName',
      header: label('challenges.projectName'),
      width: 240,
      grow: true,
      render: ({ projectName }) => <span title={projectName}>{projectName}</span>,
    },
    purchaserColumn(role),
    {
      id: 'status',
      header: label('challenges.status'),
      width: 116,
      render: ({ status }) => <RecordStatus of="challenges.status" status={status} />,
    },
    {
      id: 'stage',
      header: label('challenges.stage'),
      width: 132,
      render: ({ stage }) => (stage === null ? forms.none : label(`challenges.stage.${stage}`)),
    },
    {
      id: 'mayAffect',
      header: label('challenges.mayAffect'),
      width: 104,
      render: ({ mayAffect }) => label(`challenges.mayAffect.${mayAffect}`),
    },
    {
      id: 'receivedOn',
      header: label('challenges.receivedOn'),
      width: 104,
      render: ({ receivedOn }) => receivedOn ?? forms.none,
    },
    {
      id: 'replyDue',
      header: label('challenges.replyDue'),
      width: 104,
      render: ({ replyDue }) => replyDue ?? forms.none,
    },
    {
      id: 'letterNo',
      header: label('challenges.letterNo'),
      width: 120,
      hidden: true,
      render: ({ letterNo }) => letterNo,
    },
    updatedColumn,
  ];
}
