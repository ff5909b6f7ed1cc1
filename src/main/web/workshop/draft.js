// One file of a version as it is edited: read, kept in the page, saved shortly after each change, never lost.
// What is not saved stays here and in sessionStorage until the server has it.
const REST = 1_200;
const RENEW = 120_000;
const AGAIN = [3_000, 10_000, 30_000];

export class Draft extends EventTarget {
  #version;
  #address;
  #token;
  #revision = 0;
  #read = () => '';
  #timer = null;
  #failures = 0;
  #saving = null;
  #again = false;
  #pen = 0;

  /** Whether something was done that the server does not have. */
  dirty = false;
  /** What keeps it from being saved: 'conflict', 'pen', or null. */
  held = null;

  constructor({ api, name, token, editable }) {
    super();
    this.workshop = api.replace(/\/versions\/.*/, '');
    this.#version = api;
    this.#address = `${api}/files/${encodeURIComponent(name)}`;
    this.#token = token;
    this.key = `ruche-draft ${this.#address}`;
    this.editable = editable;
    this.name = name;
    addEventListener('beforeunload', (event) => {
      if (this.dirty || this.#saving) {
        event.preventDefault();
      }
    });
    addEventListener('pagehide', () => this.#putDown());
  }

  /** Asks the server; null when it cannot be reached. */
  ask(address, how = {}) {
    return fetch(address, {
      ...how,
      headers: { Accept: 'application/json', 'X-CSRF-TOKEN': this.#token, ...how.headers },
    }).catch(() => null);
  }

  /** A part of the version, as JSON: '' for itself, '/review', '/comments'; null when it cannot be had. */
  async json(part, how) {
    const answer = await this.ask(this.#version + part, how);
    return answer?.ok ? answer.json() : null;
  }

  send(part, body) {
    return this.json(part, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** The text of another file of the version; empty when there is none. */
  async other(name) {
    const answer = await this.ask(`${this.#version}/files/${encodeURIComponent(name)}`, { headers: { Accept: '*/*' } });
    return answer?.ok ? answer.text() : '';
  }

  /** What the server has now. @param adopt whether what is saved next replaces this */
  async load(adopt = true) {
    const answer = await this.ask(this.#address, { headers: { Accept: '*/*' } });
    if (!answer?.ok) {
      throw new Error(`The file was refused: ${answer?.status ?? 'unreachable'}`);
    }
    if (adopt) {
      this.#revision = revision(answer);
    }
    return answer.text();
  }

  /** @param read gives the content as it stands in the page; may be a promise, and may throw */
  from(read) {
    this.#read = read;
  }

  /** What was done here before and never reached the server: { content, revision, at }, or null. */
  left() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  /** Lets what was left go. */
  drop() {
    sessionStorage.removeItem(this.key);
  }

  /** Something was done. */
  changed() {
    if (!this.editable) {
      return;
    }
    this.dirty = true;
    this.#keep();
    this.#takePen(false);
    if (!this.held) {
      this.#tell('waiting');
      this.#soon(REST);
    }
  }

  async #keep() {
    try {
      const content = await this.#read();
      sessionStorage.setItem(this.key, JSON.stringify({ content, revision: this.#revision, at: Date.now() }));
    } catch {
      // full, forbidden or unreadable just now: the page itself still has it
    }
  }

  #soon(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), wait);
  }

  /** Saves what stands in the page now. */
  save() {
    clearTimeout(this.#timer);
    if (this.#saving) {
      this.#again = true;
      return this.#saving;
    }
    this.#saving = this.#put().finally(() => {
      this.#saving = null;
      if (this.#again) {
        this.#again = false;
        this.save();
      }
    });
    return this.#saving;
  }

  async #put() {
    let content;
    try {
      content = await this.#read();
    } catch (failure) {
      this.#tell('unreadable', { reason: failure.message });
      return;
    }
    this.dirty = false; // what is done from now on is not in this content
    this.#tell('saving');
    const answer = await this.ask(this.#address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream', 'If-Match': `"${this.#revision}"` },
      body: content,
    });
    if (answer?.ok) {
      this.#revision = (await answer.json()).revision;
      this.#failures = 0;
      this.held = null;
      if (this.dirty) {
        this.#soon(REST);
      } else {
        this.drop();
      }
      this.#tell('saved', { at: Date.now() });
      return;
    }
    this.dirty = true;
    const problem = (await answer?.json().catch(() => null)) ?? {};
    if (answer?.status === 409 || answer?.status === 412) {
      this.held = 'conflict';
      this.#tell('conflict', problem);
    } else if (answer?.status === 423) {
      this.held = 'pen';
      this.#tell('pen', problem);
    } else {
      const refused = answer && answer.status < 500;
      if (!refused) {
        this.#soon(AGAIN[Math.min(this.#failures++, AGAIN.length - 1)]);
      }
      this.#tell(answer?.status === 401 || answer?.status === 403 ? 'signedOut' : 'failed', {
        reason: problem.errors?.[0]?.message ?? problem.detail ?? '',
        refused,
      });
    }
  }

  /** Saves over what somebody else saved meanwhile. */
  async overwrite() {
    await this.load();
    this.held = null;
    return this.save();
  }

  /** Takes the pen from whoever has it, and saves what waits. */
  async takeOver() {
    await this.#takePen(true);
  }

  async #takePen(take) {
    if (!take && Date.now() - this.#pen < RENEW) {
      return;
    }
    this.#pen = Date.now();
    const answer = await this.ask(`${this.#address}/pen`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ take }),
    });
    if (answer?.status === 423) {
      clearTimeout(this.#timer);
      this.#pen = 0;
      this.held = 'pen';
      this.#tell('pen', (await answer.json().catch(() => null)) ?? {});
    } else if (!answer?.ok) {
      this.#pen = 0;
    } else if (take || this.held === 'pen') {
      this.held = null;
      this.#tell('taken');
      if (this.dirty) {
        this.#soon(REST);
      }
    }
  }

  #putDown() {
    if (this.#pen && !this.dirty) {
      this.ask(`${this.#address}/pen`, { method: 'DELETE', keepalive: true });
      this.#pen = 0;
    }
  }

  #tell(state, detail = {}) {
    this.dispatchEvent(new CustomEvent('state', { detail: { state, ...detail } }));
  }
}

function revision(answer) {
  return Number(answer.headers.get('ETag')?.replace(/\D/g, '') ?? 0);
}
