// 采购计划备案 on the server: what a unit has approved is filed by itself, where a setting says so.
import { minute } from '../../jobs/job.ts';
import { defineServerModule } from '../../server-module.ts';
import { fileWaitingPlans } from './auto-filing.ts';

export const plansOnServer = defineServerModule({
  jobs: [{ name: 'auto-filing', schedule: '* * * * *', everyMs: minute, run: fileWaitingPlans }],
});
