package fr.ruche.listing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipFile;

/** Looks into a workbook as a spreadsheet does, by its table of contents. */
public final class Workbooks {

    private Workbooks() {}

    /** The first sheet, as XML. */
    public static String sheet(byte[] workbook) throws IOException {
        var file = Files.createTempFile("ruche", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile());
                    var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
