/**
 * What a gateway said when it did not answer a call, in the shape in which it said it.
 *
 * databricks: the platform's envelope, a code by name. auth-layer: the same with the HTTP status for a code.
 * openai, anthropic, google: the envelopes of these vendors. other-json: JSON in no known envelope.
 * coded-text: `CODE: message`. text: a bare sentence. html: a page; only its title is ever kept.
 * empty: no body. unreadable: bytes that are no text.
 */
export type GatewayError =
  | EnvelopeError
  | OtherJsonError
  | CodedTextError
  | TextError
  | HtmlError
  | EmptyError
  | UnreadableError;

interface Said {
  /** For people: without the code before it, the request id behind it, and the JSON around it. At most 2,000 characters. */
  readonly message: string;
  /** The code that stood at the head of the message: `PERMISSION_DENIED: …`. */
  readonly prefix?: string;
  readonly requestId?: string;
  /** The message was itself the JSON text of an error, as when a provider's answer is passed on. */
  readonly nested: boolean;
}

export interface EnvelopeError extends Said {
  readonly kind: 'databricks' | 'auth-layer' | 'openai' | 'anthropic' | 'google';
  /** By name where the envelope has one; as text, also where the gateway sent a number. */
  readonly code?: string;
}

export interface OtherJsonError extends Partial<Said> {
  readonly kind: 'other-json';
}

export interface CodedTextError extends Said {
  readonly kind: 'coded-text';
  readonly code: string;
}

export interface TextError extends Said {
  readonly kind: 'text';
}

export interface HtmlError {
  readonly kind: 'html';
  readonly title?: string;
}

export interface EmptyError {
  readonly kind: 'empty';
}

export interface UnreadableError {
  readonly kind: 'unreadable';
  readonly bytes: number;
}
