package fr.ruche.database;

import fr.ruche.startup.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the embedded PostgreSQL keeps its program, its data and its log. Open, it belongs to one program
 * only: a lock that the system takes back when that program dies keeps others out.
 */
class DataFolder implements AutoCloseable {

    private static final String CURE =
            "Donnez les droits sur ce dossier, ou choisissez-en un autre : RUCHE_DATABASE_HOME.";

    private final Path home;
    private @Nullable FileChannel lock;

    DataFolder(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    Path binaries() {
        return home.resolve("bin");
    }

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgresql.log");
    }

    Path password() {
        return home.resolve("password");
    }

    boolean holdsData() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** @throws StartRefused when the folder is not usable, is somebody else's, or is in use */
    void open(String postgresMajor) {
        try {
            Files.createDirectories(home);
        } catch (IOException denied) {
            throw unusable("ne peut pas être créé");
        }
        if (!Files.isReadable(home) || !Files.isWritable(home)) {
            throw unusable("n’est pas accessible en lecture et en écriture");
        }
        lock();
        checkData(postgresMajor);
    }

    private void lock() {
        try {
            var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel;
            if (channel.tryLock() == null) {
                throw inUse();
            }
        } catch (OverlappingFileLockException ours) {
            throw inUse();
        } catch (IOException denied) {
            throw unusable("n’est pas accessible en écriture");
        }
    }

    private void checkData(String postgresMajor) {
        var data = data();
        if (Files.exists(data) && !(Files.isReadable(data) && Files.isWritable(data))) {
            throw unusable("contient des données que ce compte ne peut pas lire");
        }
        found(data).filter(found -> !found.equals(postgresMajor)).ifPresent(found -> {
            throw new StartRefused(
                    "Le dossier de données " + home + " vient de PostgreSQL " + found
                            + ", et Ruche contient PostgreSQL " + postgresMajor + ".",
                    "Restaurez-y une sauvegarde (docs/guides/exploitant.md), ou choisissez un autre dossier : RUCHE_DATABASE_HOME.");
        });
    }

    /** The major version of PostgreSQL that wrote the data; empty when there is none yet. */
    private Optional<String> found(Path data) {
        try (var entries = Files.exists(data) ? Files.list(data) : java.util.stream.Stream.<Path>empty()) {
            if (entries.findAny().isEmpty()) {
                return Optional.empty();
            }
            if (!Files.exists(data.resolve("PG_VERSION")) || !Files.exists(data.resolve("global/pg_control"))) {
                throw new StartRefused(
                        "Le dossier " + data + " contient autre chose qu’une base de données complète.",
                        "Videz-le s’il ne sert à rien, ou choisissez un autre dossier : RUCHE_DATABASE_HOME.");
            }
            return Optional.of(Files.readString(data.resolve("PG_VERSION")).strip());
        } catch (IOException denied) {
            throw unusable("contient des données que ce compte ne peut pas lire");
        }
    }

    private StartRefused inUse() {
        close();
        return new StartRefused(
                "Une autre Ruche utilise déjà le dossier de données " + home + ".",
                "Arrêtez-la, ou choisissez un autre dossier : RUCHE_DATABASE_HOME.");
    }

    private StartRefused unusable(String why) {
        return new StartRefused("Le dossier de données " + home + " " + why + ".", CURE);
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException gone) {
            lock = null;
        }
    }
}
