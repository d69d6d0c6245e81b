// Every list of the desk's records.
import { accountList, organisationList } from './admin/list.ts';
import { intentionList } from './announcements/list.ts';
import { planList } from './plans/list.ts';
import { projectList } from './projects/list.ts';
import { viewList } from './views/list.ts';

export const lists = [planList, projectList, intentionList, organisationList, accountList, viewList] as const;
