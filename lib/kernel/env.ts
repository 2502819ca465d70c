import { z } from 'zod';

const flag = z
  .string()
  .optional()
  .transform((value) => value === '1' || value === 'true');

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** The owner: migrations, seed, jobs' relay, backup. Never a superuser. */
  DATABASE_URL: z.string().min(1),
  /** A login that owns nothing. Without it every transaction starts with SET LOCAL ROLE dxe_app. */
  DATABASE_APP_URL: z.string().min(1).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
  APP_URL: z.string().url().default('http://localhost:3000'),
  DATA_DIR: z.string().min(1).default('./data'),
  /** Signs sessions and one-time codes; `npm start` generates it into the data folder. */
  AUTH_SECRET: z.string().min(32),
  /** Salt of the hashes that stand in the trail for personal values. */
  AUDIT_SALT: z.string().min(16),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Number of reverse proxies whose X-Forwarded-For may be believed. */
  TRUSTED_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).default('dianxiaoer@localhost'),
  /** Lets messages to 企业微信, 钉钉 or an SMS gateway go to addresses inside this house's network. */
  WEBHOOK_PRIVATE: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** The demo center is in the database: demo logins are shown, and refused when APP_URL isn't local. */
  DEMO: flag,
  /** Background jobs run inside this process unless a separate worker does them. */
  JOBS: z.enum(['inside', 'outside', 'off']).default('inside'),
  /** Serves the bare page that `npm run bench` measures against. */
  BENCH: flag,
  /** Stops the clock for tests and demos: an ISO moment the process starts counting from. */
  CLOCK: z.string().datetime({ offset: true }).optional(),
  /** The real moment (milliseconds since 1970) at which CLOCK was right; the start of the process without it. */
  CLOCK_SINCE: z.coerce.number().int().optional(),
});

export type Env = z.infer<typeof Environment>;

let parsed: Env | undefined;

/** @throws one sentence per wrong variable, before anything is served */
export function env(): Env {
  if (parsed === undefined) {
    const result = Environment.safeParse(process.env);
    if (!result.success) {
      const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`Environment is not usable: ${wrong.join('; ')}`);
    }
    parsed = result.data;
    // next-auth asks the environment itself for the origin it redirects to.
    process.env.NEXTAUTH_URL ??= parsed.APP_URL;
  }
  return parsed;
}

/** Known before, and without, a usable environment: scripts log and speak too. */
export function nodeEnv(): string {
  return process.env.NODE_ENV ?? 'development';
}

export function logLevel(): Env['LOG_LEVEL'] {
  return Environment.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL);
}

/** The origin people type; https turns on Secure cookies, HSTS and upgrade-insecure-requests. */
export function origin(): URL {
  return new URL(env().APP_URL);
}

export function isHttps(): boolean {
  return origin().protocol === 'https:';
}

export function isLocalOrigin(): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(origin().hostname);
}

/** The one place that asks what time it is; everything below the delivery layer is told. */
export function currentTime(): Date {
  // Not the moment this module was loaded: pages and background work each load their own copy of it.
  const { CLOCK: clock, CLOCK_SINCE: since = performance.timeOrigin } = env();
  if (clock === undefined) return new Date();
  return new Date(new Date(clock).getTime() + (Date.now() - since));
}
