import { tellOf } from './pages';
import { pagesToSee } from './walk';

for (const pattern of pagesToSee) tellOf(pattern, { everywhere: true });
