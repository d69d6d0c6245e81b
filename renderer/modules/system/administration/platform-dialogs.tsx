import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Field } from '#renderer/ui/fields/field.tsx';
import { type Platform, platformSchema } from '#shared/domain/admin/model.ts';
import { limitOf } from '#shared/domain/fields.ts';
import { label, systemText } from '#shared/text/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { CheckField, ChoiceField, plainControl, TextField } from './fields.tsx';
import { regionOptions } from './region-options.ts';
import { useSave } from './use-save.ts';

const words = systemText.platforms;
type Draft = Omit<Platform, 'publicKeys'>;
type DialogProps = { readonly platform: Platform | null; readonly onClose: () => void };

export function PlatformDialog({ platform, onClose }: DialogProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(platform));
  const save = useSave('platforms.save');
  const set = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  const text = (key: 'id' | 'name' | 'inboxUrl', help?: string, disabled = false) => (
    <TextField
      id={`platform-${key}`}
      label={label(`platform.${key}`)}
      required
      disabled={disabled}
      {...(help === undefined ? {} : { help })}
      messages={save.messagesAt(`platform.${key}`)}
      limit={limitOf(platformSchema.shape[key])}
      value={draft[key]}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <EditDialog
      title={platform === null ? words.addTitle : words.editTitle}
      running={save.running}
      problem={save.problem}
      onClose={onClose}
      onSave={() => void save.save({ platform: draft }, onClose)}
    >
      {text('id', words.idHelp, platform !== null)}
      {text('name')}
      <ChoiceField
        id="platform-region"
        label={label('platform.regionCode')}
        required
        messages={save.messagesAt('platform.regionCode')}
        value={draft.regionCode}
        options={regionOptions([draft.regionCode])}
        onChange={(regionCode) => set({ regionCode })}
      />
      {text('inboxUrl', words.urlHelp)}
      <CheckField
        label={label('platform.active')}
        value={draft.active}
        onChange={(active) => set({ active })}
      />
    </EditDialog>
  );
}

export function KeyDialog({
  platform,
  onClose,
}: {
  readonly platform: Platform;
  readonly onClose: () => void;
}) {
  const [keyId, setKeyId] = useState('');
  const [publicKey, setPublicKey] = useState('');
  const save = useSave('platforms.addKey');
  const wrongKey = save.messagesAt('publicKey').length > 0;
  return (
    <EditDialog
      title={words.keyTitle(platform.name)}
      action={words.addKey}
      running={save.running}
      problem={save.problem}
      onClose={onClose}
      // A key is pasted with the line breaks of where it was copied.
      onSave={() =>
        void save.save(
          { platformId: platform.id, keyId: keyId.trim(), publicKey: publicKey.replace(/\s/g, '') },
          onClose,
        )
      }
    >
      <TextField
        id="key-id"
        limit={undefined}
        label={words.keyId}
        required
        messages={save.messagesAt('keyId')}
        value={keyId}
        onChange={setKeyId}
      />
      <Field
        id="key-text"
        label={words.keyText}
        required
        help={words.keyHelp}
        messages={wrongKey ? [{ severity: 'error', text: words.keyWrong }] : []}
      >
        {(control) => (
          <Textarea
            {...plainControl(control)}
            rows={3}
            spellCheck={false}
            value={publicKey}
            onChange={(event) => setPublicKey(event.currentTarget.value)}
          />
        )}
      </Field>
    </EditDialog>
  );
}

function draftOf(platform: Platform | null): Draft {
  if (platform === null) return { id: '', name: '', regionCode: '411000', inboxUrl: '', active: true };
  const { id, name, regionCode, inboxUrl, active } = platform;
  return { id, name, regionCode, inboxUrl, active };
}
