// The server no longer takes the sign-in: work goes on, and this says how to have it sent again.
import { Button, Modal } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useSession } from '#renderer/api/use-session.ts';
import { NoticeStrip } from '#renderer/ui/states/notice-strip.tsx';
import { appText } from '#shared/text/index.ts';
import { CredentialsForm } from '../session/credentials-form.tsx';

const { mustSignIn, session: words, common } = appText;

export function SignInAgain() {
  const session = useSession();
  const accounts = useAsk('session.accounts', {}).data?.accounts ?? [];
  const [opened, setOpened] = useState(false);
  const current = accounts.find((each) => each.current);
  if (session === undefined || !session.mustSignIn) return null;
  return (
    <>
      <NoticeStrip
        action={
          <Button size="xs" variant="default" onClick={() => setOpened(true)}>
            {mustSignIn.action}
          </Button>
        }
        icon={IconPlugConnectedX}
        tone="warning"
      >
        {mustSignIn.text}
      </NoticeStrip>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={mustSignIn.title}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <CredentialsForm
          call="session.signIn"
          submit={words.signIn}
          username={current?.username ?? null}
          onDone={() => setOpened(false)}
        />
      </Modal>
    </>
  );
}
