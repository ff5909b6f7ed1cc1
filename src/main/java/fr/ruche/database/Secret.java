package fr.ruche.database;

import fr.ruche.startup.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the embedded database, made once and kept in a file that only its owner reads. */
class Secret {

    private static final int BYTES = 24;

    private final Path file;

    Secret(Path file) {
        this.file = file;
    }

    /** @param inUse whether a database already has this password, so that it must not be made anew */
    String read(boolean inUse) throws IOException {
        if (inUse && !Files.exists(file)) {
            throw new StartRefused(
                    "Le fichier " + file + " manque : la base de données ne peut plus être ouverte.",
                    "Restaurez-le d’une sauvegarde (docs/guides/exploitant.md).");
        }
        return inUse ? Files.readString(file).strip() : make();
    }

    private String make() throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
        return secret;
    }
}
