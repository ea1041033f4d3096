import './fonts.css';
import './style.css';
import {findAddress} from './addresses.ts';
import {askOverviewAhead} from './client.ts';
import './components/signed-in.ts';
import {routes} from './routes.ts';
import {parseState} from './state.ts';

// The page's code comes while it is asked who is signed in; what fails here is tried, and told, when it is shown.
const asked = findAddress(location.pathname);
if (asked?.address === '/') askOverviewAhead(parseState(location.search));
if (asked) routes[asked.address].load().catch(() => undefined);

document.getElementById('app')!.append(document.createElement('signed-in'));
