// 供应商: everybody who was determined, and who is excluded.
import { useNavigate } from 'react-router';
import { EmptyState } from '#renderer/ui/states/states.tsx';
import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import { RecordListPage } from '#renderer/ui/table/record-list-page.tsx';
import { useRecordList } from '#renderer/ui/table/use-record-list.ts';
import { supplierList } from '#shared/domain/suppliers/list.ts';
import { sizeClasses } from '#shared/domain/suppliers/model.ts';
import { label, supplierPages } from '#shared/text/index.ts';
import { supplierColumns } from './supplier-columns.tsx';

const { list: words, title } = supplierPages;

const filters: readonly ListFilter<'sizeClass'>[] = [
  {
    kind: 'choice',
    by: 'sizeClass',
    text: label('suppliers.sizeClass'),
    options: [...sizeClasses, 'unsaid'].map((code) => ({ code, name: label(`suppliers.size.${code}`) })),
  },
];

export function SupplierListPage() {
  const navigate = useNavigate();
  const list = useRecordList(supplierList);
  const open = ({ id }: { readonly id: string }) => void navigate(`/suppliers/${id}`);
  return (
    <RecordListPage
      actions={() => [{ id: 'view', label: words.view, run: open }]}
      columns={supplierColumns}
      filters={filters}
      firstUse={<EmptyState hint={words.firstUseHint} title={words.firstUse} />}
      list={list}
      onOpen={open}
      rowName={({ name }) => name}
      searchHint={words.search}
      title={title}
    />
  );
}
