// 合同公告及备案: the list. The unit's clerk begins one here; its reviewer and 采购办 decide on the page of each.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import { purchaserFilter } from '#renderer/ui/table/procurement-filters.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { isOfUnit } from '#shared/domain/actor.ts';
import { contractList } from '#shared/domain/contracts/list.ts';
import { acceptanceStates, announcedStates } from '#shared/domain/contracts/model.ts';
import { contractPages, label } from '#shared/text/index.ts';
import { BatchPublish } from './batch-publish.tsx';
import { contractColumns, rowName } from './contract-columns.tsx';

const { list: words, title } = contractPages;

const ownFilters: readonly ListFilter<'signedYear' | 'announced' | 'acceptance'>[] = [
  { kind: 'year', by: 'signedYear', text: label('contracts.signedYear') },
  {
    kind: 'choice',
    by: 'announced',
    text: label('contracts.announced'),
    options: announcedStates.map((code) => ({ code, name: label(`contracts.announced.${code}`) })),
  },
  {
    kind: 'choice',
    by: 'acceptance',
    text: label('contracts.acceptance'),
    options: acceptanceStates.map((code) => ({ code, name: label(`contracts.acceptance.${code}`) })),
  },
];

type Batch = { readonly ids: readonly string[]; readonly unselect: () => void };

export function ContractListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(contractList);
  const [batch, setBatch] = useState<Batch | null>(null);
  const columns = useMemo(() => contractColumns(actor.role), [actor.role]);
  const files = actor.role === 'purchaser_clerk';
  const ofUnit = isOfUnit(actor.role);
  const add = () => void navigate('/contracts/new');
  const { clerk, reviewer, office } = words.firstUseHint;
  return (
    <>
      <RecordListPage
        batch={
          files
            ? [
                {
                  id: 'publish',
                  label: contractPages.batch.publish,
                  run: (ids, unselect) => setBatch({ ids, unselect }),
                },
              ]
            : []
        }
        actions={() => [
          { id: 'view', label: words.view, run: ({ id }) => void navigate(`/contracts/${id}`) },
        ]}
        add={
          files ? (
            <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
              {words.add}
            </Button>
          ) : null
        }
        columns={columns}
        filters={ofUnit ? ownFilters : [purchaserFilter, ...ownFilters]}
        firstUse={
          <EmptyState hint={files ? clerk : ofUnit ? reviewer : office} title={words.firstUse}>
            {files ? <Button onClick={add}>{words.add}</Button> : null}
          </EmptyState>
        }
        list={list}
        onOpen={({ id }) => void navigate(`/contracts/${id}`)}
        rowName={rowName}
        searchHint={words.search}
        tabs={{ tabs: words.tabs, empty: words.emptyTab }}
        title={title}
      />
      {batch === null ? null : (
        <BatchPublish
          ids={batch.ids}
          onClose={(done) => {
            setBatch(null);
            if (done) batch.unselect();
          }}
        />
      )}
    </>
  );
}
