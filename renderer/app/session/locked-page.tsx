import { Anchor, Group, Text } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { appText, label } from '#shared/text/index.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { DemoAccounts, useDemoAccounts } from './demo-accounts.tsx';
import { SessionFrame } from './session-frame.tsx';

const { session } = appText;

/** The files stay open and what was typed stays where it is; only the password of an account known here opens the screen. */
export function LockedPage({ actor }: { readonly actor: Actor }) {
  const accounts = useAsk('session.accounts', {}).data?.accounts ?? [];
  const demo = useDemoAccounts() ?? [];
  const [other, setOther] = useState(false);
  const current = accounts.find((each) => each.current);
  if (other || (accounts.length > 0 && current?.canUnlockOffline === false)) {
    return (
      <SessionFrame title={session.signInTitle} aside={<DemoAccounts accounts={demo} />}>
        <CredentialsForm call="session.signIn" submit={session.signIn} />
        <Anchor component="button" ta="start" onClick={() => setOther(false)}>
          {appText.common.back}
        </Anchor>
      </SessionFrame>
    );
  }
  return (
    <SessionFrame title={session.lockedTitle} help={session.lockedHelp}>
      <Group gap="sm">
        <IconUserCircle size={32} stroke={1.4} aria-hidden />
        <div>
          <Text fw={600}>{actor.name}</Text>
          <Text size="xs" c="dimmed">
            {label(`roles.${actor.role}`)}
          </Text>
        </div>
      </Group>
      {current === undefined ? null : (
        <CredentialsForm call="session.unlock" submit={session.unlock} username={current.username} />
      )}
      <Anchor component="button" ta="start" onClick={() => setOther(true)}>
        {session.otherAccount}
      </Anchor>
    </SessionFrame>
  );
}
