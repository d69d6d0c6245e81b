// 单位 and 账号, in the order of their names. Pages show columns; the whole record is asked for by its id.
import { defineList } from '../list.ts';
import { mayAdminister } from './access.ts';
import { accounts, organisations } from './model.ts';

export const organisationList = defineList(organisations, {
  name: 'organisations',
  filters: ['kind', 'regionCode', 'active'],
  // Forms choose from these, by kind.
  atOnce: ['kind'],
  sorts: ['name'],
  shows: ['name', 'kind', 'uscc', 'regionCode', 'contact', 'phone', 'active'],
  export: null,
});

export const accountList = defineList(accounts, {
  name: 'accounts',
  filters: ['role', 'organisationId', 'active'],
  sorts: ['username'],
  shows: ['username', 'name', 'role', 'organisationId', 'regionCodes', 'phone', 'active'],
  organisations: { organisationName: 'organisationId' },
  may: mayAdminister,
  export: null,
});
