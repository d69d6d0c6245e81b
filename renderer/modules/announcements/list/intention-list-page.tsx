// 采购意向: those of the unit, or (published ones) of the regions one looks after; each opens its page.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import type { RowAction } from '#renderer/ui/table/data-table-types.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { intentionList } from '#shared/domain/announcements/list.ts';
import { announcementPages, label } from '#shared/text/index.ts';
import { newIntentionAddress } from '../form/form-address.ts';
import { type IntentionRow, intentionColumns, rowName } from './intention-columns.tsx';

const words = announcementPages.intentions;

export function IntentionListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(intentionList);
  const columns = useMemo(() => intentionColumns(actor.role), [actor.role]);
  const add = () => void navigate(newIntentionAddress);
  // A unit's own business: an agency acts on projects.
  if (actor.role === 'agency') {
    return (
      <EmptyState hint={words.notYours.hint} page title={words.notYours.title}>
        <Button component={Link} to="/projects">
          {words.notYours.back}
        </Button>
      </EmptyState>
    );
  }
  const open = ({ id }: IntentionRow) => void navigate(`/announcements/${id}`);
  const actionsOf = (row: IntentionRow): readonly RowAction<IntentionRow>[] => [
    { id: 'open', label: announcementPages.list.open, run: open },
    ...(mayEdit(actor, row)
      ? [
          {
            id: 'edit',
            label: label('actions.announcements.edit'),
            run: ({ id }: IntentionRow) => void navigate(`/announcements/${id}/edit`),
          },
        ]
      : []),
  ];

  return (
    <RecordListPage
      actions={actionsOf}
      add={
        isClerk(actor) ? (
          <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
            {words.add}
          </Button>
        ) : null
      }
      columns={columns}
      firstUse={
        isClerk(actor) ? (
          <EmptyState hint={words.firstUse.hint} title={words.firstUse.title}>
            <Button onClick={add}>{words.add}</Button>
          </EmptyState>
        ) : (
          <EmptyState hint={words.nothing.hint} title={words.nothing.title} />
        )
      }
      list={list}
      onOpen={open}
      rowName={rowName}
      title={words.title}
    />
  );
}

function isClerk({ role }: Actor): boolean {
  return role === 'purchaser_clerk';
}

function mayEdit(actor: Actor, { status }: IntentionRow): boolean {
  return isClerk(actor) && (status === 'draft' || status === 'returned');
}
