// Words that a person types, with suggestions under them: what is typed is the value, and one of the suggestions may be taken instead.
import { Combobox, Input, useCombobox } from '@mantine/core';
import { useEffect, useId } from 'react';
import { lengthOf } from '#shared/kernel/text.ts';
import type { FieldControl } from './field.tsx';
import css from './picker.module.css';
import type { PickerOption } from './picker.tsx';
import { Counter } from './text-box.tsx';

type Props = {
  readonly control: FieldControl;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly options: readonly PickerOption[];
  readonly onTake: (id: string) => void;
  /** How many characters it may have, as its schema says (`limitOf`). */
  readonly limit: number | undefined;
  readonly onOpen?: () => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly compact?: boolean;
};

export function SuggestBox({
  control,
  value,
  onChange,
  options,
  onTake,
  limit,
  onOpen,
  onBlur,
  placeholder = '',
  compact = false,
}: Props) {
  const combobox = useCombobox({
    onDropdownClose: () => combobox.resetSelectedOption(),
    onDropdownOpen: () => onOpen?.(),
  });
  // The field names its list as soon as that is open.
  const listId = useId();
  const { setListId } = combobox;
  useEffect(() => setListId(listId), [setListId, listId]);
  const length = limit === undefined ? 0 : lengthOf(value);
  const wrong = (limit !== undefined && length > limit) || (control['aria-invalid'] ?? false);
  return (
    <>
      <Combobox
        keepMounted={false}
        onOptionSubmit={(id) => {
          onTake(id);
          combobox.closeDropdown();
        }}
        position="bottom-start"
        shadow="md"
        size={compact ? 'xs' : 'sm'}
        store={combobox}
        width={compact ? 420 : 'target'}
        withinPortal
      >
        <Combobox.Target withAriaAttributes withExpandedAttribute>
          <Input
            {...control}
            aria-autocomplete="list"
            aria-invalid={wrong}
            autoComplete="off"
            error={wrong}
            onBlur={() => {
              combobox.closeDropdown();
              onBlur?.();
            }}
            onChange={(event) => {
              onChange(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onClick={() => combobox.openDropdown()}
            placeholder={placeholder}
            role="combobox"
            size={compact ? 'xs' : 'sm'}
            styles={{ input: { textOverflow: 'ellipsis' } }}
            value={value}
            {...(compact ? { title: value } : {})}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={options.length === 0}>
          <Combobox.Options className={css['options'] ?? ''} id={listId}>
            {options.map(({ id, name, detail }) => (
              <Combobox.Option key={id} value={id}>
                <span className={css['words']}>
                  {name}
                  {detail === undefined || detail === '' ? null : (
                    <span className={css['detail']}>{detail}</span>
                  )}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {limit === undefined ? null : <Counter length={length} limit={limit} />}
    </>
  );
}
