package fr.ruche.notification;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface LetterPdfs extends JpaRepository<LetterPdf, UUID> {

    /** Keeps the first file that is made of a letter; one that another request has made meanwhile stays. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into letter_pdf (message, content, sha256, made_at)
            values (:message, :content, encode(sha256(:content), 'hex'), :madeAt) on conflict do nothing""")
    void keep(UUID message, byte[] content, Instant madeAt);
}
