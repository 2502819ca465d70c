import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { isDocumentKind } from '@/lib/documents/inputs';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import type { Translate } from '@/lib/kernel/i18n';

interface Answer {
  centerName: string;
  centerNameEn: string;
  kind: string;
  number: string;
  title: string;
  partyMasked: string;
  issuedOn: string;
  matches: boolean;
  outcome: { item: string; itemEn: string; result: string; resultEn: string } | null;
  supersededNumber: string | null;
  setAsideAt: Date | null;
  revokedAt: Date | null;
  scanSha256: string | null;
}

/** What a stranger who holds the paper is told: whether it stands, whether it was changed, and as much as identifies it. */
export function Verified({ t, locale, answer }: { t: Translate; locale: string; answer: Answer }) {
  return (
    <div className="grid gap-3">
      {answer.revokedAt !== null && (
        <Notice tone="late" title={t('verify.revokedTitle')}>
          {t('revokedOn', { day: dayOf(answer.revokedAt) })}
        </Notice>
      )}
      {answer.supersededNumber !== null && (
        <Notice tone="due" title={t('verify.supersededTitle')}>
          {t('supersededBy', { number: answer.supersededNumber })}
        </Notice>
      )}
      {answer.supersededNumber === null && answer.setAsideAt !== null && (
        <Notice tone="due" title={t('verify.setAsideTitle')}>
          {t('setAside', { day: dayOf(answer.setAsideAt) })}
        </Notice>
      )}
      {answer.matches ? (
        <Notice tone="ok" title={t('verify.matches')}>
          {t('verify.matchesText')}
        </Notice>
      ) : (
        <Notice tone="late" title={t('verify.differs')}>
          {t('verify.differsText')}
        </Notice>
      )}
      <Card foot={t('verify.privacy')}>
        <DefinitionList
          facts={[
            { label: t('verify.number'), value: <span className="num">{answer.number}</span> },
            { label: t('verify.kind'), value: isDocumentKind(answer.kind) ? t(`kinds.${answer.kind}`) : answer.kind },
            { label: t('verify.documentTitle'), value: answer.title },
            ...(answer.outcome === null
              ? []
              : [
                  { label: t('verify.item'), value: locale === 'en' ? answer.outcome.itemEn : answer.outcome.item },
                  { label: t('verify.result'), value: locale === 'en' ? answer.outcome.resultEn : answer.outcome.result },
                ]),
            { label: t('verify.party'), value: answer.partyMasked },
            { label: t('issuedOn'), value: formatDay(answer.issuedOn, locale, 'long') },
            { label: t('verify.issuer'), value: locale === 'en' ? answer.centerNameEn : answer.centerName },
            ...(answer.scanSha256 === null
              ? []
              : [{ label: t('fingerprint'), value: <code className="text-sm break-all">{answer.scanSha256}</code> }]),
          ]}
        />
      </Card>
    </div>
  );
}
