import './jitless.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:tokens.css';
import './style/tokens.css';
import './style/base.css';
import './style/components.css';
import './style/frame.css';
import './style/pages.css';
import './style/parts.css';
import './style/narrow.css';
import { App } from './frame/app.tsx';
import { Sprite } from './parts/icons.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Sprite />
    <App />
  </StrictMode>,
);
