// What stands above the form: what did not come through, what was found again, why it came back, what others changed meanwhile.
import { Alert, Button, Group, List } from '@mantine/core';
import {
  IconAlertCircle,
  IconArrowsSplit,
  IconCircleX,
  IconCornerUpLeft,
  IconHistory,
  IconUsers,
} from '@tabler/icons-react';
import { Diff } from '#renderer/ui/diff.tsx';
import { clockTime } from '#renderer/ui/time.ts';
import { fieldsOf } from '#shared/domain/announcements/field-values.ts';
import type { Announcement } from '#shared/domain/announcements/model.ts';
import { valueText } from '#shared/domain/announcements/print-values.ts';
import type { Template } from '#shared/domain/announcements/template.ts';
import { announcementPages, describeField, describeRefusal, forms, label } from '#shared/text/index.ts';
import { fieldName } from './field-names.ts';
import { type FormContent, sectionsField } from './form-content.ts';
import type { FormState } from './form-state.ts';
import type { RefusedAnnouncement } from './refused-announcement.ts';

const words = announcementPages.form;

type Props = {
  readonly template: Template;
  readonly announcement: Announcement | null;
  readonly state: FormState;
  readonly editable: boolean;
  readonly refusal: string | null;
  readonly onSeenRefusal: () => void;
  readonly restoredAt: number | null;
  readonly onRevert: () => void;
  readonly refused: RefusedAnnouncement | null;
  readonly onChoose: (field: string, side: 'mine' | 'theirs') => void;
  readonly onSeenMerge: () => void;
};

export function FormNotices(props: Props) {
  const { template, announcement, state, editable, refusal, restoredAt, refused } = props;
  return (
    <>
      {refusal === null ? null : (
        <Alert
          closeButtonLabel={forms.close}
          color="red"
          icon={<IconAlertCircle aria-hidden size={18} />}
          mb="sm"
          onClose={props.onSeenRefusal}
          role="alert"
          withCloseButton
        >
          {refusal}
        </Alert>
      )}
      {editable || announcement === null ? null : (
        <Alert color="orange" mb="sm" title={words.notEditable}>
          {words.moved(label(`announcements.status.${announcement.status}`))}
        </Alert>
      )}
      {restoredAt === null ? null : (
        <Alert color="blue" icon={<IconHistory aria-hidden size={18} />} mb="sm" role="status">
          {words.restored(clockTime(restoredAt))}
          <Button onClick={props.onRevert} size="compact-sm" variant="subtle">
            {words.restoredUndo}
          </Button>
        </Alert>
      )}
      {refused === null ? null : <Refused refused={refused} template={template} />}
      <Returned announcement={announcement} />
      <Incoming
        announcement={announcement}
        onChoose={props.onChoose}
        onSeenMerge={props.onSeenMerge}
        state={state}
        template={template}
      />
    </>
  );
}

function Refused({
  refused,
  template,
}: {
  readonly refused: RefusedAnnouncement;
  readonly template: Template;
}) {
  const { error, name } = refused;
  const fields = error?.fields ?? [];
  return (
    <Alert
      color="red"
      icon={<IconCircleX aria-hidden size={18} />}
      mb="sm"
      role="status"
      title={words.refused.title}
    >
      {error === null ? null : describeRefusal(name, error)} {words.refused.hint}
      {fields.length === 0 ? null : (
        <List mt={4} size="sm">
          {fields.map((field) => (
            <List.Item key={field.path + field.code}>
              {forms.of(describeField(field), fieldName(template, field.path))}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

function Returned({ announcement }: { readonly announcement: Announcement | null }) {
  if (announcement?.status !== 'returned') return null;
  const last = announcement.history.findLast(({ action }) => action === 'announcements.return');
  if (last === undefined) return null;
  return (
    <Alert
      color="orange"
      icon={<IconCornerUpLeft aria-hidden size={18} />}
      mb="sm"
      title={announcementPages.page.returnedTitle(
        announcementPages.timeline.by(label(`roles.${last.role}`), last.name),
        announcementPages.stage.at(last.at),
      )}
    >
      {announcementPages.page.reason(last.note)}
    </Alert>
  );
}

type IncomingProps = Pick<Props, 'state' | 'template' | 'announcement' | 'onChoose' | 'onSeenMerge'>;

function Incoming({ state, template, announcement, onChoose, onSeenMerge }: IncomingProps) {
  const { taken, contested, theirs, content } = state;
  const text = words.incoming;
  const author = (field: string) => announcement?.fieldEdits[field]?.name ?? text.someone;
  return (
    <>
      {taken.length === 0 ? null : (
        <Alert
          closeButtonLabel={forms.close}
          color="blue"
          icon={<IconUsers aria-hidden size={18} />}
          mb="sm"
          onClose={onSeenMerge}
          role="status"
          withCloseButton
        >
          {text.merged(author(taken[0] ?? ''), taken.map((field) => fieldName(template, field)).join('、'))}
        </Alert>
      )}
      {contested.length === 0 || theirs === null ? null : (
        <Alert
          color="orange"
          icon={<IconArrowsSplit aria-hidden size={18} />}
          mb="sm"
          title={text.title(contested.length)}
        >
          <p>{text.hint}</p>
          <Diff
            actionLabel={text.choose}
            afterLabel={text.mine}
            beforeLabel={text.theirs}
            entries={contested.map((field) => ({
              key: field,
              label: fieldName(template, field),
              before: wordsOf(template, theirs, field),
              after: wordsOf(template, content, field),
              action: (
                <Group gap={4}>
                  <Button onClick={() => onChoose(field, 'theirs')} size="xs" variant="default">
                    {text.takeTheirs}
                  </Button>
                  <Button onClick={() => onChoose(field, 'mine')} size="xs" variant="default">
                    {text.keepMine}
                  </Button>
                </Group>
              ),
            }))}
            label={text.title(contested.length)}
          />
        </Alert>
      )}
    </>
  );
}

function wordsOf(template: Template, { sectionIds, values }: FormContent, key: string): string {
  if (key === sectionsField) return words.sectionCount(sectionIds.length);
  const field = fieldsOf(template).find((each) => each.key === key);
  if (field === undefined || !Object.hasOwn(values, key)) return words.incoming.automatic;
  return valueText(field, values[key]);
}
