import { journalOf } from '../../../journal/testing/make-events.js';
import { sampleEvents } from '../../../journal/testing/sample-journal.js';
import { sampleRun } from '../../../journal/testing/sample-plan.js';
import { assess } from '../../assessment.js';
import { unpackRows } from '../../data/packed-rows.js';
import { runDataOf } from '../../data/run-data-of.js';

export const sampleData = runDataOf(assess(journalOf(sampleEvents, sampleRun)), 'staging');
export const sampleRows = unpackRows(sampleData.rows);
