// Settings as commands see them: the stored value, or the default where there is none or it cannot be read.
import { settings } from '#shared/domain/admin/model.ts';
import { type ReadSetting, settingValue } from '#shared/domain/admin/settings.ts';
import type { Account } from '../account.ts';
import { parse } from './records.ts';

export function settingOf({ replica }: Pick<Account, 'replica'>): ReadSetting {
  return (key) => {
    const stored = replica.table(settings.name)?.stored(key);
    const row = stored === undefined ? undefined : parse(settings, stored.body);
    return settingValue(row?.ok === true ? [row.value] : [], key);
  };
}
