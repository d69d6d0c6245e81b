// The document as it is published: the very markup of the website, on white whatever the theme.
import { useMemo } from 'react';
import { documentHtml } from '#shared/documents/html.ts';
import type { AnnouncementDocument } from '#shared/documents/model.ts';
import '../../../../resources/documents/announcement.css';
import css from './sheet.module.css';

export function AnnouncementSheet({ document }: { readonly document: AnnouncementDocument }) {
  const html = useMemo(() => ({ __html: documentHtml(document, 2) }), [document]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: documentHtml writes tags of its own only and escapes every text
  return <div className={css['sheet']} dangerouslySetInnerHTML={html} />;
}
