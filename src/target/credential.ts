/** How an identity proves itself. `secret` is in memory only; it never enters a journal, a report or a message. */
export interface Credential {
  readonly kind: 'pat';
  readonly secret: string;
  /** Where the secret came from, for messages: `variable DATABRICKS_TOKEN`, `profile prod in ~/.databrickscfg`. */
  readonly origin: string;
}
