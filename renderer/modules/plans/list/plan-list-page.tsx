// 采购计划备案: the list of plans one may see, with what one may do with each.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import { useActor } from '#renderer/api/use-session.ts';
import { ImportDialog } from '#renderer/ui/import/import-dialog.tsx';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import type { RowAction } from '#renderer/ui/table/data-table-types.ts';
import { procurementFilters } from '#renderer/ui/table/procurement-filters.ts';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { planList } from '#shared/domain/plans/list.ts';
import { plansPages } from '#shared/text/index.ts';
import { actionWords } from '../actions/action-words.ts';
import { isGrave, rowActions } from '../actions/plan-actions.ts';
import { usePlanActions } from '../actions/use-plan-actions.tsx';
import type { BatchKind } from './batch-check.ts';
import { BatchDialog } from './batch-dialog.tsx';
import { type PlanRow, planColumns, rowName } from './plan-columns.tsx';

const { list: words, title, batch: batchWords } = plansPages;

type Batch = { readonly kind: BatchKind; readonly ids: readonly string[]; readonly unselect: () => void };

export function PlanListPage() {
  const actor = useActor();
  const navigate = useNavigate();
  const list = useRecordList(planList);
  const columns = useMemo(() => planColumns(actor.role), [actor.role]);
  const [batch, setBatch] = useState<Batch | null>(null);
  const [importing, setImporting] = useState(false);
  const { start, dialog } = usePlanActions();
  const isClerk = actor.role === 'purchaser_clerk';

  const actionsOf = (row: PlanRow): readonly RowAction<PlanRow>[] => {
    const { visible, more } = rowActions(actor, row);
    return [...visible, ...more].map((action) => ({
      id: action,
      label: actionWords(action),
      danger: isGrave(action),
      // Long words, seldom wanted.
      tucked: action === 'copy' || action === 'preview',
      run: ({ id }) => start(action, id),
    }));
  };
  const openBatch = (kind: BatchKind) => (ids: readonly string[], unselect: () => void) =>
    setBatch({ kind, ids, unselect });
  const add = () => void navigate('/plans/new');

  return (
    <>
      <RecordListPage
        actions={actionsOf}
        add={
          isClerk ? (
            <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
              {words.add}
            </Button>
          ) : null
        }
        batch={
          isClerk
            ? [
                { id: 'submit', label: batchWords.submit, run: openBatch('submit') },
                { id: 'remove', label: batchWords.remove, danger: true, run: openBatch('remove') },
              ]
            : []
        }
        columns={columns}
        filters={procurementFilters(actor)}
        firstUse={
          <EmptyState
            hint={isClerk ? words.firstUse.clerk : words.firstUse.others}
            title={words.firstUse.title}
          >
            {isClerk ? <Button onClick={add}>{words.add}</Button> : null}
          </EmptyState>
        }
        list={list}
        onOpen={({ id }) => void navigate(`/plans/${id}`)}
        rowName={rowName}
        searchHint={words.search}
        tabs={{ tabs: words.tabs, empty: words.emptyTab }}
        title={title}
        tools={
          isClerk ? (
            <Button onClick={() => setImporting(true)} variant="default">
              {words.import}
            </Button>
          ) : null
        }
      />
      {dialog}
      {batch === null ? null : (
        <BatchDialog
          ids={batch.ids}
          kind={batch.kind}
          onClose={(done) => {
            setBatch(null);
            if (done) batch.unselect();
          }}
        />
      )}
      {importing ? (
        <ImportDialog
          kind={{
            of: 'plans',
            words: plansPages.transfer,
            remarks: ({ unanswered }) =>
              unanswered.length === 0 ? [] : [plansPages.transfer.unanswered(unanswered)],
            make: (token) => ask('plans.import', { token }),
            onShow: () => {
              setImporting(false);
              list.state.clear();
              list.state.setTab('draft');
            },
          }}
          onClose={() => setImporting(false)}
        />
      ) : null}
    </>
  );
}
