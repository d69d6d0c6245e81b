// The saved views of each list, by name.
import { defineList } from '../list.ts';
import { savedViews } from './model.ts';

export const viewList = defineList(savedViews, {
  name: 'views',
  filters: ['list'],
  atOnce: ['list'],
  sorts: ['name'],
  shows: ['list', 'name', 'ownerId', 'ownerName', 'shared', 'look'],
  export: null,
});
