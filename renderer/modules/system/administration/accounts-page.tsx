// 账号: who may sign in, in the order of their user names.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { newId } from '#renderer/api/ids.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { ListHeading } from '#renderer/ui/base/page-heading.tsx';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { tellFailure } from '#renderer/ui/states/tell.ts';
import type { RowAction } from '#renderer/ui/table/data-table-types.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { accountList } from '#shared/domain/admin/list.ts';
import type { Account } from '#shared/domain/admin/model.ts';
import { describeError, systemText } from '#shared/text/index.ts';
import { mayKeep } from '../pages.ts';
import { AccountDialog } from './account-dialog.tsx';
import { type AccountRow, accountColumns, accountFilters } from './account-list.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { useSave } from './use-save.ts';

const words = systemText.accounts;
const { keep, pages } = systemText;

type Editing = { readonly account: Account; readonly isNew: boolean };

export function AccountsPage() {
  const actor = useActor();
  const editor = mayKeep(actor.role);
  const list = useRecordList(accountList);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [disabling, setDisabling] = useState<AccountRow | null>(null);
  const [giving, setGiving] = useState<AccountRow | null>(null);
  const edit = async ({ id }: AccountRow) => {
    const answer = await ask('accounts.get', { id });
    if (answer.ok) setEditing({ account: answer.value.account, isNew: false });
    else tellFailure(describeError(answer.error));
  };
  const add = () => setEditing({ account: emptyAccount(), isNew: true });
  const open = (row: AccountRow) => {
    if (editor) void edit(row);
  };
  const actionsOf = ({ id, active }: AccountRow): readonly RowAction<AccountRow>[] => [
    { id: 'edit', label: keep.edit, run: open },
    { id: 'password', label: words.password, run: setGiving },
    ...(active === 1 && id !== actor.accountId
      ? [{ id: 'disable', label: words.disable, danger: true, run: setDisabling }]
      : []),
  ];
  return (
    <>
      <RecordListPage
        columns={accountColumns}
        filters={accountFilters}
        firstUse={<EmptyState title={keep.emptyTitle} />}
        head={
          <ListHeading
            action={editor ? <Button onClick={add}>{keep.add}</Button> : undefined}
            help={editor ? words.help : systemText.readOnly}
            title={pages.accounts}
          />
        }
        list={list}
        onOpen={open}
        rowName={({ name }) => name}
        searchHint={keep.searchAccount}
        title={pages.accounts}
        {...(editor ? { actions: actionsOf } : {})}
      />
      {editing === null ? null : (
        <AccountDialog key={editing.account.id} {...editing} onClose={() => setEditing(null)} />
      )}
      {giving === null ? null : <PasswordDialog account={giving} onClose={() => setGiving(null)} />}
      {disabling === null ? null : <Disable account={disabling} onClose={() => setDisabling(null)} />}
    </>
  );
}

function Disable({ account, onClose }: { readonly account: AccountRow; readonly onClose: () => void }) {
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
