// A day: typed, or picked from a calendar. The value is 'yyyy-mm-dd'; no Date object is made of it, so no time zone can move it.
import { ActionIcon, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { forms } from '#shared/text/index.ts';
import { parseDate } from './parse-date.ts';
import { ParsedInput, type ParsedProps } from './parsed-input.tsx';

type Props = ParsedProps<PlainDate> & {
  /** Names the calendar's button; the field's label. */
  readonly label?: string;
  readonly min?: PlainDate;
  readonly max?: PlainDate;
};

export function DateInput({ label = '', min, max, ...props }: Props) {
  const [open, setOpen] = useState(false);
  const { value, onChange, onBlur, disabled = false, control } = props;
  return (
    <Popover
      onChange={setOpen}
      opened={open}
      position="bottom-end"
      returnFocus
      shadow="md"
      trapFocus
      withinPortal
      // The button inside the target says it; a plain div may not.
      withRoles={false}
    >
      <Popover.Target>
        <div>
          <ParsedInput<PlainDate>
            {...props}
            format={(date) => date}
            parse={parseDate}
            placeholder={forms.date.placeholder}
            rightSection={
              <ActionIcon
                aria-expanded={open}
                aria-haspopup="dialog"
                aria-label={forms.date.pick(label)}
                color="gray"
                disabled={disabled}
                onClick={() => setOpen(!open)}
                size={28}
                variant="subtle"
              >
                <IconCalendar aria-hidden size={16} />
              </ActionIcon>
            }
            rightSectionWidth={36}
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown aria-label={forms.date.dialog} id={`${control.id}-calendar`} role="dialog">
        <DatePicker
          ariaLabels={{ nextMonth: forms.date.nextMonth, previousMonth: forms.date.previousMonth }}
          firstDayOfWeek={1}
          // Paler than can be read, and never what is meant.
          hideOutsideDates
          locale="zh-cn"
          monthLabelFormat={forms.date.month}
          onChange={(date) => {
            onChange(date, undefined);
            setOpen(false);
            onBlur?.();
          }}
          size="sm"
          // Red is for what is wrong.
          weekendDays={[]}
          value={value}
          {...(value === null ? {} : { defaultDate: value })}
          {...(min === undefined ? {} : { minDate: min })}
          {...(max === undefined ? {} : { maxDate: max })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
