import { SubjectFiles } from '@/app/_server/files';
import { Ratings } from '@/components/service-desk/ratings';
import { outcomeSaid } from '@/components/service-desk/words';
import { Card } from '@/components/ui/card';
import { StatePill } from '@/components/ui/pill';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Locale, Translate } from '@/lib/kernel/i18n';
import type { RequestView } from './load';

/** The result, its paper, and what the company made of it. Whose rating it is only its managers read. */
export function ResultCard({ t, locale, view }: { t: Translate; locale: Locale; view: RequestView }) {
  const { request, ratings, rater } = view;
  const said = request.outcome === null ? null : outcomeSaid(t, locale === 'en', request.item.outcomeWords, request.outcome);
  return (
    <Card
      title={t('file.result')}
      aside={
        request.documentId !== null && (
          <a className="link" href={`/desk/documents/${request.documentId}`}>
            {t('file.document', { number: request.document })}
          </a>
        )
      }
      foot={
        ratings.length === 0 ? (
          t('file.notRated')
        ) : (
          <>
            <Ratings t={t} ratings={ratings} />
            {rater !== null && (
              <p className="mt-1 text-sm text-ink-2">
                {t('file.rater')} {rater}
              </p>
            )}
          </>
        )
      }
    >
      {said !== null && <StatePill tone={said.tone}>{said.text}</StatePill>}
      <p className="mt-1 break-words whitespace-pre-wrap">{request.result}</p>
      {request.effect !== null && (
        <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1">
          <span>
            {t('file.effect')} <b className="font-semibold">{t(`effects.${request.effect}`)}</b>
          </span>
          {request.effectDocumentId !== null && (
            <a className="link" href={`/desk/documents/${request.effectDocumentId}`}>
              {t('file.effectPaper', { number: request.effectDocument })}
            </a>
          )}
          <a className="link" href={`/desk/companies/${request.companyId}/road`}>
            {t('file.effectRoad')}
          </a>
        </p>
      )}
    </Card>
  );
}

/** Who typed it for the company, and how the company confirms. */
export function ConfirmationCard({ t, locale, view }: { t: Translate; locale: Locale; view: RequestView }) {
  const { confirmation, acts, request, letters } = view;
  if (confirmation === null) return null;
  const waits = request.state === 'confirming';
  return (
    <Card
      title={t('file.confirmation')}
      note={t('file.typedBy', { who: confirmation.typedBy, day: formatDay(dayOf(confirmation.typedAt), locale) })}
      aside={<StatePill tone={confirmation.method !== null ? 'ok' : waits ? 'due' : 'neutral'}>{t('file.confirmed', { method: confirmation.method ?? (waits ? 'none' : 'never') })}</StatePill>}
    >
      {confirmation.letterFileId !== null && (
        <a className="link" href={`/api/files/${confirmation.letterFileId}`} download>
          {t('act.letterTitle')}
        </a>
      )}
      {acts.has('confirmFor') && (
        <div id="letter">
          <h3 className="font-medium">{t('act.letterTitle')}</h3>
          <p className="mb-2 text-sm text-ink-2">{t('act.letterNote')}</p>
          <SubjectFiles subject={{ type: 'request-letter', id: request.id }} files={letters} mayAdd mayRemove={false} path={`/desk/requests/${request.id}`} />
        </div>
      )}
    </Card>
  );
}
