import { mkdtempSync } from 'node:fs';
import { ensureCluster } from './db/testing/cluster';
import { migrate } from './db/migrate';
import pg from 'pg';
const cluster = await ensureCluster();
await migrate({ ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl });
process.env.DATABASE_URL = cluster.ownerUrl; process.env.DATABASE_APP_URL = cluster.appUrl; process.env.DATABASE_POOL='4'; process.env.AUTH_SECRET='a-secret-that-only-tests-know-of-32'; process.env.AUDIT_SALT='a-salt-for-tests-long-enough'; process.env.DATA_DIR='/tmp/dxe-bench'; process.env.LOG_LEVEL='silent';
const { seedDemo } = await import('./db/seed/index');
const { scaleUp } = await import('./scripts/bench/scale');
const { transaction } = await import('./db/client');
const { searchCompanies } = await import('./lib/companies/queries/search');
let t=Date.now();
await seedDemo({ ownerUrl: cluster.ownerUrl, today: '2026-11-20' });
console.log('seed', Date.now()-t); t=Date.now();
await scaleUp(cluster.ownerUrl, { companies: 100_000, requests: 0 });
console.log('scale', Date.now()-t);
const client = new pg.Client({ connectionString: cluster.ownerUrl }); await client.connect();
const { rows:[m] } = await client.query("select m.* from memberships m join persons p on p.id=m.person_id where p.phone='13900000003'");
console.log((await client.query("select count(*) from companies")).rows[0], (await client.query("select count(*), pg_size_pretty(pg_total_relation_size('company_grams')) from company_grams")).rows[0]);
const actor = { kind:'member', personId:m.person_id, membershipId:m.id, centerId:m.center_id, role:m.role, departmentId:null, companyId:null, name:'', sessionId:null } as const;
const now=new Date();
const qs2=['青禾','澄源','科技','兰州','智联','信息','生物','海默','青和','奥莱','甘肃','环保','陇上','沃野','qh','lz','cy','药业','谷川','云杉'];
const others=['青禾智联','信息科技','甘肃澄源环保','haimo','qinghe','lzqh','奥来克','兰肽院','精通机戒','91620199MA','1370000','王建国','青禾科技有限公司'];
for (const [what,list] of [['two characters',qs2],['longer',others]] as const) {
  const times:number[]=[]; const each: Record<string,number>={};
  for (let i=0;i<10;i++) for (const q of list) {
    await transaction(actor as never,'read',now, async (db)=>{ const s=performance.now(); await searchCompanies({actor,db,now,requestId:'x'} as never,q,8); const d=performance.now()-s; if(i>0) times.push(d); each[q]=Math.max(each[q]??0,i>0?d:0); });
  }
  times.sort((a,b)=>a-b);
  console.log(what,'p50',times[times.length>>1]?.toFixed(1),'p95',times[Math.floor(times.length*.95)]?.toFixed(1),'max',times.at(-1)?.toFixed(1), Object.fromEntries(Object.entries(each).map(([k,v])=>[k,Math.round(v)])));
}
// EXPLAIN as the app role
const app = new pg.Client({ connectionString: cluster.appUrl }); await app.connect();
await app.query(`begin; select set_config('app.scope','staff',true), set_config('app.center_id','${m.center_id}',true), set_config('app.role','${m.role}',true)`);
for (const q of ['科技','青禾']) {
const ex = await app.query({text:`explain (analyze, buffers, costs off) select id, name, company_brand(name_key) from companies where id = any(array(select company_find('${q}', 300) union all select company_sounding('${q==='科技'?'ke ji':'qing he'}', false, 300) union all select company_by_contact('${q}', 300)))`});
console.log(ex.rows.map(r=>r['QUERY PLAN']).join('\n')); }
await app.end(); await client.end();
const { closePool } = await import('./db/client'); await closePool(); await cluster.stop(); process.exit(0);
