import type { Command } from 'commander';
import { addAcceptCommands } from './report-accept.js';
import { addClaimCommand } from './report-claim.js';
import { addCompareCommand } from './report-compare.js';
import { addMergeCommand } from './report-merge.js';
import { addRenderCommand } from './report-render.js';

export function addReportCommand(program: Command): void {
  const report = program.command('report').description('work with the journals of earlier runs').helpCommand(false);
  for (const add of [addRenderCommand, addMergeCommand, addCompareCommand, addAcceptCommands, addClaimCommand])
    add(report);
}
