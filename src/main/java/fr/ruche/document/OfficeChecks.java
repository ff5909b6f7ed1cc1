package fr.ruche.document;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Refuses the office files that carry macros or that fill the memory of whoever opens them. */
final class OfficeChecks {

    private OfficeChecks() {}

    /** @throws Rejected naming what is wrong inside the file, which is a zip file */
    static void check(FileName name, byte[] content) {
        var inflation = new Inflation();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (carriesMacros(entry)) {
                    throw Rejected.because("file", "FILE_ACTIVE", Sentences.of("file.macros", name.value()));
                }
                if (!inflation.bears(zip)) {
                    throw Rejected.because("file", "FILE_BOMB", Sentences.of("file.bomb", name.value()));
                }
            }
        } catch (IOException damaged) {
            throw Rejected.because("file", "FILE_UNREADABLE", Sentences.of("file.unreadable", name.value()));
        }
    }

    private static boolean carriesMacros(ZipEntry entry) {
        return entry.getName().endsWith("vbaProject.bin")
                || entry.getName().startsWith("Basic/")
                || entry.getName().startsWith("Scripts/");
    }
}
