import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import './style.css';
import './components/signed-in.ts';

document.getElementById('app')!.append(document.createElement('signed-in'));
