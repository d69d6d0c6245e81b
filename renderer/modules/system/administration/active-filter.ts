import type { ListFilter } from '#renderer/ui/table/list-filters.tsx';
import { systemText } from '#shared/text/index.ts';

const { keep } = systemText;

/** 启用 or 已停用. */
export const activeFilter: ListFilter<'active'> = {
  by: 'active',
  text: keep.mark,
  kind: 'choice',
  options: [
    { code: '1', name: keep.active },
    { code: '0', name: keep.inactive },
  ],
};
