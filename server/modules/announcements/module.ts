// 采购公告发布 on the server: what is published or withdrawn is on the website from the same moment on, and leaves for the trading centre.
import { recordAnnouncementDelivery } from '#shared/domain/announcements/commands/delivery.ts';
import { announcements } from '#shared/domain/announcements/model.ts';
import { answerAnnouncementsReport } from '../../exchange/reconcile-announcements.ts';
import { defineServerModule } from '../../server-module.ts';
import { projectAnnouncements, rebuildWebsite } from '../../website/projection.ts';

export const announcementsOnServer = defineServerModule({
  projections: [
    {
      entity: announcements.name,
      tables: ['website_announcements', 'website_head'],
      write: projectAnnouncements,
      rebuild: rebuildWebsite,
    },
  ],
  incoming: [{ type: 'reconcile.announcements', decide: answerAnnouncementsReport }],
  outgoing: [
    'announcement.push',
    'announcement.correct',
    'announcement.terminate',
    'award.push',
    'award-change.push',
    'contract.push',
    'contract.change',
  ].map((type) => ({ type, command: recordAnnouncementDelivery.name, subject: 'announcementId' })),
});
