// Whoever tells what happened, or lets people choose about being told, must know everything that can happen.
// A capability adds its line here.
import '@/lib/centers/entries';
import '@/lib/companies/entries';
import '@/lib/documents/entries';
import '@/lib/files/entries';
import '@/lib/imports/entries';
import '@/lib/lifecycle/entries';
import '@/lib/mentoring/entries';
import '@/lib/notices/entries';
import '@/lib/notifications/entries';
import '@/lib/people/entries';
import '@/lib/service-desk/entries';
