package fr.ruche.demonstration;

import fr.ruche.document.Upload;
import java.nio.charset.StandardCharsets;

/** A one-page PDF that says that it is fictitious. */
final class Paper {

    private Paper() {}

    static Upload called(String kind) {
        var text = "BT /F1 16 Tf 60 760 Td (Piece fictive de demonstration : " + kind + ") Tj ET";
        var pdf = "%PDF-1.4\n"
                + "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
                + "4 0 obj<</Length " + text.length() + ">>stream\n" + text + "\nendstream endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n";
        return new Upload(kind.toLowerCase(java.util.Locale.ROOT) + ".pdf", pdf.getBytes(StandardCharsets.US_ASCII));
    }
}
