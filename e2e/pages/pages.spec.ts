import { tellOf } from './pages';
import { isEveryDay, pagesToSee } from './walk';

for (const pattern of pagesToSee.filter(isEveryDay)) tellOf(pattern, { everywhere: false });
