import { authorizationMark } from './marks.js';
import { isSecretParameter } from './named-secrets.js';

/** Takes user information, and parameters that are secret by their name, out of a URL; the rest stays as written. */
export function redactUrl(url: string): string {
  return url
    .replace(
      /^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i,
      (_, scheme: string | undefined) => `${scheme ?? ''}//${authorizationMark}@`,
    )
    .replace(/([?&;#])([^=&;#?]+)=([^&;#]*)/g, (whole, separator: string, name: string) =>
      isSecretParameter(name) ? `${separator}${name}=${authorizationMark}` : whole,
    );
}
