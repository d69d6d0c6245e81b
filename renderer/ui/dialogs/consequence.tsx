// What follows from a step; offline also that it has to wait, where the server decides.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import { commands } from '#shared/domain/registry.ts';
import { forms } from '#shared/text/index.ts';

export function Consequence({
  command,
  children,
}: {
  readonly command: string;
  readonly children: ReactNode;
}) {
  const sync = useSyncStatus();
  const waits = commands.get(command)?.authority === 'server' && sync?.state === 'offline';
  return (
    <>
      {children}
      {waits ? (
        <Text c="dimmed" mt={8} size="sm">
          {forms.decision.serverHint}
        </Text>
      ) : null}
    </>
  );
}
