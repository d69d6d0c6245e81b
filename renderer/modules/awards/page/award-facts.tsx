// What the result says: whom, for how much, on whose decision; why not those before; how a tie was resolved; the report of a 重新评审.
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { AskOutput } from '#renderer/api/calls.ts';
import { Attachments } from '#renderer/ui/fields/attachments.tsx';
import { Facts } from '#renderer/ui/record/facts.tsx';
import { RecordSection } from '#renderer/ui/record/record-page.tsx';
import { passedOverReasons } from '#shared/codes/award.ts';
import { codeName } from '#shared/codes/code-table.ts';
import type { AwardContent } from '#shared/domain/awards/model.ts';
import { supplierIdOf } from '#shared/domain/suppliers/model.ts';
import { toPlainDate } from '#shared/kernel/dates.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { isValidUscc } from '#shared/kernel/uscc.ts';
import { awardPages, formatInstant, forms, label } from '#shared/text/index.ts';
import { RankingTable } from '../ranking-table.tsx';
import css from './award-page.module.css';

const { page: words } = awardPages;
const name = (path: string) => label(`awards.content.${path}`);

type Known = AskOutput<'awards.get'>;

export function AwardFacts({ known }: { readonly known: Known }) {
  const { award, ranking, due, standing } = known;
  const counts = standing.as === 'in_force' || standing.as === 'corrected';
  const { content, determinedAt, determinedBy, letter, announcementId, draftedBy } = award;
  const { winner, amount, rate, sizeClass } = content;
  const uscc = ranking.find(({ supplier }) => supplier === winner)?.uscc ?? '';
  const confirmed = determinedAt !== null;
  return (
    <>
      <RecordSection id="award-facts" title={words.facts}>
        <Facts
          facts={[
            {
              label: name('winner'),
              value:
                // Their record is made when the result is confirmed.
                confirmed && isValidUscc(uscc) ? (
                  <Anchor component={Link} to={`/suppliers/${supplierIdOf(uscc)}`}>
                    {winner}
                  </Anchor>
                ) : (
                  winner
                ),
            },
            { label: name('candidates.uscc'), value: uscc },
            { label: name('amount'), value: amount === null ? null : formatYuan(amount) },
            { label: name('rate'), value: rate },
            { label: name('address'), value: content.address },
            {
              label: name('sizeClass'),
              value: label(`suppliers.size.${sizeClass ?? 'unsaid'}`),
            },
            { label: name('basis'), value: label(`awards.basis.${content.basis}`) },
            { label: words.drafter, value: words.draftedBy[draftedBy] },
            ...(confirmed ? [] : [{ label: words.due, value: due }]),
            ...(confirmed
              ? [
                  { label: label('awards.determinedBy'), value: determinedBy },
                  { label: label('awards.determinedAt'), value: formatInstant(determinedAt) },
                ]
              : []),
            ...(letter === null
              ? []
              : [
                  {
                    label: label('awards.letter'),
                    value: (counts ? words.letter : words.letterVoid)(letter.no, toPlainDate(letter.at)),
                  },
                ]),
            ...(announcementId === null
              ? []
              : [
                  {
                    label: words.announcement,
                    value: (
                      <Anchor component={Link} to={`/announcements/${announcementId}`}>
                        {awardPages.guide.announcing}
                      </Anchor>
                    ),
                  },
                ]),
            {
              label: name('note'),
              value: content.note === '' ? null : <span className={css['text']}>{content.note}</span>,
              wide: true,
            },
          ]}
        />
        <Files files={content.authority} id="award-authority" label={name('authority')} />
        <Files files={content.records} id="award-records" label={name('records')} />
      </RecordSection>
      {ranking.length === 0 ? null : (
        <RecordSection
          aside={known.told ? words.rankingSource.told : words.rankingSource.typed}
          id="award-ranking"
          title={known.told ? words.ranking : name('candidates')}
        >
          <RankingTable label={words.ranking} ranking={ranking} winner={winner} />
          {announcementId === null ? <p className={css['second']}>{words.secret}</p> : null}
        </RecordSection>
      )}
      <Explanations content={content} />
    </>
  );
}

function Explanations({ content }: { readonly content: AwardContent }) {
  const { members, passedOver, tie, report } = content;
  return (
    <>
      {members.length === 0 ? null : (
        <RecordSection id="award-members" title={words.members}>
          {members.map(({ name: member, uscc, share }) => (
            <p className={css['line']} key={member}>
              {[member, uscc, share].filter((part) => part !== '').join(' · ')}
            </p>
          ))}
        </RecordSection>
      )}
      {passedOver.length === 0 ? null : (
        <RecordSection id="award-passed-over" title={words.passedOver}>
          {passedOver.map(({ supplier, reasonCode, reason, files }, index) => (
            <div className={css['part']} key={supplier}>
              <Facts
                facts={[
                  { label: name('passedOver.supplier'), value: supplier },
                  {
                    label: name('passedOver.reasonCode'),
                    value:
                      reasonCode === null ? null : (codeName(passedOverReasons, reasonCode) ?? reasonCode),
                  },
                  {
                    label: name('passedOver.reason'),
                    value: <span className={css['text']}>{reason === '' ? forms.none : reason}</span>,
                    wide: true,
                  },
                ]}
              />
              <Files
                files={files}
                id={`award-passed-over-${index}`}
                label={awardPages.form.passedOver.filesOf(supplier)}
              />
            </div>
          ))}
        </RecordSection>
      )}
      {tie === null ? null : (
        <RecordSection id="award-tie" title={words.tie}>
          <Facts
            facts={[
              { label: name('tie.by'), value: label(`awards.tieBy.${tie.by}`) },
              {
                label: name('tie.note'),
                value: <span className={css['text']}>{tie.note === '' ? forms.none : tie.note}</span>,
                wide: true,
              },
            ]}
          />
          <Files files={tie.files} id="award-tie-files" label={words.tie} />
        </RecordSection>
      )}
      {report === null ? null : (
        <RecordSection id="award-report" title={words.report}>
          <Facts facts={[{ label: name('report.reportedOn'), value: report.reportedOn }]} />
          <Files files={report.files} id="award-report-files" label={words.report} />
        </RecordSection>
      )}
    </>
  );
}

type FilesProps = {
  readonly id: string;
  readonly label: string;
  readonly files: AwardContent['authority'];
};

function Files({ id, label: title, files }: FilesProps) {
  if (files.length === 0) return null;
  return (
    <Attachments
      files={files.map((file) => ({ ...file, purpose: 'file' as const }))}
      id={id}
      label={title}
      purposes={[{ code: 'file', name: title }]}
    />
  );
}
