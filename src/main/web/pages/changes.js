// Tells a page that something changed on the server, by server-sent events. All windows of a browser share one stream,
// because a browser opens only six connections to a server: the window that holds the lock listens and passes on what it
// hears, and the next one takes over when it is hidden or closed. A page that nobody looks at listens to nothing.
const NAME = 'ruche-changes';
const AGAIN = 15_000;

/** told({ live, at }): whether changes are heard, and when the last one was told (milliseconds; 0 for never). */
export function changes(root, address, told) {
  const others = 'BroadcastChannel' in window ? new BroadcastChannel(NAME) : null;
  const now = { live: false, at: 0 };
  let stop = null;

  function tell(more) {
    Object.assign(now, more);
    told({ ...now });
    others?.postMessage({ ...now });
  }

  function open() {
    let stream;
    let timer;
    const begin = () => {
      stream = new EventSource(address);
      stream.addEventListener('told', ({ data }) => tell({ live: true, at: Date.parse(data) }));
      stream.onerror = () => {
        tell({ live: false });
        // the browser tries again by itself unless it was answered something else than a stream
        if (stream.readyState === EventSource.CLOSED) {
          timer = setTimeout(begin, AGAIN);
        }
      };
    };
    begin();
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }

  /** Listens until the promise is kept, as long as this window has the lock. */
  function alone(signal) {
    return new Promise((done) => {
      if (signal.aborted) {
        done();
        return;
      }
      mine = true;
      const close = open();
      signal.addEventListener('abort', () => {
        mine = false;
        close();
        done();
      });
    });
  }

  let mine = false;
  others?.addEventListener('message', ({ data }) => {
    if (!stop) {
      return;
    }
    if (data.asked) {
      if (mine) {
        others.postMessage({ ...now });
      }
    } else {
      Object.assign(now, data);
      told({ ...now });
    }
  });

  function look() {
    if (root.hidden) {
      stop?.abort();
      stop = null;
    } else if (!stop) {
      stop = new AbortController();
      const { signal } = stop;
      if (others && navigator.locks) {
        others.postMessage({ asked: true });
        navigator.locks.request(NAME, { signal }, () => alone(signal)).catch(() => {});
      } else {
        alone(signal);
      }
    }
  }

  root.addEventListener('visibilitychange', look);
  addEventListener('pagehide', () => {
    stop?.abort();
    stop = null;
  });
  addEventListener('pageshow', look);
  look();
}
