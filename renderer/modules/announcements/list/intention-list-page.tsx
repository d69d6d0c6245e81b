// 采购意向: those of the unit, or (published ones) of the regions one looks after; each opens its page.
import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { DataTable } from '#renderer/ui/table/data-table.tsx';
import type { RowAction } from '#renderer/ui/table/data-table-types.ts';
import { ListTabs } from '#renderer/ui/table/list-tabs.tsx';
import { usePages } from '#renderer/ui/table/use-pages.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { announcementPages, label } from '#shared/text/index.ts';
import { newIntentionAddress } from '../form/form-address.ts';
import { type IntentionRow, intentionColumns, rowName } from './intention-columns.tsx';
import css from './intention-list.module.css';

const words = announcementPages.intentions;
const pageSize = 100;

export function IntentionListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const pages = usePages('intentions.list', { limit: pageSize });
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
    <div className={css['page']}>
      <VisuallyHidden component="h1">{words.title}</VisuallyHidden>
      <DataTable
        actions={actionsOf}
        columns={columns}
        empty={
          isClerk(actor) ? (
            <EmptyState hint={words.firstUse.hint} title={words.firstUse.title}>
              <Button onClick={add}>{words.add}</Button>
            </EmptyState>
          ) : (
            <EmptyState hint={words.nothing.hint} title={words.nothing.title} />
          )
        }
        entity="announcements"
        error={pages.error}
        filters={<ListTabs />}
        hasMore={pages.hasMore}
        label={words.title}
        loading={pages.loading}
        name="announcements.intentions"
        onLook={pages.look}
        onMore={pages.more}
        onOpen={open}
        onRetry={pages.retry}
        rowId={({ id }) => id}
        rowName={rowName}
        rows={pages.items}
        stale={pages.stale}
        toolbar={
          isClerk(actor) ? (
            <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
              {words.add}
            </Button>
          ) : null
        }
        total={pages.total}
      />
    </div>
  );
}

function isClerk({ role }: Actor): boolean {
  return role === 'purchaser_clerk';
}

function mayEdit(actor: Actor, { status }: IntentionRow): boolean {
  return isClerk(actor) && (status === 'draft' || status === 'returned');
}
