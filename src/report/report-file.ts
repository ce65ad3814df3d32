/** One file of a report, in pieces: a large one is never whole in memory. */
export interface ReportFile {
  readonly name: string;
  readonly chunks: Iterable<string>;
}
