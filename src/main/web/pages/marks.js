// The sheet of a juror is saved as it is typed. What could not be sent is kept on this device and sent when the network
// is back. Without JavaScript the same page is a form with buttons.
const RETRY = 5000;
const PAUSE = 500;

export function markSheets(root) {
  const form = root.querySelector('form[data-marks]');
  if (form) {
    markSheet(form);
  }
}

function markSheet(form) {
  const key = `ruche.marks ${form.dataset.juror} ${form.dataset.marks}`;
  const indicators = [...form.querySelectorAll('fieldset[data-mark]')];
  const state = form.querySelector('[data-marks-state]');
  const waiting = restore();
  const timers = new Map();
  let sending = null;
  let retry = null;
  let free = false;

  const code = (indicator) => indicator.dataset.mark;
  const indicatorOf = (wanted) => indicators.find((one) => code(one) === wanted);
  const version = (indicator) => indicator.querySelector('input[type=hidden]');
  const comment = (indicator) => indicator.querySelector('textarea');
  const radios = (indicator) => [...indicator.querySelectorAll('input[type=radio]')];
  const chosen = (indicator) => radios(indicator).find((one) => one.checked);

  function restore() {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  }

  function keep() {
    try {
      if (Object.keys(waiting).length === 0) {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, JSON.stringify(waiting));
      }
    } catch {
      // a browser that keeps nothing still has what stands on the page
    }
  }

  function say(what) {
    const text = form.dataset[what];
    state.dataset.is = what;
    if (state.textContent !== text) {
      state.textContent = text;
    }
  }

  function fault(indicator, text) {
    const shown = indicator.querySelector('[data-mark-fault]');
    shown.textContent = text;
    shown.hidden = !text;
  }

  function changed(indicator) {
    waiting[code(indicator)] = {
      mark: chosen(indicator)?.value ?? '',
      comment: comment(indicator).value,
      version: version(indicator).value,
    };
    keep();
    fault(indicator, '');
    say('textSaving');
  }

  function soon(indicator, pause) {
    clearTimeout(timers.get(indicator));
    timers.set(indicator, setTimeout(flush, pause));
  }

  // True when nothing is left that the network kept from going.
  function flush(all = false) {
    sending ??= send(all === true).finally(() => (sending = null));
    return sending;
  }

  async function send(all) {
    clearTimeout(retry);
    for (;;) {
      const next = Object.keys(waiting).find((one) => indicatorOf(one) && (all || !waiting[one].held));
      if (!next) {
        say(Object.keys(waiting).length === 0 ? 'textSaved' : 'textRefused');
        return true;
      }
      say('textSaving');
      if (!(await put(indicatorOf(next)))) {
        retry = setTimeout(flush, RETRY);
        return false;
      }
      all = all && !waiting[next]?.held;
    }
  }

  async function put(indicator) {
    const sent = waiting[code(indicator)];
    const answer = await ask(`${form.dataset.marks}/${code(indicator)}`, {
      method: 'PUT',
      body: JSON.stringify({
        mark: /^\d$/.test(sent.mark) ? Number(sent.mark) : null,
        notApplicable: sent.mark === 'n',
        comment: sent.comment,
        version: Number(sent.version),
      }),
    });
    if (!answer || answer.status >= 500) {
      say('textOffline');
      return false;
    }
    if (answer.status === 401 || answer.redirected) {
      say('textGone');
      return false;
    }
    if (answer.ok) {
      const sheet = await answer.json();
      version(indicator).value = sheet.marks.find((one) => one.indicator === code(indicator)).version;
      if (waiting[code(indicator)] === sent) {
        delete waiting[code(indicator)];
      } else {
        waiting[code(indicator)].version = version(indicator).value;
      }
      keep();
      return true;
    }
    const problem = await answer.json().catch(() => ({}));
    fault(indicator, problem.errors?.[0]?.message ?? problem.detail ?? form.dataset.textRefused);
    sent.held = true;
    if (answer.status === 409) {
      await catchUp(indicator, sent);
    }
    keep();
    return true;
  }

  // A mark that was changed elsewhere: what is typed here stays, and replaces it when it is saved again.
  async function catchUp(indicator, sent) {
    const list = await ask(form.dataset.marks.replace(/\/[^/]+$/, ''), {});
    const sheets = list?.ok ? await list.json() : [];
    const own = sheets.find((sheet) => form.dataset.marks.endsWith(`/${sheet.dossier}`));
    const now = own?.marks.find((one) => one.indicator === code(indicator));
    if (now) {
      version(indicator).value = now.version;
      sent.version = now.version;
    }
  }

  function ask(address, how) {
    const headers = {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CSRF-TOKEN': form.elements._csrf.value,
    };
    return fetch(address, { ...how, headers }).catch(() => null);
  }

  function choose(indicator, value) {
    const radio = radios(indicator).find((one) => one.value === value);
    if (value === '') {
      radios(indicator).forEach((one) => (one.checked = false));
    } else if (radio) {
      radio.checked = true;
      radio.focus();
    } else {
      return;
    }
    changed(indicator);
    soon(indicator, 0);
  }

  function go(from, step) {
    const to = indicators[indicators.indexOf(from) + step];
    if (to) {
      (chosen(to) ?? radios(to)[0]).focus();
    } else if (step > 0) {
      form.querySelector('[data-next]').focus();
    }
  }

  function pressed(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('[data-next]'));
      return;
    }
    const indicator = event.target.closest('fieldset[data-mark]');
    if (!indicator || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.target.matches('textarea')) {
      if (event.key === 'Escape') {
        (chosen(indicator) ?? radios(indicator)[0]).focus();
      }
      return;
    }
    const does = {
      ArrowDown: () => go(indicator, 1),
      ArrowUp: () => go(indicator, -1),
      Enter: () => go(indicator, 1),
      Backspace: () => choose(indicator, ''),
      Delete: () => choose(indicator, ''),
      c: () => comment(indicator).focus(),
      n: () => choose(indicator, 'n'),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    } else if (/^\d$/.test(event.key)) {
      event.preventDefault();
      choose(indicator, event.key);
    }
  }

  form.addEventListener('keydown', pressed);
  form.addEventListener('change', (event) => {
    const indicator = event.target.closest('fieldset[data-mark]');
    if (indicator) {
      changed(indicator);
      soon(indicator, 0);
    }
  });
  form.addEventListener('input', (event) => {
    if (event.target.matches('textarea')) {
      const indicator = event.target.closest('fieldset[data-mark]');
      changed(indicator);
      soon(indicator, PAUSE);
    }
  });
  form.addEventListener('submit', async (event) => {
    if (free) {
      return;
    }
    event.preventDefault();
    timers.forEach(clearTimeout);
    // A form does not submit while its submit event is still being handled, which it is when there is nothing to wait for.
    await new Promise((resolve) => setTimeout(resolve));
    await sending;
    if ((await flush(true)) && navigator.onLine) {
      free = true;
      form.requestSubmit(event.submitter);
      free = false;
    } else if (state.dataset.is !== 'textGone') {
      say('textOffline');
    }
  });
  window.addEventListener('online', flush);

  for (const [wanted, kept] of Object.entries(waiting)) {
    const indicator = indicatorOf(wanted);
    if (indicator) {
      radios(indicator).forEach((one) => (one.checked = one.value === kept.mark));
      comment(indicator).value = kept.comment;
      kept.held = false;
    }
  }
  if (Object.keys(waiting).length > 0) {
    flush();
  }
  if (form.dataset.first === 'true') {
    const first = indicators.find((one) => !chosen(one)) ?? indicators[0];
    (chosen(first) ?? radios(first)[0])?.focus();
  }
}
