import { Card } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';

/** Why a request was not accepted; of a duplicate, where it goes on and why it was merged. */
export function Refused({
  t,
  request,
  portal,
}: {
  t: Translate;
  request: { refuseReason: string | null; duplicateOf: string | null; duplicateNumber: string | null };
  portal: 'desk' | 'my';
}) {
  const merged = request.duplicateOf !== null;
  return (
    <Card title={t(merged ? 'file.mergedTitle' : 'file.refuseReason')} className="mt-4" now={merged}>
      <p className="break-words whitespace-pre-wrap">{request.refuseReason}</p>
      {merged && (
        <p className="mt-2">
          {t('file.duplicate')}{' '}
          <a className="link num" href={`/${portal}/requests/${request.duplicateOf}`}>
            {request.duplicateNumber}
          </a>
        </p>
      )}
    </Card>
  );
}
