import { calendarDays, calendarYears } from '@/db/schema/centers';
import type { SeedDb } from './insert';
import holidays from './data/holidays.json' with { type: 'json' };

/** The State Council's arrangements for 2021–2026; a year that is there already stays as people entered it. */
export async function seedCalendars(db: SeedDb): Promise<void> {
  for (const [written, { document, off, work }] of Object.entries(holidays.years)) {
    const year = Number(written);
    const made = await db.insert(calendarYears).values({ year, document }).onConflictDoNothing().returning({ year: calendarYears.year });
    if (made.length === 0) continue;
    const days = [
      ...Object.entries(off).map(([day, name]) => ({ day, year, kind: 'off' as const, name: String(name) })),
      ...work.map((day) => ({ day, year, kind: 'work' as const, name: '' })),
    ];
    await db.insert(calendarDays).values(days).onConflictDoNothing();
  }
}
