import type { Assessment } from '../assessment.js';
import { renderDocument } from './document.js';
import { Page } from './page.js';

/** The run as one page. */
export function renderHtml(assessment: Assessment): string {
  return renderDocument(<Page assessment={assessment} />);
}
