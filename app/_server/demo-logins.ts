import { type DemoLogin, demoLogins, demoPassword } from '@/db/seed/logins';
import { env, isLocalOrigin } from '@/lib/kernel/env';

/** The demo's logins, where they open anything: on a local address of an installation that holds the demo. */
export function shownLogins(): { password: string; logins: readonly DemoLogin[] } | null {
  return env().DEMO && isLocalOrigin() ? { password: demoPassword, logins: demoLogins() } : null;
}
