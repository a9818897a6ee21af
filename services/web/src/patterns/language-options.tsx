import { nameOf } from '../language/language.js';
import { languages } from '../preferences/preferences.js';

/** The languages there are, each as those who speak it call it. */
export function LanguageOptions() {
  return languages.map((one) => (
    <option key={one} value={one} lang={one}>
      {nameOf[one]}
    </option>
  ));
}
