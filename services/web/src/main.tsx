import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/mantine.css';
import './theme/fonts.css';
import './theme/base.css';
import { App } from './app.js';
import { startLanguage } from './language/language.js';
import { preferences } from './preferences/preference-store.js';
import { followReleases } from './release/releases.js';

await startLanguage(preferences().language);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
followReleases();
