// One command: what was asked, how it stands, why it was refused, and the ways out of it.
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ask } from '#renderer/api/bridge.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { recordType, useModules, type WindowModule } from '#renderer/app/module.ts';
import { ConfirmAction } from '#renderer/ui/dialogs/confirm-action.tsx';
import { EmptyState, ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import type { OutboxItem } from '#shared/contract/ipc.ts';
import type { AppError } from '#shared/kernel/errors.ts';
import {
  commandName,
  describeError,
  describeRefusal,
  formatInstant,
  outboxText,
} from '#shared/text/index.ts';
import { ConflictView } from './conflict-view.tsx';
import { editableFields } from './editing.ts';
import { Editor } from './editor.tsx';
import { formRoute } from './form-route.ts';
import { InputView } from './input-view.tsx';
import { ItemState } from './item-state.tsx';
import { Reasons } from './reasons.tsx';
import { useInputWords } from './use-input-words.ts';

const words = outboxText;

export function ItemPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsk('conflict.get', { commandId: id }, { keepPrevious: false });
  if (data === undefined) {
    if (error === null) return <LoadingState />;
    return error.code === 'not_found' ? (
      <EmptyState page searched title={words.notFound} hint="">
        <Button component={Link} to="/outbox">
          {words.back}
        </Button>
      </EmptyState>
    ) : (
      <ErrorState page error={error} onRetry={() => void refetch()} />
    );
  }
  const { item, input, conflicts } = data;
  return (
    <Stack gap="md" p="md" maw={1100}>
      <div>
        <Group gap="sm">
          <Title order={1}>
            {commandName(item.name)}
            {item.subject === null || item.subject.title === '' ? '' : `：${item.subject.title}`}
          </Title>
          <ItemState item={item} />
        </Group>
        <Text c="dimmed">
          {item.no > 0 ? `${words.no(item.no)}　` : ''}
          {words.madeAt} {formatInstant(item.madeAt)}
        </Text>
      </div>
      <State item={item} input={input} />
      {item.state === 'rejected' && item.replacedBy === null ? (
        <WaysOut key={item.id} item={item} input={input} conflicts={conflicts} />
      ) : null}
      <InputView command={item.name} input={input} />
    </Stack>
  );
}

function State({ item, input }: { readonly item: OutboxItem; readonly input: unknown }) {
  const { error, doubt, state, name, dependsOnRejected, replacedBy, authority } = item;
  return (
    <>
      {dependsOnRejected === null ? null : (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {words.dependsOn('')}{' '}
          <Anchor component={Link} underline="always" to={`/outbox/${dependsOnRejected}`}>
            {words.dependsOnShow}
          </Anchor>
        </Alert>
      )}
      {replacedBy === null ? null : (
        <Alert color="blue">
          {words.replacedBy}{' '}
          <Anchor component={Link} underline="always" to={`/outbox/${replacedBy}`}>
            {words.showReplacement}
          </Anchor>
        </Alert>
      )}
      {error === null ? null : (
        <Alert
          color={state === 'rejected' ? 'red' : 'orange'}
          icon={<IconCircleX aria-hidden />}
          title={state === 'rejected' ? words.reasonTitle : words.lateTitle}
        >
          {state === 'rejected' ? describeRefusal(name, error) : describeError(error)}
          <Reasons command={name} input={input} error={error} />
        </Alert>
      )}
      {doubt === null ? null : (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={words.doubtTitle}>
          {describeRefusal(name, doubt)}
          <Reasons command={name} input={input} error={doubt} />
        </Alert>
      )}
      {state === 'held' ? (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={words.heldTitle}>
          {words.heldHelp}
        </Alert>
      ) : null}
      {state === 'pending' && error === null && doubt === null ? (
        <Text c="dimmed">{words.waitingHelp[authority]}</Text>
      ) : null}
    </>
  );
}

type WaysProps = {
  readonly item: OutboxItem;
  readonly input: unknown;
  readonly conflicts: Parameters<typeof ConflictView>[0]['conflicts'];
};

function WaysOut({ item, input, conflicts }: WaysProps) {
  const navigate = useNavigate();
  const modules = useModules();
  const { kindOf } = useInputWords(item.name, input);
  const [running, setRunning] = useState(false);
  const [asking, setAsking] = useState(false);
  const [again, setAgain] = useState<AppError | null>(null);
  const resubmit = async (changed: unknown) => {
    setRunning(true);
    const answer = await ask('outbox.resubmit', { id: item.id, input: changed });
    setRunning(false);
    if (!answer.ok) {
      setAgain(answer.error);
      return;
    }
    notifications.show({ color: 'green', message: words.resubmitted });
    void navigate('/outbox');
  };
  const discard = async () => {
    setRunning(true);
    const answer = await ask('outbox.discard', { id: item.id });
    setRunning(false);
    setAsking(false);
    if (!answer.ok) {
      setAgain(answer.error);
      return;
    }
    notifications.show({ message: words.discarded });
    void navigate('/outbox');
  };
  // Of a later refusal the fields are the newer word.
  const error = again ?? item.error;
  const record = recordOf(modules, item);
  const editable = editableFields(input, error, kindOf);
  const form = formRoute(
    modules.flatMap(({ commands = [] }) => commands),
    item,
    input,
  );
  // No other value would make a record appear or give a right that is gone.
  const hopeless = error?.code === 'not_found' || error?.code === 'not_allowed';
  const discardButton = (
    <Button variant="default" onClick={() => setAsking(true)}>
      {words.discard}
    </Button>
  );
  return (
    <>
      {again === null ? null : (
        <Alert color="red" title={words.refusedAgain} icon={<IconCircleX aria-hidden />}>
          {describeRefusal(item.name, again)}
          <Reasons command={item.name} input={input} error={again} />
        </Alert>
      )}
      {conflicts.length > 0 ? (
        <ConflictView
          command={item.name}
          input={input}
          conflicts={again?.conflicts?.map((conflict) => ({ ...conflict, mineAt: item.madeAt })) ?? conflicts}
          running={running}
          onResubmit={(changed) => void resubmit(changed)}
          onDiscard={() => void discard()}
          secondary={discardButton}
        />
      ) : form !== undefined && !hopeless ? (
        <>
          <Text>{words.formHelp}</Text>
          <Group gap="xs">
            <Button component={Link} to={form}>
              {words.resubmit}
            </Button>
            <Button variant="default" loading={running} onClick={() => void resubmit(input)}>
              {words.resubmitSame}
            </Button>
            {discardButton}
          </Group>
        </>
      ) : editable.length > 0 && !hopeless ? (
        <Editor
          command={item.name}
          input={input}
          error={error}
          running={running}
          onSubmit={(changed) => void resubmit(changed)}
          secondary={discardButton}
        />
      ) : (
        <>
          {hopeless ? (
            <Text>{words.cannotMend}</Text>
          ) : record === undefined ? null : (
            <Text>{words.resubmitHelp(record.name)}</Text>
          )}
          <Group gap="xs">
            {record === undefined || hopeless ? null : (
              <Button component={Link} to={record.route}>
                {words.openRecord(record.name)}
              </Button>
            )}
            <Button variant="default" loading={running} onClick={() => void resubmit(input)}>
              {words.resubmitSame}
            </Button>
            {discardButton}
          </Group>
        </>
      )}
      <ConfirmAction
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.discardTitle(commandName(item.name))}
        consequence={words.discardBody}
        action={words.discard}
        danger
        running={running}
        onConfirm={() => void discard()}
      />
    </>
  );
}

/** The record the command was for, and where it is shown. */
function recordOf(modules: readonly WindowModule[], { subject }: OutboxItem) {
  if (subject === null) return undefined;
  const type = recordType(modules, subject.entity);
  const route = type?.route?.(subject.id);
  return type === undefined || route === undefined ? undefined : { name: type.name, route };
}
