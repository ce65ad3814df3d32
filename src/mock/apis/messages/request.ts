/** A Messages request without complaint; only what the simulation looks at. */
export interface MessagesRequest {
  readonly messages: readonly Message[];
  readonly max_tokens: number;
  readonly system?: string | readonly Block[] | null;
  readonly stop_sequences?: readonly string[] | null;
  readonly stream?: boolean | null;
  readonly tools?: readonly unknown[] | null;
  readonly thinking?: { readonly type: string } | null;
}

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string | readonly Block[];
}

export interface Block {
  readonly type: string;
  readonly text?: string;
}
