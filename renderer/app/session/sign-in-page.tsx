import { Anchor, Group, Text } from '@mantine/core';
import { appText } from '#shared/text/index.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { DemoAccounts, useDemoAccounts } from './demo-accounts.tsx';
import { SessionFrame } from './session-frame.tsx';

const { session } = appText;

type Props = { readonly server: string; readonly onChangeServer: () => void };

export function SignInPage({ server, onChangeServer }: Props) {
  const accounts = useDemoAccounts();
  if (accounts === undefined) return null;
  return (
    <SessionFrame
      title={session.signInTitle}
      aside={<DemoAccounts accounts={accounts} />}
      foot={
        <Group gap="sm">
          <Text>{session.serverIs(server)}</Text>
          <Anchor component="button" onClick={onChangeServer}>
            {session.changeServer}
          </Anchor>
        </Group>
      }
    >
      <CredentialsForm call="session.signIn" submit={session.signIn} />
    </SessionFrame>
  );
}
