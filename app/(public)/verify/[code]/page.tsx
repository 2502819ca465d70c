import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { Verified } from '@/components/documents/verified';
import { LinkButton } from '@/components/ui/button';
import { VerifyCode } from '@/lib/documents/inputs';
import { verifyByCode } from '@/lib/documents/queries';
import { Door } from '../../_door/door';

export async function generateMetadata(): Promise<Metadata> {
  // A paper's code must not end up in a search engine.
  return { title: (await getT('documents'))('verify.title'), robots: { index: false } };
}

/** What the QR code on a paper opens. */
export default async function VerifyCodePage({ params }: { params: Promise<{ code: string }> }) {
  const code = VerifyCode.safeParse((await params).code);
  const answer = code.success ? await readPublic(null, (ctx) => verifyByCode(ctx, code.data)) : null;
  if (answer === null) notFound();
  const [t, locale] = [await getT('documents'), await getLocale()];
  return (
    <Door title={t('verify.title')}>
      <div className="mt-4 grid gap-4">
        <Verified t={t} locale={locale} answer={answer} />
        <LinkButton href="/verify">{t('verify.again')}</LinkButton>
      </div>
    </Door>
  );
}
