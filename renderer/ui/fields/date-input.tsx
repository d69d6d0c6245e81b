// A day, or a day with a time: typed, or picked from a calendar. The value is 'yyyy-mm-dd' or 'yyyy-mm-ddThh:mm'; no Date object is made of it, so no time
// zone can move it.
import { ActionIcon, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';
import { dayOfLocalTime, type LocalTime, type PlainDate } from '#shared/kernel/dates.ts';
import { forms } from '#shared/text/index.ts';
import { parseDate, parseLocalTime, parseMonth } from './parse-date.ts';
import { type Parsed, ParsedInput, type ParsedProps } from './parsed-input.tsx';

type Props<T> = ParsedProps<T> & {
  /** Names the calendar's button; the field's label. */
  readonly label?: string;
  readonly min?: PlainDate;
  readonly max?: PlainDate;
};

export function DateInput(props: Props<PlainDate>) {
  return (
    <CalendarInput
      {...props}
      dayOf={same}
      format={same}
      parse={parseDate}
      placeholder={forms.date.placeholder}
      why={() => forms.notRead.date}
      withDay={same}
    />
  );
}

/** Typed with its time; a day from the calendar keeps the time that stood there, or begins with `at`. */
export function LocalTimeInput({ at = '09:00', ...props }: Props<LocalTime> & { readonly at?: string }) {
  return (
    <CalendarInput
      {...props}
      dayOf={dayOfLocalTime}
      format={(time) => time.replace('T', ' ')}
      parse={parseLocalTime}
      placeholder={forms.localTime.placeholder}
      why={() => forms.notRead.time}
      withDay={(day, before) => `${day}T${before?.slice(11) ?? at}`}
    />
  );
}

export function MonthInput(props: ParsedProps<string>) {
  return (
    <ParsedInput<string>
      {...props}
      format={same}
      parse={parseMonth}
      placeholder={forms.month.placeholder}
      why={() => forms.notRead.month}
    />
  );
}

const same = (text: string) => text;

type CalendarProps<T> = Props<T> & {
  readonly parse: (text: string) => Parsed<T>;
  readonly why: (text: string) => string;
  readonly format: (value: T) => string;
  readonly dayOf: (value: T) => PlainDate;
  readonly withDay: (day: PlainDate, before: T | null) => T;
};

function CalendarInput<T>({ label = '', min, max, dayOf, withDay, ...props }: CalendarProps<T>) {
  const [open, setOpen] = useState(false);
  // A picked day replaces a text that is none.
  const [picks, setPicks] = useState(0);
  const { value, onChange, onBlur, disabled = false, control } = props;
  const day = value === null ? null : dayOf(value);
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
          <ParsedInput<T>
            {...props}
            renewed={picks}
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
            onChange(date === null ? null : withDay(date, value), undefined);
            setPicks(picks + 1);
            setOpen(false);
            onBlur?.();
          }}
          size="sm"
          // Red is for what is wrong.
          weekendDays={[]}
          value={day}
          {...(day === null ? {} : { defaultDate: day })}
          {...(min === undefined ? {} : { minDate: min })}
          {...(max === undefined ? {} : { maxDate: max })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
