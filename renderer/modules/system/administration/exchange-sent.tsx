import { Code, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import { usePages } from '#renderer/ui/table/use-pages.ts';
import { pageSize } from '#renderer/ui/table/use-record-list.ts';
import { appText, describeError, formatInstant, systemText } from '#shared/text/index.ts';
import classes from '../system.module.css';
import { codeWords, mayResend } from './exchange-words.ts';
import { Listing, listed } from './listing.tsx';
import { RowButton } from './row-parts.tsx';

const words = systemText.exchange;
type Message = AskOutput<'exchange.messages'>['items'][number];
const tones: Readonly<Record<Message['state'], StatusTone>> = {
  pending: 'waiting',
  received: 'progress',
  accepted: 'done',
  rejected: 'danger',
  dead: 'danger',
};

type Props = { readonly tab: 'dead' | 'rejected' | 'sent'; readonly editor: boolean };

export function Sent({ tab, editor }: Props) {
  // The server keeps these rows, and no event tells of them: every look asks anew.
  const pages = usePages('exchange.messages', { state: tab === 'sent' ? null : tab, limit: pageSize });
  const [shown, setShown] = useState<Message | null>(null);
  const resend = async ({ msgId }: Message) => {
    const answer = await ask('exchange.resend', { msgId });
    if (answer.ok) notifications.show({ color: 'green', message: words.resent });
    else notifications.show({ color: 'red', message: describeError(answer.error) });
    pages.retry();
  };
  return (
    <>
      {tab === 'rejected' && editor ? (
        <Text c="dimmed" size="sm" mb="xs">
          {words.rejectedHelp}
        </Text>
      ) : null}
      <Listing
        label={words.tabs[tab]}
        {...listed(pages)}
        empty={words.empty[tab]}
        rowId={({ id }) => id}
        heads={[
          words.columns.type,
          words.columns.key,
          words.columns.state,
          words.columns.attempts,
          words.columns.last,
          words.columns.code,
          systemText.keep.actions,
        ]}
        cells={(row) => [
          <span key="type" className={classes['number']}>
            {typeWords(row.type)}
          </span>,
          <span key="key" className={classes['mono']}>
            {row.businessKey}
          </span>,
          <StatusBadge key="state" tone={tones[row.state]}>
            {words.state[row.state]}
          </StatusBadge>,
          row.attempts,
          <Time key="last" at={row.lastAttemptAt ?? row.queuedAt} />,
          codeWords(row.code, row.field),
          <span key="actions" className={classes['number']}>
            <RowButton name={row.businessKey} action={words.detail} onClick={() => setShown(row)} />
            {editor && mayResend(row) ? (
              <RowButton name={row.businessKey} action={words.resend} onClick={() => void resend(row)} />
            ) : null}
          </span>,
        ]}
      />
      {shown === null ? null : (
        <MessageDialog
          title={typeWords(shown.type)}
          id={shown.msgId}
          body={shown.body}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

export function typeWords(type: string): string {
  return words.types[type] ?? type;
}

export function Time({ at }: { readonly at: number }) {
  return <span className={classes['number']}>{formatInstant(at)}</span>;
}

type DialogProps = {
  readonly title: string;
  readonly id: string;
  readonly body: string;
  readonly onClose: () => void;
};

export function MessageDialog({ title, id, body, onClose }: DialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ 'aria-label': appText.common.close }}
    >
      <Text size="xs" c="dimmed" mb="xs">
        {id}
      </Text>
      <Code block>{readable(body)}</Code>
    </Modal>
  );
}

/** Canonical JSON has no line breaks; what is no JSON is shown as it is. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
