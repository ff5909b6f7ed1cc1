package fr.ruche.review;

/**
 * Who may hold a dossier meanwhile: a value of the property {@code clock}.
 *
 * @param page whether its steps are answered on pages of the porteur
 */
public record ClockWord(String name, String label, boolean page) {}
