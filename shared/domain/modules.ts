// The modules of the product. What others refer to comes first: in this order a snapshot sends their record types.
import { adminModule } from './admin/module.ts';
import { announcementsModule } from './announcements/module.ts';
import { challengesModule } from './challenges/module.ts';
import { plansModule } from './plans/module.ts';
import { projectsModule } from './projects/module.ts';
import { viewsModule } from './views/module.ts';

export const modules = [
  adminModule,
  plansModule,
  projectsModule,
  announcementsModule,
  challengesModule,
  viewsModule,
] as const;
