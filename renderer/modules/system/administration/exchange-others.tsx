import { useState } from 'react';
import type { AskOutput } from '#renderer/api/calls.ts';
import { StatusBadge } from '#renderer/ui/states/status-badge.tsx';
import type { StatusTone } from '#renderer/ui/states/status-tones.ts';
import { usePages } from '#renderer/ui/table/use-pages.ts';
import { pageSize } from '#renderer/ui/table/use-record-list.ts';
import { systemText } from '#shared/text/index.ts';
import classes from '../system.module.css';
import { MessageDialog, Time, typeWords } from './exchange-sent.tsx';
import { codeWords } from './exchange-words.ts';
import { Listing, listed } from './listing.tsx';
import { RowButton } from './row-parts.tsx';

const words = systemText.exchange;
const { columns } = words;
type ReceivedMessage = AskOutput<'exchange.received'>['items'][number];
const tones: Readonly<Record<ReceivedMessage['state'], StatusTone>> = {
  held: 'waiting',
  accepted: 'done',
  rejected: 'danger',
  duplicate: 'neutral',
};

export function Received() {
  const pages = usePages('exchange.received', { limit: pageSize });
  const [shown, setShown] = useState<ReceivedMessage | null>(null);
  return (
    <>
      <Listing
        label={words.tabs.received}
        {...listed(pages)}
        empty={words.empty.received}
        rowId={({ id }) => id}
        heads={[
          columns.type,
          columns.key,
          columns.platform,
          columns.state,
          columns.at,
          columns.code,
          systemText.keep.actions,
        ]}
        cells={(row) => [
          <span key="type" className={classes['number']}>
            {typeWords(row.type)}
          </span>,
          <Mono key="key">{row.businessKey}</Mono>,
          <span key="platform" className={classes['number']}>
            {row.platformId}
          </span>,
          <StatusBadge key="state" tone={tones[row.state]}>
            {words.receivedState[row.state]}
          </StatusBadge>,
          <Time key="at" at={row.receivedAt} />,
          codeWords(row.code, row.field),
          <RowButton key="show" name={row.businessKey} action={words.detail} onClick={() => setShown(row)} />,
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

export function Refusals() {
  const pages = usePages('exchange.refusals', { limit: pageSize });
  return (
    <Listing
      label={words.tabs.refusals}
      {...listed(pages)}
      empty={words.empty.refusals}
      rowId={({ id }) => id}
      heads={[columns.type, columns.platform, columns.state, columns.code, columns.count, columns.last]}
      cells={(row) => [
        row.type === null ? '' : typeWords(row.type),
        row.platformId ?? '',
        <StatusBadge key="verified" tone={row.verified ? 'done' : 'danger'}>
          {row.verified ? words.verified : words.unverified}
        </StatusBadge>,
        codeWords(row.code, row.field),
        row.count,
        <Time key="at" at={row.lastAt} />,
      ]}
    />
  );
}

export function Mono({ children }: { readonly children: string }) {
  return <span className={classes['mono']}>{children}</span>;
}
