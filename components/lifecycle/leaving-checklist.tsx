import { Card, CardRow } from '@/components/ui/card';
import type { Translate } from '@/lib/kernel/i18n';

interface Checklist {
  requests: number;
  trio: readonly { role: string; name: string }[];
  logins: readonly string[];
  conditions: readonly { text: string | null; dueOn: string | null }[];
}

/** What still hangs on a company that goes, read before it is confirmed. `t` is `graduation`, `trio` is `companies`. */
export function LeavingChecklist({ checklist, t, trio, missing }: { checklist: Checklist; t: Translate; trio: Translate; missing: string }) {
  return (
    <Card title={t('checklist.title')} body="rows">
      <CardRow label={t('checklist.requests')}>{t('checklist.open', { count: checklist.requests })}</CardRow>
      <CardRow label={t('checklist.trio')}>{checklist.trio.length === 0 ? missing : checklist.trio.map((one) => `${trio(`trio.${one.role}`)} ${one.name}`).join(' · ')}</CardRow>
      <CardRow label={t('checklist.logins')}>{checklist.logins.length === 0 ? missing : checklist.logins.join(' · ')}</CardRow>
      <CardRow label={t('checklist.conditions')}>{checklist.conditions.length === 0 ? missing : checklist.conditions.map((one) => `${one.text ?? ''} ${one.dueOn ?? ''}`).join(' · ')}</CardRow>
    </Card>
  );
}
