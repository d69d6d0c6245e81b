import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { When } from '#renderer/ui/base/when.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { describeError, fileSize, systemText } from '#shared/text/index.ts';
import { Page, Part } from '../page.tsx';
import classes from '../system.module.css';
import { syncStateWords } from './sync-state-words.ts';

const words = systemText.diagnostics;

export function DiagnosticsPage() {
  const { data, error, refetch } = useAsk('diagnostics', {});
  const about = useAsk('host.about', {}).data;
  const log = useAsk('host.logTail', {});
  return (
    <Page title={systemText.pages.diagnostics} help={words.help}>
      <Actions
        onRefresh={() => {
          void refetch();
          void log.refetch();
        }}
      />
      {data !== undefined ? (
        <Figures data={data} about={about} />
      ) : error === null ? (
        <LoadingState />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
      <Part title={words.log}>
        {log.data === undefined || log.data.lines.length === 0 ? (
          <Text c="dimmed">{words.noLog}</Text>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          <section className={classes['log']} tabIndex={0} aria-label={words.log}>
            {log.data.lines.join('\n')}
          </section>
        )}
      </Part>
    </Page>
  );
}

function Actions({ onRefresh }: { readonly onRefresh: () => void }) {
  const [running, setRunning] = useState(false);
  const bundle = async () => {
    setRunning(true);
    const answer = await ask('host.diagnosticsBundle', {});
    setRunning(false);
    if (!answer.ok) notifications.show({ color: 'red', message: describeError(answer.error) });
    else if (answer.value.saved) {
      notifications.show({ color: 'green', message: words.bundleSaved(answer.value.fileName ?? '') });
    }
  };
  return (
    <Group gap="xs">
      <Button onClick={() => void bundle()} loading={running}>
        {words.bundle}
      </Button>
      <Button variant="default" onClick={() => void ask('host.openDataFolder', {})}>
        {words.folder}
      </Button>
      <Button variant="default" onClick={onRefresh}>
        {words.refresh}
      </Button>
    </Group>
  );
}

type FiguresProps = {
  readonly data: AskOutput<'diagnostics'>;
  readonly about: AskOutput<'host.about'> | undefined;
};

function Figures({ data, about }: FiguresProps) {
  const { sync } = data;
  const count = (value: number) => value.toLocaleString('zh-CN');
  return (
    <>
      <Part title={words.connection}>
        <Facts
          facts={[
            { label: words.state, value: syncStateWords(sync.state) },
            {
              label: words.lastContact,
              value: sync.lastContact === null ? words.none : <When at={sync.lastContact} />,
            },
            {
              label: words.lastError,
              value: sync.error === null ? words.none : describeError(sync.error),
              wide: sync.error !== null,
            },
            { label: words.cursor, value: data.cursor },
            { label: words.scopes, value: data.scopes },
            { label: words.epoch, value: data.epoch },
            { label: words.desk, value: data.deskId, wide: true },
          ]}
        />
      </Part>
      <Part title={words.versions}>
        <Facts
          facts={[
            { label: systemText.about.version, value: about?.version },
            { label: words.protocol, value: data.protocol },
            { label: systemText.about.electron, value: about?.electron },
            { label: systemText.about.chrome, value: about?.chrome },
            { label: systemText.about.node, value: data.node },
            { label: systemText.about.sqlite, value: data.sqlite },
          ]}
        />
      </Part>
      <Part title={words.storage}>
        <Facts
          facts={[
            { label: words.outbox, value: fileSize(data.outboxBytes) },
            { label: words.replica, value: fileSize(data.replicaBytes) },
            { label: words.backups, value: data.backups },
            { label: words.schema, value: words.schemaIs(data.schema.outbox, data.schema.replica) },
            { label: words.notIndexed, value: count(data.notIndexed) },
            {
              label: words.rows,
              value: figures(data.rows, words.tables, count),
              wide: true,
            },
            {
              label: words.commands,
              value: figures(data.commands, words.states, count),
              wide: true,
            },
          ]}
        />
      </Part>
    </>
  );
}

function figures(
  values: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>>,
  count: (value: number) => string,
): string {
  return Object.entries(values)
    .map(([key, value]) => `${names[key] ?? key} ${count(value)}`)
    .join(' · ');
}
