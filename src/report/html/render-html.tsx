import type { Journal } from '../../journal/index.js';
import { renderDocument } from './document.js';
import { Page } from './page.js';

/** The run as one page. */
export function renderHtml(journal: Journal): string {
  return renderDocument(<Page journal={journal} />);
}
