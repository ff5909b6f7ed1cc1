// The editor of any file that is not drawn.
import { desk } from './workshop/desk.js';
import { openText } from './workshop/text.js';

desk(openText);
