import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import './style.css';
import {findAddress} from './addresses.ts';
import './components/signed-in.ts';
import {routes} from './routes.ts';

// The page's code comes while it is asked who is signed in; what fails here is tried, and told, when it is shown.
const asked = findAddress(location.pathname);
if (asked) routes[asked.address].load().catch(() => undefined);

document.getElementById('app')!.append(document.createElement('signed-in'));
