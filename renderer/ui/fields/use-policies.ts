// The table of 政府采购政策 as the administrator keeps it; the program's own until it is known.
import { useMemo } from 'react';
import { useAsk } from '#renderer/api/use-ask.ts';
import type { Policy } from '#shared/codes/procurement-policies.ts';
import { settingDefinitions } from '#shared/domain/admin/settings.ts';

const { schema, fallback } = settingDefinitions.policies;

export function usePolicies(): readonly Policy[] {
  const rows = useAsk('settings.list', {}).data?.settings;
  return useMemo(() => {
    const read = schema.safeParse(rows?.find(({ key }) => key === 'policies')?.value);
    return read.success ? read.data : fallback;
  }, [rows]);
}
