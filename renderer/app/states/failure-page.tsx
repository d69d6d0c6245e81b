// What is shown when a page has failed: what it means, its number, and the ways on. Made of nothing but words and buttons, so that it cannot fail
// for the same reason.
import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { appText } from '#shared/text/index.ts';
import { copyText } from './copy.ts';
import { type Failure, failureReport } from './failure.ts';

const { states } = appText;

type Props = { readonly failure: Failure; readonly onRetry: () => void };

export function FailurePage({ failure, onRetry }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const about = await ask('host.about', {});
    setCopied(await copyText(failureReport(failure, about.ok ? about.value.version : '')));
  };
  return (
    <Stack align="center" gap="sm" px="md" py={64} role="alert">
      <IconAlertCircle aria-hidden size={36} stroke={1.5} color="var(--mantine-color-error)" />
      <Title order={1}>{states.errorTitle}</Title>
      <Text maw={480} ta="center">
        {states.errorHelp}
      </Text>
      <Code>{states.errorNumber(failure.number)}</Code>
      <Group gap="xs" mt="xs">
        <Button onClick={onRetry}>{states.retry}</Button>
        <Button variant="default" onClick={() => void copy()}>
          {copied ? states.copied : states.copy}
        </Button>
      </Group>
    </Stack>
  );
}
