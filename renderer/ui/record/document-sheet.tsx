// An official document as it is published or sent: the very markup of the website, on white whatever the theme.
import { useMemo } from 'react';
import { documentHtml } from '#shared/documents/html.ts';
import type { OfficialDocument } from '#shared/documents/model.ts';
import '../../../resources/documents/announcement.css';
import css from './document-sheet.module.css';

export function DocumentSheet({ document }: { readonly document: OfficialDocument }) {
  const html = useMemo(() => ({ __html: documentHtml(document, 2) }), [document]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: documentHtml writes tags of its own only and escapes every text
  return <div className={css['sheet']} dangerouslySetInnerHTML={html} />;
}
