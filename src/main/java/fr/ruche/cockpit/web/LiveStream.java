package fr.ruche.cockpit.web;

import fr.ruche.cockpit.Live;
import fr.ruche.page.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells an open page of the cockpit that its figures changed, by server-sent events; the browser comes back by itself.
 */
@Page
class LiveStream {

    /** A stream that is given up leaves nothing behind for longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Live live;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    LiveStream(Live live) {
        this.live = live;
    }

    @GetMapping(value = CockpitPage.PATH + "/direct", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(HttpServletResponse answer) throws IOException {
        answer.setHeader("X-Accel-Buffering", "no"); // a proxy passes each event on at once
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
        var stream = new SseEmitter(LONGEST.toMillis());
        var watcher = new Watcher(stream);
        live.watch(watcher);
        open.add(stream);
        Runnable over = () -> {
            live.leave(watcher);
            open.remove(stream);
        };
        stream.onCompletion(over);
        stream.onTimeout(stream::complete);
        stream.onError(gone -> over.run());
        watcher.accept(live.last()); // what changed while the page was on its way
        return stream;
    }

    /** So that no proxy takes a quiet stream for a dead one, and one whose reader is gone is noticed. */
    @Scheduled(fixedRateString = "${ruche.cockpit.ping:PT25S}")
    void ping() {
        open.forEach(stream -> {
            try {
                stream.send(SseEmitter.event().comment(""));
            } catch (IOException | IllegalStateException gone) {
                stream.complete();
            }
        });
    }

    /** The server waits for open answers before it stops; these would never end by themselves. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        open.forEach(SseEmitter::complete);
    }

    private record Watcher(SseEmitter stream) implements Consumer<Instant> {

        @Override
        public void accept(Instant at) {
            try {
                stream.send(SseEmitter.event().name("told").data(at.toString()));
            } catch (IOException | IllegalStateException gone) {
                stream.complete();
            }
        }
    }
}
