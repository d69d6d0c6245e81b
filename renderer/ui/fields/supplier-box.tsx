// The name of a supplier, typed or taken from those that are known: by name, earlier name or 统一社会信用代码.
import { useState } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import { mostSearched } from '#shared/contract/paging.ts';
import type { SupplierSuggestion } from '#shared/contract/suppliers.ts';
import { supplierPages } from '#shared/text/index.ts';
import type { FieldControl } from './field.tsx';
import { SuggestBox } from './suggest-box.tsx';

const words = supplierPages.suggestion;

type Props = {
  readonly control: FieldControl;
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly onTake: (supplier: SupplierSuggestion) => void;
  readonly limit: number | undefined;
  readonly onBlur?: () => void;
  readonly compact?: boolean;
};

export function SupplierBox({ value, onTake, ...rest }: Props) {
  // A form of many lines asks nothing before somebody is in one of them.
  const [opened, setOpened] = useState(false);
  const text = value.trim().slice(0, mostSearched);
  const found = useAsk('suppliers.suggest', { text }, { enabled: opened }).data?.suppliers ?? [];
  return (
    <SuggestBox
      {...rest}
      onOpen={() => setOpened(true)}
      onTake={(id) => {
        const supplier = found.find((each) => each.id === id);
        if (supplier !== undefined) onTake(supplier);
      }}
      options={found.map((supplier) => ({
        id: supplier.id,
        name: supplier.name,
        detail: detailOf(supplier),
      }))}
      placeholder={words.placeholder}
      value={value}
    />
  );
}

function detailOf({ uscc, earlierNames, bannedUntil }: SupplierSuggestion): string {
  return [
    uscc,
    ...(earlierNames.length === 0 ? [] : [words.earlier(earlierNames.join('、'))]),
    ...(bannedUntil === null ? [] : [words.banned(bannedUntil)]),
  ].join(' · ');
}
