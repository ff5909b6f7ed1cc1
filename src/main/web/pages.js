// What pages add when JavaScript is there. Without it every page still works, by its own buttons.
import { focusFaults } from './pages/faults.js';
import { communeFields } from './pages/communes.js';
import { budgetLines } from './pages/lines.js';
import { liveForms } from './pages/live.js';
import { markSheets } from './pages/marks.js';
import { moneyFields } from './pages/money.js';
import { printing } from './pages/print.js';
import { running } from './pages/running.js';
import { keepTyping } from './pages/unsaved.js';

focusFaults(document);
moneyFields(document);
communeFields(document);
budgetLines(document);
liveForms(document);
keepTyping(document);
markSheets(document);
printing(document);
running(document);
