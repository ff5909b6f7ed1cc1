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

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Path MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final String INSTALL =
            "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium";

    private Chromium() {}

    static Path executable() {
        return named().or(Chromium::onPath).or(Chromium::installed).orElseThrow(() -> new IllegalStateException("""
                The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium), \
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

    private static Optional<Path> onPath() {
        var folders =
                Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
        return Stream.concat(
                        folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))), Stream.of(MAC))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installed() {
        if (!Files.exists(Path.of("/etc/debian_version")) || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        System.out.println("No browser found: installing Chromium with apt-get (once)…");
        try {
            var apt = new ProcessBuilder("sh", "-c", INSTALL).inheritIO().start();
            return apt.waitFor(10, TimeUnit.MINUTES) && apt.exitValue() == 0 ? onPath() : Optional.empty();
        } catch (IOException unavailable) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
