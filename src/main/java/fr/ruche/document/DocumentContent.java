package fr.ruche.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The bytes of a file. */
@Entity
class DocumentContent {

    @Id
    private UUID document;

    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    DocumentContent() {}

    DocumentContent(UUID document, byte[] content) {
        this.document = document;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
