package fr.ruche.notification;

import fr.ruche.pdf.PdfPress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lays a letter out on paper. */
@Component
class LetterPages {

    private static final String ITEM = "– ";

    private final PdfPress press;

    LetterPages(PdfPress press) {
        this.press = press;
    }

    /** Takes nothing but the letter and the number of its dossier, so that it gives the same file whenever asked. */
    byte[] print(Message letter, String dossier) {
        return press.print(
                "print/letter",
                Map.of(
                        "message", letter,
                        "dossier", dossier,
                        "sender", letter.sender().lines().toList(),
                        "addressee", letter.addressee().lines().toList(),
                        "blocks", blocks(letter.body()),
                        "signature", letter.signature().lines().toList()),
                letter.at());
    }

    /** Paragraphs are separated by empty lines; neighbouring lines that begin with a dash are a list. */
    static List<Block> blocks(String body) {
        var blocks = new ArrayList<Block>();
        var open = false;
        for (var line : body.lines().toList()) {
            var list = line.startsWith(ITEM);
            var text = list ? line.substring(ITEM.length()) : line;
            if (line.isBlank()) {
                open = false;
            } else if (open && blocks.get(blocks.size() - 1).list() == list) {
                blocks.get(blocks.size() - 1).lines().add(text);
            } else {
                blocks.add(new Block(new ArrayList<>(List.of(text)), list));
                open = true;
            }
        }
        return blocks;
    }

    /** A paragraph, or a list of one line each. */
    record Block(List<String> lines, boolean list) {}
}
