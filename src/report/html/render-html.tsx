import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { Journal } from '../../journal/index.js';
import { visible } from '../visible.js';
import { Page } from './page.js';
import { style } from './style.js';

/**
 * The run as one page that needs nothing else: no network, no script. The policy allows its own style and nothing more,
 * so that even markup that slipped through could neither load, send nor run anything.
 */
export function renderHtml(journal: Journal): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = renderToString(<Page journal={journal} policy={policy} />);
  return visible(`<!doctype html>\n${page}\n`);
}
