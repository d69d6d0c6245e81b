// Before the first page: the password must be changed, the first download runs, or the local side does not start.
import { Anchor, Button, Code, Group, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { PasswordForm } from '#renderer/modules/system/account/password-form.tsx';
import type { SyncStatus } from '#shared/contract/events.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import { appText, describeError } from '#shared/text/index.ts';
import { SessionFrame } from './session-frame.tsx';

const { session, firstSync, localSide, me, password, states } = appText;

export function MustChangePasswordPage() {
  return (
    <SessionFrame title={session.mustChangeTitle} help={session.mustChangeHelp} foot={<SignOut />}>
      <PasswordForm onDone={() => notifications.show({ color: 'green', message: password.changed })} />
    </SessionFrame>
  );
}

export function FirstSyncPage({ status }: { readonly status: SyncStatus | undefined }) {
  const [running, setRunning] = useState(false);
  const again = async () => {
    setRunning(true);
    await ask('sync.now', {});
    setRunning(false);
  };
  const stuck = status !== undefined && status.error !== null;
  return (
    <SessionFrame title={firstSync.title} help={firstSync.help} foot={<SignOut />}>
      <div aria-live="polite">
        {stuck ? (
          <Stack gap="sm" align="flex-start">
            <Text>{status.state === 'offline' ? firstSync.offline : describeErrorOf(status.error)}</Text>
            <Button loading={running} onClick={() => void again()}>
              {firstSync.retry}
            </Button>
          </Stack>
        ) : (
          <Stack gap="xs">
            <Progress value={100} animated aria-label={firstSync.title} />
            <Text c="dimmed">
              {status?.bootstrapRows == null ? firstSync.waiting : firstSync.rows(status.bootstrapRows)}
            </Text>
          </Stack>
        )}
      </div>
    </SessionFrame>
  );
}

function describeErrorOf(error: AppError | null): string {
  return error === null ? '' : describeError(error);
}

function SignOut() {
  return (
    <Anchor component="button" onClick={() => void ask('session.signOut', { confirm: true })}>
      {me.signOut}
    </Anchor>
  );
}

/** The thread of the local side has stopped for good; everything saved is on the disk. */
export function LocalFailedPage() {
  return (
    <SessionFrame title={localSide.failedTitle} help={localSide.failedHelp}>
      <Group>
        <Button onClick={() => void ask('host.restartLocal', {})}>{localSide.retry}</Button>
        <Button variant="default" onClick={() => void ask('host.diagnosticsBundle', {})}>
          {appText.session.exportDiagnostics}
        </Button>
      </Group>
    </SessionFrame>
  );
}

/** The files of the account cannot be opened: a full disk, a newer program's files, damage that could not be mended. */
export function StorageErrorPage({ error }: { readonly error: AppError }) {
  return (
    <SessionFrame title={localSide.storageTitle} help={describeError(error)} foot={<SignOut />}>
      <Code>{states.errorNumber(error.code)}</Code>
      <Group>
        <Button onClick={() => void ask('host.restartLocal', {})}>{localSide.retry}</Button>
        <Button variant="default" onClick={() => void ask('host.diagnosticsBundle', {})}>
          {appText.session.exportDiagnostics}
        </Button>
      </Group>
    </SessionFrame>
  );
}
