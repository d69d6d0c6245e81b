import { Anchor, Button, Divider, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import { When } from '#renderer/ui/base/when.tsx';
import { whyNotSent } from '#renderer/ui/fields/file-state.tsx';
import { tellFailure } from '#renderer/ui/states/tell.ts';
import type { SyncStatus } from '#shared/contract/events.ts';
import { appText, describeError, label } from '#shared/text/index.ts';
import { syncNow } from '../sync-now.ts';
import classes from './layout.module.css';
import { type BadgeTone, badgeWords, rebuildPercent, rebuildProblem } from './sync-words.ts';

const icons: Readonly<Record<BadgeTone, TablerIcon>> = {
  good: IconCloudCheck,
  busy: IconRefresh,
  quiet: IconCloudOff,
  alert: IconAlertTriangle,
};
const { sync } = appText;

export function SyncBadge() {
  const status = useSyncStatus();
  const [opened, setOpened] = useState(false);
  const { text, tone } = badgeWords(status);
  const Icon = icons[tone];
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['badge']}
          data-tone={tone}
          onClick={() => setOpened(!opened)}
          aria-label={`${sync.label}：${text}`}
        >
          <Icon size={18} stroke={1.7} aria-hidden />
          <span>{text}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={sync.label}>
        {status === undefined ? (
          <Text>{sync.unknown}</Text>
        ) : (
          <Details status={status} onLeave={() => setOpened(false)} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type DetailsProps = { readonly status: SyncStatus; readonly onLeave: () => void };

/** As many as the panel has room for. */
const mostFiles = 5;

function Details({ status, onLeave }: DetailsProps) {
  const [running, setRunning] = useState(false);
  const waiting = useAsk('outbox.list', { show: 'waiting', limit: 5 }).data?.items ?? [];
  const start = async () => {
    setRunning(true);
    await syncNow();
    setRunning(false);
  };
  return (
    <Stack gap="xs">
      <Line name={sync.lastContact}>
        {status.lastContact === null ? sync.never : <When at={status.lastContact} />}
      </Line>
      {status.state === 'offline' ? <Text c="dimmed">{sync.offlineHelp}</Text> : null}
      {status.error === null || status.state === 'offline' ? null : (
        <Text c="var(--mantine-color-error)">{describeError(status.error)}</Text>
      )}
      {status.rebuild === null ? null : status.rebuild.problem === null ? (
        <Line name={sync.rebuild}>{`${rebuildPercent(status.rebuild)}%`}</Line>
      ) : (
        <Text c="var(--mantine-color-error)">{rebuildProblem(status.rebuild.problem)}</Text>
      )}
      <Divider />
      <Line name={sync.waiting}>{status.waiting === 0 ? sync.waitingNone : sync.items(status.waiting)}</Line>
      {status.waitingForServer > 0 ? (
        <Line name={sync.waitingForServer}>{sync.items(status.waitingForServer)}</Line>
      ) : null}
      {waiting.map((item) => (
        <Text key={item.id} size="xs" c="dimmed" truncate>
          {label(`commands.${item.name}`)}
          {item.subject === null ? '' : `　${item.subject.title}`}
        </Text>
      ))}
      {status.attention > 0 ? <Line name={sync.refused}>{sync.items(status.attention)}</Line> : null}
      {status.files.waiting > 0 ? (
        <Line name={sync.files}>{sync.fileCount(status.files.waiting)}</Line>
      ) : null}
      {status.files.failed.slice(0, mostFiles).map((file) => (
        <FailedFile file={file} key={file.sha256} />
      ))}
      {status.files.failed.length > mostFiles ? (
        <Text c="dimmed" size="xs">
          {sync.filesBesides(status.files.failed.length - mostFiles)}
        </Text>
      ) : null}
      <Group justify="space-between" mt={4}>
        <Anchor
          component={Link}
          to={status.attention > 0 ? '/outbox' : '/outbox?show=waiting'}
          onClick={onLeave}
        >
          {status.attention > 0 ? sync.showRefused : sync.showWaiting}
        </Anchor>
        <Button onClick={start} loading={running} leftSection={<IconRefresh size={16} aria-hidden />}>
          {sync.now}
        </Button>
      </Group>
    </Stack>
  );
}

/** Asked once more before it is given up: whoever opens the record elsewhere will not find the file. */
function FailedFile({ file }: { readonly file: SyncStatus['files']['failed'][number] }) {
  const { sha256, fileName, error } = file;
  const [asked, setAsked] = useState(false);
  const giveUp = async () => {
    const answer = await ask('files.giveUp', { sha256 });
    if (!answer.ok) tellFailure(describeError(answer.error));
  };
  return (
    <Stack gap={2}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="xs" truncate>
          {fileName}
        </Text>
        <Button
          aria-label={asked ? sync.giveUpSurely(fileName) : sync.giveUpName(fileName)}
          onClick={() => (asked ? void giveUp() : setAsked(true))}
          size="compact-xs"
          style={{ flexShrink: 0 }}
          variant="default"
        >
          {asked ? sync.giveUpSure : sync.giveUp}
        </Button>
      </Group>
      <Text c="var(--mantine-color-error)" size="xs">
        {asked ? sync.giveUpText : whyNotSent(error)}
      </Text>
    </Stack>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text c="dimmed">{name}</Text>
      <Text>{children}</Text>
    </Group>
  );
}
