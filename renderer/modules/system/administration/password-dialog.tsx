import { PasswordInput, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { passwordSchema } from '#shared/contract/auth.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import { appText, describeError, systemText } from '#shared/text/index.ts';
import { EditDialog } from './edit-dialog.tsx';

const words = systemText.accounts;

/** A first or new password, given by the server at once; it must be changed at the next sign-in. */
export function PasswordDialog({
  account,
  onClose,
}: {
  readonly account: Pick<Account, 'id' | 'name'>;
  readonly onClose: () => void;
}) {
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState(false);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const give = async () => {
    const short = !passwordSchema.safeParse(password).success;
    setWrong(short);
    if (short) return;
    setRunning(true);
    const answer = await ask('accounts.setPassword', { accountId: account.id, password });
    setRunning(false);
    if (!answer.ok) {
      setProblem(describeError(answer.error));
      return;
    }
    notifications.show({ color: 'green', message: words.passwordSet });
    onClose();
  };
  return (
    <EditDialog
      title={words.passwordTitle(account.name)}
      action={words.password}
      size="md"
      running={running}
      problem={problem}
      onClose={onClose}
      onSave={() => void give()}
    >
      <Text c="dimmed">{words.passwordHelp}</Text>
      <PasswordInput
        label={words.passwordField}
        autoComplete="new-password"
        value={password}
        error={wrong ? appText.password.tooShort : null}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </EditDialog>
  );
}
