package fr.ruche.notification;

/** A letter as a PDF file. @param name of the file, for whoever downloads it */
@SuppressWarnings("ArrayRecordComponent")
public record LetterFile(String name, byte[] content) {}
