// The earliest lawful day beside a date: 填入最早日期, and 为什么. A day is offered, never set by itself.
import { Button } from '@mantine/core';
import type { TemplateField } from '#shared/domain/announcements/template.ts';
import { announcementPages } from '#shared/text/index.ts';
import { earliestValue } from './earliest-value.ts';
import css from './form.module.css';
import { useAnnouncementForm } from './form-context.ts';

const words = announcementPages.earliest;

type Props = {
  /** The field on which the period bears; in a correction, that of the corrected announcement. */
  readonly field: Pick<TemplateField, 'key' | 'label' | 'kind'>;
  readonly present: unknown;
  readonly onFill: (value: string) => void;
};

export function EarliestLine({ field, present, onFill }: Props) {
  const form = useAnnouncementForm();
  const { key, label, kind } = field;
  const offered = form.earliest.get(key);
  if (offered === undefined) return null;
  return (
    <span className={css['earliest']}>
      <span>
        {words.offer(offered.date)}
        {offered.provisional ? <span className={css['provisional']}>{words.provisional}</span> : null}
      </span>
      <Button
        aria-label={words.fillOf(label)}
        onClick={() => onFill(earliestValue(kind, offered.date, present))}
        size="compact-xs"
        variant="light"
      >
        {words.fill}
      </Button>
      <Button
        aria-label={words.whyOf(label)}
        onClick={() => form.explain(key)}
        size="compact-xs"
        variant="subtle"
      >
        {words.why}
      </Button>
    </span>
  );
}
