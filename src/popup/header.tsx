import icon from '../icons/tilewise.svg';
import { translate } from '../own-pages/translate.ts';

export function Header() {
  return (
    <header>
      <img src={icon} alt="" width="24" height="24" />
      <h1>{translate('extensionName')}</h1>
    </header>
  );
}
