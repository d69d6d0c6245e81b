// 登记答复: a page of its own, because an answer is long and must not be lost. What is typed is kept on this computer until it is registered.
import { Alert, Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { newId } from '#renderer/api/ids.ts';
import { useAsk } from '#renderer/api/use-ask.ts';
import { useCommand } from '#renderer/api/use-command.ts';
import { useToday } from '#renderer/ui/base/use-today.ts';
import { SubmitCheck } from '#renderer/ui/dialogs/submit-check.tsx';
import { isBlank } from '#renderer/ui/form/content-of-schema.ts';
import { FieldGrid, FormPage, formTopId } from '#renderer/ui/form/form-page.tsx';
import { messagesByPath } from '#renderer/ui/form/messages-by-path.ts';
import { sectionState } from '#renderer/ui/form/section-state.ts';
import { showing } from '#renderer/ui/form/shown-findings.ts';
import { useKeptDraft } from '#renderer/ui/form/use-kept-draft.ts';
import { ErrorState, LoadingState } from '#renderer/ui/states/states.tsx';
import { tellDone, tellRefusal } from '#renderer/ui/states/tell.ts';
import { answeredBefore } from '#shared/domain/challenges/answered.ts';
import {
  type Challenge,
  conclusions,
  type Reply,
  replySchema,
  services,
} from '#shared/domain/challenges/model.ts';
import { sameValue } from '#shared/domain/same-value.ts';
import { consequencesFor } from '#shared/rules/challenge-rules.ts';
import type { Finding } from '#shared/rules/engine.ts';
import { challengePages, describeField, describeRefusal, fieldLabel, label } from '#shared/text/index.ts';
import { challengeName } from '../form/challenge-record.ts';
import { emptyReply, replyFields as fields, type ReplyDraft, readReply } from './reply-fields.ts';

const words = challengePages.reply;
const command = 'challenges.reply';
const always = ['conclusion', 'text', 'repliedOn'] as const satisfies readonly (keyof ReplyDraft)[];

/** Where what the supplier says is so, also what follows from it. */
function requiredNow({ conclusion }: ReplyDraft): readonly (keyof ReplyDraft)[] {
  return conclusion === null || conclusion === 'dismissed' ? always : [...always, 'consequence'];
}
const rules = showing({
  incomplete: new Set(['challenge.required', 'reply.consequence_missing', 'reply.letter']),
  wrong: 'where touched',
});

type Kept = { readonly content: ReplyDraft; readonly unreadable: Readonly<Record<string, string>> };

export function ReplyPage() {
  const { challengeId = '' } = useParams();
  const key = `challenge-reply/${challengeId}`;
  const asked = useAsk('challenges.get', { id: challengeId }, { keepPrevious: false });
  const draft = useAsk('drafts.get', { key }, { keepPrevious: false });
  // The draft is asked once: what is typed from here on is newer than what is kept.
  const begun = useRef<{ readonly kept: Kept; readonly at: number | null } | undefined>(undefined);
  if (begun.current === undefined && draft.data !== undefined) begun.current = beginOf(draft.data.draft);
  if (asked.error !== null)
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} page />;
  if (draft.error !== null)
    return <ErrorState error={draft.error} onRetry={() => void draft.refetch()} page />;
  if (asked.data === undefined || begun.current === undefined) return <LoadingState />;
  return (
    <ReplyForm
      begun={begun.current.kept}
      challenge={asked.data.challenge}
      draftKey={key}
      key={challengeId}
      may={asked.data.actions.includes(command)}
      restoredAt={begun.current.at}
    />
  );
}

function beginOf(draft: { readonly body: unknown; readonly savedAt: number } | null) {
  const body: unknown = draft?.body ?? {};
  const content = typeof body === 'object' && body !== null && 'content' in body ? body.content : {};
  return { kept: { content: readReply(content), unreadable: {} }, at: draft?.savedAt ?? null };
}

type Props = {
  readonly challenge: Challenge;
  readonly may: boolean;
  readonly begun: Kept;
  readonly draftKey: string;
  readonly restoredAt: number | null;
};

function ReplyForm({ challenge, may, begun, draftKey, restoredAt }: Props) {
  const { id, content: about } = challenge;
  const navigate = useNavigate();
  const today = useToday();
  const { run, running } = useCommand(command);
  const [held, setHeld] = useState(begun);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const summaryRef = useRef<HTMLDivElement>(null);
  const { content, unreadable } = held;
  const dirty = !sameValue(content, emptyReply) || Object.keys(unreadable).length > 0;
  const draft = useKeptDraft({ key: draftKey, form: command, body: held, dirty }, restoredAt);
  const parsed = useMemo(() => replySchema.safeParse(content), [content]);
  const known = useAsk(
    'challenges.checkReply',
    { id, reply: parsed.data ?? notAsked },
    { enabled: parsed.success },
  ).data;

  const required = requiredNow(content);
  const missing = always.filter((field) => isBlank(content[field]));
  const found: readonly Finding[] = [
    ...(missing.length === 0 ? [] : [missingOf(missing)]),
    ...(parsed.success ? (known?.findings ?? []) : []),
  ];
  const wrong = Object.keys(unreadable).map((path) => ({
    path,
    text: `${describeField({ path, code: 'invalid_date' })}${challengePages.form.keep}`,
  }));
  const findings = rules.shownFindings(found, touched, attempted);
  const problems = attempted ? [...wrong, ...rules.problemsOf(findings)] : [];
  const back = `/challenges/${id}`;

  const submit = () => {
    setAttempted(true);
    const errors = wrong.length + found.filter(({ severity }) => severity === 'error').length;
    if (errors === 0 && parsed.success && known !== undefined) return setConfirming(true);
    setTimeout(() => {
      document.getElementById(formTopId)?.scrollIntoView({ block: 'start' });
      summaryRef.current?.focus({ preventScroll: true });
    }, 0);
  };
  const confirm = async (acknowledged: readonly string[]) => {
    const answer = await run({ id, reply: parsed.data, acknowledged });
    setConfirming(false);
    if (!answer.ok) return tellRefusal(command, answer.error);
    await draft.forget();
    tellDone(words.done);
    void navigate(back, { replace: true });
  };
  const nameOf = (path: string) => fieldLabel('challenges.reply', path);

  return (
    <fields.Provider
      value={{
        content,
        unreadable,
        messages: messagesByPath(findings, wrong, rules.isIncomplete),
        required: new Set(required),
        today,
        set: (field, value) => setHeld((now) => ({ ...now, content: { ...now.content, [field]: value } })),
        setUnreadable: (field, text) =>
          setHeld((now) => {
            const { [field]: _, ...others } = now.unreadable;
            return { ...now, unreadable: text === undefined ? others : { ...others, [field]: text } };
          }),
        touch: (field) => setTouched((now) => (now.has(field) ? now : new Set(now).add(field))),
      }}
    >
      <FormPage
        backLabel={challengePages.list.view}
        notices={
          may ? null : (
            <Alert color="orange" p="xs">
              {describeRefusal(command, answeredBefore(challenge) ?? { code: 'wrong_state' })}
            </Alert>
          )
        }
        onBack={() => void navigate(back)}
        primary={
          <Button disabled={!may} loading={running} onClick={submit}>
            {words.confirm}
          </Button>
        }
        problems={problems.map(({ path, text }) => ({
          fieldId: fields.fieldIdOf(path),
          label: nameOf(path),
          text,
        }))}
        saveState={draft.state}
        sections={[
          {
            id: 'reply-section',
            title: challengePages.page.reply,
            state: sectionState(
              Object.keys(emptyReply).map((key) => ({
                key,
                asked: {
                  required: required.some((each) => each === key),
                  blank: isBlank(Reflect.get(content, key)),
                },
              })),
              { findings, problems },
            ),
            children: <Fields stage={about.stage} />,
          },
        ]}
        summaryRef={summaryRef}
        title={words.title(challengeName(about))}
      />
      {confirming ? (
        <SubmitCheck
          nameOf={nameOf}
          onClose={() => setConfirming(false)}
          onConfirm={(acknowledged) => void confirm(acknowledged)}
          running={running}
          warnings={found}
          words={{ title: words.title(challengeName(about)), consequence: words.consequence }}
        />
      ) : null}
    </fields.Provider>
  );
}

/** Never asked: the question waits until there is an answer. */
const notAsked: Reply = { ...emptyReply, conclusion: 'dismissed', text: '——', repliedOn: '2026-01-01' };

function missingOf(paths: readonly string[]): Finding {
  return { ruleId: 'challenge.required', article: 'system', severity: 'error', paths, params: {} };
}

function Fields({ stage }: { readonly stage: Challenge['content']['stage'] }) {
  const { content } = fields.useForm();
  // What was chosen stays in sight when it is no longer asked for: it would travel with the answer.
  const asksConsequence =
    content.consequence !== null || (content.conclusion !== null && content.conclusion !== 'dismissed');
  const possible = consequencesFor(stage);
  const kept = content.consequence;
  const offered = kept === null || possible.some((each) => each === kept) ? possible : [...possible, kept];
  return (
    <FieldGrid>
      <fields.ChoiceField name="conclusion" options={named('conclusion', conclusions)} wide />
      {asksConsequence ? (
        <fields.ChoiceField
          name="consequence"
          options={[
            ...named('consequence', offered),
            ...(content.conclusion === 'dismissed' ? [{ value: null, text: words.none }] : []),
          ]}
          wide
        />
      ) : null}
      <fields.LongTextField name="text" />
      <fields.DateField name="repliedOn" />
      <fields.DateField name="servedOn" />
      <fields.ChoiceField name="service" options={named('service', services)} wide />
      <fields.FilesField name="files" newId={newId} purpose={challengePages.form.filePurpose} />
    </FieldGrid>
  );
}

function named<T extends string>(group: string, values: readonly T[]) {
  return values.map((value) => ({ value, text: label(`challenges.${group}.${value}`) }));
}
