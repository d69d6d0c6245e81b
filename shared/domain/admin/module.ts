// 系统管理: organisations, accounts, settings, holidays, number patterns and platforms, on which every other module stands.
import { defineModule } from '../module.ts';
import { disableAccount, saveAccount } from './commands/accounts.ts';
import { saveOrganisation } from './commands/organisations.ts';
import { addPlatformKey, retirePlatformKey, savePlatform } from './commands/platforms.ts';
import { publishHolidays, setNumberPattern, setSetting } from './commands/settings.ts';
import { accountList, organisationList } from './list.ts';
import {
  accounts,
  calendarYears,
  numberPatterns,
  numberSeries,
  organisations,
  platforms,
  settings,
} from './model.ts';

export const adminModule = defineModule({
  name: 'admin',
  entities: [settings, calendarYears, numberPatterns, numberSeries, platforms, organisations, accounts],
  commands: [
    saveOrganisation,
    saveAccount,
    disableAccount,
    setSetting,
    publishHolidays,
    setNumberPattern,
    savePlatform,
    addPlatformKey,
    retirePlatformKey,
  ],
  lists: [organisationList, accountList],
});
