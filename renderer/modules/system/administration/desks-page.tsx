// 客户端: every desk that has ever signed in, the ones seen last first. Asked of the server each time it is looked at.
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import classes from '../system.module.css';
import { Time } from './exchange-sent.tsx';
import { Listing } from './listing.tsx';

const words = systemText.desks;

export function DesksPage() {
  const { data, error, isFetching, refetch } = useAsk('desks.list', {});
  useEffect(() => void refetch(), [refetch]);
  return (
    <Page
      wide
      title={systemText.pages.desks}
      help={words.help}
      action={
        <Button disabled={isFetching} variant="default" onClick={() => void refetch()}>
          {words.refresh}
        </Button>
      }
    >
      <Listing
        label={systemText.pages.desks}
        rows={error === null ? data?.desks : undefined}
        error={error}
        onRetry={() => void refetch()}
        empty={words.empty}
        total={data?.desks.length ?? null}
        rowId={({ id }) => id}
        heads={[
          words.columns.account,
          words.columns.desk,
          words.columns.lastNo,
          words.columns.created,
          words.columns.seen,
        ]}
        cells={({ id, accountId, accountName, username, lastNo, createdAt, lastSeenAt }) => [
          accountName === null ? accountId : words.account(accountName, username ?? ''),
          <span key="desk" className={classes['mono']}>
            {id}
          </span>,
          <span key="lastNo" className={classes['number']}>
            {lastNo}
          </span>,
          <Time key="created" at={createdAt} />,
          <Time key="seen" at={lastSeenAt} />,
        ]}
      />
    </Page>
  );
}
