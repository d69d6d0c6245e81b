// 付款管理: the list, with the figures of a year above it. The unit's clerk begins a payment here or on the page of its contract.
import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useActor } from '#renderer/api/use-session.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { isOfUnit } from '#shared/domain/actor.ts';
import { paymentList } from '#shared/domain/contracts/payments/list.ts';
import { paymentPages } from '#shared/text/index.ts';
import { paymentName } from '../payment-name.ts';
import { paymentColumns } from './payment-columns.tsx';
import { PaymentFigures } from './payment-figures.tsx';
import { paymentFilters } from './payment-filters.ts';
import { PaymentImport } from './payment-import.tsx';

const { list: words, title } = paymentPages;

export function PaymentListPage() {
  const actor = useActor();
  const today = useToday();
  const navigate = useNavigate();
  const list = useRecordList(paymentList);
  const columns = useMemo(() => paymentColumns(actor.role, today), [actor.role, today]);
  const filters = useMemo(() => paymentFilters(actor, today), [actor, today]);
  const pays = actor.role === 'purchaser_clerk';
  const ofUnit = isOfUnit(actor.role);
  const add = () => void navigate('/payments/new');
  const [importing, setImporting] = useState(false);
  const { clerk, reviewer, office } = words.firstUseHint;
  return (
    <>
      <RecordListPage
        actions={() => [{ id: 'view', label: words.view, run: ({ id }) => void navigate(`/payments/${id}`) }]}
        add={
          pays ? (
            <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={add}>
              {words.add}
            </Button>
          ) : null
        }
        columns={columns}
        filters={filters}
        firstUse={
          <EmptyState hint={pays ? clerk : ofUnit ? reviewer : office} title={words.firstUse}>
            {pays ? <Button onClick={add}>{words.add}</Button> : null}
          </EmptyState>
        }
        head={
          <>
            <VisuallyHidden component="h1">{title}</VisuallyHidden>
            <PaymentFigures byUnit={!ofUnit} />
          </>
        }
        list={list}
        onOpen={({ id }) => void navigate(`/payments/${id}`)}
        rowName={({ kind, contractName }) => paymentName(kind, contractName)}
        searchHint={words.search}
        tabs={{ tabs: words.tabs, empty: words.emptyTab }}
        title={title}
        tools={
          pays ? (
            <Button onClick={() => setImporting(true)} variant="default">
              {words.import}
            </Button>
          ) : null
        }
      />
      {importing ? (
        <PaymentImport
          onClose={() => setImporting(false)}
          onShow={() => {
            setImporting(false);
            list.state.clear();
            list.state.setTab('all');
          }}
        />
      ) : null}
    </>
  );
}
