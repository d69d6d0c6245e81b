// The modules of the window, in the order of the manual's menu. One line each; what a module is, it says itself.
import type { WindowModule } from '#renderer/app/module.ts';
import { announcementsModule } from './announcements/module.tsx';
import { awardChangesModule } from './award-changes/module.tsx';
import { awardsModule } from './awards/module.tsx';
import { challengesModule } from './challenges/module.tsx';
import { contractsModule } from './contracts/module.tsx';
import { outboxModule } from './outbox/module.tsx';
import { plansModule } from './plans/module.tsx';
import { projectsModule } from './projects/module.tsx';
import { suppliersModule } from './suppliers/module.tsx';
import { systemModule } from './system/module.tsx';
import { tasksModule } from './tasks/module.tsx';
import { viewsModule } from './views/module.tsx';

export const modules: readonly WindowModule[] = [
  plansModule,
  announcementsModule,
  projectsModule,
  awardsModule,
  challengesModule,
  suppliersModule,
  awardChangesModule,
  contractsModule,
  tasksModule,
  outboxModule,
  systemModule,
  viewsModule,
];
