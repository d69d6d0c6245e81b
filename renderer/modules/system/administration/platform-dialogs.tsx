import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Field } from '#renderer/ui/fields/field.tsx';
import { type Platform, platformSchema } from '#shared/domain/admin/model.ts';
import { systemText } from '#shared/text/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { CheckField, ChoiceField, plainControl, TextField } from './fields.tsx';
import { regionOptions } from './region-options.ts';
import { useKeptForm } from './use-kept-form.ts';
import { useSave } from './use-save.ts';

const words = systemText.platforms;
const kept = { command: 'platforms.save', member: 'platform', schema: platformSchema };
type Draft = Omit<Platform, 'publicKeys'>;
type DialogProps = { readonly platform: Platform | null; readonly onClose: () => void };

export function PlatformDialog({ platform, onClose }: DialogProps) {
  const { draft, filled, dialog } = useKeptForm(kept, draftOf(platform), onClose);
  return (
    <EditDialog title={platform === null ? words.addTitle : words.editTitle} {...dialog}>
      <TextField {...filled('id')} disabled={platform !== null} help={words.idHelp} required />
      <TextField {...filled('name')} required />
      <ChoiceField {...filled('regionCode')} required options={regionOptions([draft.regionCode])} />
      <TextField {...filled('inboxUrl')} help={words.urlHelp} required />
      <CheckField {...filled('active')} />
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
