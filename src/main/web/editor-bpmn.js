// The editor of a diagram.
import { open } from './workshop/bpmn/editor.js';
import { desk } from './workshop/desk.js';

desk(open);
