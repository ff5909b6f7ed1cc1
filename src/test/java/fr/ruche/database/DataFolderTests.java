package fr.ruche.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.ruche.startup.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path place;

    @Test
    void aNewFolderIsMade() {
        var home = place.resolve("a/b");
        try (var folder = new DataFolder(home)) {
            folder.open("17");

            assertThat(home).isDirectory();
            assertThat(folder.holdsData()).isFalse();
        }
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        var home = Files.createFile(place.resolve("file"));

        assertRefused(home, "ne peut pas être créé");
    }

    @Test
    void aFolderInUseIsRefusedAndFreeAfterwards() {
        try (var first = new DataFolder(place)) {
            first.open("17");
            assertRefused(place, "Une autre Ruche utilise déjà");
        }
        try (var next = new DataFolder(place)) {
            assertThatCode(() -> next.open("17")).doesNotThrowAnyException();
        }
    }

    @Test
    void foreignFilesAreLeftAlone() throws IOException {
        var photo = place.resolve("data/photo.jpg");
        Files.createDirectories(photo.getParent());
        Files.createFile(photo);

        assertRefused(place, "autre chose qu’une base de données");
        assertThat(photo).exists();
    }

    @Test
    void dataOfAnotherVersionOfPostgresqlAreRefused() throws IOException {
        Files.createDirectories(place.resolve("data/global"));
        Files.writeString(place.resolve("data/PG_VERSION"), "15\n");
        Files.createFile(place.resolve("data/global/pg_control"));

        assertRefused(place, "vient de PostgreSQL 15, et Ruche contient PostgreSQL 17");
    }

    private static void assertRefused(Path home, String why) {
        try (var folder = new DataFolder(home)) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> folder.open("17"))
                    .withMessageContaining(why)
                    .satisfies(refused -> assertThat(refused.cure()).contains("RUCHE_DATABASE_HOME"));
        }
    }
}
