// 曾用名: until when each was the name, with the paper that says so; the latest first.
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import type { Supplier } from '#shared/domain/suppliers/model.ts';
import { supplierPages } from '#shared/text/index.ts';
import css from './supplier-page.module.css';

const { page: words } = supplierPages;
const purposes = [{ code: 'file', name: words.paper }] as const;

export function EarlierNames({ names }: { readonly names: Supplier['earlierNames'] }) {
  if (names.length === 0) return <p className={css['none']}>{words.noEarlierNames}</p>;
  return names.toReversed().map(({ name, until, file }) => (
    <div className={css['part']} key={file.id}>
      <p className={css['name']}>{words.earlierName(name, until)}</p>
      <Attachments
        files={[{ ...file, purpose: 'file' as const }]}
        id={`earlier-name-${file.id}`}
        label={words.paperOf(name)}
        purposes={purposes}
      />
    </div>
  ));
}
