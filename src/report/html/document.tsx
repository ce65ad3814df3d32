import { createHash } from 'node:crypto';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { visible } from '../visible.js';
import { style } from './style.js';

interface DocumentProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/**
 * A page that needs nothing else: no network, no script. The policy allows its own style and nothing more, so that even
 * markup that slipped through could neither load, send nor run anything.
 */
export function renderDocument(document: VNode): string {
  return visible(`<!doctype html>\n${renderToString(document)}\n`);
}

export function Document({ title, children }: DocumentProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        {/* The policy's hash is over these very bytes: they must not be escaped. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>{children}</body>
    </html>
  );
}

const hash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
