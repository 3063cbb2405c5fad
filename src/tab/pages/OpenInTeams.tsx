import type { PagesText } from '../i18n/PagesText.js';
import { When } from './When.js';

/** There only when the server knows under which id Teams knows the app. */
export function OpenInTeams({ text }: { readonly text: PagesText }) {
  return (
    <When known="teamsAppUrl">
      <p>
        <a className="button" href="{{teamsAppUrl}}">
          {text.openInTeams}
        </a>
      </p>
    </When>
  );
}
