import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { describeError, formatInstant, systemText } from '#shared/text/index.ts';
import { ServerForm } from '../account/server-form.tsx';
import { Page, Part } from '../page.tsx';
import { clockWords, verdictOf } from './server-check.ts';

const words = systemText.server;

export function ServerPage() {
  const settings = useAsk('host.settings', {}).data;
  const [changing, setChanging] = useState(false);
  return (
    <Page title={systemText.pages.server}>
      <Facts
        facts={[
          { label: words.address, value: settings?.server },
          {
            label: words.enrolled,
            value: settings?.enrolledAt == null ? words.never : formatInstant(settings.enrolledAt),
          },
        ]}
      />
      <Check />
      <Part title={words.change}>
        <Text c="dimmed" mb="sm">
          {words.changeHelp}
        </Text>
        {changing ? (
          <ServerForm
            server={settings?.server ?? null}
            onDone={() => setChanging(false)}
            onCancel={() => setChanging(false)}
          />
        ) : (
          <Button variant="default" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        )}
      </Part>
    </Page>
  );
}

type Checked = AskOutput<'session.checkServer'>;

function Check() {
  const [running, setRunning] = useState(false);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const check = async () => {
    setRunning(true);
    const answer = await ask('session.checkServer', {});
    setRunning(false);
    setChecked(answer.ok ? answer.value : null);
    setFailed(answer.ok ? null : describeError(answer.error));
  };
  return (
    <Part title={words.check}>
      <Group mb="sm">
        <Button onClick={() => void check()} loading={running}>
          {words.check}
        </Button>
      </Group>
      <div aria-live="polite">
        {failed === null ? null : <Alert color="red">{failed}</Alert>}
        {checked === null ? null : <Answer checked={checked} />}
      </div>
    </Part>
  );
}

function Answer({ checked }: { readonly checked: Checked }) {
  const { good, text } = verdictOf(checked);
  const { roundTrip, clockDifference, protocol } = checked;
  return (
    <>
      <Alert color={good ? 'green' : 'orange'} mb="sm">
        {text}
      </Alert>
      <Facts
        facts={[
          { label: words.roundTrip, value: roundTrip === null ? null : words.milliseconds(roundTrip) },
          { label: words.clock, value: clockDifference === null ? null : clockWords(clockDifference) },
          { label: words.protocol, value: words.protocolIs(protocol.ours, protocol.server) },
        ]}
      />
    </>
  );
}
