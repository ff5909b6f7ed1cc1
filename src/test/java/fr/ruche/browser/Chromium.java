package fr.ruche.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the browser of the machine; on Debian, as root, gets one; never goes on without. */
class Chromium {

    /** The same engine without a window, which takes half the time. */
    private static final String SHELL = "chromium-headless-shell";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Path MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final String INSTALL =
            "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "
                    + SHELL;

    /** Two test processes may want it at once: the second finds it there. */
    private static final List<String> ONE_AT_A_TIME = List.of("flock", "/tmp/ruche-browser.lock", "sh", "-c", INSTALL);

    private Chromium() {}

    static Path executable() {
        return named().or(() -> onPath(List.of(SHELL)))
                .or(Chromium::installed)
                .or(() -> onPath(NAMES))
                .or(() -> Optional.of(MAC).filter(Files::isExecutable))
                .orElseThrow(() -> new IllegalStateException("""
                The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium-headless-shell), \
                or set the CHROMIUM environment variable to its executable."""));
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .map(path -> {
                    if (!Files.isExecutable(path)) {
                        throw new IllegalStateException("CHROMIUM is set to " + path + ", which is not a program.");
                    }
                    return path;
                });
    }

    private static Optional<Path> onPath(List<String> names) {
        var folders =
                Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
        return folders.flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installed() {
        if (!Files.exists(Path.of("/etc/debian_version")) || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        System.out.println("Installing Chromium without a window with apt-get (once)…");
        try {
            var apt = new ProcessBuilder(ONE_AT_A_TIME).inheritIO().start();
            return apt.waitFor(10, TimeUnit.MINUTES) && apt.exitValue() == 0
                    ? onPath(List.of(SHELL))
                    : Optional.empty();
        } catch (IOException unavailable) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
