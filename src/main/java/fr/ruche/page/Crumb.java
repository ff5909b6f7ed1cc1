package fr.ruche.page;

/** A page on the way to the one that is shown. */
public record Crumb(String path, String label) {}
