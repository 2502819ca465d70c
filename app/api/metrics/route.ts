import { createHash, timingSafeEqual } from 'node:crypto';
import { metrics } from '@/app/_server/metrics';
import { env } from '@/lib/kernel/env';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Numbers for Prometheus, for who holds METRICS_TOKEN; without one there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const token = env().METRICS_TOKEN;
  if (token === undefined) return new Response(null, { status: 404 });
  const given = request.headers.get('authorization') ?? '';
  if (!timingSafeEqual(digest(given), digest(`Bearer ${token}`))) {
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } });
  }
  const registry = metrics();
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } });
}
