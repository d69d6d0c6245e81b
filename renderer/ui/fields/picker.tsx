// One choice from a list that is searched while typing. The text is only a search: leaving the field shows the choice again, so that nothing half
// typed looks like a choice. CodePicker and OrganisationPicker stand on it.
import { CloseButton, Combobox, Input, useCombobox } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { mostSearched } from '#shared/contract/paging.ts';
import { lengthOf } from '#shared/kernel/text.ts';
import { forms } from '#shared/text/index.ts';
import type { FieldControl } from './field.tsx';
import css from './picker.module.css';

export type PickerOption = {
  readonly id: string;
  readonly name: string;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly disabled?: boolean;
};

export type PickerProps = {
  readonly control: FieldControl;
  /** Text of the choice; null when nothing is chosen. */
  readonly chosen: { readonly id: string; readonly text: string } | null;
  readonly options: readonly PickerOption[];
  /** What is left out of the options, as a sentence under them. */
  readonly note?: ReactNode;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onChange: (id: string | null) => void;
  readonly onOpen?: () => void;
  readonly onBlur?: (() => void) | undefined;
  readonly placeholder: string;
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  readonly compact?: boolean;
  /** Not all that can be chosen is known yet. */
  readonly incomplete?: boolean;
};

export function Picker({
  control,
  chosen,
  options,
  note,
  search,
  onSearch,
  onChange,
  onOpen,
  onBlur,
  placeholder,
  clearable = true,
  disabled = false,
  compact = false,
  incomplete = false,
}: PickerProps) {
  const [typing, setTyping] = useState(false);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyping(false);
      onSearch('');
    },
    onDropdownOpen: () => {
      onOpen?.();
      combobox.updateSelectedOptionIndex('active', { scrollIntoView: true });
    },
  });
  // The field names its list as soon as that is open.
  const listId = useId();
  const { setListId } = combobox;
  useEffect(() => setListId(listId), [setListId, listId]);
  // While one types, Enter takes the nearest option: known only after the new options are drawn.
  const nearest = typing ? `${search}/${options[0]?.id ?? ''}` : '';
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is another object at every drawing
  useEffect(() => {
    if (nearest !== '') selectFirstOption();
  }, [nearest]);
  const length = lengthOf(search);
  const whenFound = search === '' ? forms.picker.empty : forms.picker.nothing(search);
  const whenSearched = length > mostSearched ? forms.counter.tooLong(length, mostSearched) : whenFound;
  const nothing = incomplete ? forms.picker.nothingYet : whenSearched;
  const canClear = clearable && chosen !== null && !disabled;

  return (
    <Combobox
      // Closed lists cost a form of many choices more than all its fields.
      keepMounted={false}
      onOptionSubmit={(id) => {
        onChange(id);
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
          autoComplete="off"
          disabled={disabled}
          error={control['aria-invalid'] ?? false}
          onBlur={() => {
            combobox.closeDropdown();
            setTyping(false);
            onSearch('');
            onBlur?.();
          }}
          onChange={(event) => {
            setTyping(true);
            onSearch(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            const { key, nativeEvent } = event;
            if (key !== 'Enter' || nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
            // Whoever types fast presses Enter before the nearest option is marked.
            const first = options.find((option) => option.disabled !== true);
            if (!typing || search === '' || first === undefined) return;
            if (combobox.getSelectedOptionIndex() !== -1) return;
            event.preventDefault();
            onChange(first.id);
            combobox.closeDropdown();
          }}
          placeholder={chosen?.text ?? placeholder}
          rightSection={
            canClear ? (
              <CloseButton
                aria-label={forms.clear}
                onClick={() => onChange(null)}
                onMouseDown={(event) => event.preventDefault()}
                size={compact ? 22 : 28}
                tabIndex={-1}
              />
            ) : (
              <IconSelector aria-hidden className={css['arrow']} size={15} />
            )
          }
          rightSectionPointerEvents={canClear ? 'all' : 'none'}
          rightSectionWidth={compact ? 26 : 32}
          role="combobox"
          size={compact ? 'xs' : 'sm'}
          styles={{ input: { textOverflow: 'ellipsis' } }}
          title={chosen?.text ?? ''}
          value={typing ? search : (chosen?.text ?? '')}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={disabled}>
        <Combobox.Options className={css['options'] ?? ''} id={listId}>
          {options.map((option) => (
            <Combobox.Option
              active={option.id === chosen?.id}
              disabled={option.disabled === true}
              key={option.id}
              value={option.id}
            >
              <div className={css['option']}>
                <IconCheck
                  aria-hidden
                  className={css['check']}
                  data-chosen={option.id === chosen?.id}
                  size={14}
                />
                {option.code === undefined ? null : <span className={css['code']}>{option.code}</span>}
                <span className={css['words']}>
                  {option.name}
                  {option.detail === undefined || option.detail === '' ? null : (
                    <span className={css['detail']}>{option.detail}</span>
                  )}
                </span>
              </div>
            </Combobox.Option>
          ))}
          {options.length === 0 ? <Combobox.Empty>{nothing}</Combobox.Empty> : null}
        </Combobox.Options>
        {note === undefined ? null : <Combobox.Footer>{note}</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  );
}
