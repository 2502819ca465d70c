import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Live } from '@/components/page/live';
import { askedCookies } from './_server/asked';
import { getLocale, getT } from './_server/i18n';
import './globals.css';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

/** A page says what it is, then whose it is; what has no words of its own (an error page) has the product's name. */
export async function generateMetadata(): Promise<Metadata> {
  const product = (await getT('shell'))('product');
  return { title: { default: product, template: `%s · ${product}` } };
}

/** Language, theme and the one script that enhances every page; frames come from the layouts below. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = (await askedCookies()).get('theme')?.value;
  return (
    // `data-js` is set in the browser once scripts run.
    <html lang={locale} data-theme={theme === 'light' || theme === 'dark' ? theme : undefined} suppressHydrationWarning>
      <body>
        {children}
        <Live />
      </body>
    </html>
  );
}
