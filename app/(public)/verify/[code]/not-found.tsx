import { getT } from '@/app/_server/i18n';
import { LinkButton } from '@/components/ui/button';
import { Door } from '../../_door/door';

export default async function NotFound() {
  const t = await getT('documents');
  return (
    <Door title={t('verify.unknownTitle')} note={t('verify.unknown')}>
      <LinkButton href="/verify" variant="primary">
        {t('verify.again')}
      </LinkButton>
    </Door>
  );
}
