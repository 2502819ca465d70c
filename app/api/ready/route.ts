import { readiness } from '@/app/_server/ready';

export async function GET(): Promise<Response> {
  const { ready, checks } = await readiness();
  return Response.json({ ready, checks }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
