import type { ScaleVerdict } from '@/lib/companies/rules/scale';
import type { Translate } from '@/lib/kernel/i18n';

/** What size the standard finds a company to be, or what is missing to say. `t` is the `facts` namespace. */
export function scaleText(t: Translate, verdict: ScaleVerdict, year: number | null): string {
  switch (verdict.kind) {
    case 'scale':
      return t('scale.is', { scale: t(`scale.${verdict.scale}`), industry: t(`scale.industries.${verdict.industry}`), year: year ?? 0 });
    case 'notCovered':
      return t('scale.notCovered');
    case 'missing':
      return verdict.industry === null ? t('scale.noIndustry') : t('scale.missing', { measures: verdict.measures.map((measure) => t(`scale.measures.${measure}`)).join(t('separator')) });
  }
}
