// Whence the value of a field comes, at the end of the line of its label: plan, centre, unit …, or typed over, with the way back.
import { Button } from '@mantine/core';
import { isEmpty, valueAt } from '#shared/domain/announcements/field-values.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import { announcementPages } from '#shared/text/index.ts';
import css from './form.module.css';
import { useAnnouncementForm } from './form-context.ts';

const words = announcementPages.form;

export function SourceTag({ field, label }: { readonly field: string; readonly label: string }) {
  const { typed, generated, sources, restore } = useAnnouncementForm();
  const value = valueAt(generated, field);
  if (isEmpty(value)) return null;
  const isTyped = Object.hasOwn(typed, field) && !sameValue(typed[field], value);
  if (isTyped) {
    return (
      <span className={css['source']}>
        {words.typed}
        <Button
          aria-label={words.restoreOf(label)}
          className={css['restore'] ?? ''}
          onClick={() => restore(field)}
          size="compact-xs"
          variant="subtle"
        >
          {words.restore}
        </Button>
      </span>
    );
  }
  const source = sources[field];
  return source === undefined ? null : <span className={css['source']}>{words.source[source]}</span>;
}
