// The editor of decision tables.
import { open } from './workshop/dmn/editor.js';
import { desk } from './workshop/desk.js';

desk(open);
