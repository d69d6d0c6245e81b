import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { newId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { MarkBadge } from '#renderer/ui/states/status-badge.tsx';
import { tellFailure } from '#renderer/ui/states/tell.ts';
import type { ListItem } from '#shared/contract/lists.ts';
import { humanRoles } from '#shared/domain/actor.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import { describeError, label, systemText } from '#shared/text/index.ts';
import { Page } from '../page.tsx';
import { mayKeep } from '../pages.ts';
import classes from '../system.module.css';
import { AccountDialog } from './account-dialog.tsx';
import { Listing } from './listing.tsx';
import { ActiveBadge } from './organisations-page.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { regionName } from './region-options.ts';
import { useSave } from './use-save.ts';

const words = systemText.accounts;
const { keep } = systemText;
const most = 200;
type Listed = ListItem<'accounts'>;

export function AccountsPage() {
  const actor = useActor();
  const editor = mayKeep(actor.role);
  const [role, setRole] = useState<Account['role'] | null>(null);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 120);
  const [editing, setEditing] = useState<Account | null>(null);
  const [disabling, setDisabling] = useState<Listed | null>(null);
  const [giving, setGiving] = useState<Listed | null>(null);
  const incomplete = useRebuild() !== null;
  const { data, error, refetch } = useAsk('accounts.list', {
    filters: role === null ? [] : [{ by: 'role', value: role }],
    search,
    limit: most,
  });
  const edit = async (id: string) => {
    const answer = await ask('accounts.get', { id });
    if (answer.ok) setEditing(answer.value.account);
    else tellFailure(describeError(answer.error));
  };
  const actionsOf = (account: Listed) => (
    <Group key="actions" gap={4} wrap="nowrap">
      <RowButton name={account.name} action={keep.edit} onClick={() => void edit(account.id)} />
      <RowButton name={account.name} action={words.password} onClick={() => setGiving(account)} />
      {account.active === 1 && account.id !== actor.accountId ? (
        <RowButton name={account.name} action={words.disable} onClick={() => setDisabling(account)} />
      ) : null}
    </Group>
  );
  return (
    <Page
      wide
      title={systemText.pages.accounts}
      help={editor ? words.help : systemText.readOnly}
      action={editor ? <Button onClick={() => setEditing(emptyAccount())}>{keep.add}</Button> : undefined}
    >
      <Group gap="sm">
        <Select
          w={200}
          clearable
          aria-label={keep.role}
          placeholder={keep.role}
          value={role}
          onChange={setRole}
          data={humanRoles.map((value) => ({ value, label: label(`roles.${value}`) }))}
        />
        <TextInput
          w={280}
          aria-label={keep.searchAccount}
          placeholder={keep.searchAccount}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Group>
      <Listing
        label={systemText.pages.accounts}
        rows={data?.items}
        total={data?.total ?? null}
        error={error}
        onRetry={() => void refetch()}
        incomplete={incomplete}
        searched={search !== '' || role !== null}
        rowId={({ id }) => id}
        heads={[
          label('account.username'),
          label('account.name'),
          label('account.role'),
          label('account.organisationId'),
          label('account.phone'),
          keep.mark,
          ...(editor ? [keep.actions] : []),
        ]}
        cells={(row) => [
          <span key="username" className={classes['number']}>
            {row.username}
          </span>,
          <span key="name" className={classes['number']}>
            {row.name}
          </span>,
          <span key="role" className={classes['number']}>
            {label(`roles.${row.role}`)}
          </span>,
          row.organisationName ?? regionCodesOf(row).map(regionName).join('、'),
          <span key="phone" className={classes['number']}>
            {row.phone}
          </span>,
          <Group key="state" gap={6} wrap="nowrap">
            <ActiveBadge active={row.active === 1} />
            <MarkBadge mark={row.mark} />
          </Group>,
          ...(editor ? [actionsOf(row)] : []),
        ]}
      />
      {editing === null ? null : (
        <AccountDialog
          key={editing.id}
          account={editing}
          isNew={data?.items.every(({ id }) => id !== editing.id) ?? true}
          onClose={() => setEditing(null)}
        />
      )}
      {giving === null ? null : <PasswordDialog account={giving} onClose={() => setGiving(null)} />}
      {disabling === null ? null : <Disable account={disabling} onClose={() => setDisabling(null)} />}
    </Page>
  );
}

function Disable({ account, onClose }: { readonly account: Listed; readonly onClose: () => void }) {
  const save = useSave('accounts.disable');
  return (
    <ConfirmAction
      opened
      danger
      onClose={onClose}
      title={words.disableTitle(account.name)}
      consequence={save.problem ?? words.disableBody}
      action={words.disable}
      running={save.running}
      onConfirm={() => void save.save({ id: account.id }, onClose)}
    />
  );
}

type RowButtonProps = { readonly name: string; readonly action: string; readonly onClick: () => void };

export function RowButton({ name, action, onClick }: RowButtonProps) {
  return (
    <Button size="compact-sm" variant="subtle" aria-label={`${action}：${name}`} onClick={onClick}>
      {action}
    </Button>
  );
}

function regionCodesOf({ regionCodes }: Listed): readonly string[] {
  return regionCodes === '' ? [] : regionCodes.split(',');
}

function emptyAccount(): Account {
  return {
    id: newId(),
    username: '',
    name: '',
    role: 'purchaser_clerk',
    organisationId: null,
    regionCodes: [],
    phone: '',
    active: true,
  };
}
