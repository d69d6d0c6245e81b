// 选择合同: which contract a new payment is about. Only those in force are offered.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useRebuild } from '#renderer/api/use-sync-status.ts';
import { PageHeading } from '#renderer/ui/base/page-heading.tsx';
import { Field } from '#renderer/ui/fields/field.tsx';
import { Picker } from '#renderer/ui/fields/picker.tsx';
import { EmptyState, ErrorState } from '#renderer/ui/states/states.tsx';
import { mostSearched } from '#shared/contract/paging.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { forms, paymentPages } from '#shared/text/index.ts';
import css from '../choose/choose-section.module.css';

const { choose: words } = paymentPages;
const most = 50;

type Choosable = AskOutput<'payments.choosable'>['contracts'][number];

export function ChooseContract() {
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [contract, setContract] = useState<Choosable | null>(null);
  const incomplete = useRebuild() !== null;
  const text = search.trim().slice(0, mostSearched);
  const { data, error, refetch } = useAsk('payments.choosable', { text, limit: most });
  const contracts = data?.contracts ?? [];

  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} page />;
  const nothing = data !== undefined && contracts.length === 0 && text === '' && contract === null;
  if (nothing && !incomplete) {
    return (
      <EmptyState hint={words.none.hint} page title={words.none.title}>
        <Button component={Link} to="/payments" variant="default">
          {words.none.back}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className={css['page']}>
      <PageHeading help={words.hint} title={words.title} />
      <Field id="payment-contract" label={words.contract} required wide>
        {(control) => (
          <Picker
            chosen={contract === null ? null : { id: contract.id, text: contract.contractName }}
            control={control}
            incomplete={incomplete}
            note={contracts.length === most ? forms.picker.more(most) : undefined}
            onChange={(id) => setContract(contracts.find((each) => each.id === id) ?? null)}
            onSearch={setSearch}
            options={contracts.map(({ id, contractName, contractNo, supplierName }) => ({
              id,
              name: contractName,
              detail: words.detail(contractNo, supplierName),
            }))}
            placeholder={words.placeholder}
            search={search}
          />
        )}
      </Field>
      {contract === null ? null : (
        <p className={css['hint']}>
          {words.detail(contract.contractNo, contract.supplierName)}
          <br />
          {words.paid(
            formatYuan(contract.paid),
            contract.amount === null ? null : formatYuan(contract.amount),
          )}
        </p>
      )}
      <div className={css['buttons']}>
        <Button component={Link} to="/payments" variant="default">
          {words.none.back}
        </Button>
        <Button
          disabled={contract === null}
          onClick={() => {
            if (contract !== null)
              void navigate(`/payments/new?contractId=${contract.id}`, { replace: true });
          }}
        >
          {words.confirm}
        </Button>
      </div>
    </div>
  );
}
