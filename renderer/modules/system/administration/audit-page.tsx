// 审计日志: the links of the audit chain, newest first, of everybody or of one account. The server is asked each time it is looked at.
import { Button } from '@mantine/core';
import type { AskOutput } from '#renderer/api/calls.ts';
import { ListHeading } from '#renderer/ui/base/page-heading.tsx';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { DataColumn } from '#renderer/ui/table/data-table-types.ts';
import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useListState } from '#renderer/ui/table/use-list-state.ts';
import { useAllRows, usePages } from '#renderer/ui/table/use-pages.ts';
import { pageSize, type RecordList, type ShownList } from '#renderer/ui/table/use-record-list.ts';
import { label, systemText } from '#shared/text/index.ts';
import classes from '../system.module.css';
import { actionWords } from './audit-words.ts';
import { Time } from './exchange-sent.tsx';
import { codeWords } from './exchange-words.ts';

const words = systemText.audit;
type Entry = AskOutput<'audit.entries'>['items'][number];

const shown: ShownList = {
  name: 'audit',
  tabNames: ['all'],
  filterNames: ['accountId'],
  sortNames: ['no'],
  start: { by: 'no', direction: 'desc' },
  searched: false,
};

export function AuditPage() {
  const list = useAuditList();
  return (
    <RecordListPage
      columns={columns}
      filters={[useAccountFilter()]}
      firstUse={<EmptyState title={words.empty} />}
      head={
        <ListHeading
          action={
            <Button variant="default" onClick={list.pages.retry}>
              {words.refresh}
            </Button>
          }
          help={words.help}
          title={systemText.pages.audit}
        />
      }
      list={list}
      onOpen={() => undefined}
      rowName={({ id }) => id}
      title={systemText.pages.audit}
      views={false}
    />
  );
}

function useAuditList(): RecordList<Entry> {
  const state = useListState(shown);
  const accountId = state.filters['accountId'] ?? null;
  const pages = usePages('audit.entries', { accountId, limit: pageSize });
  return { shown, entity: null, state, pages, counts: undefined, exported: null };
}

function useAccountFilter(): ListFilter {
  const accounts = useAllRows('accounts.list', { limit: 200 });
  return {
    by: 'accountId',
    text: words.byAccount,
    kind: 'choice',
    options: accounts.map(({ id, name, username }) => ({ code: id, name: words.account(name, username) })),
  };
}

const columns: readonly DataColumn<Entry>[] = [
  {
    id: 'no',
    header: words.columns.no,
    width: 80,
    align: 'right',
    hideable: false,
    render: ({ no }) => no,
  },
  { id: 'at', header: words.columns.at, width: 150, render: ({ at }) => <Time at={at} /> },
  { id: 'who', header: words.columns.who, width: 200, render: (entry) => <Who entry={entry} /> },
  {
    id: 'action',
    header: words.columns.action,
    width: 160,
    grow: true,
    render: ({ action }) => <span title={actionWords(action)}>{actionWords(action)}</span>,
  },
  { id: 'outcome', header: words.columns.outcome, width: 160, render: (entry) => <Outcome entry={entry} /> },
  {
    id: 'command',
    header: words.columns.command,
    width: 96,
    render: ({ commandId }) => <Short text={commandId ?? ''} />,
  },
  { id: 'hash', header: words.columns.hash, width: 96, render: ({ hash }) => <Short text={hash} /> },
];

type EntryProps = { readonly entry: Entry };

function Who({ entry: { accountName, accountId, role } }: EntryProps) {
  const who = words.who(accountName ?? accountId, label(`roles.${role}`));
  return <span title={who}>{who}</span>;
}

function Outcome({ entry: { outcome, code } }: EntryProps) {
  return (
    <>
      <StatusBadge tone={outcome === 'applied' ? 'done' : 'danger'}>{words.outcome[outcome]}</StatusBadge>{' '}
      {code === null ? null : codeWords(code, null)}
    </>
  );
}

/** The end of it tells apart; all of it on hover. */
function Short({ text }: { readonly text: string }) {
  return (
    <span className={classes['mono']} title={text}>
      {text.slice(-8)}
    </span>
  );
}
