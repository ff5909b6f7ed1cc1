package fr.ruche.document;

/**
 * A file as somebody sends it.
 *
 * @param name as the browser gives it; only its last part is kept, cleaned
 */
@SuppressWarnings("ArrayRecordComponent")
public record Upload(String name, byte[] content) {}
