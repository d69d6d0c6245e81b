// 审计日志: the links of the audit chain, newest first, of everybody or of one account. Asked of the server each time it is looked at.
import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { AppError } from '#shared/kernel/errors.ts';
import { label, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import classes from '../system.module.css';
import { actionWords } from './audit-words.ts';
import { Time } from './exchange-sent.tsx';
import { codeWords } from './exchange-words.ts';
import { Listing } from './listing.tsx';
import { useEntries } from './use-entries.ts';

const words = systemText.audit;
type Entry = AskOutput<'audit.entries'>['items'][number];

export function AuditPage() {
  const [accountId, setAccountId] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const accounts = useAsk('accounts.list', { limit: 200 }).data?.items ?? [];
  return (
    <Page
      wide
      title={systemText.pages.audit}
      help={words.help}
      action={
        <Button variant="default" onClick={() => setRound(round + 1)}>
          {words.refresh}
        </Button>
      }
    >
      <Select
        aria-label={words.byAccount}
        clearable
        clearButtonProps={{ 'aria-label': words.everybody }}
        data={accounts.map(({ id, name, username }) => ({ value: id, label: words.account(name, username) }))}
        maw={320}
        nothingFoundMessage={words.noAccount}
        onChange={setAccountId}
        placeholder={words.byAccount}
        searchable
        value={accountId}
      />
      <Entries accountId={accountId} key={`${accountId ?? ''}/${round}`} />
    </Page>
  );
}

function Entries({ accountId }: { readonly accountId: string | null }) {
  const { entries, error, next, asking, more } = useEntries<Entry>((after) => read(accountId, after));
  return (
    <>
      <Listing
        label={systemText.pages.audit}
        rows={entries}
        error={error}
        onRetry={more}
        empty={words.empty}
        rowId={({ no }) => String(no)}
        heads={[
          words.columns.no,
          words.columns.at,
          words.columns.who,
          words.columns.action,
          words.columns.outcome,
          words.columns.command,
          words.columns.hash,
        ]}
        cells={(entry) => [
          <span key="no" className={classes['number']}>
            {entry.no}
          </span>,
          <Time key="at" at={entry.at} />,
          words.who(entry.accountName ?? entry.accountId, label(`roles.${entry.role}`)),
          actionWords(entry.action),
          <Outcome key="outcome" entry={entry} />,
          <Short key="command" text={entry.commandId ?? ''} />,
          <Short key="hash" text={entry.hash} />,
        ]}
      />
      {next === null ? null : (
        <Group justify="center">
          <Button loading={asking} variant="default" onClick={more}>
            {systemText.keep.more}
          </Button>
        </Group>
      )}
    </>
  );
}

function Outcome({ entry: { outcome, code } }: { readonly entry: Entry }) {
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

async function read(accountId: string | null, after: number | null): Promise<Read> {
  const answer = await ask('audit.entries', { accountId, after, limit: 100 });
  return answer.ok ? answer.value : { error: answer.error };
}
type Read = AskOutput<'audit.entries'> | { readonly error: AppError };
