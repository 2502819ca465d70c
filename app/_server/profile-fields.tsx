import { getLocale, getT } from '@/app/_server/i18n';
import type { Profile } from '@/components/companies/profile-facts';
import { CheckboxesField, CheckboxField } from '@/components/form/choice-fields';
import { MoneyField, SelectField } from '@/components/form/text-fields';
import { industrySections } from '@/lib/companies/industries';
import { founderTraits, registrationTypes, taxpayerKinds, techFields } from '@/lib/companies/inputs/profile';
import { plainWan } from '@/lib/kernel/money';

/** The profile's fields, for staff who write it and for a company that proposes it. */
export async function ProfileFields({ profile }: { profile: Profile }) {
  const [t, locale] = [await getT('profile'), await getLocale()];
  const name = (one: { zh: string; en: string }) => (locale === 'en' ? one.en : one.zh);
  const divisions = industrySections.flatMap((section) =>
    section.divisions.map((division) => ({ value: division.code, label: `${division.code} ${name(division)}`, group: `${section.code} ${name(section)}` })),
  );
  return (
    <>
      <SelectField name="industryDivision" label={t('field.industryDivision')} hint={t('hint.industryDivision')} placeholder={t('choose')} options={divisions} value={profile.industryDivision ?? undefined} />
      <div className="form-row">
        <SelectField name="techField" label={t('field.techField')} placeholder={t('choose')} options={techFields.map((value) => ({ value, label: t(`techFields.${value}`) }))} value={profile.techField ?? undefined} />
        <MoneyField name="paidInCapital" label={t('field.paidInCapitalFen')} unit={t('unit.wan')} value={profile.paidInCapitalFen === null ? undefined : plainWan(profile.paidInCapitalFen)} />
      </div>
      <div className="form-row">
        <SelectField name="taxpayerKind" label={t('field.taxpayerKind')} placeholder={t('choose')} options={taxpayerKinds.map((value) => ({ value, label: t(`taxpayer.${value}`) }))} value={profile.taxpayerKind ?? undefined} />
        <SelectField
          name="registrationType"
          label={t('field.registrationType')}
          placeholder={t('choose')}
          options={registrationTypes.map((value) => ({ value, label: `${value} ${t(`registration.${value}`)}` }))}
          value={profile.registrationType ?? undefined}
        />
      </div>
      <CheckboxesField inline name="founderTraits" label={t('field.founderTraits')} options={founderTraits.map((value) => ({ value, label: t(`traits.${value}`) }))} value={profile.founderTraits} />
      <CheckboxField name="sure" label={t('sure')} hint={t('sureHint')} />
    </>
  );
}
