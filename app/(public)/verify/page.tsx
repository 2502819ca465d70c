import type { Metadata } from 'next';
import { clientAddress, contextFor } from '@/app/_server/context';
import { getLocale, getT } from '@/app/_server/i18n';
import { readPublic } from '@/app/_server/read';
import { Verified } from '@/components/documents/verified';
import { Button, LinkButton } from '@/components/ui/button';
import { Hint, Label } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/inputs';
import { Notice } from '@/components/ui/notice';
import { VerifyNumber } from '@/lib/documents/inputs';
import { listIssuers, type Verified as Answer, verifyByNumber } from '@/lib/documents/queries';
import { RuleError } from '@/lib/kernel/errors';
import type { SearchParams } from '@/lib/kernel/list-params';
import { takeTry } from '@/lib/people/limits';
import { Door } from '../_door/door';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('documents'))('verify.title') };
}

type Outcome = { kind: 'none' } | { kind: 'unknown' } | { kind: 'limited'; error: RuleError } | { kind: 'found'; answer: Answer };

/** Anybody who holds a paper types its number and check code; a paper's number can be tried a few times an hour. */
export default async function VerifyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const typed = await searchParams;
  const word = (name: string) => (typeof typed[name] === 'string' ? typed[name].slice(0, 60) : '');
  const issuers = await readPublic(null, listIssuers);
  const asked = { center: word('center') || (issuers[0]?.id ?? ''), number: word('number'), check: word('check') };
  const outcome = asked.number === '' && asked.check === '' ? ({ kind: 'none' } as const) : await lookUp(asked);
  const [t, errors, locale] = [await getT('documents'), await getT('errors'), await getLocale()];
  if (outcome.kind === 'found') {
    return (
      <Door title={t('verify.title')}>
        <div className="mt-4 grid gap-4">
          <Verified t={t} locale={locale} answer={outcome.answer} />
          <LinkButton href="/verify">{t('verify.again')}</LinkButton>
        </div>
      </Door>
    );
  }
  return (
    <Door title={t('verify.title')} note={t('verify.intro')}>
      {outcome.kind === 'unknown' && (
        <Notice tone="late" title={t('verify.unknownTitle')}>
          {t('verify.unknown')}
        </Notice>
      )}
      {outcome.kind === 'limited' && <Notice tone="late">{errors(outcome.error.code, outcome.error.options.params)}</Notice>}
      <form action="/verify" className="form mt-4">
        {issuers.length > 1 && (
          <div>
            <Label htmlFor="center">{t('verify.center')}</Label>
            <Select
              id="center"
              name="center"
              defaultValue={asked.center}
              options={issuers.map((issuer) => ({ value: issuer.id, label: locale === 'en' ? issuer.nameEn : issuer.name }))}
            />
          </div>
        )}
        <div>
          <Label htmlFor="number">{t('verify.number')}</Label>
          <Input id="number" name="number" required maxLength={30} defaultValue={asked.number} autoComplete="off" aria-describedby="number-hint" />
          <Hint id="number-hint">{t('verify.numberHint')}</Hint>
        </div>
        <div>
          <Label htmlFor="check">{t('verify.check')}</Label>
          <Input id="check" name="check" required maxLength={20} defaultValue={asked.check} autoComplete="off" aria-describedby="check-hint" />
          <Hint id="check-hint">{t('verify.checkHint')}</Hint>
        </div>
        <div className="form-foot">
          <Button type="submit" variant="primary">
            {t('verify.submit')}
          </Button>
        </div>
      </form>
    </Door>
  );
}

async function lookUp(typed: { center: string; number: string; check: string }): Promise<Outcome> {
  const asked = VerifyNumber.safeParse(typed);
  if (!asked.success) return { kind: 'unknown' };
  const { now } = await contextFor({ kind: 'public', centerId: null });
  try {
    await takeTry({ key: `verify-from:${(await clientAddress()) ?? 'unknown'}`, allowed: 120, seconds: 600 }, now);
    await takeTry({ key: `verify-number:${asked.data.center}:${asked.data.number}`, allowed: 20, seconds: 3600 }, now);
  } catch (error) {
    if (error instanceof RuleError) return { kind: 'limited', error };
    throw error;
  }
  const answer = await readPublic(null, (ctx) => verifyByNumber(ctx, asked.data));
  return answer === null ? { kind: 'unknown' } : { kind: 'found', answer };
}
