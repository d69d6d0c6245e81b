// 单位: all organisations, in the order of their names.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ask } from '#renderer/api/bridge.ts';
import { newId } from '#renderer/api/ids.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { ListHeading } from '#renderer/ui/base/page-heading.tsx';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { tellFailure } from '#renderer/ui/states/tell.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { organisationList } from '#shared/domain/admin/list.ts';
import type { Organisation } from '#shared/domain/admin/model.ts';
import { describeError, systemText } from '#shared/text/index.ts';
import { mayKeep } from '../pages.ts';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { organisationColumns, organisationFilters } from './organisation-list.tsx';

const words = systemText.organisations;
const { keep, pages } = systemText;

type Editing = { readonly organisation: Organisation; readonly isNew: boolean };

export function OrganisationsPage() {
  const editor = mayKeep(useActor().role);
  const list = useRecordList(organisationList);
  const [editing, setEditing] = useState<Editing | null>(null);
  const edit = async ({ id }: { readonly id: string }) => {
    const answer = await ask('organisations.get', { id });
    if (answer.ok) setEditing({ organisation: answer.value.organisation, isNew: false });
    else tellFailure(describeError(answer.error));
  };
  const add = () => setEditing({ organisation: emptyOrganisation(), isNew: true });
  const open = (row: { readonly id: string }) => {
    if (editor) void edit(row);
  };
  return (
    <>
      <RecordListPage
        columns={organisationColumns}
        filters={organisationFilters}
        firstUse={<EmptyState title={keep.emptyTitle} />}
        head={
          <ListHeading
            action={editor ? <Button onClick={add}>{keep.add}</Button> : undefined}
            help={editor ? words.help : systemText.readOnly}
            title={pages.organisations}
          />
        }
        list={list}
        onOpen={open}
        rowName={({ name }) => name}
        searchHint={keep.search}
        title={pages.organisations}
        {...(editor ? { actions: () => [{ id: 'edit', label: keep.edit, run: open }] } : {})}
      />
      {editing === null ? null : (
        <OrganisationDialog key={editing.organisation.id} {...editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function emptyOrganisation(): Organisation {
  return {
    id: newId(),
    kind: 'purchaser',
    name: '',
    uscc: '',
    regionCode: '411000',
    budgetUnitCode: '',
    supervisingUnit: '',
    agencyKind: null,
    address: '',
    contact: '',
    phone: '',
    active: true,
  };
}
