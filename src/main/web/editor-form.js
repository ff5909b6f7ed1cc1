// The editor of a form.
import { open } from './workshop/form/editor.js';
import { desk } from './workshop/desk.js';

desk(open);
