// The modules of the product. What others refer to comes first: in this order a snapshot sends their record types.
import { adminModule } from './admin/module.ts';
import { announcementsModule } from './announcements/module.ts';
import { awardChangesModule } from './award-changes/module.ts';
import { awardsModule } from './awards/module.ts';
import { challengesModule } from './challenges/module.ts';
import { contractsModule } from './contracts/module.ts';
import { expertsModule } from './experts/module.ts';
import { plansModule } from './plans/module.ts';
import { projectsModule } from './projects/module.ts';
import { suppliersModule } from './suppliers/module.ts';
import { viewsModule } from './views/module.ts';

export const modules = [
  adminModule,
  suppliersModule,
  plansModule,
  projectsModule,
  announcementsModule,
  challengesModule,
  awardsModule,
  awardChangesModule,
  contractsModule,
  expertsModule,
  viewsModule,
] as const;
