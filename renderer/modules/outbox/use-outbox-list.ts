// The commands of this desk as a list. Which of them are shown stands in the address, so that notices lead to it; without it, what was refused.
import { useSearchParams } from 'react-router';
import { useSyncStatus } from '#renderer/api/use-sync-status.ts';
import { useListState } from '#renderer/ui/table/use-list-state.ts';
import { usePages } from '#renderer/ui/table/use-pages.ts';
import { pageSize, type RecordList, type ShownList } from '#renderer/ui/table/use-record-list.ts';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import { type Shown, shownNames, shownOr } from './shown.ts';

const shown: ShownList = {
  name: 'outbox',
  tabNames: shownNames,
  filterNames: [],
  sortNames: ['no'],
  start: { by: 'no', direction: 'desc' },
  searched: false,
};

export function useOutboxList(): RecordList<OutboxItem> & { readonly show: Shown } {
  const [params, setParams] = useSearchParams();
  const status = useSyncStatus();
  const show = shownOr(params.get('show'), 'attention');
  const setTab = (next: string) => setParams({ show: next }, { replace: true });
  return {
    show,
    shown,
    entity: null,
    state: { ...useListState(shown), tab: show, setTab },
    pages: usePages('outbox.list', { show, limit: pageSize }),
    counts: { attention: status?.attention || null, waiting: status?.waiting || null },
    exported: null,
  };
}
