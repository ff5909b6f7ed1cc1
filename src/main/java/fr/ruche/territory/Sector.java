package fr.ruche.territory;

/** One of the sectors among which the Region shares the instruction; its code is that of the officers' group. */
public record Sector(String code, String name) {}
